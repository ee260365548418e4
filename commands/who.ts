import { en } from '../src/wording/en/index.ts';
import { whoMessage } from './actor-actions.ts';
import { conversationOf } from './conversation.ts';
import { defineCommand } from './define-command.ts';
import { withFurtherSteps } from './further-steps.ts';

const words = en.commands.who;

export const who = defineCommand({
  name: 'who',
  description: words.description,
  example: 'who Park Jin',
  opensForm: true,
  anywhere: true,
  shareable: true,
  options: { actor: { description: words.actor, required: true, completes: 'actor' } },
  async run({ actor }, request) {
    const { asker, services, say } = request;
    const answer = await services.answers.who(actor, say.locale, conversationOf(asker));
    const message = await whoMessage(answer, { services, say });
    return answer.refused ? withFurtherSteps(message, actor.trim(), request) : message;
  },
});
