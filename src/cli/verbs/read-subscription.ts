import type { Place } from '../../config/read-yaml.ts';
import { readStyle } from '../../subscriptions/parse-look.ts';
import { readWish } from '../../subscriptions/read-wish.ts';
import type { TopicNames } from '../../subscriptions/topic-names.ts';
import { UserError } from '../../user-error.ts';
import type { SubscriptionInFile, TypedChannel, TypedSubscription } from './subscription-file.ts';

/** Where in a file is being read, and what was found wrong so far. */
export interface FileReading {
  readonly place: Place;
  readonly topics: TopicNames;
  readonly path: readonly PropertyKey[];
  readonly problems: string[];
}

/** A subscription, field by field; nothing where one is wrong, each of which is added to the problems. */
export function readSubscription(
  typed: TypedSubscription,
  channel: TypedChannel,
  reading: FileReading,
): SubscriptionInFile | undefined {
  const { interest, when, zone = channel.zone, language = channel.language, length, stories } = typed;
  const present = {
    as: 'digest' as const,
    schedule: { days: [1, 2, 3, 4, 5, 6, 7] as const, times: ['08:00'], zone: 'UTC' },
    language: 'en',
    length: 'normal' as const,
    maxStories: 5,
  };
  const { as } = typed;
  const wish = { times: String(when), as, zone, language, length, stories: String(stories) };
  // Field by field first, so that every mistake is named and not the first alone.
  const parts = [{ interest }, ...Object.entries(wish).map(([name, typedValue]) => ({ [name]: typedValue }))];
  const areRead = parts.map((part) =>
    attempt(reading, () => readWish({ interest: 'everything', ...part }, present, reading.topics)),
  );
  const place = { platform: channel.platform, workspaceId: channel.workspace, channelId: channel.channel };
  const style = attempt(reading, () => readStyle({ mention: typed.mention, ...typed.look }, place));
  const read =
    areRead.includes(undefined) || !style ? undefined : readWish({ interest, ...wish }, present, reading.topics);
  return (
    read && {
      ...read,
      ...style,
      createdBy: typed.createdBy,
      isPaused: typed.paused || typed.pausedUntil !== undefined,
      ...(typed.pausedUntil ? { pausedUntil: typed.pausedUntil } : {}),
      ...(typed.toldUntil ? { toldUntil: typed.toldUntil } : {}),
      place: reading.place(reading.path),
    }
  );
}

/** What `read` gives, or nothing and a problem more, with its place. */
export function attempt<Value>({ place, path, problems }: FileReading, read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(`${place([...path, ...keysOf(error.field)])}: ${error.message.split('\n')[0]}`);
    return undefined;
  }
}

/** Where in the file a field stands. */
function keysOf(field: string | undefined): readonly string[] {
  if (field === undefined) return [];
  if (field === 'times') return ['when'];
  return ['name', 'picture', 'color'].includes(field) ? ['look', field] : [field];
}
