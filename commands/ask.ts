import { answerMessage } from '../src/answers/answer-message.ts';
import { en } from '../src/wording/en/index.ts';
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
    const { channel, userId } = asker;
    const conversation = [channel.platform, channel.workspaceId, channel.channelId, userId].join(' ');
    return answerMessage(await services.answers.ask(question, say.locale, conversation), say.locale);
  },
});
