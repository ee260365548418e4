import type { Archive } from '../answers/archive.ts';
import type { BriefingDesk } from '../briefings/briefing-desk.ts';
import { briefingMessage } from '../briefings/message/briefing-message.ts';
import type { Caller } from '../chat/chat.ts';
import type { Message } from '../chat/message.ts';
import { context } from '../chat/write.ts';
import type { Config } from '../config/config.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Queries } from '../storage/storage.ts';
import type { ChannelSettings } from '../subscriptions/channel-settings.ts';
import type { InterestReader } from '../subscriptions/interest-reader.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { wordingFor } from '../wording/wording-for.ts';
import { withoutMuted } from './mute-stories.ts';

/** What composing for a person uses of the newsroom. */
export interface BriefingServiceParts {
  readonly config: Pick<Config, 'topics' | 'briefings'>;
  readonly storage: Pick<
    Queries,
    'articles' | 'stories' | 'briefings' | 'subscriptions' | 'mutedStories' | 'deliveries'
  >;
  readonly archive: Archive;
  readonly desk: BriefingDesk;
  readonly readInterest: InterestReader;
  readonly settingsOf: (channel: Subscription['channel']) => Promise<ChannelSettings>;
  readonly clock: Clock;
}

/** After a break there is more news than in a daily briefing. */
const mostStories = 10;
const defaultHours = 24;

type CatchUpParts = BriefingServiceParts & { readonly reader?: string | undefined };

/**
 * What a channel missed, in one briefing: what any of its subscriptions asks for, since the oldest of their windows began, without what
 * was delivered or muted; or everything of theirs since the instant given. A channel without subscriptions catches up on all news of a day.
 */
export async function catchUp(
  { channel }: Caller,
  since: Temporal.Instant | undefined,
  { storage, desk, readInterest, settingsOf, clock, reader }: CatchUpParts,
): Promise<Message> {
  const now = clock.now();
  const { zone, language } = await settingsOf(channel);
  const subscriptions = await storage.subscriptions.ofChannel(channel);
  const windowStart = since ?? oldestWindow(subscriptions) ?? now.subtract({ hours: defaultHours });
  const { key, ...wanted } = await withoutMuted(joined(subscriptions, language, readInterest), channel, storage);
  const briefing = await desk.compose({
    ...wanted,
    interest: key,
    language,
    length: 'short',
    maxStories: mostStories,
    windowStart,
    windowEnd: now,
    delivered: since ? async () => new Map() : deliveredTo(subscriptions, storage),
    withoutSeed: since === undefined && subscriptions.length > 0,
  });
  const message = briefingMessage(briefing, { zone, at: now, ...(reader ? { reader } : {}) });
  const [heading, ...blocks] = message.blocks;
  const span = { kind: 'time', at: windowStart.toString(), zone, precision: 'minute' } as const;
  const note = context(`${wordingFor(reader, language).briefing.missedSince} `, span);
  return { ...message, blocks: [...(heading ? [heading] : []), note, ...blocks] };
}

/** What was delivered of stories to any of the subscriptions. */
function deliveredTo(subscriptions: readonly Subscription[], { briefings }: CatchUpParts['storage']) {
  return async (storyIds: Parameters<typeof briefings.deliveredStatements>[1]) => {
    const deliveredIds = await Promise.all(subscriptions.map(({ id }) => briefings.briefingsDelivered(id, storyIds)));
    return briefings.deliveredStatements([...new Set(deliveredIds.flat())], storyIds);
  };
}

/** Alerts end no window, so a story delivered by alerts alone says nothing about it. */
function oldestWindow(subscriptions: readonly Subscription[]): Temporal.Instant | undefined {
  const briefed = subscriptions.filter(({ as }) => as !== 'alerts');
  return briefed.map(({ windowStart }) => windowStart).toSorted(Temporal.Instant.compare)[0];
}

/** Articles that any of the subscriptions asks for, in the languages of all. */
function joined(
  subscriptions: readonly Subscription[],
  language: string,
  readInterest: BriefingServiceParts['readInterest'],
) {
  const reads =
    subscriptions.length > 0
      ? subscriptions.map((one) => readInterest(one.interest, one.language))
      : [readInterest('everything', language)];
  return {
    key: `catching up on ${reads.map(({ key, languages }) => `${key} in ${languages.join()}`).join('; ')}`,
    languages: [...new Set(reads.flatMap(({ languages }) => languages))],
    async select(articles: Parameters<(typeof reads)[number]['select']>[0]) {
      const lists = await Promise.all(reads.map((read) => read.select(articles)));
      const wanted = new Set(lists.flat());
      return articles.filter((article) => wanted.has(article));
    },
  };
}
