import { type Article, revisedAt } from '../articles/article.ts';
import type { Yielding } from '../runtime/yield-to-event-loop.ts';
import { calendarNames } from '../text/calendar-names.ts';
import { findCountry } from '../text/countries.ts';
import { fold, termOf, wordsOf } from '../text/terms.ts';
import type { BriefingRequest, BriefingSettings } from './compose-briefing.ts';
import { isOvertaken } from './overtaken.ts';
import { headlineKind, isFeature } from './ranking/event-values.ts';
import { labelOf, newsClassesOf } from './ranking/news-words.ts';
import type { RankWeights } from './ranking/rank-factors.ts';
import { type Rankable, rankStories } from './ranking/rank-stories.ts';
import type { StoryMaterial } from './story-material.ts';
import { tellStory } from './tell-story.ts';

/** Headline and opening of two reports of an affair share so many words, with more those of one event. */
const sharedWords = 2;
const wordsOfSame = 3;
/** A word is the affair's own if this share of its reports have it, and at least two; the most frequent ones count. */
const shareOfReports = 0.25;
const wordsOfAffair = 8;
/** An affair has the title of the last report that weighs at least this share of the weightiest. */
const shareOfTitle = 0.7;
/** What a day in the news counts beside its event. */
const worthOfDay = 1;
/** A word in no more openings than this, or this share of them, says what one is about. */
const fewReports = 4;
const shareOfFew = 0.08;
/** Much of a week is about the label of so many of its reports. */
const shareOfWeek = 0.05;

/** An article of the week by itself. */
export interface Report {
  readonly material: StoryMaterial;
  readonly article: Article;
  readonly at: Temporal.Instant;
  readonly day: string;
  /** Words of the headline, those of headline and first sentence, and which of these are names. */
  readonly headline: ReadonlySet<string>;
  readonly opening: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** "Border war" in "Border war: Troops retreat": names a running affair; '' for a place alone and for a stream of news. */
  readonly label: string;
  /** What its event weighs, whoever reads it. */
  readonly worth: number;
  readonly isOfInterest: boolean;
  /** It says what happened, and nothing of the week says later that it is otherwise. */
  readonly isState: boolean;
}

/** The articles of the week, each weighed by itself. What was only archived in it, as at the first poll of a feed, is not of it. */
export function* reportsOf(
  material: readonly StoryMaterial[],
  request: BriefingRequest,
  settings: BriefingSettings,
): Yielding<readonly Report[]> {
  const { windowStart, windowEnd } = request;
  const storyOf = new Map<string, StoryMaterial>();
  const stories: Rankable[] = [];
  for (const one of material)
    for (const article of one.articles) {
      if (Temporal.Instant.compare(revisedAt(article), windowStart) < 0) continue;
      storyOf.set(article.id, one);
      const alone = { ...one, storyId: article.id, articles: [article], delivered: [] };
      const story = yield* tellStory(alone, { ...request, ...settings, length: 'headlines' });
      if (story) stories.push(story);
    }
  const ranked = rankStories(stories, windowEnd, weightsOfEvent(settings.weights));
  const articles = ranked.flatMap((one) => one.articles);
  return ranked.flatMap(({ articles: [article], score, values }): readonly Report[] => {
    const of = article && storyOf.get(article.id);
    if (!of) return [];
    const { headline, language } = article;
    // "Germany news: ..." is no affair.
    const label = labelOf(headline);
    const isStream = newsClassesOf(label, language).has('stream');
    const event = isStream ? headline.slice(label.length) : headline;
    const opening = `${event}. ${article.sentences[0]?.text ?? ''}`;
    const at = revisedAt(article);
    return [
      {
        material: of,
        article,
        at,
        day: at.toString().slice(0, 10),
        headline: termsIn(event, language),
        label: isStream || !label.includes(' ') ? '' : label.toLowerCase(),
        opening: termsIn(opening, language),
        names: termsIn(namesIn(opening), language),
        worth: Math.max(0, score),
        isOfInterest: values.interest > 0,
        isState:
          score > 0 &&
          !isFeature(values) &&
          headlineKind(headline, language) === 'news' &&
          !isOvertaken(article, articles, windowEnd),
      },
    ];
  });
}

