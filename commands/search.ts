import { answerMessage } from '../src/answers/answer-message.ts';
import { defineCommand } from './define-command.ts';

export const search = defineCommand({
  name: 'search',
  description: 'Articles that hold these words, newest and best first',
  example: 'search forced labor',
  shareable: true,
  options: { words: { description: 'Words to look for', required: true } },
  async run({ words }, { services }) {
    return answerMessage(await services.answers.search(words));
  },
});
