import type { BriefingLength } from '../briefings/briefing.ts';
import { readField, UserError } from '../user-error.ts';
import { eitherOf } from '../wording/formats.ts';
import { languagesOf, parseInterest } from './interest.ts';
import { formatInterest, withPresets } from './interest-spelling.ts';
import { parseLanguage } from './parse-language.ts';
import { parseWhen } from './parse-when.ts';
import { parseZoneByPrefix } from './parse-zone.ts';
import type { Schedule } from './schedule.ts';
import { parseDeliveryMode, type Subscription, splitAlerts } from './subscription.ts';
import type { TopicNames } from './topic-names.ts';

/** What a person typed. `times` may hold days and alerts as well: "weekdays at noon and alerts". */
export interface TypedSubscription {
  readonly interest: string;
  /** What presets leave out of it: "sport, war". */
  readonly without?: string | undefined;
  readonly times?: string | undefined;
  readonly days?: string | undefined;
  readonly zone?: string | undefined;
  readonly length?: string | undefined;
  readonly language?: string | undefined;
  readonly stories?: string | undefined;
  readonly as?: string | undefined;
  /** Of a new one, `story`: each story is posted by itself. */
  readonly threads?: string | undefined;
}

/** What of a subscription a person decides. */
export type SubscriptionChange = Pick<
  Subscription,
  'interest' | 'as' | 'schedule' | 'language' | 'length' | 'maxStories'
>;

const lengths: readonly string[] = ['headlines', 'short', 'normal', 'long'] satisfies BriefingLength[];
const mostStories = 20;

/** The typed fields, completed by the present ones. Throws UserError for each mistake. */
export function readWish(
  typed: TypedSubscription,
  present: Omit<SubscriptionChange, 'interest'>,
  topics: TopicNames,
): SubscriptionChange {
  const { zone } = typed;
  const interest = readField('interest', () => parseInterest(withPresets(typed.interest, typed.without), topics));
  const [spoken, ...others] = languagesOf(interest);
  const language = readField('language', () =>
    typed.language ? parseLanguage(typed.language) : others.length === 0 ? spoken : undefined,
  );
  const when = splitAlerts(typed.times ?? '');
  const timed = when.as === 'digest' && present.as === 'week' ? 'week' : when.as;
  const as = readField('as', () => (typed.as ? parseDeliveryMode(typed.as) : typed.times ? timed : present.as));
  const schedule = {
    ...present.schedule,
    ...readField('times', () => parseWhen(when.times, typed.days)),
    ...(zone ? { zone: readField('zone', () => parseZoneByPrefix(zone)) } : {}),
  };
  return {
    interest: formatInterest(interest),
    as,
    schedule: as === 'week' ? onceAWeek(schedule) : schedule,
    language: language ?? present.language,
    length: readField('length', () => readLength(typed.length)) ?? present.length,
    maxStories: readField('stories', () => readStories(typed.stories)) ?? present.maxStories,
  };
}

/** On the one day that was named, else on Sunday; at the first of its times. */
function onceAWeek({ days, times, zone }: Schedule): Schedule {
  return { days: days.length === 1 ? days : [7], times: times.slice(0, 1), zone };
}

/** The same subscription again; its length may differ. */
export function isSameWish(a: SubscriptionChange, b: SubscriptionChange): boolean {
  if ((a.as === 'week') !== (b.as === 'week')) return false;
  const isSameWhen = (a.as === 'alerts' && b.as === 'alerts') || isSameSchedule(a.schedule, b.schedule);
  return a.interest === b.interest && a.language === b.language && isSameWhen;
}

function isSameSchedule(a: Schedule, b: Schedule): boolean {
  return a.zone === b.zone && a.days.join() === b.days.join() && a.times.join() === b.times.join();
}

function readLength(typed: string | undefined): BriefingLength | undefined {
  if (!typed) return undefined;
  if (!lengths.includes(typed))
    throw new UserError((say) => say.errors.unknownChoice('length', typed, eitherOf(lengths, say)));
  return typed as BriefingLength;
}

function readStories(typed: string | undefined): number | undefined {
  if (!typed) return undefined;
  const stories = Number(typed);
  if (!Number.isInteger(stories) || stories < 1 || stories > mostStories)
    throw new UserError(({ errors }) => errors.noStoryNumber(typed, String(mostStories)));
  return stories;
}
