import { answerMessage } from '../src/answers/answer-message.ts';
import { defineCommand } from './define-command.ts';

export const ask = defineCommand({
  name: 'ask',
  description: 'A question, answered with sentences of the archive or not at all',
  example: 'ask Why are South Korea and Japan at odds?',
  shareable: true,
  options: { question: { description: 'What you want to know', required: true } },
  async run({ question }, { services }) {
    return answerMessage(await services.answers.ask(question));
  },
});
