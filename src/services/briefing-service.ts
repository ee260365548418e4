import { conversationOf } from '../../commands/conversation.ts';
import type { BriefingRequestNow, BriefingService, Outlook } from '../../commands/define-command.ts';
import { extentOf } from '../answers/answer-archive.ts';
import { briefingAnswer } from '../answers/briefing-answer.ts';
import type { Article } from '../articles/article.ts';
import type { Briefing } from '../briefings/briefing.ts';
import { briefingMessage } from '../briefings/message/briefing-message.ts';
import type { Caller } from '../chat/chat.ts';
import { deliveryNow } from '../deliveries/plan-due.ts';
import { createShortMemory } from '../runtime/short-memory.ts';
import { namedParts, titleOfInterest } from '../subscriptions/interest-spelling.ts';
import { outlookOf } from '../subscriptions/outlook.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { UserError } from '../user-error.ts';
import { type BriefingServiceParts, catchUp } from './catch-up.ts';
import { deskRequest, frameOf, renderDelivery } from './compose-delivery.ts';
import { withoutMuted } from './mute-stories.ts';

const outlookDays = 7;
/** Parts of an interest that are looked for one by one. */
const mostParts = 6;
/** How many days a requested briefing looks back, and how many if those have no news. */
const firstDays = 1;
const furtherDays = [3, 7, 30];
const daysOfWeek = 7;
/** Fewer stories on an interest than these are few, if the last week has more. */
const fewStories = 3;
/** How long a briefing that somebody asked for is the one that they mean by a number, and how many people's are kept. */
const shownMinutes = 15;
const mostShown = 1_000;

