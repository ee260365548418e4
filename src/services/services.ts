import { randomBytes } from 'node:crypto';
import type {
  AnswerService,
  CommandServices,
  PictureBlock,
  ServiceStatus,
  Step,
  Steps,
} from '../../commands/define-command.ts';
import type { Answer } from '../answers/answer.ts';
import type { AnswerContext, AskedBefore } from '../answers/answer-archive.ts';
import type { Archive } from '../answers/archive.ts';
import { answerQuestion } from '../answers/ask/ask.ts';
import { answerBackground } from '../answers/background/background.ts';
import { answerStory } from '../answers/background/story.ts';
import { answerTimeline } from '../answers/background/whole-timeline.ts';
import type { SectionChooser } from '../answers/choose-lines.ts';
import { offerQuestions } from '../answers/offered-questions.ts';
import { answerSearch } from '../answers/search.ts';
import { answerActor, answerQuotes, answerWho } from '../answers/who/who.ts';
import type { BriefingDesk } from '../briefings/briefing-desk.ts';
import type { Charts } from '../charts/charts.ts';
import { altText, chartNumbers, mentionPeriods } from '../charts/mention-periods.ts';
import type { Config } from '../config/config.ts';
import { following } from '../config/live-config.ts';
import { explain, mayExplain } from '../ingest/explain.ts';
import { feedStatus } from '../ingest/feed-health.ts';
import { createKnowledge } from '../intents/knowledge.ts';
import { createLineReader } from '../intents/read-line.ts';
import type { Generation } from '../models/generation.ts';
import type { WordAnswer } from '../models/word-answer.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import { createShortMemory } from '../runtime/short-memory.ts';
import type { Trace } from '../runtime/trace.ts';
import type { DamageNotice } from '../storage/damage.ts';
import type { Storage } from '../storage/storage.ts';
import { createChannelSettings } from '../subscriptions/channel-settings.ts';
import type { InterestReader } from '../subscriptions/interest-reader.ts';
import { createSubscriptionManager, createSubscriptionMover } from '../subscriptions/manage-subscriptions.ts';
import { topicNames } from '../subscriptions/topic-names.ts';
import { lengthLimits } from '../text/limits.ts';
import { UserError } from '../user-error.ts';
import { articleOfLink } from './article-of-link.ts';
import { createBriefingService } from './briefing-service.ts';
import { completeInterest } from './complete-interest.ts';
import { createMuteService } from './mute-stories.ts';

/** The parts of a newsroom that its services use. */
export interface NewsroomParts {
  readonly config: Config;
  readonly storage: Storage;
  readonly archive: Archive;
  readonly desk: BriefingDesk;
  readonly readInterest: InterestReader;
  /** Draws in a thread of its own; `stop` ends it. */
  readonly charts: Charts;
  /** Present if a model or a local reader is configured; `stop` ends the thread of the latter. */
  readonly generation: Generation | undefined;
  /** Whether the archive was found damaged. */
  readonly damage: DamageNotice;
  readonly clock: Clock;
  readonly log: Log;
  readonly trace: Trace;
}

