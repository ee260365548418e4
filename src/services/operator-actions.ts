import type { Delivery } from '../deliveries/delivery.ts';
import { type Clock, toIso } from '../runtime/clock.ts';
import type { Storage } from '../storage/storage.ts';
import { UserError } from '../user-error.ts';
import { reason } from '../wording/reason.ts';

/** What an operator does about deliveries, feeds and subscriptions, on the page and from the command line. */
export type OperatorAction =
  /** Sends it again with the next tick, whatever its age; or gives it up, and the next briefing begins after its window. */
  | { readonly do: 'retry'; readonly id: string }
  | { readonly do: 'drop'; readonly id: string }
  /** A feed, asked with the next tick. */
  | { readonly do: 'poll'; readonly id: string }
  | { readonly do: 'pause' | 'resume'; readonly id: number }
  /** All subscriptions that trouble suspended. */
  | { readonly do: 'resumeAll' };

interface ActionParts {
  readonly storage: Pick<Storage, 'deliveries' | 'feeds' | 'subscriptions' | 'transaction'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** Does it; any instance of the service sees the change with its next tick. Throws UserError where there is nothing to do it to. */
export async function operatorAction(action: OperatorAction, { storage, clock }: ActionParts): Promise<void> {
  const at = clock.now();
  if (action.do === 'retry') return storage.deliveries.retry((await unfinished(action.id, storage)).id, at);
  if (action.do === 'drop') return drop(await unfinished(action.id, storage), storage);
  if (action.do === 'resumeAll') return void (await storage.subscriptions.resumeAll(at));
  if (action.do === 'poll') {
    const known = (await storage.feeds.states()).some(({ id }) => id === action.id);
    if (!known) throw new UserError((say) => say.errors.noSuchFeed(action.id));
    return storage.feeds.update(action.id, { next_poll_at: toIso(at) });
  }
  const [subscription] = await storage.subscriptions.findMany([action.id]);
  if (!subscription) throw new UserError((say) => say.errors.noSuchSubscription(String(action.id)));
  return storage.subscriptions.setState(action.id, action.do === 'pause' ? 'paused' : 'active', { at });
}

async function drop(delivery: Delivery, { transaction }: ActionParts['storage']): Promise<void> {
  const isAlert = delivery.storyId !== undefined;
  await transaction(async ({ deliveries, subscriptions }) => {
    await deliveries.mark(delivery.id, 'missed', reason('dropped'));
    if (!isAlert) await subscriptions.endWindows(new Map([[delivery.subscriptionId, delivery.windowEnd]]));
  });
}

/** A delivery that did not reach its channel, and whose news no later briefing delivered: only such a one can be sent or dropped. */
async function unfinished(id: string, storage: ActionParts['storage']): Promise<Delivery> {
  const found = await storage.deliveries.find(id);
  if (!found) throw new UserError((say) => say.errors.noSuchDelivery(id));
  const { delivery } = found;
  if (delivery.state === 'sent') throw new UserError((say) => say.errors.alreadySent(id));
  if (delivery.state === 'claimed') throw new UserError((say) => say.errors.beingSent(id));
  const subscription = await storage.subscriptions.find(delivery.subscriptionId);
  if (subscription && Temporal.Instant.compare(subscription.windowStart, delivery.windowEnd) >= 0)
    throw new UserError((say) => say.errors.toldSince(id));
  return delivery;
}
