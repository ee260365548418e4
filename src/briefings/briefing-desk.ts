import { createHash } from 'node:crypto';
import type { Article } from '../articles/article.ts';
import { runYielding } from '../runtime/yield-to-event-loop.ts';
import type { Briefing, BriefingLength, DeliveredStatement } from './briefing.ts';
import { composeAhead } from './compose-ahead.ts';
import { type BriefingSettings, composeYielding, fewestOfInterest, type StoryChooser } from './compose-briefing.ts';
import { composeWeek } from './compose-week.ts';
import { defaultRankWeights } from './ranking/rank-factors.ts';
import type { StoryMaterial } from './story-material.ts';

/** What the desk reads: the archive's articles and stories, and the top feeds' order. */
export interface DeskSources {
  listArticles(query: {
    readonly archivedSince?: Temporal.Instant;
    readonly archivedUntil?: Temporal.Instant;
    readonly since?: Temporal.Instant;
    readonly until?: Temporal.Instant;
    readonly language: string;
    readonly withoutSeed: boolean;
  }): Promise<readonly Article[]>;
  storiesOf(articleIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Best position of each article in the editors' top feeds. */
  topPositions(articleIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** How central to the news the main actors of each article are. */
  centralityOf(articleIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** When each article of these stories was published. */
  publishedOf(storyIds: readonly number[]): Promise<ReadonlyMap<number, readonly Temporal.Instant[]>>;
  /** The running affair that each of these stories belongs to. */
  affairsOf(storyIds: readonly number[]): Promise<ReadonlyMap<number, number>>;
  findBriefing(id: string): Promise<Briefing | undefined>;
  saveBriefing(briefing: Briefing, composedAt: Temporal.Instant): Promise<void>;
}

/** An interest with its window, read and ready to select articles. */
export interface DeskRequest {
  /** Names the briefing: equal requests share it. What is selected must follow from it. */
  readonly interest: string;
  readonly select: (articles: readonly Article[]) => Promise<readonly Article[]>;
  /** Of those selected, the ids of those that are mainly of interest; by default all. */
  readonly selectMain?: (articles: readonly Article[]) => Promise<ReadonlySet<string>>;
  /** Picks what a filter left out, of which only the number of stories is shown. */
  readonly leftOut?: {
    readonly presets: readonly string[];
    readonly select: (articles: readonly Article[]) => Promise<readonly Article[]>;
  };
  /** The window is of publication, not of archiving: a day in the past, as its articles read by now. */
  readonly byPublication?: boolean;
  /** The first one of a subscription selects less than `interest` says: the day before. */
  readonly isFirst?: boolean;
  /** Reviews the affairs of a week instead of telling what is new. */
  readonly isWeek?: boolean;
  /** Says as well what articles of the week before, picked by `select`, announce for after this day. */
  readonly announced?: { readonly after: Temporal.PlainDate; readonly select: DeskRequest['select'] };
  /** Of the briefing's own words; of the articles too, unless `languages` says otherwise. */
  readonly language: string;
  readonly languages?: readonly string[];
  readonly length: BriefingLength;
  readonly maxStories: number;
  readonly windowStart: Temporal.Instant;
  readonly windowEnd: Temporal.Instant;
  /** Loads what was delivered to these readers of the stories. */
  readonly delivered: (storyIds: readonly number[]) => Promise<ReadonlyMap<number, readonly DeliveredStatement[]>>;
  /** A scheduled briefing leaves out what came with a feed's first, silent poll; one asked for does not. */
  readonly withoutSeed: boolean;
}

/** Rewords a quoted briefing; what it cannot reword stays quoted. */
export interface BriefingWriter {
  /** Part of what names a briefing: another writer writes another one. */
  readonly id: string;
  word(briefing: Briefing, material: readonly StoryMaterial[]): Promise<Briefing>;
  /** Whether a kept briefing may still be shown as it is. */
  holds(briefing: Briefing): Promise<boolean>;
}

/** A chooser for each briefing. */
export interface BriefingChoosing {
  /** Part of what names a briefing, as a writer's. */
  readonly id: string;
  /** Its time runs from now. */
  create(): StoryChooser;
}

/** Composes briefings from the archive. */
export interface BriefingDesk {
  compose(request: DeskRequest): Promise<Briefing>;
}

/** Composes a briefing once per (interest, window, language, length, delivered statements) and keeps it for equal requests. */
export function createBriefingDesk(
  sources: DeskSources,
  clock: { now(): Temporal.Instant },
  settings: BriefingSettings = { weights: defaultRankWeights },
  { writer, choosing }: { readonly writer?: BriefingWriter; readonly choosing?: BriefingChoosing } = {},
): BriefingDesk {
  return {
    async compose(request) {
      const articles = await listArticles(request, sources);
      const material = await gatherMaterial(articles, request, sources);
      const by = [choosing, writer].flatMap((one) => one?.id ?? []);
      const id = briefingId(request, material, by);
      const known = await sources.findBriefing(id);
      if (known && (!writer || (await writer.holds(known)))) return known;
      const ownId = known ? briefingId(request, material, [...by, 'again']) : id;
      const leftOut = await countLeftOut(articles, material, request, sources);
      const ahead = await findAhead({ ...request, id: ownId }, material, sources, settings);
      const named = { ...request, id: ownId, ...(ahead && { ahead }) };
      const composed = request.isWeek
        ? await runYielding(composeWeek(named, material, settings))
        : await composeYielding(named, material, settings, choosing?.create());
      const quoted: Briefing = { ...composed, ...(leftOut && { leftOut }) };
      const briefing = writer ? await writer.word(quoted, material) : quoted;
      await sources.saveBriefing(briefing, clock.now());
      return briefing;
    },
  };
}

async function listArticles(request: DeskRequest, sources: DeskSources): Promise<readonly Article[]> {
  const { windowStart, windowEnd, withoutSeed, languages = [request.language] } = request;
  const window = request.byPublication
    ? { since: windowStart, until: windowEnd }
    : { archivedSince: windowStart, archivedUntil: windowEnd };
  const lists = languages.map((language) => sources.listArticles({ ...window, language, withoutSeed }));
  return (await Promise.all(lists)).flat();
}

const daysRead = 7;

/** From the articles of a week, whatever the window: what they announced is to come for readers who know them, too. */
async function findAhead(
  request: DeskRequest & { readonly id: string },
  material: readonly StoryMaterial[],
  sources: DeskSources,
  settings: BriefingSettings,
): Promise<Briefing['ahead']> {
  const { announced, windowEnd } = request;
  if (!announced) return undefined;
  const { after, select } = announced;
  const week = {
    ...request,
    select,
    windowStart: windowEnd.subtract({ hours: 24 * daysRead }),
    delivered: async () => new Map(),
  };
  const ofWeek = request.isWeek ? material : await gatherMaterial(await listArticles(week, sources), week, sources);
  return runYielding(composeAhead(ofWeek, { ...week, after }, settings));
}

/** How many stories of the window a filter left out altogether. */
async function countLeftOut(
  articles: readonly Article[],
  material: readonly StoryMaterial[],
  { leftOut }: DeskRequest,
  { storiesOf }: Pick<DeskSources, 'storiesOf'>,
): Promise<Briefing['leftOut']> {
  if (!leftOut) return undefined;
  const ids = (await leftOut.select(articles)).map(({ id }) => id);
  const gathered = new Set(material.map(({ storyId }) => storyId));
  const stories = new Set((await storiesOf(ids)).values());
  const count = [...stories].filter((story) => !gathered.has(String(story))).length;
  return count > 0 ? { presets: leftOut.presets, count } : undefined;
}

/**
 * The stories of the window with what is of interest in them, and what says how important they are. Stories that only touch the interest in
 * passing are there only if too few are mainly of interest.
 */
async function gatherMaterial(
  listed: readonly Article[],
  request: DeskRequest,
  sources: DeskSources,
): Promise<readonly StoryMaterial[]> {
  const articles = await request.select(listed);
  const ids = articles.map(({ id }) => id);
  const [stories, positions, centrality, main] = await Promise.all([
    sources.storiesOf(listed.map(({ id }) => id)),
    sources.topPositions(ids),
    sources.centralityOf(ids),
    request.selectMain?.(articles),
  ]);
  const byStory = Map.groupBy(articles.toReversed(), ({ id }) => stories.get(id) ?? -1);
  byStory.delete(-1);
  const storyIds = [...byStory.keys()];
  const [delivered, published, affairs] = await Promise.all([
    request.delivered(storyIds),
    sources.publishedOf(storyIds),
    request.isWeek ? sources.affairsOf(storyIds) : new Map<number, number>(),
  ]);
  const inWindow = Map.groupBy(stories.values(), (storyId) => storyId);
  const material = [...byStory].map(([storyId, members]) => {
    const places = members.flatMap(({ id }) => positions.get(id) ?? []);
    const affairId = affairs.get(storyId);
    const central = members.map(({ id }) => centrality.get(id) ?? 0);
    return {
      storyId: String(storyId),
      articles: members,
      delivered: delivered.get(storyId) ?? [],
      centrality: central.reduce((sum, one) => sum + one, 0) / central.length,
      interestShare:
        members.filter(({ id }) => main?.has(id) ?? true).length / (inWindow.get(storyId)?.length ?? members.length),
      publishedAt: published.get(storyId) ?? [],
      ...(affairId === undefined ? {} : { affairId }),
      ...(places.length > 0 ? { topPosition: Math.min(...places) } : {}),
    };
  });
  const mainly = material.filter(({ interestShare }) => interestShare > 0);
  return mainly.length >= fewestOfInterest ? mainly : material;
}

function briefingId(request: DeskRequest, material: readonly StoryMaterial[], writtenBy: readonly string[]): string {
  const key = [
    ...writtenBy,
    request.interest,
    request.language,
    request.length,
    request.maxStories,
    request.withoutSeed,
    ...(request.isFirst ? ['first'] : []),
    ...(request.isWeek ? ['week'] : []),
    ...(request.byPublication ? ['by publication'] : []),
    ...(request.announced ? [`announced after ${request.announced.after}`] : []),
    request.windowStart.toString(),
    request.windowEnd.toString(),
    material.map(({ storyId, articles, delivered }) => [
      storyId,
      articles.map(({ id, revision }) => `${id}@${revision}`),
      delivered.map(({ text }) => text),
    ]),
  ];
  return createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 32);
}
