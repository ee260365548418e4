import type { Briefing, BriefingLength, BriefingStory, EventAhead, Statement } from './briefing.ts';
import { weighWords } from './statements/word-importance.ts';

/**
 * Characters that a message of five stories shows, everything included: `normal` is a screen and a half of a phone, `long` still one message on
 * Discord with the addresses of its links, https://docs.discord.com/developers/components/reference#what-is-a-component (4,000).
 */
export const charactersShown: Readonly<Record<BriefingLength, number>> = {
  headlines: 900,
  short: 1_200,
  normal: 1_900,
  long: 2_700,
};
const storiesMeant = 5;
/** Heading, foot and buttons of a message; the number, a label and a reference of a story. */
const charactersAround = 250;
const charactersBesideTitle = 6;
/** The mark between two titles. */
const betweenTitles = 3;
/** "UPDATE Killed: was 9 (Sunday 20:50), now 12 (Monday 23:50)", in the longest of our languages. */
const charactersOfHours = 80;
/** "Background: " */
const charactersOfLabel = 14;
/** This many of the further titles get their place before sentences do. */
const titlesKept = 2;
const charactersOfTitle = 65;
/** Sharing so much of its words, a statement says what another has said. */
const sameShare = 0.8;

/** How long a briefing may be, and of how many stories. */
interface Extent {
  readonly length: BriefingLength;
  readonly language: string;
  /** More than five, as a person chose, have so much more room. */
  readonly maxStories: number;
  /** What is to come has its place before the stories' further sentences. */
  readonly ahead?: readonly EventAhead[];
}

/**
 * The stories of a briefing as one text, most important first, their statements given by worth and returned in reading order: a later story
 * does not repeat an earlier one, each has its first statement, and further ones are added in turn as long as the message keeps to the
 * requested length. Where one sentence a story is too much, the last stories are left out. `alsoTitles`: those to be listed below.
 */
export function tightenStories(
  stories: readonly BriefingStory[],
  extent: Extent,
  alsoTitles: readonly string[] = [],
): readonly BriefingStory[] {
  const limit = roomFor(extent) - charactersOfTitles(alsoTitles.slice(0, titlesKept));
  const whole = withoutRepeats(stories, extent.language);
  let kept = whole.map((story) => withFirst(story, 1));
  while (kept.length > 1 && charactersOf(kept) > limit) kept = kept.slice(0, -1);
  for (let count = 2; count <= Math.max(0, ...whole.map(({ statements }) => statements.length)); count++)
    for (const at of shortestFirst(whole, count)) {
      const story = kept[at];
      // What follows a sentence without room may build on it.
      if (!story || story.statements.length < count - 1) continue;
      const longer = kept.with(at, withFirst(whole[at] ?? story, count));
      if (charactersOf(longer) <= limit) kept = longer;
    }
  return withExplainers(kept, extent).map((story) => ({ ...story, statements: inReadingOrder(story.statements) }));
}

/** What explains a story is linked where sentences leave room: before further titles, the important stories first. */
function withExplainers(stories: readonly BriefingStory[], extent: Extent): readonly BriefingStory[] {
  let room = roomFor(extent) - charactersOf(stories);
  return stories.map((story) => {
    const needed = charactersOfExplainer(story);
    if (needed <= room) {
      room -= needed;
      return story;
    }
    const { explainer: _, ...rest } = story;
    return rest;
  });
}

function charactersOfExplainer({ explainer }: BriefingStory): number {
  return explainer ? explainer.title.length + charactersOfLabel : 0;
}

/** The places of stories by the length of their statement of this count: so more of them have one. */
function shortestFirst(stories: readonly BriefingStory[], count: number): readonly number[] {
  const cost = (at: number) => stories[at]?.statements[count - 1]?.text.length ?? Number.POSITIVE_INFINITY;
  return [...stories.keys()].toSorted((a, b) => cost(a) - cost(b));
}

/** Its first statements, with the reply to the last of them. */
function withFirst(story: BriefingStory, count: number): BriefingStory {
  const next = story.statements.findIndex(({ isReply }, at) => at >= count && !isReply);
  return { ...story, statements: story.statements.slice(0, next < 0 ? undefined : next) };
}

/** The sentences of an article in its order; a model's statements in their own. */
function inReadingOrder(statements: readonly Statement[]): readonly Statement[] {
  const articles = new Set(statements.map(({ quoted, citations: [first] }) => (quoted ? first?.articleId : undefined)));
  const placeOf = ({ citations: [first] }: Statement) => first?.sentence ?? 0;
  return articles.size === 1 && !articles.has(undefined)
    ? statements.toSorted((a, b) => placeOf(a) - placeOf(b))
    : statements;
}

