import { headlineAsSentence } from '../articles/article.ts';
import type { Yielding } from '../runtime/yield-to-event-loop.ts';
import { type Affair, affairsOf, type Report, reportsOf } from './affairs-of-week.ts';
import type { Briefing, BriefingStory, Statement } from './briefing.ts';
import type { BriefingRequest, BriefingSettings } from './compose-briefing.ts';
import { looksAhead } from './overtaken.ts';
import { quoteSentence } from './statements/quote-sentence.ts';
import type { StoryMaterial } from './story-material.ts';
import { tellStory } from './tell-story.ts';
import { countWords, notYetShown, tightenStories } from './tighten-stories.ts';

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
  const affairs = affairsOf(reports);
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
  const news = affairs.filter(({ title }) => title.isState);
  const ordered = news.length < fewestWithNews ? [...news, ...affairs.filter((one) => !news.includes(one))] : news;
  const [ofInterest = [], others = []] = [true, false].map((is) =>
    ordered.filter(({ reports }) => reports.some(({ isOfInterest }) => isOfInterest) === is),
  );
  return [...ofInterest, ...others].slice(0, maxStories);
}

/** The story of an affair: how the week began for it, what its title tells, and how it ended. */
function* review(affair: Affair, request: BriefingRequest, settings: BriefingSettings): Yielding<BriefingStory> {
  const { title, reports } = affair;
  const articles = [title, ...reports.filter((one) => one !== title)].map(({ article }) => article);
  const material = { ...title.material, articles, delivered: [] };
  const rankable = yield* tellStory(material, { ...request, ...settings, length: 'short', title: title.article });
  const story = rankable?.tell ? yield* rankable.tell() : rankable?.story;
  if (!story) throw new Error(`No story of ${title.article.id}, though nothing of it was delivered`);
  const opening = story.statements.find(({ citations: [one] }) => one?.articleId === title.article.id);
  const others = [lastState(affair), firstState(affair)].flatMap((one) => (one ? headlineOf(one) : []));
  return { ...story, isUpdate: false, moved: [], statements: [opening ?? headlineOf(title), ...others] };
}

function headlineOf({ article }: Report): Statement {
  return quoteSentence(article, headlineAsSentence(article));
}

/** The weightiest report of the last day after the title's. */
function lastState({ title, states }: Affair): Report | undefined {
  const last = states.at(-1)?.day ?? '';
  return last > title.day ? weightiest(states.filter(({ day }) => day === last)) : undefined;
}

/** That of the first day before the title's; what was only to come then is no state. */
function firstState({ title, states }: Affair): Report | undefined {
  const earlier = states.filter(
    ({ day, article }) => day < title.day && !looksAhead(article.headline, article.language),
  );
  return weightiest(earlier.filter(({ day }) => day === earlier[0]?.day));
}

function weightiest(reports: readonly Report[]): Report | undefined {
  return reports.toSorted((a, b) => b.worth - a.worth)[0];
}

function byDay(story: BriefingStory): BriefingStory {
  return { ...story, statements: story.statements.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1)) };
}