/** Briefings outside the schedule: asked for, looked ahead to, caught up on, sent at once. */
export function createBriefingService(parts: BriefingServiceParts): BriefingService {
  const { config, storage, archive, desk, readInterest, clock } = parts;
  const shown = createShortMemory<{ readonly id: string }>({
    max: mostShown,
    minutes: shownMinutes,
    now: () => clock.now(),
  });
  return {
    async briefNow(request) {
      const { interest } = readInterest(request.interest, request.language);
      const frame = frameOf(interest, request.reader ?? request.language, config.topics);
      const { zone, reader } = request;
      // The last minute of a day in the past, so that it is dated by that day.
      const at = request.until?.subtract({ minutes: 1 }) ?? clock.now();
      const briefing = await composeNow(request);
      if (request.caller && briefing.stories.length > 0) shown.set(conversationOf(request.caller), { id: briefing.id });
      return briefingMessage(briefing, { ...frame, zone, at, ...(reader ? { reader } : {}) });
    },

    async answerNow(request) {
      const { interest } = readInterest(request.interest, request.language);
      const briefing = await composeNow(request);
      return briefingAnswer({ ...briefing, interest: titleOfInterest(interest) }, await extentOf(archive));
    },

    async preview(subscription) {
      const at = clock.now();
      const briefing = await composeAhead(subscription, at);
      return renderDelivery(briefing, subscription, { at, isLate: false }, { readInterest, topics: config.topics });
    },

    catchUp: (caller, since, reader) => catchUp(caller, since, { ...parts, reader }),

    async outlook(typed, { language, zone, reader }): Promise<Outlook> {
      const { interest, languages, select } = readInterest(typed, language);
      const now = clock.now();
      const since = now
        .toZonedDateTimeISO(zone)
        .startOfDay()
        .subtract({ days: outlookDays - 1 })
        .toInstant();
      const articles = await select(await articlesSince(since, languages));
      const stories = await storage.stories.storiesOf(articles.map(({ id }) => id));
      const { since: begun = now } = await storage.articles.extent();
      const firstDay = begun.toZonedDateTimeISO(zone).toPlainDate();
      const days = outlookOf(articles, stories, { now, days: outlookDays, zone });
      return {
        title: titleOfInterest(interest),
        ...frameOf(interest, reader ?? language, config.topics),
        days,
        daysRead: days.filter(({ date }) => Temporal.PlainDate.compare(date, firstDay) >= 0).length,
      };
    },

    async shownTo(caller) {
      const id = shown.get(conversationOf(caller))?.id ?? (await lastDelivered(caller));
      return id === undefined ? undefined : storage.briefings.find(id);
    },

    async firstWithNews(interests, language, days) {
      const read = interests.map((typed) => ({ typed, ...readInterest(typed, language) }));
      const languages = new Set(read.flatMap((each) => each.languages));
      const articles = await articlesSince(daysAgo(days), [...languages]);
      for (const { typed, select } of read) if ((await select(articles)).length > 0) return typed;
      return undefined;
    },

    async deadParts(typed, language) {
      const { interest, languages } = readInterest(typed, language);
      const articles = await articlesSince(daysAgo(outlookDays), languages);
      if (articles.length === 0) return [];
      const dead: string[] = [];
      for (const part of namedParts(interest).slice(0, mostParts)) {
        const found = await readInterest(part, language).select(articles);
        if (found.length === 0) dead.push(part);
      }
      return dead;
    },

    async sendNow(subscription) {
      const { id, state, windowStart } = subscription;
      if (state !== 'active')
        throw new UserError(({ errors, subscription: { states } }) => errors.notActive(String(id), states[state]));
      if (await isUnderWay(id)) return { kind: 'under-way' };
      const now = clock.now();
      const { stories } = await composeAhead(subscription, now);
      if (stories.length === 0) return { kind: 'nothing-new', since: windowStart };
      await storage.deliveries.insert([deliveryNow(subscription, now)]);
      return { kind: 'planned' };
    },
  };

  function daysAgo(days: number): Temporal.Instant {
    return clock.now().subtract({ hours: 24 * days });
  }

  async function articlesSince(since: Temporal.Instant, languages: readonly string[]): Promise<readonly Article[]> {
    return (await Promise.all(languages.map((language) => storage.articles.list({ since, language })))).flat();
  }

  async function composeNow(request: BriefingRequestNow): Promise<Briefing> {
    if (request.as === 'week') return composeSince(request, request.since ?? daysAgo(daysOfWeek));
    if (request.since) return composeSince(request, request.since);
    let briefing = await composeSince(request, daysAgo(firstDays));
    for (const days of furtherDays) {
      const { length } = briefing.stories;
      if (length >= fewStories || (length > 0 && (days > outlookDays || request.interest === 'everything'))) break;
      briefing = await composeSince(request, daysAgo(days));
    }
    return briefing;
  }

  /** The id of the briefing that the channel got last. */
  async function lastDelivered({ channel }: Caller): Promise<string | undefined> {
    const ids = (await storage.subscriptions.ofChannel(channel)).map(({ id }) => id);
    const sent = [...(await storage.deliveries.lastSentOf(ids))];
    const [last] = sent.toSorted(([, one], [, other]) => Temporal.Instant.compare(other, one));
    const [delivery] = last ? await storage.deliveries.list({ state: 'sent', subscriptionId: last[0], limit: 1 }) : [];
    return delivery?.briefingId;
  }

  function composeSince(
    { interest, length, language, until, as }: BriefingRequestNow,
    since: Temporal.Instant,
  ): Promise<Briefing> {
    const { key, languages, select, selectMain, leftOut } = readInterest(interest, language);
    return desk.compose({
      interest: key,
      languages,
      select,
      selectMain,
      ...(leftOut && { leftOut }),
      ...(until && { byPublication: true }),
      ...(as === 'week' && { isWeek: true }),
      language,
      length,
      maxStories: config.briefings.maxStories,
      windowStart: since,
      windowEnd: until ?? clock.now(),
      delivered: async () => new Map(),
      withoutSeed: false,
    });
  }

  async function composeAhead(subscription: Subscription, windowEnd: Temporal.Instant): Promise<Briefing> {
    const { interest, language, channel } = subscription;
    const read = await withoutMuted(readInterest(interest, language), channel, storage);
    return desk.compose({
      ...deskRequest(subscription, windowEnd, read),
      delivered: async (ids) =>
        storage.briefings.deliveredStatements(await storage.briefings.briefingsDelivered(subscription.id, ids), ids),
    });
  }

  async function isUnderWay(subscriptionId: number): Promise<boolean> {
    const states = ['due', 'claimed', 'retrying'] as const;
    const found = states.map((state) => storage.deliveries.list({ state, subscriptionId, limit: 1 }));
    return (await Promise.all(found)).some((list) => list.length > 0);
  }
}
