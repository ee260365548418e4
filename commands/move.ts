import { defineCommand } from './define-command.ts';
import { subscribedMessage } from './subscribe.ts';

export const move = defineCommand({
  name: 'move',
  description: 'Take a subscription into this channel that you offered in another one with its Move button',
  example: 'move 12',
  onlyAsker: false,
  managesChannel: true,
  options: { subscription: { description: 'Its number', required: true, completes: 'offer' } },
  async run({ subscription }, { asker, services }) {
    return subscribedMessage(await services.subscriptions.take(asker, subscription), services);
  },
});
