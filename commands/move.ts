import { en } from '../src/wording/en/index.ts';
import { defineCommand } from './define-command.ts';
import { withUndo } from './line-steps.ts';
import { subscribedMessage } from './subscribe.ts';

const words = en.commands.move;

export const move = defineCommand({
  name: 'move',
  description: words.description,
  example: 'move 12',
  onlyAsker: false,
  managesChannel: true,
  options: { subscription: { description: words.subscription, required: true, completes: 'offer' } },
  async run({ subscription }, request) {
    const { asker, services } = request;
    const offered = await services.subscriptions.offers(asker);
    const from = offered.find(({ id }) => String(id) === subscription.replace(/^#/u, ''))?.channel;
    const moved = await services.subscriptions.take(asker, subscription);
    const message = await subscribedMessage(moved, request);
    if (!from) return message;
    const back = async () => {
      await services.subscriptions.offer(asker, moved.id);
      await services.subscriptions.take({ ...asker, channel: from }, String(moved.id));
    };
    return withUndo(message, back, request);
  },
});
