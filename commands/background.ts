import { answerMessage } from '../src/answers/answer-message.ts';
import { en } from '../src/wording/en/index.ts';
import { conversationOf } from './conversation.ts';
import { defineCommand } from './define-command.ts';

const words = en.commands.background;

export const background = defineCommand({
  name: 'background',
  description: words.description,
  example: 'background South Korea Japan talks',
  anywhere: true,
  shareable: true,
  options: { topic: { description: words.topic, required: true, completes: 'story' } },
  async run({ topic }, { caller, services, say }) {
    return answerMessage(await services.answers.background(topic, say.locale, conversationOf(caller)), say.locale);
  },
});
