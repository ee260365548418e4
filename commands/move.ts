import { en } from '../src/wording/en/index.ts';
import { defineCommand } from './define-command.ts';
import { withUndo } from './line-steps.ts';
import { subscribedMessage } from './subscribe.ts';

const words = en.commands.move;

export const move = defineCommand({
  name: 'move',
  description: words.description,
  example: 'move 12',
  onlyCaller: false,
  managesChannel: true,
  options: { subscription: { description: words.subscription, required: true, completes: 'offer' } },
  async run({ subscription }, request) {
    const { caller, services } = request;
    const offered = await services.subscriptions.offers(caller);
    const from = offered.find(({ id }) => String(id) === subscription.replace(/^#/u, ''))?.channel;
    const moved = await services.subscriptions.take(caller, subscription);
    const message = await subscribedMessage(moved, request);
    if (!from) return message;
    const back = async () => {
      await services.subscriptions.offer(caller, moved.id);
      await services.subscriptions.take({ ...caller, channel: from }, String(moved.id));
    };
    return withUndo(message, back, request);
  },
});
