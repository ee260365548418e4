import { answerMessage } from '../src/answers/answer-message.ts';
import { defineCommand } from './define-command.ts';

export const who = defineCommand({
  name: 'who',
  description: 'Who is this person, organization or state in the news?',
  example: 'who Park Jin',
  options: { actor: { description: 'Name to look up', required: true, completes: 'actor' } },
  async run({ actor }, { services }) {
    return answerMessage(await services.answers.who(actor));
  },
});
