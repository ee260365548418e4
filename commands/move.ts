import { en } from '../src/wording/en/index.ts';
import { defineCommand } from './define-command.ts';
import { subscribedMessage } from './subscribe.ts';

const words = en.commands.move;

export const move = defineCommand({
  name: 'move',
  description: words.description,
  example: 'move 12',
  onlyAsker: false,
  managesChannel: true,
  options: { subscription: { description: words.subscription, required: true, completes: 'offer' } },
  async run({ subscription }, { asker, services, say }) {
    return subscribedMessage(await services.subscriptions.take(asker, subscription), { services, say });
  },
});
