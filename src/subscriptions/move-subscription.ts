import type { Asker, ChannelRef } from '../chat/chat.ts';
import { UserError } from '../user-error.ts';
import type { ChannelSettings } from './channel-settings.ts';
import { checkRoom } from './manage-subscriptions.ts';
import type { Subscription } from './subscription.ts';

/** What moving needs of storage. */
export interface MoveStore {
  ofChannel(channel: ChannelRef): Promise<readonly Subscription[]>;
  offer(id: number, userId: string, at: Temporal.Instant): Promise<void>;
  offered(
    workspace: Pick<ChannelRef, 'platform' | 'workspaceId'>,
    userId: string,
    since: Temporal.Instant,
  ): Promise<readonly Subscription[]>;
  move(
    id: number,
    channel: ChannelRef,
    facts: { readonly zone: string; readonly language: string; readonly at: Temporal.Instant },
  ): Promise<void>;
}

export interface MoveOptions {
  readonly store: MoveStore;
  readonly get: (asker: Asker, id: number) => Promise<Subscription>;
  readonly settingsOf: (channel: ChannelRef) => Promise<ChannelSettings>;
  readonly now: () => Temporal.Instant;
}

const offerHours = 24;

/**
 * Moves a subscription to another channel of its workspace in two steps by one person: offered where it is, taken where it goes to. So
 * each platform checks itself that they may manage both, and nobody has to type a channel's id.
 */
export function createSubscriptionMover({ store, get, settingsOf, now }: MoveOptions) {
  return {
    async offer(asker: Asker, id: number): Promise<Subscription> {
      const subscription = await get(asker, id);
      await store.offer(id, asker.userId, now());
      return subscription;
    },

    offers,

    /** Takes what the asker offered elsewhere into their channel. */
    async take(asker: Asker, typedId: string): Promise<Subscription> {
      const id = Number(typedId.replace(/^#/, ''));
      const offered = (await offers(asker)).find((subscription) => subscription.id === id);
      if (!offered) throw new UserError(({ errors }) => errors.noOffer(typedId));
      const { channel } = asker;
      checkRoom(offered, await store.ofChannel(channel));
      await store.move(id, channel, { ...(await settingsOf(channel)), at: now() });
      return get(asker, id);
    },
  };

  /** What the asker can take into this channel: theirs of other channels, for a day. */
  async function offers({ channel, userId }: Asker): Promise<readonly Subscription[]> {
    const offered = await store.offered(channel, userId, now().subtract({ hours: offerHours }));
    return offered.filter(({ channel: { channelId } }) => channelId !== channel.channelId);
  }
}
