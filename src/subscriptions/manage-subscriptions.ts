import type { Caller, ChannelRef, PostLook } from '../chat/chat.ts';
import { readField, UserError } from '../user-error.ts';
import type { ChannelSettings } from './channel-settings.ts';
import { parseUntil } from './parse-day.ts';
import { type PostStyle, readStyle, type TypedStyle } from './parse-look.ts';
import { isSameWish, readWish, type SubscriptionChange, type TypedSubscription } from './read-wish.ts';
import { nextSlot } from './slots.ts';
import type { NewSubscription, Subscription } from './subscription.ts';
import type { TopicNames } from './topic-names.ts';

/** What managing needs of storage. */
export interface SubscriptionStore {
  add(subscription: NewSubscription): Promise<Subscription>;
  /** Slots of the new schedule count from `at` on. */
  change(id: number, change: SubscriptionChange, at: Temporal.Instant): Promise<void>;
  ofChannel(channel: ChannelRef): Promise<readonly Subscription[]>;
  ofWorkspace(workspace: Pick<ChannelRef, 'platform' | 'workspaceId'>): Promise<readonly Subscription[]>;
  /** Slots during a pause are skipped; a pause with an end resumes by itself. */
  setState(
    id: number,
    state: 'active' | 'paused',
    when: { readonly at: Temporal.Instant; readonly until?: Temporal.Instant | undefined },
  ): Promise<void>;
  setStyle(id: number, style: PostStyle): Promise<void>;
  remove(id: number): Promise<void>;
}

export interface ManageOptions {
  readonly store: SubscriptionStore;
  readonly settingsOf: (channel: ChannelRef) => Promise<ChannelSettings>;
  /** The present ones. */
  readonly topics: () => TopicNames;
  readonly defaults: { readonly maxStories: number };
  /** Languages of the present feeds. */
  readonly languages: () => readonly string[];
  readonly now: () => Temporal.Instant;
}

/** A new subscription's first briefing looks back so far. */
const firstWindowHours = 24;
const weekHours = 7 * 24;
const maximumPerChannel = 25;

