import { type Article, revisedAt } from '../../articles/article.ts';
import { termsOf } from '../../text/terms.ts';
import type { AnswerContext } from '../answer-archive.ts';
import type { Archive, StorySummary } from '../archive.ts';
import {
  type ArticleSentence,
  type Content,
  readContent,
  readSentences,
  readSentencesYielding,
} from '../article-sentences.ts';
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
/** Stories searched by title, for titles in languages that questions are not parsed in. */
const storiesSearched = 500;
/** A shorter text is a topic rather than a headline. */
const fewestTitleTerms = 3;
const titlesSearched = 5;
const noContent: Content = { terms: new Set(), countries: new Set() };
/** Words for the kind of affair; articles on it need not contain them. */
export const affairWords: ReadonlySet<string> = new Set([
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
  const topic = (await findByWords(asked, archive)) ?? (await findByReadings(asked, archive));
  if (topic) return topic;
  const recent = await archive.listStories({ limit: storiesSearched });
  const titled = recent.find(({ title }) => isSameTitle(title, asked));
  return titled && topicOfStory(titled, archive);
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

async function findByWords(asked: string, archive: Archive): Promise<Topic | undefined> {
  const language = questionLanguage(asked);
  const { terms } = readQuestion(asked, language);
  const key = terms.filter(({ term }) => !affairWords.has(term));
  const wanted = key.length > 0 ? key : terms;
  if (wanted.length === 0) return undefined;
  const query = [...new Set(terms.map(({ term }) => term))];
  const hits = await archive.searchArticles(query, { mode: 'any', limit: articlesSearched });
  await readSentencesYielding(hits.map(({ article }) => article));
  const read = hits.map(({ article, score }) => ({ article, score, lines: readSentences(article) }));
  const fitting = treatOfTopic(read, wanted, language);
  if (fitting.length === 0) return undefined;
  const articles = fitting
    .toSorted((a, b) => Temporal.Instant.compare(revisedAt(b), revisedAt(a)))
    .slice(0, articlesRead);
  return { title: asked.trim(), articles, terms: new Set(query) };
}

/** In the language whose articles have most of the words, in the headline above all; for languages that questions are not parsed in. */
async function findByReadings(asked: string, archive: Archive): Promise<Topic | undefined> {
  const readings = await readTyped(asked, archive);
  const hits = await searchReadings(readings, archive, { mode: 'all', limit: articlesSearched });
  const [best] = hits;
  if (!best) return undefined;
  const { language } = best.article;
  const articles = hits.flatMap(({ article }) => (article.language === language ? article : []));
  const terms = readings.find(({ languages }) => languages.has(language))?.terms ?? [];
  await readSentencesYielding(articles);
  const wanted = terms.map((term): WantedTerm => ({ term }));
  const fitting = treatOfTopic(
    articles.map((article) => ({ article, lines: readSentences(article) })),
    wanted,
    language,
  );
  const newest = fitting
    .toSorted((a, b) => Temporal.Instant.compare(revisedAt(b), revisedAt(a)))
    .slice(0, articlesRead);
  return newest.length > 0 ? { title: asked.trim(), articles: newest, terms: new Set(terms) } : undefined;
}

/** Articles that match every keyword; of these, those that are about the topic rather than mention it. */
function treatOfTopic(
  read: readonly { article: Article; lines: readonly ArticleSentence[] }[],
  wanted: readonly WantedTerm[],
  language: string,
): Article[] {
  const headlines = read.map(({ article }) => readContent(article.headline, article.language));
  const strengthIn = createTermMatcher(wanted, [...read.flatMap(({ lines }) => lines), ...headlines], { language });
  const judged = read.map(({ article, lines }, index) => {
    const counts = wanted.map((term) => {
      if (isYearOf(term.term, article)) return 1;
      const inHeadline = strengthIn(term, headlines[index] ?? noContent) > 0 ? 2 : 0;
      return lines.filter((line) => strengthIn(term, line) > 0).length + inHeadline;
    });
    return {
      article,
      isComplete: counts.every((count) => count > 0),
      density: counts.reduce((sum, count) => sum + Math.min(count, 4), 0),
    };
  });
  const complete = judged.filter(({ isComplete }) => isComplete);
  const densest = Math.max(...complete.map(({ density }) => density));
  return complete.filter(({ density }) => density >= densest * 0.5).map(({ article }) => article);
}

function isYearOf(text: string, article: Article): boolean {
  return /^\d{4}$/u.test(text) && revisedAt(article).toString().startsWith(text);
}
