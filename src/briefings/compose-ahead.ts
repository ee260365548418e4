import { type Article, revisedAt, type Sentence } from '../articles/article.ts';
import { findNames } from '../reading/find-names.ts';
import { readText } from '../reading/read-text.ts';
import type { Yielding } from '../runtime/yield-to-event-loop.ts';
import { calendarNames } from '../text/calendar-names.ts';
import { findDates, timeOf } from '../text/dates.ts';
import { type FoundDate, isDay } from '../text/found-date.ts';
import { withLatinDigits } from '../text/numbers.ts';
import { fold, termsOf } from '../text/terms.ts';
import type { EventAhead } from './briefing.ts';
import type { BriefingRequest, BriefingSettings } from './compose-briefing.ts';
import { isFeature } from './ranking/event-values.ts';
import { eventKinds, newsClassesOf } from './ranking/news-words.ts';
import { type Rankable, type RankedStory, rankStories } from './ranking/rank-stories.ts';
import { cutLong } from './statements/cut-teaser.ts';
import { quoteSentence } from './statements/quote-sentence.ts';
import { isOnTopic } from './statements/restates.ts';
import { isFit, isQuotable, isSelfContained } from './statements/sentence-fitness.ts';
import { createReferenceCheck } from './statements/shown-before.ts';
import type { StoryMaterial } from './story-material.ts';
import { tellStory } from './tell-story.ts';
import { charactersOfAhead, roomOfAhead } from './tighten-stories.ts';

/** What is further away is a plan, not an appointment: days of the day that is named, months of a month. */
const daysAhead = 60;
const monthsAhead = 2;
const mostEvents = 5;
/** Longer ones are cut where that loses nothing, or left out. */
const longest = 210;
/** The day and month of a past year is named so few sentences after it. */
const sentencesOfYear = 3;
/** What a sentence that names its event ("the vote") and one whose day is not known yet count beside the importance of their story. */
const worthOfKind = 1;
const costOfMonth = 1;
/** Sharing so many of its words, a sentence of the same day announces the same. */
const sameShare = 0.5;

/**
 * What the stories of `material` say is to come after the day `after`: at most five sentences of different stories, of the most important
 * events, by date. Yields after each article.
 */
export function* composeAhead(
  material: readonly StoryMaterial[],
  request: BriefingRequest & { readonly after: Temporal.PlainDate },
  settings: BriefingSettings,
): Yielding<readonly EventAhead[]> {
  const found = new Map<string, Announcement>();
  const stories: Rankable[] = [];
  for (const one of material) {
    const announcement = yield* bestOfStory(one.articles, request.after);
    if (!announcement) continue;
    const story = yield* tellStory({ ...one, delivered: [] }, { ...request, ...settings, length: 'headlines' });
    if (!story) continue;
    found.set(one.storyId, announcement);
    stories.push(story);
  }
  const ranked = rankStories(stories, request.windowEnd, { ...settings.weights, freshness: 0 });
  const events = ranked.flatMap((story) => withWorth(story, found.get(story.story.storyId)));
  const wanted = request.interest === 'everything' ? events.filter(isNoPastime) : events;
  return chooseEvents(
    wanted.toSorted((a, b) => b.worth - a.worth),
    request,
  );
}

/** A sentence that names the date of what it says is to come. */
interface Announcement {
  readonly article: Article;
  readonly sentence: Sentence;
  /** `YYYY-MM-DD`, or `YYYY-MM` where only the month is known. */
  readonly date: string;
  readonly namesEvent: boolean;
}

interface WeighedEvent extends Announcement {
  readonly values: RankedStory['values'];
  readonly storyId: string;
  readonly worth: number;
}

function withWorth(
  { story, score, values }: RankedStory,
  announcement: Announcement | undefined,
): readonly WeighedEvent[] {
  if (!announcement) return [];
  return [{ ...announcement, values, storyId: story.storyId, worth: score + clarityOf(announcement) }];
}

