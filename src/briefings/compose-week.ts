import { headlineAsSentence } from '../articles/article.ts';
import type { Yielding } from '../runtime/yield-to-event-loop.ts';
import { type Affair, affairsOf, type Report, reportsOf, statesOf } from './affairs-of-week.ts';
import type { Briefing, BriefingStory, Statement } from './briefing.ts';
import type { BriefingRequest, BriefingSettings } from './compose-briefing.ts';
import { looksAhead } from './overtaken.ts';
import { quoteSentence } from './statements/quote-sentence.ts';
import type { StoryMaterial } from './story-material.ts';
import { tellStory } from './tell-story.ts';
import { countWords, notYetShown, tightenStories } from './tighten-stories.ts';

/** Other headlines that a story may have, and what they weigh at least beside the weightiest. */
const titlesTried = 3;
const shareOfInstead = 0.7;
/** With fewer affairs that have news, features of the week have places too. */
const fewestWithNews = 3;

/**
 * The review of a week: its most consequential affairs, each under the headline of its weightiest event, with that event, its first and its
 * last state by day. A lasting affair weighs by the event of each of its days, so that a war comes before what was
 * large for a day, which has a place too.
 */
export function* composeWeek(
  request: BriefingRequest,
  material: readonly StoryMaterial[],
  settings: BriefingSettings,
): Yielding<Briefing> {
  const reports = yield* reportsOf(material, request, settings);
  const affairs = affairsOf(reports, settings.weights);
  const chosen = chooseAffairs(affairs, request);
  const reviewed: BriefingStory[] = [];
  for (const affair of chosen) reviewed.push(yield* review(affair, request, settings));
  const shown = tightenStories(reviewed, request).map(byDay);
  const { id, interest, language, length, windowStart, windowEnd } = request;
  return {
    ...{ id, interest, language, length, isWeek: true, stories: shown, also: [], wordCount: countWords(shown) },
    ...(request.ahead && { ahead: notYetShown(request.ahead, shown, language) }),
    windowStart: windowStart.toString(),
    windowEnd: windowEnd.toString(),
  };
}

/** The weightiest first; those of interest before what only touches it, and features where there is little news. */
function chooseAffairs(affairs: readonly Affair[], { maxStories }: BriefingRequest): readonly Affair[] {
  const news = affairs.filter(({ reports: [title] }) => title.isState);
  const ordered = news.length < fewestWithNews ? [...news, ...affairs.filter((one) => !news.includes(one))] : news;
  const [ofInterest = [], others = []] = [true, false].map((is) =>
    ordered.filter(({ reports }) => reports.some(({ isOfInterest }) => isOfInterest) === is),
  );
  return [...ofInterest, ...others].slice(0, maxStories);
}

/** The story of an affair: what its weightiest event was, then how the week ended and how it began, where other days have news of it. */
function* review(affair: Affair, request: BriefingRequest, settings: BriefingSettings): Yielding<BriefingStory> {
  const { title, story, opening } = yield* tellTitle(affair, request, settings);
  const states = [lastState(affair, title), firstState(affair, title)].flatMap((one) => one ?? []);
  return { ...story, isUpdate: false, moved: [], statements: [opening, ...states.map(headlineOf)] };
}

/** The story under the first of the weightiest headlines whose article has a sentence on it; under the weightiest where none has. */
function* tellTitle(
  affair: Affair,
  request: BriefingRequest,
  settings: BriefingSettings,
): Yielding<{ readonly title: Report; readonly story: BriefingStory; readonly opening: Statement }> {
  const { reports } = affair;
  const articles = reports.map((one) => one.article);
  const [weightiest] = reports;
  const others = statesOf(affair).filter((one) => one !== weightiest && one.worth >= shareOfInstead * weightiest.worth);
  let first: BriefingStory | undefined;
  for (const title of [weightiest, ...others.slice(0, titlesTried)]) {
    const material = { ...title.material, articles, delivered: [] };
    const rankable = yield* tellStory(material, { ...request, ...settings, length: 'short', title: title.article });
    const story = rankable?.tell ? yield* rankable.tell() : rankable?.story;
    const opening = story?.statements.find(({ citations: [one] }) => one?.articleId === title.article.id);
    if (story && opening) return { title, story, opening };
    first ??= story;
  }
  if (!first) throw new Error(`No story of ${weightiest.article.id}, though nothing of it was delivered`);
  return { title: weightiest, story: first, opening: headlineOf(weightiest) };
}

function headlineOf({ article }: Report): Statement {
  return quoteSentence(article, headlineAsSentence(article));
}

/** The weightiest report of the last day after the title's on which one says how the affair stood. */
function lastState(affair: Affair, { day }: Report): Report | undefined {
  const later = statesOf(affair).filter((one) => one.day > day);
  const [last] = later
    .map((one) => one.day)
    .toSorted()
    .toReversed();
  return later.find((one) => one.day === last);
}

/** Of the first day before that of the title; what was only to come then is no state. */
function firstState(affair: Affair, { day }: Report): Report | undefined {
  const earlier = statesOf(affair).filter(
    (one) => one.day < day && !looksAhead(one.article.headline, one.article.language),
  );
  const [first] = earlier.map((one) => one.day).toSorted();
  return earlier.find((one) => one.day === first);
}

function byDay(story: BriefingStory): BriefingStory {
  return { ...story, statements: story.statements.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1)) };
}
