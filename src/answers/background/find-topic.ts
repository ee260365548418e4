import { type Article, revisedAt } from '../../articles/article.ts';
import { yieldToEventLoop } from '../../runtime/yield-to-event-loop.ts';
import { termsOf } from '../../text/terms.ts';
import type { AnswerContext } from '../answer-archive.ts';
import type { Archive, StorySummary } from '../archive.ts';
import { type ArticleSentence, type Content, readContent, readSentencesYielding } from '../article-sentences.ts';
import { createTermMatcher, type WantedTerm } from '../ask/match-terms.ts';
import { readQuestion } from '../ask/question.ts';
import { questionLanguage } from '../question-language.ts';
import { readTyped, searchReadings } from '../readings.ts';

export interface Topic {
  readonly title: string;
  readonly story?: StorySummary;
  /** Newest first. */
  readonly articles: readonly Article[];
  /** The topic's own terms, as used in the archive. */
  readonly terms: ReadonlySet<string>;
}

const articlesSearched = 40;
const articlesRead = 12;
/** A shorter text is a topic rather than a headline. */
const fewestTitleTerms = 3;
const titlesSearched = 5;
/** Words for the kind of affair; articles on it need not contain them. */
const affairWords: ReadonlySet<string> = new Set([
  ...termsOf(
    'case affair crisis dispute conflict collapse scandal story news background situation issue issues relations debate question row latest explained history again matter events',
    'en',
  ),
  ...termsOf('Fall Affäre Krise Streit Konflikt Skandal Geschichte Hintergrund Lage Frage Debatte Ereignisse', 'de'),
]);

/** Resolves a story id, a title, an actor or free words to the articles about it. */
export async function findTopic(asked: string, { archive }: AnswerContext): Promise<Topic | undefined> {
  const story = await findStory(asked.trim(), archive);
  if (story) return topicOfStory(story, archive);
  return findByWords(asked, archive);
}

async function topicOfStory(story: StorySummary, archive: Archive): Promise<Topic> {
  const articles = await archive.listArticles({ storyId: story.id, limit: articlesRead });
  return { title: story.title, story, articles, terms: new Set(termsOf(story.title, story.language)) };
}

