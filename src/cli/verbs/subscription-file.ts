import { z } from 'zod';
import type { ChannelRef } from '../../chat/chat.ts';
import { platforms } from '../../chat/platforms.ts';
import type { Place } from '../../config/read-yaml.ts';
import type { ChannelSettings } from '../../subscriptions/channel-settings.ts';
import { type PostStyle, readStyle } from '../../subscriptions/parse-look.ts';
import { readWish, type SubscriptionChange } from '../../subscriptions/read-wish.ts';
import type { TopicNames } from '../../subscriptions/topic-names.ts';
import { UserError } from '../../user-error.ts';

/** A channel with its subscriptions, as in a file. */
export interface ChannelInFile {
  readonly channel: ChannelRef;
  readonly settings: ChannelSettings;
  /** Muted stories, each by an article of it: numbers of stories mean nothing in another archive. */
  readonly muted: readonly string[];
  readonly subscriptions: readonly SubscriptionInFile[];
}

/** A subscription from a file, parsed and validated. */
export interface SubscriptionInFile extends SubscriptionChange, PostStyle {
  readonly createdBy: string;
  readonly isPaused: boolean;
  readonly pausedUntil?: Temporal.Instant;
  /** Where its next window begins. */
  readonly toldUntil?: Temporal.Instant;
  /** `line 7: channels.0.subscriptions.2`. */
  readonly place: string;
}

const instant = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(text);
  } catch {
    context.addIssue({
      code: 'custom',
      message: `"${text}" is not a date and time; use the form 2026-12-24T08:00:00Z`,
    });
    return z.NEVER;
  }
});

const subscriptionSchema = z.strictObject({
  interest: z.string(),
  when: z.union([z.string(), z.number()]).default('daily at 08:00'),
  zone: z.string().optional(),
  language: z.string().optional(),
  as: z.string().optional(),
  length: z.string().default('normal'),
  stories: z.number().default(5),
  mention: z.string().optional(),
  look: z
    .strictObject({
      name: z.string().optional(),
      picture: z.string().optional(),
      color: z.string().optional(),
      publish: z.enum(['on', 'off']).optional(),
      threads: z.enum(['story', 'off']).optional(),
    })
    .optional(),
  paused: z.boolean().default(false),
  pausedUntil: instant.optional(),
  toldUntil: instant.optional(),
  createdBy: z.string().default('import'),
});
/** What `kurzwelle export --subscriptions` writes and `import` reads. */
export const subscriptionFileSchema = z.strictObject({
  channels: z.array(
    z.strictObject({
      platform: z.enum(platforms),
      workspace: z.string().min(1),
      channel: z.string().min(1),
      zone: z.string().default('Europe/Berlin'),
      language: z.string().default('en'),
      quiet: z.string().optional(),
      unfurl: z.boolean().default(false),
      muted: z.array(z.string()).default([]),
      subscriptions: z.array(subscriptionSchema).default([]),
    }),
  ),
});
/** A channel as it was typed: its fields are read one by one. */
export type TypedChannel = z.infer<typeof subscriptionFileSchema>['channels'][number];
/** A subscription as it was typed. */
export type TypedSubscription = z.infer<typeof subscriptionSchema>;

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

/** The position of a field in the file. */
function keysOf(field: string | undefined): readonly string[] {
  if (field === undefined) return [];
  if (field === 'times') return ['when'];
  return ['name', 'picture', 'color', 'publish', 'threads'].includes(field) ? ['look', field] : [field];
}
