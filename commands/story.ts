import { answerMessage } from '../src/answers/answer-message.ts';
import { defineCommand } from './define-command.ts';

export const story = defineCommand({
  name: 'story',
  description: 'The latest of one story, and all its articles',
  example: 'story flood',
  shareable: true,
  options: { story: { description: 'A story', required: true, completes: 'story' } },
  async run({ story: name }, { services }) {
    return answerMessage(await services.answers.story(name));
  },
});
