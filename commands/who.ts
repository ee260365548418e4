import { en } from '../src/wording/en/index.ts';
import { whoMessage } from './actor-actions.ts';
import { conversationOf } from './conversation.ts';
import { defineCommand } from './define-command.ts';

const words = en.commands.who;

export const who = defineCommand({
  name: 'who',
  description: words.description,
  example: 'who Park Jin',
  opensForm: true,
  anywhere: true,
  shareable: true,
  options: { actor: { description: words.actor, required: true, completes: 'actor' } },
  async run({ actor }, { asker, services, say }) {
    return whoMessage(await services.answers.who(actor, say.locale, conversationOf(asker)), { services, say });
  },
});