/** Of one article of the past: it is as new, and as many articles, as any other. */
function weightsOfEvent(weights: RankWeights): RankWeights {
  return { ...weights, articles: 0, freshness: 0, actors: 0, novelty: 0, moved: 0, interest: 0, live: 0 };
}

/** The words with a capital inside of a sentence. */
function namesIn(text: string): string {
  return (text.match(/(?<=[\p{L}\p{N},'’-] )\p{Lu}[\p{L}'’-]+/gu) ?? []).join(' ');
}

/** No numbers, months and days, which are of all news; a state is one word in whatever form. */
function termsIn(text: string, language: string): ReadonlySet<string> {
  const { months, weekdays } = calendarNames(language);
  const terms = wordsOf(text, language).flatMap(({ text: word }) => {
    const key = fold(word);
    if (!/\p{L}/u.test(word) || months.has(key) || weekdays.has(key)) return [];
    return findCountry(word.replace(/['’]s$/u, ''), language)?.code ?? termOf(word, language) ?? [];
  });
  return new Set(terms);
}

/** The reports of an affair in a week, by time. */
export interface Affair {
  readonly reports: readonly Report[];
  /** Whose headline is the affair's. */
  readonly title: Report;
  /** Those that say how it stood. */
  readonly states: readonly Report[];
  /** Of the weightiest event of each day. */
  readonly worth: number;
  /** What names it in headlines. */
  readonly label?: string;
}

/**
 * The affairs of a week, the most consequential first: as the archive groups stories, without those that share too little with what the title
 * tells, which are other ones. All that a label names, "Border war: ...", is one.
 */
export function affairsOf(reports: readonly Report[]): readonly Affair[] {
  const labels = labelsOf(reports);
  const isRare = rarityIn(reports);
  const groups = new Map<string, readonly Report[]>();
  for (const story of Map.groupBy(reports, ({ material }) => material.storyId).values()) {
    const label = labels.find(({ names }) => story.some(names))?.label;
    const [affair] = story.map(({ material }) => String(material.affairId ?? material.storyId));
    const key = label ?? affair ?? '';
    groups.set(key, [...(groups.get(key) ?? []), ...story]);
  }
  const named = new Set(labels.map(({ label }) => label));
  const parts = [...groups].flatMap(([key, own]) =>
    named.has(key) ? affairOf(own, isRare, key) : partsOf(own, isRare),
  );
  return joinSame(parts, isRare).toSorted(byWorth);
}

function byWorth(a: Affair, b: Affair): number {
  return b.worth - a.worth || (a.title.article.id < b.title.article.id ? -1 : 1);
}

/** One event that the archive has in two affairs: each joins a weightier one whose title says so. */
function joinSame(affairs: readonly Affair[], isRare: (word: string) => boolean): readonly Affair[] {
  const joined: Affair[] = [];
  for (const one of affairs.toSorted(byWorth)) {
    const at = joined.findIndex(({ title }) => shareOf(one.title, title, isRare) === 'event');
    const other = joined[at];
    if (other) joined[at] = affairOf([...other.reports, ...one.reports], isRare, other.label);
    else joined.push(one);
  }
  return joined;
}

/** What two reports have in common: one event, or what makes one affair of two in one of the archive's. */
function shareOf(one: Report, other: Report, isRare: (word: string) => boolean): 'event' | 'affair' | undefined {
  const shared = one.headline.intersection(other.opening).union(other.headline.intersection(one.opening));
  const names = one.names.intersection(other.names).intersection(shared);
  const isNamed = [...names].some((name) => isRare(name) && !isStateCode(name));
  const hasTwoStates = [...shared].filter(isStateCode).length > 1;
  const hasTwoInTitles = [...one.headline.intersection(other.headline)].filter(isStateCode).length > 1;
  if (hasTwoInTitles || (shared.size > wordsOfSame && (isNamed || hasTwoStates))) return 'event';
  const isAffair = isNamed || hasTwoStates || [...shared].some(isRare);
  return isAffair && shared.size >= (isNamed ? sharedWords : sharedWords + 1) ? 'affair' : undefined;
}

interface Label {
  readonly label: string;
  readonly names: (report: Report) => boolean;
}

/**
 * The labels that several headlines of the week have, the most frequent first. A label names headlines with all its words, and where much of the week is
 * about it, those with its state.
 */
function labelsOf(reports: readonly Report[]): readonly Label[] {
  const news = reports.filter(({ label, isState }) => label !== '' && isState);
  return [...Map.groupBy(news, ({ label }) => label)]
    .filter(([, own]) => own.length > 1)
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([label, [first]]) => {
      const words = termsIn(label, first?.article.language ?? '');
      const states = [...words].filter(isStateCode);
      const isLarge =
        reports.filter(({ headline }) => words.isSubsetOf(headline)).length >= shareOfWeek * reports.length;
      return {
        label,
        names: ({ headline }) =>
          words.isSubsetOf(headline) || (isLarge && states.length > 0 && states.every((state) => headline.has(state))),
      };
    });
}

/** Whether few openings of the week have a word, so that it says by itself what one is about. */
function rarityIn(reports: readonly Report[]): (word: string) => boolean {
  const counts = countWords(reports);
  const few = Math.max(fewReports, shareOfFew * reports.length);
  return (word) => (counts.get(word) ?? 0) <= few;
}

function countWords(reports: readonly Report[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { opening } of reports) for (const word of opening) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The affair of the weightiest report with the stories that share words with it; then those of the others. */
function partsOf(reports: readonly Report[], isRare: (word: string) => boolean): readonly Affair[] {
  if (reports.length === 0) return [];
  const { title } = affairOf(reports, isRare);
  const storyIds = new Set(
    reports.flatMap((one) => (one === title || shareOf(one, title, isRare) ? one.material.storyId : [])),
  );
  const [own = [], others = []] = [true, false].map((is) =>
    reports.filter(({ material }) => storyIds.has(material.storyId) === is),
  );
  return [affairOf(own, isRare), ...partsOf(others, isRare)];
}

function affairOf(reports: readonly Report[], isRare: (word: string) => boolean, label?: string): Affair {
  const words = commonWords(reports);
  const byTime = reports.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  const news = byTime.filter((one) => one.isState);
  const labeled = news.filter((one) => one.label === label);
  const [candidates = []] = [labeled, news, byTime].filter((list) => list.length > 0);
  const most = Math.max(...candidates.map((one) => weightFor(words, one)));
  const title = candidates.findLast((one) => weightFor(words, one) >= shareOfTitle * most);
  if (!title) throw new Error('An affair without a report');
  const states = news.filter((one) => label === undefined || one.label === label || shareOf(one, title, isRare));
  const days = [...Map.groupBy(states, ({ day }) => day).values()];
  const worth = days.reduce((sum, own) => sum + worthOfDay + Math.max(...own.map((one) => one.worth)), 0);
  return { title, reports: byTime, states, worth, ...(label !== undefined && { label }) };
}

/** The words that come again in these reports, the most frequent first. */
function commonWords(reports: readonly Report[]): ReadonlySet<string> {
  const least = Math.max(2, shareOfReports * reports.length);
  const frequent = [...countWords(reports)].filter(([, count]) => count >= least).toSorted(([, a], [, b]) => b - a);
  return new Set(frequent.slice(0, wordsOfAffair).map(([word]) => word));
}

/** What a report weighs in an affair: as much as it has of the affair's words. */
function weightFor(words: ReadonlySet<string>, { worth, opening }: Report): number {
  return words.size === 0 ? worth : (worth * words.intersection(opening).size) / words.size;
}

/** Terms are lower case, but the codes of states. */
function isStateCode(term: string): boolean {
  return /^\p{Lu}{2}$/u.test(term);
}