function isSameTitle(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

async function findStory(asked: string, archive: Archive): Promise<StorySummary | undefined> {
  if (/^#?\d+$/u.test(asked)) return archive.findStory(Number(asked.replace('#', '')));
  return storyTitled(asked, archive);
}

/** A story's title is the headline of one of its articles, so the search is limited to articles that contain all its words. */
async function storyTitled(asked: string, archive: Archive): Promise<StorySummary | undefined> {
  const readings = (await readTyped(asked, archive)).filter(({ terms }) => terms.length >= fewestTitleTerms);
  const hits = await searchReadings(readings, archive, { mode: 'all', limit: titlesSearched });
  const ids = await Promise.all(hits.map(({ article }) => archive.storyOf(article.id)));
  for (const id of new Set(ids.filter((each) => each !== undefined))) {
    const story = await archive.findStory(id);
    if (story && isSameTitle(story.title, asked)) return story;
  }
  return undefined;
}

/** The newest articles about words, read as a question's, else as any language of the archive reads them. */
async function findByWords(asked: string, archive: Archive): Promise<Topic | undefined> {
  const language = questionLanguage(asked);
  const question = readQuestion(asked, language).terms;
  const searched = await archive.searchArticles([...new Set(question.map(({ term }) => term))], {
    mode: 'any',
    limit: articlesSearched,
  });
  const own = await aboutTopic(
    searched.map(({ article }) => article),
    question,
    language,
  );
  if (own.length > 0) return topicOf(asked, own, question);
  const readings = await readTyped(asked, archive);
  const hits = await searchReadings(readings, archive, { mode: 'all', limit: articlesSearched });
  const [best] = hits;
  if (!best) return undefined;
  const other = best.article.language;
  const read = readings.find(({ languages }) => languages.has(other))?.terms ?? [];
  const wanted = read.map((term): WantedTerm => ({ term }));
  const inLanguage = hits.flatMap(({ article }) => (article.language === other ? article : []));
  const found = await aboutTopic(inLanguage, wanted, other);
  return found.length > 0 ? topicOf(asked, found, wanted) : undefined;
}

function topicOf(asked: string, articles: readonly Article[], wanted: readonly WantedTerm[]): Topic {
  const newest = articles.toSorted((a, b) => Temporal.Instant.compare(revisedAt(b), revisedAt(a)));
  return {
    title: asked.trim(),
    articles: newest.slice(0, articlesRead),
    terms: new Set(wanted.map(({ term }) => term)),
  };
}

/** The first sentences, which with the headline say what an article is about. */
const openingLines = 3;
/** Weights of a topic word in the headline, in the opening, and by its frequency. */
const counts = { headline: 0.7, opening: 0.5, often: 0.3 };
const sideWord = 0.3;
/** Where no article opens with this much of what is asked, none is about it, however often it comes to it. */
const leastOpening = 0.3;
/** Shares of the best article's score: from `leastShare` on an article is on topic; so is one similar to such an article with a lower score. */
const leastShare = 0.9;
const leastLikeness = 0.33;
const leastOfBoth = 0.9;

/**
 * The articles that are about words: each key word is in them. "German" and "budget" somewhere in an article on the army do not make it one on a
 * budget crisis: the words must be at the start and recur, rare ones counting most, or the article must be similar to one of which that
 * is true. None where no article opens with the words.
 */
async function aboutTopic(
  articles: readonly Article[],
  wanted: readonly WantedTerm[],
  language: string,
): Promise<readonly Article[]> {
  const isSide = ({ term }: WantedTerm) => affairWords.has(term);
  const key = wanted.every(isSide) ? wanted : wanted.filter((each) => !isSide(each));
  const lines = await readSentencesYielding(articles);
  const all = articles.map((article, at) => {
    const own = lines[at] ?? [];
    return {
      article,
      lines: own,
      head: [readContent(article.headline, article.language), ...own.slice(0, openingLines)],
    };
  });
  const strengthIn = createTermMatcher(
    wanted,
    all.flatMap((each) => [...each.head, ...each.lines]),
    { language },
  );
  const isIn = (each: WantedTerm, parts: readonly Content[]) => parts.some((part) => strengthIn(each, part) > 0);
  const complete = all.filter(({ article, lines: own, head }) =>
    key.every((each) => isYearOf(each.term, article) || isIn(each, [...head, ...own])),
  );
  const frequency = (each: WantedTerm, own: readonly Content[]) =>
    Math.log(1 + own.filter((line) => strengthIn(each, line) > 0).length);
  const weighed = wanted.map((each) => {
    const holders = complete.filter(({ head }) => isIn(each, head)).length;
    const rarity = Math.log(1 + complete.length / (1 + holders));
    return {
      each,
      most: Math.max(1, ...complete.map(({ lines: own }) => frequency(each, own))),
      weight: rarity * (isSide(each) ? sideWord : 1),
    };
  });
  const sum = weighed.reduce((total, { weight }) => total + weight, 0) || 1;
  const scored = complete.map((found) => {
    const places = weighed.map(({ each }) => found.head.findIndex((part) => strengthIn(each, part) > 0));
    const score = weighed.reduce((total, { each, most, weight }, at) => {
      const place = places[at] === 0 ? counts.headline : places[at] === -1 ? 0 : counts.opening;
      return total + weight * (place + (frequency(each, found.lines) / most) * counts.often);
    }, 0);
    const opens = weighed.reduce((total, { weight }, at) => total + (places[at] === -1 ? 0 : weight), 0) / sum;
    return { ...found, score, opens };
  });
  if (!scored.some(({ opens }) => opens >= leastOpening)) return [];
  const best = Math.max(...scored.map(({ score }) => score));
  const about = scored.filter(({ score }) => score >= best * leastShare);
  await yieldToEventLoop();
  return scored.flatMap((one) => {
    if (about.includes(one)) return one.article;
    const like = Math.max(...about.map((other) => likeness(other.lines, one.lines)));
    return like >= leastLikeness && one.score / best + like >= leastOfBoth ? one.article : [];
  });
}

function isYearOf(text: string, article: Article): boolean {
  return /^\d{4}$/u.test(text) && revisedAt(article).toString().startsWith(text);
}

/** Weight of a word that occurs once: it is detail. */
const onceSaid = 0.5;

/** How similar two articles are, 0 to 1: the cosine of their terms, repeated ones weighing more. */
function likeness(one: readonly ArticleSentence[], other: readonly ArticleSentence[]): number {
  const [weights, others] = [weightsOf(one), weightsOf(other)];
  const product = [...weights].reduce((sum, [term, weight]) => sum + weight * (others.get(term) ?? 0), 0);
  return product / (lengthOf(weights) * lengthOf(others) || 1);
}

function weightsOf(lines: readonly ArticleSentence[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of lines) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map([...counts].map(([term, count]) => [term, count > 1 ? 1 + Math.log(count) : onceSaid]));
}

function lengthOf(weights: ReadonlyMap<string, number>): number {
  return Math.hypot(...weights.values());
}

const storiesRead = 12;
/** Measured over a month of articles: those on the story were above, other matters of the affair below. */
const leastOfAffair = 0.33;

/**
 * A story with earlier articles of its affair: the story's own articles first, then of the affair's other stories those similar to the
 * article that gave the story its title; not all news on Russia is about Navalny.
 */
export async function widenToAffair(topic: Topic, archive: Archive): Promise<Topic> {
  const { story } = topic;
  const affair = story && (await archive.affairOf(story.id));
  const room = articlesRead - topic.articles.length;
  if (!affair || room <= 0) return topic;
  const others = (await archive.storiesOfAffair(affair.id, storiesRead)).filter(({ id }) => id !== story.id);
  const newest = await Promise.all(others.map(({ id }) => archive.listArticles({ storyId: id, limit: 1 })));
  const onTopic = await likeOwn(newest.flat(), topic);
  return { ...topic, articles: [...topic.articles, ...onTopic.slice(0, room)] };
}

async function likeOwn(others: readonly Article[], { title, articles }: Topic): Promise<readonly Article[]> {
  const main = articles.find(({ headline }) => headline === title) ?? articles[0];
  const [own = [], ...lines] = await readSentencesYielding(main ? [main, ...others] : others);
  return others.filter((_, index) => likeness(own, lines[index] ?? []) >= leastOfAffair);
}
