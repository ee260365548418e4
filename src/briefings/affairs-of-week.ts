import { type Article, revisedAt } from '../articles/article.ts';
import { findNames } from '../reading/find-names.ts';
import { readText } from '../reading/read-text.ts';
import type { Yielding } from '../runtime/yield-to-event-loop.ts';
import { calendarNames } from '../text/calendar-names.ts';
import { findCountry } from '../text/countries.ts';
import { fold, termOf, wordsOf } from '../text/terms.ts';
import type { BriefingRequest, BriefingSettings } from './compose-briefing.ts';
import { isOvertaken } from './overtaken.ts';
import { headlineKind, isFeature } from './ranking/event-values.ts';
import { labelOf, newsClassesOf } from './ranking/news-words.ts';
import type { RankWeights } from './ranking/rank-factors.ts';
import { type Rankable, rankStories, shareOfArticles } from './ranking/rank-stories.ts';
import type { StoryMaterial } from './story-material.ts';
import { tellStory } from './tell-story.ts';

/** Headline and opening of a report share at least so many words with those of its affair. */
const sharedWords = 2;
/** Two affairs with so many words in common are one. */
const sameWords = 3;
/** A word is the affair's own if this share of its reports have it, and at least two; the most frequent ones count. */
const shareOfReports = 0.25;
const wordsOfAffair = 8;
/** What weighs less beside its title only touches an affair. */
const shareOfTitle = 0.35;
/** A state in no more headlines than this, or this share of them, is in the news for one thing. */
const fewHeadlines = 4;
const shareOfFew = 0.08;
/** What much of the week is about: an affair of so many of its reports, whose state is in so many of the headlines, but not in all of an interest. */
const shareOfWeek = 0.06;
const shareOfDominant = 0.2;
const shareOfInterest = 0.6;

/** An article of the week by itself. */
export interface Report {
  readonly material: StoryMaterial;
  readonly article: Article;
  readonly day: string;
  readonly headline: Subjects;
  /** "Border war" in "Border war: Troops retreat": names a running affair; '' for a place alone and for a stream of news. */
  readonly label: string;
  /** Of headline and first sentence. */
  readonly opening: Subjects;
  /** What its event weighs, whoever reads it. */
  readonly worth: number;
  readonly isOfInterest: boolean;
  /** It says what happened, and nothing of the week says later that it is otherwise. */
  readonly isState: boolean;
}

/** What a text is about. */
interface Subjects {
  /** Its words, those of names and states among them. */
  readonly words: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** By their codes. */
  readonly states: ReadonlySet<string>;
}

/** The articles of the week, each weighed by itself. What was only archived in it, as at the first poll of a feed, is not of it. */
export function* reportsOf(
  material: readonly StoryMaterial[],
  request: BriefingRequest,
  settings: BriefingSettings,
): Yielding<readonly Report[]> {
  const { windowStart, windowEnd } = request;
  const affairOf = new Map<string, StoryMaterial>();
  const stories: Rankable[] = [];
  for (const one of material)
    for (const article of one.articles) {
      if (Temporal.Instant.compare(revisedAt(article), windowStart) < 0) continue;
      affairOf.set(article.id, one);
      const alone = { ...one, storyId: article.id, articles: [article], delivered: [] };
      const story = yield* tellStory(alone, { ...request, ...settings, length: 'headlines' });
      if (story) stories.push(story);
    }
  const ranked = rankStories(stories, windowEnd, weightsOfEvent(settings.weights));
  const articles = ranked.flatMap((one) => one.articles);
  return ranked.flatMap(({ articles: [article], score, values }): readonly Report[] => {
    const of = article && affairOf.get(article.id);
    if (!of) return [];
    const { headline, language } = article;
    // "Germany news: ..." is no affair.
    const label = labelOf(headline);
    const isStream = newsClassesOf(label, language).has('stream');
    const event = isStream ? headline.slice(label.length) : headline;
    return [
      {
        material: of,
        article,
        day: revisedAt(article).toString().slice(0, 10),
        headline: subjectsOf(event, language),
        label: isStream || !label.includes(' ') ? '' : label.toLowerCase(),
        opening: subjectsOf(`${event}. ${article.sentences[0]?.text ?? ''}`, language),
        worth: Math.max(0, score),
        isOfInterest: values.interest > 0,
        isState:
          !isFeature(values) &&
          headlineKind(headline, language) === 'news' &&
          !isOvertaken(article, articles, windowEnd),
      },
    ];
  });
}