/** Nobody asked for the next match, nor for what a feature announces. */
function isNoPastime({ values, sentence, article }: WeighedEvent): boolean {
  const isPastime = values.pastime > 0 || newsClassesOf(sentence.text, article.language).has('pastime');
  return !isPastime && !isFeature(values);
}

function clarityOf({ namesEvent, date }: Announcement): number {
  return (namesEvent ? worthOfKind : 0) - (isDay(date) ? 0 : costOfMonth);
}

function chooseEvents(events: readonly WeighedEvent[], { length }: BriefingRequest): readonly EventAhead[] {
  const chosen: WeighedEvent[] = [];
  for (const event of events) {
    if (chosen.length === mostEvents) break;
    if (chosen.some((other) => isSameEvent(event, other))) continue;
    if (charactersOfAhead([...chosen, event].map(toEvent)) <= roomOfAhead(length)) chosen.push(event);
  }
  return chosen.toSorted((a, b) => (a.date < b.date ? -1 : 1)).map(toEvent);
}

function toEvent({ storyId, article, sentence, date }: WeighedEvent): EventAhead {
  return { storyId, statement: { ...quoteSentence(article, sentence), date } };
}

function isSameEvent(a: Announcement, b: Announcement): boolean {
  if (a.date !== b.date) return false;
  const [own, other] = [a, b].map(({ sentence, article }) => new Set(termsOf(sentence.text, article.language)));
  if (!own || !other) return false;
  return own.intersection(other).size >= sameShare * Math.min(own.size, other.size);
}

/** The clearest announcement of a story, from its newest article that has one as clear. */
function* bestOfStory(articles: readonly Article[], after: Temporal.PlainDate): Yielding<Announcement | undefined> {
  const newestFirst = articles.toSorted((a, b) => Temporal.Instant.compare(revisedAt(b), revisedAt(a)));
  let best: Announcement | undefined;
  for (const article of newestFirst) {
    best = clearestIn(article, after, best) ?? best;
    if (best && clarityOf(best) === worthOfKind) break;
    yield;
  }
  return best;
}

/** The clearest announcement of an article, the first of equals, if it is clearer than `known`. */
function clearestIn(
  article: Article,
  after: Temporal.PlainDate,
  known: Announcement | undefined,
): Announcement | undefined {
  const clearer = datedIn(article, after)
    .filter((one) => !known || clarityOf(one) > clarityOf(known))
    .toSorted((a, b) => clarityOf(b) - clarityOf(a));
  const standsAlone = createCheck(article);
  return clearer.find(standsAlone);
}

/**
 * The sentences of an article that can be read alone and name a date after the day `after` of what they announce: a day, or a month in a
 * sentence that looks ahead. Weekdays are read in English and German, see `findDates`; days and months in all languages.
 */
export function announcementsIn(article: Article, after: Temporal.PlainDate): readonly Announcement[] {
  return datedIn(article, after).filter(createCheck(article));
}

/** What was read of each article for the day asked last: subscriptions of one morning read the same articles. */
const read = new WeakMap<Article, { readonly after: string; readonly dated: readonly Announcement[] }>();

/** Sentences that name such a date, whether or not they can be read alone. */
function datedIn(article: Article, day: Temporal.PlainDate): readonly Announcement[] {
  const after = day.toString();
  const known = read.get(article);
  if (known?.after === after) return known.dated;
  const dated = article.sentences.flatMap((whole): readonly Announcement[] => {
    const date = dateAhead(whole, article, day);
    if (!date) return [];
    const sentence = cutLong(whole, article);
    const { text } = sentence;
    if (text.length > longest || !text.includes(date.text)) return [];
    return [{ article, sentence, date: date.date, namesEvent: namesEvent(text, article.language) }];
  });
  read.set(article, { after, dated });
  return dated;
}

