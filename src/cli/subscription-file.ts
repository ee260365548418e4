import { stringify } from 'yaml';
import { z } from 'zod';
import type { ChannelRef } from '../chat/chat.ts';
import { byLine, type Place, readYaml } from '../read-yaml.ts';
import type { ChannelSettings } from '../subscriptions/channel-settings.ts';
import { describeDays, listed } from '../subscriptions/parse-days.ts';
import { parseLanguage } from '../subscriptions/parse-language.ts';
import { type PostStyle, readStyle } from '../subscriptions/parse-look.ts';
import { formatQuiet, parseQuiet } from '../subscriptions/parse-quiet.ts';
import { parseZone } from '../subscriptions/parse-zone.ts';
import { readWish, type SubscriptionChange } from '../subscriptions/read-wish.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { TopicNames } from '../subscriptions/topic-names.ts';
import { readField, UserError } from '../user-error.ts';

/** A channel with its subscriptions, as a file holds them. */
export interface ChannelInFile {
  readonly channel: ChannelRef;
  readonly settings: ChannelSettings;
  /** Muted stories, each by an article of it: numbers of stories mean nothing in another archive. */
  readonly muted: readonly string[];
  readonly subscriptions: readonly SubscriptionInFile[];
}

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
    context.addIssue({ code: 'custom', message: `"${text}" is no instant; write it as 2026-12-24T08:00:00Z` });
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
    .strictObject({ name: z.string().optional(), picture: z.string().optional(), color: z.string().optional() })
    .optional(),
  paused: z.boolean().default(false),
  pausedUntil: instant.optional(),
  toldUntil: instant.optional(),
  createdBy: z.string().default('import'),
});
const fileSchema = z.strictObject({
  channels: z.array(
    z.strictObject({
      platform: z.enum(['local', 'discord', 'slack']),
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
type TypedChannel = z.infer<typeof fileSchema>['channels'][number];
type TypedSubscription = z.infer<typeof subscriptionSchema>;

/** All subscriptions as YAML that people can read and edit. What trouble suspended is written as active: another start finds out itself. */
export function formatSubscriptions(
  channels: readonly {
    readonly settings: ChannelSettings;
    readonly muted?: readonly string[];
    readonly subscriptions: readonly Subscription[];
  }[],
): string {
  return stringify({
    channels: channels.flatMap(({ settings, subscriptions, muted = [] }) => {
      const [first] = subscriptions;
      if (!first) return [];
      const { platform, workspaceId, channelId } = first.channel;
      const quiet = settings.quiet ? { quiet: formatQuiet(settings.quiet) } : {};
      const { zone, language } = settings;
      const unfurl = settings.unfurls ? { unfurl: true } : {};
      const listing = subscriptions.map(formatOne);
      return {
        platform,
        workspace: workspaceId,
        channel: channelId,
        zone,
        language,
        ...quiet,
        ...unfurl,
        ...(muted.length > 0 ? { muted } : {}),
        subscriptions: listing,
      };
    }),
  });
}

function formatOne({ interest, schedule, language, length, maxStories, ...rest }: Subscription) {
  return {
    interest,
    when: `${describeDays(schedule.days)} at ${listed(schedule.times)}`,
    zone: schedule.zone,
    ...(rest.as === 'digest' ? {} : { as: rest.as }),
    language,
    length,
    stories: maxStories,
    ...(rest.mention === undefined ? {} : { mention: rest.mention }),
    ...(rest.look ? { look: formatLook(rest.look) } : {}),
    ...(rest.state === 'paused' ? { paused: true } : {}),
    ...(rest.pausedUntil ? { pausedUntil: rest.pausedUntil.toString() } : {}),
    toldUntil: rest.windowStart.toString(),
    createdBy: rest.createdBy,
  };
}

function formatLook({ name, pictureUrl, color }: NonNullable<PostStyle['look']>) {
  return { ...(name && { name }), ...(pictureUrl && { picture: pictureUrl }), ...(color && { color }) };
}

/** Reads such a file. Throws UserError with every problem and its line. */
export function parseSubscriptions(text: string, topics: TopicNames): readonly ChannelInFile[] {
  const reading = readYaml(text, fileSchema, 'unknown key; see what `kurzwelle export --subscriptions` writes');
  if (reading.kind === 'wrong') throw severalProblems(reading.problems);
  const { value, place } = reading;
  const problems: string[] = [];
  const channels = value.channels.map((typed, index) =>
    readChannel(typed, { place, topics, path: ['channels', index], problems }),
  );
  if (problems.length > 0) throw severalProblems(byLine(problems));
  return channels.flatMap((channel) => channel ?? []);
}

/** `line 7: ...` and so on, as one error. */
export function severalProblems(problems: readonly string[]): UserError {
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  return new UserError(`${count}; nothing was imported.\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}

interface Reading {
  readonly place: Place;
  readonly topics: TopicNames;
  readonly path: readonly PropertyKey[];
  readonly problems: string[];
}

function readChannel(typed: TypedChannel, reading: Reading): ChannelInFile | undefined {
  const quiet = attempt(reading, () =>
    readField('quiet', () => ({ hours: typed.quiet === undefined ? undefined : parseQuiet(typed.quiet) })),
  );
  const zone = attempt(reading, () => readField('zone', () => parseZone(typed.zone)));
  const language = attempt(reading, () => readField('language', () => parseLanguage(typed.language)));
  const subscriptions = typed.subscriptions.map((one, index) =>
    readOne(one, typed, { ...reading, path: [...reading.path, 'subscriptions', index] }),
  );
  if (!quiet || zone === undefined || language === undefined) return undefined;
  const unfurls = typed.unfurl ? { unfurls: true } : {};
  const settings = { zone, language, ...(quiet.hours ? { quiet: quiet.hours } : {}), ...unfurls };
  const channel = { platform: typed.platform, workspaceId: typed.workspace, channelId: typed.channel };
  return { channel, settings, muted: typed.muted, subscriptions: subscriptions.flatMap((one) => one ?? []) };
}

function readOne(typed: TypedSubscription, channel: TypedChannel, reading: Reading): SubscriptionInFile | undefined {
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

function attempt<Value>({ place, path, problems }: Reading, read: () => Value): Value | undefined {
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
