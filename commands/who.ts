import { defineCommand } from './define-command.ts';
import { whoMessage } from './who-message.ts';

export const who = defineCommand({
  name: 'who',
  description: 'Who is this person, organization or state in the news?',
  example: 'who Park Jin',
  shareable: true,
  options: { actor: { description: 'Name to look up', required: true, completes: 'actor' } },
  async run({ actor }, { services }) {
    return whoMessage(await services.answers.who(actor), services);
  },
});
