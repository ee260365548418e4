import { answerMessage } from '../src/answers/answer-message.ts';
import { en } from '../src/wording/en/index.ts';
import { conversationOf } from './conversation.ts';
import { defineCommand } from './define-command.ts';

const words = en.commands.ask;

export const ask = defineCommand({
  name: 'ask',
  description: words.description,
  example: 'ask Why are South Korea and Japan at odds?',
  anywhere: true,
  shareable: true,
  options: { question: { description: words.question, required: true } },
  async run({ question }, { asker, services, say }) {
    return answerMessage(await services.answers.ask(question, say.locale, conversationOf(asker)), say.locale);
  },
});
