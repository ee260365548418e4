import { runSync, runYielding, type Yielding } from '../runtime/yield-to-event-loop.ts';
import type { BreakingRate } from '../stories/phase.ts';
import type { Briefing, BriefingLength, BriefingStory, EventAhead, Statement } from './briefing.ts';
import { announcesAfter, isOvertaken } from './overtaken.ts';
import { oneOfEachEvent } from './ranking/one-event.ts';
import { defaultRankWeights, type RankWeights } from './ranking/rank-factors.ts';
import { type Rankable, type RankedStory, rankStories } from './ranking/rank-stories.ts';
import type { StoryMaterial } from './story-material.ts';
import { mostSentences, tellStory } from './tell-story.ts';
import { countWords, notYetShown, tightenStories, titlesThatFit } from './tighten-stories.ts';

/** For whom and for which window a briefing is composed. */
export interface BriefingRequest {
  readonly id: string;
  readonly interest: string;
  readonly language: string;
  readonly length: BriefingLength;
  readonly maxStories: number;
  readonly windowStart: Temporal.Instant;
  readonly windowEnd: Temporal.Instant;
  /** What is to come, by date; shown below the stories unless they tell it. */
  readonly ahead?: readonly EventAhead[];
}

/** What an operator may set. */
export interface BriefingSettings {
  readonly weights: RankWeights;
  readonly breaking?: BreakingRate;
  /** The most that is quoted of one article; by default what the length of a briefing allows. */
  readonly sentencesPerArticle?: number;
  /** Default `first`. */
  readonly pictures?: PictureChoice;
  /** What readers know a publisher by, for each namespace of article ids; the site's host where there is none. */
  readonly publishers?: ReadonlyMap<string, string>;
}

/** Which stories of a briefing show the picture that their feed gives: the first that has one, each, or none. */
export const pictureChoices = ['first', 'each', 'none'] as const;
export type PictureChoice = (typeof pictureChoices)[number];

const maximumAlso = 6;
/** The first so many have a place whatever they are, so that a quiet day shows features too. */
const storiesOfQuietDay = 3;
/** Stories that only mention an interest come after the others, and only up to this number of stories; they are never listed by title. */
export const fewestOfInterest = 3;

/**
 * Composes a briefing from the stories of its window: the most important first, each with what is new in it, verbatim and cited.
 * A story in which nothing is new to these readers is left out.
 */
export function composeBriefing(
  request: BriefingRequest,
  material: readonly StoryMaterial[],
  settings: BriefingSettings = { weights: defaultRankWeights },
): Briefing {
  const composition = { request, material, settings };
  const ranked = runSync(rank(composition));
  return finish(ranked, runSync(tellFirst(ranked, request)), composition);
}

/** Chooses in one briefing what words alone would choose: which stories lead, and which sentences tell a story. Undefined: as words have it. */
export interface StoryChooser {
  /** Places in `stories`, best first; at most as many as the briefing tells. */
  lead(
    stories: readonly RankedStory[],
    request: Pick<BriefingRequest, 'interest' | 'maxStories'>,
  ): Promise<readonly number[] | undefined>;
  tell(story: BriefingStory, material: StoryMaterial, most: number): Promise<readonly Statement[] | undefined>;
}

/**
 * The same, yielding to the event loop: many stories take a second, and commands wait to be acknowledged. A chooser chooses among all that
 * words alone would show or leave out.
 */
export async function composeYielding(
  request: BriefingRequest,
  material: readonly StoryMaterial[],
  settings: BriefingSettings = { weights: defaultRankWeights },
  chooser?: StoryChooser,
): Promise<Briefing> {
  const composition = { request, material, settings };
  const ranked = await runYielding(rank(composition));
  const first = chooser ? await chooseLeads(ranked, request, chooser) : [];
  const ordered = [...first, ...ranked.filter((one) => !first.includes(one))];
  const composed = await runYielding(tellFirst(ordered, request, first.length));
  const chosen = chooser ? await Promise.all(composed.map((story) => retell(story, composition, chooser))) : composed;
  return finish(ordered, chosen, composition);
}

async function chooseLeads(
  ranked: readonly RankedStory[],
  request: BriefingRequest,
  chooser: StoryChooser,
): Promise<readonly RankedStory[]> {
  const chosen = (await chooser.lead(ranked, request)) ?? [];
  return [...new Set(chosen)].flatMap((place) => ranked[place] ?? []);
}

async function retell(
  story: BriefingStory,
  { request, material, settings }: Composition,
  chooser: StoryChooser,
): Promise<BriefingStory> {
  const own = material.find(({ storyId }) => storyId === story.storyId);
  const most = mostSentences(request.length, settings.sentencesPerArticle);
  if (!own || most === 0 || story.statements.length === 0) return story;
  const statements = await chooser.tell(story, own, most);
  return statements ? { ...story, statements } : story;
}

interface Composition {
  readonly request: BriefingRequest;
  readonly material: readonly StoryMaterial[];
  readonly settings: BriefingSettings;
}

/**
 * The stories with news, most important first, and one of each event before the others. Without those
 * under a title that only announces what is over, or what another article of the window reports.
 */
function* rank({ request, material, settings }: Composition): Yielding<readonly RankedStory[]> {
  const stories = yield* tellStories(request, material, settings);
  const withNews = stories.filter((story) => story !== undefined);
  const articles = material.flatMap((one) => one.articles);
  const current = withNews.filter(({ story, material: own }) => {
    const titled = own.articles.find(({ id }) => id === story.titleArticleId);
    return !titled || !isOvertaken(titled, articles, request.windowEnd);
  });
  const ranked = rankStories(current, request.windowEnd, settings.weights);
  const inPassing = ranked.filter((one) => !isOfInterest(one));
  return oneOfEachEvent([...ranked.filter(isOfInterest), ...inPassing], request.maxStories);
}