/** What commands, buttons and completion use, over the parts of a newsroom. */
export function createServices(parts: NewsroomParts): CommandServices {
  const { config, storage, archive, desk, readInterest, charts, generation, damage, clock, log } = parts;
  const startedAt = clock.now();
  const now = () => clock.now();
  const settings = createChannelSettings({ store: storage.channels, defaults: config.briefings, now });
  const explaining = () => ({
    storage,
    topics: config.topics,
    feeds: config.feeds.list,
    zone: config.briefings.zone,
    now,
  });
  const services: CommandServices = {
    archive,
    answers: createAnswerService(archive, clock, {
      word: generation?.wordAnswer,
      createAnswering: generation?.createAnswering,
      createSectionChooser: generation?.createSectionChooser,
    }),
    briefings: createBriefingService({ config, storage, archive, desk, readInterest, settingsOf: settings.of, clock }),
    subscriptions: createSubscriptions({ config, storage, settingsOf: settings.of, now }),
    settings,
    mutes: createMuteService({ storage, settingsOf: settings.of, now }),
    findBriefing: storage.briefings.find,
    articleOf: (url) => articleOfLink(url, storage),
    mentionChart: createMentionChart({ archive, charts, log }),
    get languages() {
      return [...new Set(config.feeds.list.map(({ language }) => language))];
    },
    get topics() {
      return config.topics;
    },
    status: async () => ({
      ...(await readStatus({ config, storage, startedAt, now: clock.now() })),
      ...(generation ? { model: generation.status() } : {}),
      ...(generation?.createAnswering ? { answersBy: generation.status().id } : {}),
      ...(damage.found() ? { archiveDamaged: true } : {}),
    }),
    async explain(what, whose = {}) {
      const shown = whose.caller && (await services.briefings.shownTo(whose.caller));
      return explain(what, { ...whose, ...(shown && { shown }) }, explaining());
    },
    async explains(what, { caller }) {
      const shown = caller && (await services.briefings.shownTo(caller));
      return mayExplain(what, shown, explaining());
    },
    readLine: following(
      () => config.topics,
      (topics) => createLineReader(createKnowledge(topics)),
    ),
    reportLine: storage.lineReports.add,
    suggestInterests: (typed, say) => completeInterest(typed, services, say),
    readUnclearLine: generation?.readUnclearLine,
    steps: createSteps(now),
    now,
    zone: config.briefings.zone,
  };
  return services;
}

const stepsKept = 1_000;
const keptMinutes = 10;

/** Steps of buttons. */
function createSteps(now: () => Temporal.Instant): Steps {
  const kept = createShortMemory<Step>({ max: stepsKept, minutes: keptMinutes, now });
  return {
    keep(step) {
      const value = randomBytes(9).toString('base64url');
      kept.set(value, step);
      return value;
    },
    find: (value) => kept.get(value),
    drop: (value) => void kept.delete(value),
  };
}

function createSubscriptions({
  config,
  storage,
  settingsOf,
  now,
}: {
  readonly config: Config;
  readonly storage: Storage;
  readonly settingsOf: CommandServices['settings']['of'];
  readonly now: () => Temporal.Instant;
}): CommandServices['subscriptions'] {
  const store = storage.subscriptions;
  const manager = createSubscriptionManager({
    store,
    settingsOf,
    topics: () => topicNames(config.topics),
    defaults: config.briefings,
    languages: () => config.feeds.list.map(({ language }) => language),
    now,
  });
  return {
    ...manager,
    ...createSubscriptionMover({ store, get: manager.get, settingsOf, now }),
    async lastSent(id) {
      return (await storage.deliveries.lastSentOf([id])).get(id);
    },
  };
}

/** What `/status` shows: the archive, its feeds, deliveries and subscriptions. */
async function readStatus({
  config,
  storage,
  startedAt,
  now,
}: {
  readonly config: Config;
  readonly storage: Storage;
  readonly startedAt: Temporal.Instant;
  readonly now: Temporal.Instant;
}): Promise<ServiceStatus> {
  const [extent, states, deliveries, subscriptions] = await Promise.all([
    storage.articles.extent(),
    storage.feeds.states(),
    storage.deliveries.counts(),
    storage.subscriptions.count(),
  ]);
  const rows = new Map(states.map((row) => [row.id, row]));
  return {
    startedAt,
    articles: extent.articles,
    ...(extent.since ? { since: extent.since } : {}),
    feeds: config.feeds.list.flatMap((feed) => {
      const row = rows.get(feed.id);
      return row ? feedStatus(feed, row, now) : [];
    }),
    deliveries,
    subscriptions,
  };
}

/** Questions are remembered for follow-ups in this process alone; see docs/privacy.md. */
const rememberedMinutes = 15;
const mostConversations = 10_000;

/** Typed in lower case: "killed in norland", "the driver". */
function namesNobody(name: string): boolean {
  return /^\p{Ll}/u.test(name.trim());
}

/** "And why?" is remembered with the question that it continues. */
function isShort(question: string): boolean {
  return question.trim().split(/\s+/u).length <= 3;
}

interface AnsweringParts {
  readonly word?: WordAnswer | undefined;
  /** What chooses each answer, and widens the search for it. */
  readonly createAnswering?: (() => Pick<AnswerContext, 'selector' | 'widening'>) | undefined;
  /** A chooser of sections for each answer. */
  readonly createSectionChooser?: (() => SectionChooser) | undefined;
}