/** Whether an announcement can be read alone: costs more than to find its date. */
function createCheck(article: Article): (announcement: Announcement) => boolean {
  const { language, sentences } = article;
  let resolves: ReturnType<typeof createReferenceCheck> | undefined;
  return ({ sentence: { index, text } }) => {
    const whole = sentences.find((one) => one.index === index);
    if (!whole || !saysOfWhat(text, article)) return false;
    if (!isFit(whole.text, language) || !isQuotable(whole, article, []) || !isSelfContained(text, language))
      return false;
    resolves ??= createReferenceCheck(
      sentences.map((one) => one.text),
      language,
    );
    return resolves(index, '', []);
  };
}

/** Whether a sentence says by a name of what it speaks, as "the work ends on Friday" does not; in a script without capitals, by a word of the headline. */
function saysOfWhat(text: string, { language, headline }: Article): boolean {
  if (text.toLowerCase() === text.toUpperCase()) return isOnTopic(text, [headline], language);
  const { months, weekdays } = calendarNames(language);
  // "D’Oland" is Oland.
  const parted = text.replace(/['’](?=\p{Lu})/gu, "' ");
  return findNames(readText(parted, language)).some((name) =>
    name.some(({ key }) => !months.has(key) && !weekdays.has(key)),
  );
}

function namesEvent(text: string, language: string): boolean {
  const classes = newsClassesOf(text, language);
  return eventKinds.some((kind) => classes.has(kind));
}

/** The date that a sentence announces. A sentence that does not look ahead has to name its event, and no past year may stand before it. */
function dateAhead(sentence: Sentence, article: Article, after: Temporal.PlainDate): FoundDate | undefined {
  const { text } = sentence;
  const { language } = article;
  const time = timeOf(text, language);
  if (time === 'behind') return undefined;
  const [first] = findDates(text, language, revisedAt(article))
    .filter(({ isTerm }) => !isTerm)
    .filter((date) => isAfter(date, after) && saysWhen(date, language))
    .toSorted((a, b) => b.date.length - a.date.length || a.start - b.start);
  if (!first || time === 'ahead') return first;
  // Beside a past verb "before Sunday's vote", "this weekend" may lie behind as well.
  const isExact = isDay(first.date) && (time !== 'mixed' || /\p{N}/u.test(first.text));
  const isSaid = isExact && (time === 'unknown' || namesEvent(text, language));
  return isSaid && (hasYear(first.text) || !followsPastYear(sentence, article)) ? first : undefined;
}

function isAfter({ date }: FoundDate, after: Temporal.PlainDate): boolean {
  if (isDay(date)) {
    const { days } = after.until(Temporal.PlainDate.from(date));
    return days > 0 && days <= daysAhead;
  }
  if (!/^\d{4}-\d{2}$/u.test(date)) return false;
  const { months } = after.toPlainYearMonth().until(Temporal.PlainYearMonth.from(date), { largestUnit: 'month' });
  return months > 0 && months <= monthsAhead;
}

/** "The day after" is after something else: a day is said by a number or by one word, "Friday", "tomorrow". */
function saysWhen({ text, date, until }: FoundDate, language: string): boolean {
  if (!isDay(date) || until !== undefined) return true;
  return /\p{N}/u.test(text) || !text.includes(' ') || calendarNames(language).weekdays.has(fold(text));
}

function hasYear(text: string): boolean {
  return /\d{4}/u.test(withLatinDigits(text));
}

/** "On November 10 ..." is of 1938 where the sentences before say so. */
function followsPastYear({ index }: Sentence, article: Article): boolean {
  const { year } = revisedAt(article).toZonedDateTimeISO('UTC');
  return article.sentences
    .slice(Math.max(0, index - sentencesOfYear), index + 1)
    .some(({ text }) =>
      [...withLatinDigits(text).matchAll(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/gu)].some(([one]) => Number(one) < year),
    );
}