/** Adds, changes, pauses and removes a channel's subscriptions from what people type; every mistake is a UserError that says what to write. */
export function createSubscriptionManager({ store, settingsOf, topics, defaults, languages, now }: ManageOptions) {
  return {
    add: async (caller: Caller, typed: TypedSubscription): Promise<Subscription> =>
      store.add(await prepare(caller, typed)),

    /** What would be added; throws UserError where it cannot be. */
    prepare,

    async change(caller: Caller, id: number, typed: TypedSubscription): Promise<Subscription> {
      const present = await get(caller, id);
      await store.change(id, readWish(typed, present, topics()), now());
      return get(caller, id);
    },

    /** Whom its posts mention and how their sender looks. */
    async setAppearance(caller: Caller, id: number, typed: TypedStyle): Promise<Subscription> {
      const { mention, look } = await get(caller, id);
      // The form does not ask for it.
      const threads = look?.storyThreads ? 'story' : undefined;
      const style = readStyle({ threads, ...typed }, caller.channel);
      // Users cannot have the bot mention whom they may not mention themselves; an existing mention may stay.
      if (style.mention && style.mention !== mention && caller.mayMention === false)
        throw new UserError(({ errors }) => errors.mayNotMention, { field: 'mention' });
      await store.setStyle(id, style);
      return get(caller, id);
    },

    /** Whether each of its stories is posted by itself, with a thread to discuss it. */
    async setThreads(caller: Caller, id: number, storyThreads: boolean): Promise<Subscription> {
      const { mention, look = {} } = await get(caller, id);
      const { storyThreads: _before, ...others } = look;
      const changed: PostLook = { ...others, ...(storyThreads && { storyThreads }) };
      await store.setStyle(id, {
        ...(mention !== undefined && { mention }),
        ...(Object.keys(changed).length > 0 && { look: changed }),
      });
      return get(caller, id);
    },

    get,

    ofChannel: (caller: Caller): Promise<readonly Subscription[]> => store.ofChannel(caller.channel),

    ofServer: (caller: Caller): Promise<readonly Subscription[]> => store.ofWorkspace(caller.channel),

    /** Until a day, "2026-12-24" or "3d", on which it resumes by itself; without one until somebody resumes it. */
    async pause(caller: Caller, id: number, typedUntil?: string): Promise<Subscription> {
      const { zone } = (await get(caller, id)).schedule;
      const day = typedUntil?.trim() ? readField('until', () => parseUntil(typedUntil, now(), zone)) : undefined;
      await store.setState(id, 'paused', { at: now(), until: day?.toZonedDateTime(zone).toInstant() });
      return get(caller, id);
    },

    async resume(caller: Caller, id: number): Promise<Subscription> {
      await get(caller, id);
      await store.setState(id, 'active', { at: now() });
      return get(caller, id);
    },

    /**
     * Gives a subscription of the caller's channel back what a person decided of it, as it was: also one that was removed since, which gets
     * a new number and continues where its last briefing ended.
     */
    async restore(caller: Caller, before: Subscription): Promise<Subscription> {
      const present = await store.ofChannel(caller.channel);
      const isThere = present.some(({ id }) => id === before.id);
      if (!isThere) checkRoom(before, present);
      const { id } = isThere ? before : await store.add({ ...before, channel: caller.channel });
      if (isThere) {
        await store.change(id, before, now());
        await store.setStyle(id, before);
      }
      const state = before.state === 'paused' ? 'paused' : 'active';
      if (state === 'paused' || isThere) await store.setState(id, state, { at: now(), until: before.pausedUntil });
      return get(caller, id);
    },

    async remove(caller: Caller, id: number): Promise<Subscription> {
      const present = await get(caller, id);
      await store.remove(id);
      return present;
    },

    /** When a subscription is next due; undefined while it is suspended, paused without an end, or on alerts only. */
    next({ as, state, schedule, pausedUntil }: Subscription): Temporal.Instant | undefined {
      if (as === 'alerts') return undefined;
      if (state === 'active') return nextSlot(schedule, now())?.dueAt;
      return pausedUntil && nextSlot(schedule, pausedUntil.subtract({ milliseconds: 1 }))?.dueAt;
    },
  };

  async function prepare(caller: Caller, typed: TypedSubscription): Promise<NewSubscription> {
    const { channel, userId } = caller;
    const { zone, language: set, languageIsDefault } = await settingsOf(channel);
    const language = (languageIsDefault ? languageOfPlace(caller) : undefined) ?? set;
    const schedule = { days: [1, 2, 3, 4, 5, 6, 7] as const, times: ['08:00'], zone };
    const wish = readWish(
      typed,
      { as: 'digest', schedule, language, length: 'normal', maxStories: defaults.maxStories },
      topics(),
    );
    checkRoom(wish, await store.ofChannel(channel));
    return {
      ...wish,
      ...readStyle({ threads: typed.threads }, channel),
      channel,
      createdBy: userId,
      createdAt: now(),
      windowStart: now().subtract({ hours: wish.as === 'week' ? weekHours : firstWindowHours }),
    };
  }

  /** Where nobody set one, the language of the server, if feeds in it are read. */
  function languageOfPlace({ placeLocale = '' }: Caller): string | undefined {
    const wanted = placeLocale.split('-')[0] ?? '';
    return languages().find((language) => language.split('-')[0] === wanted);
  }

  async function get({ channel }: Caller, id: number): Promise<Subscription> {
    const found = (await store.ofChannel(channel)).find((subscription) => subscription.id === id);
    if (!found) throw new UserError(({ errors }) => errors.noSubscription(String(id)));
    return found;
  }
}

/** Whether a channel can have one more, and has it not yet. Throws UserError. */
export function checkRoom(wish: SubscriptionChange, present: readonly Subscription[]): void {
  const same = present.find((one) => isSameWish(one, wish));
  if (same) throw new UserError(({ errors }) => errors.hasAlready(String(same.id)));
  if (present.length >= maximumPerChannel) throw new UserError(({ errors }) => errors.tooMany(present.length));
}

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
  readonly get: (caller: Caller, id: number) => Promise<Subscription>;
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
    async offer(caller: Caller, id: number): Promise<Subscription> {
      const subscription = await get(caller, id);
      await store.offer(id, caller.userId, now());
      return subscription;
    },

    offers,

    /** Takes what the caller offered elsewhere into their channel. */
    async take(caller: Caller, typedId: string): Promise<Subscription> {
      const id = Number(typedId.replace(/^#/, ''));
      const offered = (await offers(caller)).find((subscription) => subscription.id === id);
      if (!offered) throw new UserError(({ errors }) => errors.noOffer(typedId));
      const { channel } = caller;
      checkRoom(offered, await store.ofChannel(channel));
      await store.move(id, channel, { ...(await settingsOf(channel)), at: now() });
      return get(caller, id);
    },
  };

  /** What the caller can take into this channel: theirs of other channels, for a day. */
  async function offers({ channel, userId }: Caller): Promise<readonly Subscription[]> {
    const offered = await store.offered(channel, userId, now().subtract({ hours: offerHours }));
    return offered.filter(({ channel: { channelId } }) => channelId !== channel.channelId);
  }
}
