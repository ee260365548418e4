import type { BriefingLength } from '../briefings/briefing.ts';
import type { Asker, ChannelRef } from '../chat/chat.ts';
import { readField, UserError } from '../user-error.ts';
import { formatInterest, parseInterest } from './interest.ts';
import { parseDays } from './parse-days.ts';
import { parseTimes } from './parse-times.ts';
import { parseZone, type Schedule } from './schedule.ts';
import { nextSlot } from './slots.ts';
import type { NewSubscription, Subscription } from './subscription.ts';

/** What managing needs of storage. */
export interface SubscriptionStore {
  add(subscription: NewSubscription): Promise<Subscription>;
  /** Slots of the new schedule count from `at` on. */
  change(id: number, change: SubscriptionChange, at: Temporal.Instant): Promise<void>;
  find(id: number): Promise<Subscription | undefined>;
  ofChannel(channel: ChannelRef): Promise<readonly Subscription[]>;
  /** Slots that pass while it is paused are not asked for. */
  setState(id: number, state: 'active' | 'paused', at: Temporal.Instant): Promise<void>;
  remove(id: number): Promise<void>;
}

export type SubscriptionChange = Pick<Subscription, 'interest' | 'schedule' | 'language' | 'length'>;

/** What a person typed. */
export interface TypedSubscription {
  readonly interest: string;
  readonly times?: string | undefined;
  readonly days?: string | undefined;
  readonly zone?: string | undefined;
  readonly length?: string | undefined;
  readonly language?: string | undefined;
}

export interface ManageOptions {
  readonly store: SubscriptionStore;
  /** Ids of our topics. */
  readonly topics: ReadonlySet<string>;
  readonly defaults: { readonly zone: string; readonly maxStories: number };
  readonly now: () => Temporal.Instant;
}

const lengths: readonly string[] = ['headlines', 'short', 'normal', 'long'] satisfies BriefingLength[];
/** A new subscription's first briefing looks back so far. */
const firstWindowHours = 24;
const maximumPerChannel = 25;

/** Adds, changes, pauses and removes a channel's subscriptions from what people type; every mistake is a UserError that says what to write. */
export function createSubscriptionManager({ store, topics, defaults, now }: ManageOptions) {
  return {
    async add(asker: Asker, typed: TypedSubscription): Promise<Subscription> {
      const present = await store.ofChannel(asker.channel);
      const zone = present[0]?.schedule.zone ?? defaults.zone;
      const wish = read(typed, {
        schedule: { days: parseDays('daily'), times: ['08:00'], zone },
        language: 'en',
        length: 'normal',
      });
      const same = present.find(
        (one) =>
          one.interest === wish.interest && one.language === wish.language && sameSchedule(one.schedule, wish.schedule),
      );
      if (same)
        throw new UserError(
          `This channel has that already, as subscription ${same.id}. Change it with /subscriptions.`,
        );
      if (present.length >= maximumPerChannel) {
        throw new UserError(
          `This channel has ${present.length} subscriptions, the most there can be. Remove one with /subscriptions first.`,
        );
      }
      return store.add({
        ...wish,
        channel: asker.channel,
        maxStories: defaults.maxStories,
        createdBy: asker.userId,
        createdAt: now(),
        windowStart: now().subtract({ hours: firstWindowHours }),
      });
    },

    async change(asker: Asker, id: number, typed: TypedSubscription): Promise<Subscription> {
      const present = await get(asker, id);
      await store.change(id, read(typed, present), now());
      return get(asker, id);
    },

    get,

    ofChannel: (asker: Asker): Promise<readonly Subscription[]> => store.ofChannel(asker.channel),
    pause: (asker: Asker, id: number): Promise<Subscription> => setState(asker, id, 'paused'),
    resume: (asker: Asker, id: number): Promise<Subscription> => setState(asker, id, 'active'),

    async remove(asker: Asker, id: number): Promise<Subscription> {
      const present = await get(asker, id);
      await store.remove(id);
      return present;
    },

    /** When a subscription is due next; undefined while it is paused or suspended. */
    next(subscription: Subscription): Temporal.Instant | undefined {
      return subscription.state === 'active' ? nextSlot(subscription.schedule, now())?.dueAt : undefined;
    },
  };

  async function get({ channel }: Asker, id: number): Promise<Subscription> {
    const found = (await store.ofChannel(channel)).find((subscription) => subscription.id === id);
    if (!found) throw new UserError(`This channel has no subscription ${id}. /subscriptions lists those it has.`);
    return found;
  }

  async function setState(asker: Asker, id: number, state: 'active' | 'paused'): Promise<Subscription> {
    await get(asker, id);
    await store.setState(id, state, now());
    return get(asker, id);
  }

  function read(typed: TypedSubscription, present: Omit<SubscriptionChange, 'interest'>): SubscriptionChange {
    const { days, times, zone } = typed;
    return {
      interest: readField('interest', () => formatInterest(parseInterest(typed.interest, topics))),
      schedule: {
        days: days ? readField('days', () => parseDays(days)) : present.schedule.days,
        times: times ? readField('times', () => parseTimes(times)) : present.schedule.times,
        zone: zone ? readField('zone', () => parseZone(zone)) : present.schedule.zone,
      },
      language: typed.language ?? present.language,
      length: readField('length', () => readLength(typed.length)) ?? present.length,
    };
  }
}

function readLength(typed: string | undefined): BriefingLength | undefined {
  if (!typed) return undefined;
  if (!lengths.includes(typed)) throw new UserError(`Unknown length "${typed}"; use ${lengths.join(', ')}.`);
  return typed as BriefingLength;
}

function sameSchedule(a: Schedule, b: Schedule): boolean {
  return a.zone === b.zone && a.days.join() === b.days.join() && a.times.join() === b.times.join();
}
