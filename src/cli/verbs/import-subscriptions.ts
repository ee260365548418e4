import type { ChannelRef } from '../../chat/chat.ts';
import { byLine, readYaml } from '../../config/read-yaml.ts';
import type { Queries, Storage } from '../../storage/storage.ts';
import { checkRoom } from '../../subscriptions/manage-subscriptions.ts';
import { parseLanguage } from '../../subscriptions/parse-language.ts';
import type { PostStyle } from '../../subscriptions/parse-look.ts';
import { parseQuiet } from '../../subscriptions/parse-quiet.ts';
import { parseZone } from '../../subscriptions/parse-zone.ts';
import { isSameWish } from '../../subscriptions/read-wish.ts';
import type { Subscription } from '../../subscriptions/subscription.ts';
import type { TopicNames } from '../../subscriptions/topic-names.ts';
import { readField, UserError } from '../../user-error.ts';
import { checkSize } from '../read-document.ts';
import {
  attempt,
  type ChannelInFile,
  type FileReading,
  readSubscription,
  type SubscriptionInFile,
  subscriptionFileSchema,
  type TypedChannel,
} from './subscription-file.ts';

type Outcome = 'added' | 'changed' | 'unchanged';

/** How many subscriptions each became, and muted stories that this archive does not have. */
export interface ImportResult {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Muted stories that this archive does not have. */
  readonly unknownMuted: number;
}

/** How far back a new subscription without `toldUntil` looks. */
const firstWindowHours = 24;

/**
 * Brings in channels with their subscriptions: what there is already is brought to the file's length, stories and pause, nothing is
 * removed. All of it or, when anything is wrong, nothing: throws UserError with every problem. Doing it twice changes nothing more.
 */
export function importSubscriptions(
  channels: readonly ChannelInFile[],
  storage: Pick<Storage, 'transaction'>,
  now: Temporal.Instant,
): Promise<ImportResult> {
  return storage.transaction(async (queries) => {
    const problems: string[] = [];
    const outcomes: Outcome[] = [];
    let unknownMuted = 0;
    for (const { channel, settings, muted, subscriptions } of channels) {
      await queries.channels.save(channel, settings, now);
      for (const articleId of muted)
        if (!(await mute(articleId, { channel, settings, queries, now }))) unknownMuted += 1;
      const seen: Subscription[] = [];
      for (const wish of subscriptions) {
        const { subscription, outcome } = await importOne(wish, { channel, queries, now, seen, problems });
        if (subscription) seen.push(subscription);
        outcomes.push(outcome);
      }
    }
    if (problems.length > 0) throw severalProblems(problems);
    const count = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length;
    return { added: count('added'), changed: count('changed'), unchanged: count('unchanged'), unknownMuted };
  });
}

/** Whether the archive has this article's story, so that it can be muted. */
async function mute(
  articleId: string,
  { channel, settings, queries, now }: Pick<Import, 'channel' | 'queries' | 'now'> & Pick<ChannelInFile, 'settings'>,
): Promise<boolean> {
  const storyId = await queries.stories.storyOf(articleId);
  if (storyId !== undefined) await queries.mutedStories.add(channel, storyId, { by: 'import', at: now, ...settings });
  return storyId !== undefined;
}

interface Import {
  readonly channel: ChannelRef;
  readonly queries: Queries;
  readonly now: Temporal.Instant;
  /** Of this file. */
  readonly seen: readonly Subscription[];
  readonly problems: string[];
}

async function importOne(
  wish: SubscriptionInFile,
  { channel, queries, now, seen, problems }: Import,
): Promise<{ readonly subscription?: Subscription; readonly outcome: Outcome }> {
  if (seen.some((one) => isSameWish(one, wish))) {
    problems.push(`${wish.place}: the channel has the same subscription twice; leave one out`);
    return { outcome: 'unchanged' };
  }
  const present = await queries.subscriptions.ofChannel(channel);
  const same = present.find((one) => isSameWish(one, wish));
  if (same) return { subscription: same, outcome: await bringTo(wish, same, queries, now) };
  try {
    checkRoom(wish, present);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(`${wish.place}: ${error.message}`);
    return { outcome: 'unchanged' };
  }
  const { interest, as, schedule, language, length, maxStories, createdBy } = wish;
  const windowStart = wish.toldUntil ?? now.subtract({ hours: firstWindowHours });
  const added = {
    channel,
    interest,
    as,
    schedule,
    language,
    length,
    maxStories,
    createdBy,
    createdAt: now,
    windowStart,
  };
  const subscription = await queries.subscriptions.add(added);
  await bringTo(wish, subscription, queries, now);
  return { subscription, outcome: 'added' };
}

async function bringTo(
  wish: SubscriptionInFile,
  present: Subscription,
  { subscriptions }: Queries,
  now: Temporal.Instant,
): Promise<'changed' | 'unchanged'> {
  const tellsOtherwise =
    wish.length !== present.length || wish.maxStories !== present.maxStories || wish.as !== present.as;
  const isPaused = present.state === 'paused';
  const restsOtherwise =
    wish.isPaused !== isPaused || wish.pausedUntil?.epochMilliseconds !== present.pausedUntil?.epochMilliseconds;
  const looksOtherwise = styleKey(wish) !== styleKey(present);
  if (tellsOtherwise) await subscriptions.change(present.id, wish, now);
  if (looksOtherwise) await subscriptions.setStyle(present.id, wish);
  if (restsOtherwise)
    await subscriptions.setState(present.id, wish.isPaused ? 'paused' : 'active', { at: now, until: wish.pausedUntil });
  return tellsOtherwise || restsOtherwise || looksOtherwise ? 'changed' : 'unchanged';
}

function styleKey({ mention, look }: PostStyle): string {
  return JSON.stringify([mention, look?.name, look?.pictureUrl, look?.color]);
}

/** Reads a file of subscriptions. Throws UserError with every problem and its line. */
export function parseSubscriptions(text: string, topics: TopicNames): readonly ChannelInFile[] {
  checkSize(text);
  const reading = readYaml(
    text,
    subscriptionFileSchema,
    'unknown key; compare with the output of `kurzwelle export --subscriptions`',
  );
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
function severalProblems(problems: readonly string[]): UserError {
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  return new UserError(`${count}; nothing was imported.\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}

function readChannel(typed: TypedChannel, reading: FileReading): ChannelInFile | undefined {
  const quiet = attempt(reading, () =>
    readField('quiet', () => ({ hours: typed.quiet === undefined ? undefined : parseQuiet(typed.quiet) })),
  );
  const zone = attempt(reading, () => readField('zone', () => parseZone(typed.zone)));
  const language = attempt(reading, () => readField('language', () => parseLanguage(typed.language)));
  const subscriptions = typed.subscriptions.map((one, index) =>
    readSubscription(one, typed, { ...reading, path: [...reading.path, 'subscriptions', index] }),
  );
  if (!quiet || zone === undefined || language === undefined) return undefined;
  const unfurls = typed.unfurl ? { unfurls: true } : {};
  const settings = { zone, language, ...(quiet.hours ? { quiet: quiet.hours } : {}), ...unfurls };
  const channel = { platform: typed.platform, workspaceId: typed.workspace, channelId: typed.channel };
  return { channel, settings, muted: typed.muted, subscriptions: subscriptions.flatMap((one) => one ?? []) };
}