/** Answers from the archive; a model may choose or word those to questions. What is longer than a typed line is a UserError. */
export function createAnswerService(
  archive: Archive,
  clock: Clock,
  { word, createAnswering, createSectionChooser }: AnsweringParts = {},
): AnswerService {
  const context = (reader?: string) => ({ archive, now: clock.now(), reader, chooseSection: createSectionChooser?.() });
  const asked = createShortMemory<AskedBefore>({
    max: mostConversations,
    minutes: rememberedMinutes,
    now: () => clock.now(),
  });
  const recall = (conversation: string | undefined) =>
    conversation === undefined ? undefined : asked.get(conversation);
  const remember = (conversation: string | undefined, question: string, answer: Answer): Answer => {
    if (conversation === undefined) return answer;
    const before = recall(conversation);
    const cited = answer.statements.flatMap(({ citations }) => citations.map(({ articleId }) => articleId));
    asked.set(conversation, {
      question: before && isShort(question) ? `${question} ${before.question}` : question,
      articles: cited.length > 0 ? [...new Set(cited)] : (before?.articles ?? []),
    });
    return answer;
  };
  const checked = (text: string): string => {
    if (text.length <= lengthLimits.line) return text;
    throw new UserError(({ refusals }) => refusals.lineTooLong(String(text.length), String(lengthLimits.line)));
  };
  const withQuestions = async (answer: Answer, reader: string | undefined): Promise<Answer> => {
    const ask = (question: string) => answerQuestion(question, context(reader));
    const offered = await offerQuestions(answer, ask, context(reader));
    return offered.length > 0 ? { ...answer, offered } : answer;
  };
  return {
    async who(name, reader, conversation) {
      if (typeof name === 'number') return answerActor(name, context(reader));
      const before = recall(conversation);
      const answer = await answerWho(checked(name), context(reader));
      // "Who was killed in Norland", and "who was the driver" of the story asked about before, name nobody.
      const asked = answer.refused && namesNobody(name) && (await answerQuestion(name, { ...context(reader), before }));
      return remember(conversation, name, asked && !asked.refused ? asked : answer);
    },
    background: async (topic, reader, conversation) => {
      const answer = await answerBackground(checked(topic), context(reader));
      return remember(conversation, topic, await withQuestions(answer, reader));
    },
    story: async (story, reader) => withQuestions(await answerStory(checked(story), context(reader)), reader),
    async ask(question, reader, conversation) {
      const before = recall(conversation);
      const asking = { ...context(reader), before, ...createAnswering?.() };
      const answer = await answerQuestion(checked(question), asking);
      remember(conversation, question, answer);
      return word ? word(answer, question) : answer;
    },
    search: async (words, reader) => answerSearch(checked(words), context(reader)),
    quotes: (actor, reader) => answerQuotes(actor, context(reader)),
    timeline: (subject, reader) => answerTimeline(subject, context(reader)),
  };
}

/** The chart of an actor's mentions as a picture of a message. An answer goes without it rather than fail. */
function createMentionChart({
  archive,
  charts,
  log,
}: {
  readonly archive: Archive;
  readonly charts: Charts;
  readonly log: Log;
}): CommandServices['mentionChart'] {
  return async (actorId, { name, language }): Promise<PictureBlock | undefined> => {
    const counted = mentionPeriods(await archive.mentionDaysOf(actorId));
    if (!counted) return undefined;
    try {
      const drawn = await within(charts.patienceMs, charts.draw(counted, language));
      if (!drawn) return undefined;
      const png = Buffer.from(drawn);
      const alt = altText(name, counted, language);
      const chart = chartNumbers(name, counted, language);
      return { kind: 'picture', name: `mentions-${actorId}.png`, pngBase64: png.toString('base64'), alt, chart };
    } catch (err) {
      log.warn({ err, actorId }, 'a chart could not be drawn');
      return undefined;
    }
  };
}

/** Undefined if it takes longer; the work continues meanwhile. */
async function within<Made>(ms: number, making: Promise<Made>): Promise<Made | undefined> {
  const late = Promise.withResolvers<undefined>();
  const timeout = setTimeout(late.resolve, ms, undefined);
  return Promise.race([making, late.promise]).finally(() => clearTimeout(timeout));
}
