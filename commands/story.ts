import { answerMessage } from '../src/answers/answer-message.ts';
import { en } from '../src/wording/en/index.ts';
import { defineCommand } from './define-command.ts';

const words = en.commands.story;

export const story = defineCommand({
  name: 'story',
  description: words.description,
  example: 'story flood',
  shareable: true,
  options: { story: { description: words.story, required: true, completes: 'story' } },
  async run({ story: name }, { services, say }) {
    return answerMessage(await services.answers.story(name, say.locale), say.locale);
  },
});
