import { answerMessage } from '../src/answers/answer-message.ts';
import { en } from '../src/wording/en/index.ts';
import { defineCommand } from './define-command.ts';

export const search = defineCommand({
  name: 'search',
  description: en.commands.search.description,
  example: 'search forced labor',
  shareable: true,
  options: { words: { description: en.commands.search.words, required: true } },
  async run({ words }, { services, say }) {
    return answerMessage(await services.answers.search(words, say.locale), say.locale);
  },
});