function isOfInterest({ values }: RankedStory): boolean {
  return values.interest > 0;
}

/** Those that have a place, with their sentences; the first `chosen` have one in any case. */
function* tellFirst(
  ranked: readonly RankedStory[],
  request: BriefingRequest,
  chosen = 0,
): Yielding<readonly BriefingStory[]> {
  const composed: BriefingStory[] = [];
  for (const { story, tell } of ranked.slice(0, placesFor(ranked, request, chosen)))
    composed.push(tell ? yield* tell() : story);
  return composed;
}

/** How many have a place: of everything, those above the first feature; for an interest, a few of those that only mention it. */
function placesFor(ranked: readonly RankedStory[], { interest, maxStories }: BriefingRequest, chosen: number): number {
  const ofInterest = ranked.filter(isOfInterest).length;
  if (ofInterest > 0 && ofInterest < ranked.length)
    return Math.min(maxStories, Math.max(fewestOfInterest, ofInterest, chosen));
  if (interest !== 'everything') return maxStories;
  const places = ranked.findIndex((one, place) => place >= Math.max(storiesOfQuietDay, chosen) && !isWorthPlace(one));
  return places < 0 ? maxStories : Math.min(places, maxStories);
}

/** At or below it are portraits, explainers and entertainment without an event of consequence. Of the first five of 116 labelled windows, it loses three stories that an editor would lead with. */
const scoreOfFeature = -1;

function isWorthPlace({ eventScore }: RankedStory): boolean {
  return eventScore > scoreOfFeature;
}

/** The briefing of these stories at the requested length, with the next ones listed by title. */
function finish(
  ranked: readonly RankedStory[],
  composed: readonly BriefingStory[],
  { request, material, settings }: Composition,
): Briefing {
  const withNewsIds = new Set(ranked.map(({ story }) => story.storyId));
  const listed = worthATitle(ranked, request);
  const without = (stories: readonly BriefingStory[]) => {
    const told = new Set(stories.map(({ storyId }) => storyId));
    return listed.filter(({ story }) => !told.has(story.storyId));
  };
  const further = without(composed).map(({ story }) => story.title);
  const shown = tightenStories(composed, request, further).map((story) => withNext(story, request));
  return {
    id: request.id,
    interest: request.interest,
    language: request.language,
    length: request.length,
    windowStart: request.windowStart.toString(),
    windowEnd: request.windowEnd.toString(),
    stories: withPictures(shown, settings.pictures),
    also: titlesThatFit(namesOf(without(shown), request.windowEnd), shown, request),
    ...(request.ahead && { ahead: notYetShown(request.ahead, shown, request.language) }),
    wordCount: countWords(shown),
    ranking: {
      weights: settings.weights,
      stories: ranked.map(({ story: { storyId }, values }) => ({ storyId, values })),
      nothingNew: material.flatMap(({ storyId }) => (withNewsIds.has(storyId) ? [] : [storyId])),
    },
  };
}

/** Those of interest; of everything, on a day with news, what is worth a place. */
function worthATitle(ranked: readonly RankedStory[], { interest }: BriefingRequest): readonly RankedStory[] {
  if (interest !== 'everything') return ranked.some(isOfInterest) ? ranked.filter(isOfInterest) : ranked;
  const worth = ranked.filter(isWorthPlace);
  return worth.length < storiesOfQuietDay ? ranked : worth;
}

/** Marks what a story says is to come, below its opening. */
function withNext(story: BriefingStory, { windowEnd, language }: BriefingRequest): BriefingStory {
  const statements = story.statements.map((one, place): Statement => {
    const { text, quoted, isReply, citations } = one;
    const [cited] = citations;
    if (place === 0 || !quoted || isReply || !cited) return one;
    const published = Temporal.Instant.from(cited.publishedAt);
    return announcesAfter(windowEnd, { text, language, published }) ? { ...one, isNext: true } : one;
  });
  return { ...story, statements };
}

function withPictures(stories: Briefing['stories'], choice: PictureChoice = 'first'): Briefing['stories'] {
  if (choice === 'each') return stories;
  const kept = choice === 'first' ? stories.find(({ image }) => image) : undefined;
  return stories.map((story) => {
    if (story === kept) return story;
    const { image: _, ...rest } = story;
    return rest;
  });
}

/** The next stories, by titles that these readers have not seen. */
function namesOf(ranked: readonly RankedStory[], windowEnd: Temporal.Instant): Briefing['also'] {
  const unseen = ranked.filter(({ isTitleDelivered }) => !isTitleDelivered).slice(0, maximumAlso);
  return unseen.map(({ story }) => ({
    storyId: story.storyId,
    title: story.title,
    articleId: story.titleArticleId,
    ...(story.titleRevision === undefined ? {} : { revision: story.titleRevision }),
    url: story.url,
    publishedAt: story.publishedAt.at(-1) ?? windowEnd.toString(),
  }));
}

function* tellStories(
  request: BriefingRequest,
  material: readonly StoryMaterial[],
  { breaking, publishers, sentencesPerArticle }: BriefingSettings,
): Yielding<readonly (Rankable | undefined)[]> {
  const stories: (Rankable | undefined)[] = [];
  for (const story of material) {
    stories.push(yield* tellStory(story, { ...request, breaking, publishers, sentencesPerArticle }));
    yield;
  }
  return stories;
}
