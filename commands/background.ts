import { answerMessage } from '../src/answers/answer-message.ts';
import { defineCommand } from './define-command.ts';

export const background = defineCommand({
  name: 'background',
  description: 'What a story is about, why it matters, who is involved, and its timeline',
  example: 'background South Korea Japan talks',
  shareable: true,
  options: { topic: { description: 'A story, an actor, or words', required: true, completes: 'story' } },
  async run({ topic }, { services }) {
    return answerMessage(await services.answers.background(topic));
  },
});