/** Of these further titles, as many as the message has room for below its stories. */
export function titlesThatFit<T extends { readonly title: string }>(
  titles: readonly T[],
  stories: readonly BriefingStory[],
  extent: Extent,
): readonly T[] {
  const linked = stories.reduce((sum, story) => sum + charactersOfExplainer(story), 0);
  const room = roomFor(extent) - charactersOf(stories) - linked;
  const count = titles.findIndex(
    (_, index) => charactersOfTitles(titles.slice(0, index + 1).map(({ title }) => title)) > room,
  );
  return count < 0 ? titles : titles.slice(0, count);
}

/** Characters that each of five stories has, its title included, beside those that have their place first. */
export function roomOfStory(length: BriefingLength): number {
  return (
    (charactersShown[length] - charactersAround - titlesKept * charactersOfTitle) / storiesMeant - charactersBesideTitle
  );
}

/** Of a message, the share that what is to come may have. */
const shareOfAhead = 0.25;
/** "Wednesday 18 November: " and the number of its source. */
const charactersBesideAhead = 28;

/** Characters that what is to come may have. */
export function roomOfAhead(length: BriefingLength): number {
  return charactersShown[length] * shareOfAhead;
}

/** Characters of what is to come, with its dates. */
export function charactersOfAhead(ahead: readonly EventAhead[]): number {
  return ahead.reduce((sum, { statement }) => sum + statement.text.length + charactersBesideAhead, 0);
}

/** Those that no story says already. */
export function notYetShown(
  ahead: readonly EventAhead[],
  stories: readonly BriefingStory[],
  language: string,
): readonly EventAhead[] {
  const shown = stories.flatMap(({ title, statements }) => [title, ...statements.map(({ text }) => text)]);
  const stated = shown.map((text) => termsOf(text, language));
  return ahead.filter(({ statement }) => !isStatedBefore(statement, stated, language));
}

/** A briefing with the number of words it tells: titles, statements, and why it matters. */
export function withWordCount(briefing: Omit<Briefing, 'wordCount'>): Briefing {
  return { ...briefing, wordCount: countWords(briefing.stories) };
}

/** Words of these stories as they are read. */
export function countWords(stories: readonly BriefingStory[]): number {
  const texts = stories.flatMap((story) => [story.title, ...story.statements.map(({ text }) => text)]);
  return texts.join(' ').split(/\s+/).filter(Boolean).length;
}

function roomFor({ length, maxStories, ahead = [] }: Extent): number {
  return charactersShown[length] * Math.max(1, maxStories / storiesMeant) - charactersAround - charactersOfAhead(ahead);
}

function charactersOf(stories: readonly BriefingStory[]): number {
  return stories.reduce((sum, story) => {
    const { title, statements } = story;
    const quoted = statements.reduce((all, { text }) => all + text.length, 0);
    return sum + title.length + charactersBesideTitle + quoted + charactersOfChange(story);
  }, 0);
}

/** Of the line on what changed, with its two hours. */
function charactersOfChange({ title, moved, reversal, headlineChange }: BriefingStory): number {
  if (moved.length > 0) return charactersOfHours + title.length;
  if (reversal) return charactersOfHours + reversal.before.quote.length + reversal.now.quote.length;
  return headlineChange ? charactersOfHours + headlineChange.before.length + title.length : 0;
}

function charactersOfTitles(titles: readonly string[]): number {
  return titles.reduce((sum, title) => sum + title.length + betweenTitles, 0);
}

function withoutRepeats(stories: readonly BriefingStory[], language: string): readonly BriefingStory[] {
  const stated: ReadonlySet<string>[] = [];
  return stories.map((story) => {
    const own = story.statements.filter((statement) => !isStatedBefore(statement, stated, language));
    const statements = own.length > 0 ? own : story.statements.slice(0, 1);
    stated.push(...statements.map(({ text }) => termsOf(text, language)));
    return { ...story, statements };
  });
}

function isStatedBefore({ text }: Statement, stated: readonly ReadonlySet<string>[], language: string): boolean {
  const terms = termsOf(text, language);
  return terms.size > 0 && stated.some((known) => terms.intersection(known).size >= sameShare * terms.size);
}

function termsOf(text: string, language: string): ReadonlySet<string> {
  return weighWords([text], '', language).sentences[0]?.terms ?? new Set();
}