/** No numbers, months and days, which are of all news; a state is one word in whatever form. */
function subjectsOf(text: string, language: string): Subjects {
  const { months, weekdays } = calendarNames(language);
  const read = readText(text, language);
  const named = new Set(findNames(read).flatMap((run) => run.map(({ key }) => key)));
  const [words, names, states] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { text: word } of wordsOf(text, language)) {
    const key = fold(word);
    if (!/\p{L}/u.test(word) || months.has(key) || weekdays.has(key)) continue;
    const state = findCountry(word.replace(/['’]s$/u, ''), language)?.code;
    const term = state ?? termOf(word, language);
    if (term === undefined) continue;
    words.add(term);
    if (state) states.add(state);
    else if (named.has(key)) names.add(term);
  }
  return { words, names, states };
}

/** Of one article of the past: it is as new, and as many articles, as any other. */
function weightsOfEvent(weights: RankWeights): RankWeights {
  return { ...weights, articles: 0, freshness: 0, novelty: 0, moved: 0, interest: 0, live: 0 };
}

/** The reports of an affair in a week, the weightiest for it first, which has its title. */
export interface Affair {
  readonly reports: readonly [Report, ...Report[]];
  /** Words that several of them have, the most frequent first. */
  readonly words: ReadonlySet<string>;
}

/**
 * The affairs of a week, the most consequential first. Each report joins what a weightier one is about, then each affair one with the same words;
 * and one affair that much of the week is about, as a war, takes in all whose headline names its state.
 */
export function affairsOf(reports: readonly Report[], weights: RankWeights): readonly Affair[] {
  const telling = tellingWords(reports);
  const alone = reports.toSorted(byWeight(new Set())).map((one) => affairOf([one]));
  const grouped = joinAll(alone, ({ reports: [report] }, affair) => {
    const names = telling(report).intersection(telling(affair.reports[0]));
    return belongs(report, affair, names);
  });
  const joined = joinAll(grouped, (one, other) => {
    const [title] = one.reports;
    if (title.label !== '' && other.reports.some(({ label }) => label === title.label)) return true;
    const names = telling(title).intersection(telling(other.reports[0]));
    const shared = one.words.intersection(other.words);
    return shared.size >= sameWords && !shared.isDisjointFrom(names);
  });
  const worth = new Map(joinDominant(joined, reports).map((one) => [one, worthOf(one, weights)]));
  return [...worth].toSorted(([a, one], [b, other]) => other - one || compareIds(a, b)).map(([affair]) => affair);
}

/** The names of a report that say by themselves what it is about: a state that is in the news for many things does not. */
function tellingWords(reports: readonly Report[]): (report: Report) => ReadonlySet<string> {
  const counts = countHeadlines(reports);
  const few = Math.max(fewHeadlines, shareOfFew * reports.length);
  return ({ opening: { names, states } }) =>
    names.union(new Set([...states].filter((state) => (counts.get(state) ?? 0) <= few)));
}

/** How many headlines name each state. */
function countHeadlines(reports: readonly Report[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { headline } of reports)
    for (const state of headline.states) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
}

/** Each affair joins the first before it that it is one with. */
function joinAll(affairs: readonly Affair[], isOne: (one: Affair, other: Affair) => boolean): readonly Affair[] {
  const joined: Affair[] = [];
  for (const one of affairs) {
    const at = joined.findIndex((other) => isOne(one, other));
    const other = joined[at];
    if (other) joined[at] = affairOf([...other.reports, ...one.reports]);
    else joined.push(one);
  }
  return joined;
}

function affairOf(reports: readonly [Report, ...Report[]]): Affair {
  const words = commonWords(reports);
  const [first, ...others] = reports.toSorted(byWeight(words));
  return { reports: [first ?? reports[0], ...others], words };
}

/** The words that come again in these reports, the most frequent first. */
function commonWords(reports: readonly Report[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { opening } of reports) for (const word of opening.words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const least = Math.max(2, shareOfReports * reports.length);
  const frequent = [...counts].filter(([, count]) => count >= least).toSorted(([, a], [, b]) => b - a);
  return new Set(frequent.slice(0, wordsOfAffair).map(([word]) => word));
}

/** What happened first, and of that what weighs most for these words. */
function byWeight(words: ReadonlySet<string>): (a: Report, b: Report) => number {
  return (a, b) => Number(b.isState) - Number(a.isState) || weightFor(words, b) - weightFor(words, a);
}

/** What a report weighs in an affair: as much as it has of the affair's words. */
function weightFor(words: ReadonlySet<string>, { worth, opening }: Report): number {
  return words.size === 0 ? worth : (worth * words.intersection(opening.words).size) / words.size;
}

/**
 * Whether a report is of an affair: each headline shares words with what the other is about, among them one of the `telling` words, or two
 * states.
 */
function belongs(
  { headline, opening }: Report,
  { words, reports: [title] }: Affair,
  telling: ReadonlySet<string>,
): boolean {
  const own = headline.words.intersection(title.opening.words.union(words));
  const theirs = opening.words.intersection(title.headline.words.union(words));
  if (own.size < sharedWords || theirs.size < sharedWords) return false;
  const shared = own.union(theirs);
  return !shared.isDisjointFrom(telling) || shared.intersection(opening.states).size > 1;
}

function joinDominant(affairs: readonly Affair[], reports: readonly Report[]): readonly Affair[] {
  const counts = countHeadlines(reports);
  const isDominant = (word: string) => {
    const share = (counts.get(word) ?? 0) / reports.length;
    return share >= shareOfDominant && share <= shareOfInterest;
  };
  const [host] = affairs
    .filter((one) => one.reports.length >= shareOfWeek * reports.length && [...one.words].some(isDominant))
    .toSorted((a, b) => b.reports.length - a.reports.length);
  const state = [...(host?.words ?? [])].find(isDominant);
  if (!host || state === undefined) return affairs;
  const [taken = [], others = []] = [true, false].map((is) =>
    affairs.filter((one) => one !== host && one.reports[0].headline.states.has(state) === is),
  );
  return [affairOf([...host.reports, ...taken.flatMap((one) => one.reports)]), ...others];
}

function compareIds({ reports: [a] }: Affair, { reports: [b] }: Affair): number {
  return a.article.id < b.article.id ? -1 : 1;
}

/** The weightiest event of each day, of which the second counts half, the third a third; and how much was reported, as in any briefing. */
function worthOf(affair: Affair, { articles }: RankWeights): number {
  const days = [...Map.groupBy(statesOf(affair), ({ day }) => day).values()].map((own) =>
    Math.max(...own.map(({ worth }) => worth)),
  );
  const events = days.toSorted((a, b) => b - a).reduce((sum, worth, place) => sum + worth / (place + 1), 0);
  return events + articles * shareOfArticles(affair.reports.length);
}

/** The reports that say how an affair stood: their headlines have its words, and they weigh something beside its title. */
export function statesOf({ reports, words }: Affair): readonly Report[] {
  const [title] = reports;
  const least = Math.min(sharedWords, words.size);
  return reports.filter(
    (one) =>
      one.isState &&
      (one === title ||
        (one.worth >= shareOfTitle * title.worth && one.headline.words.intersection(words).size >= least)),
  );
}
