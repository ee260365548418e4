import type { Article } from '../articles/article.ts';
import { termsOf } from '../language/terms.ts';
import type { Archive, StorySummary } from './archive.ts';
import { type Line, readLines } from './lines.ts';
import { matchTerms } from './match-terms.ts';
import { type QuestionTerm, questionLanguage, readQuestion } from './question.ts';

export interface Topic {
  readonly title: string;
  readonly story?: StorySummary;
  /** Newest first. */
  readonly articles: readonly Article[];
  /** The topic's own terms, as the archive writes them. */
  readonly terms: ReadonlySet<string>;
}

const articlesSearched = 40;
const articlesRead = 12;
const storiesSearched = 500;
/** Words that say what sort of affair is meant; articles on it need not hold them. */
const affairWords = new Set([
  ...termsOf(
    'case affair crisis dispute conflict collapse scandal story news background situation issue issues relations debate question row latest explained history again matter events',
    'en',
  ),
  ...termsOf('Fall Affäre Krise Streit Konflikt Skandal Geschichte Hintergrund Lage Frage Debatte Ereignisse', 'de'),
]);

/** What a story's id, its title, an actor or free words mean in the archive: the articles that treat of it. */
export async function findTopic(asked: string, archive: Archive): Promise<Topic | undefined> {
  const story = await findStory(asked.trim(), archive);
  if (story) {
    const articles = await archive.listArticles({ storyId: story.id, limit: articlesRead });
    return { title: story.title, story, articles, terms: new Set(termsOf(story.title, story.language)) };
  }
  return findByWords(asked, archive);
}

async function findStory(asked: string, archive: Archive): Promise<StorySummary | undefined> {
  if (/^#?\d+$/u.test(asked)) return archive.findStory(Number(asked.replace('#', '')));
  const stories = await archive.listStories({ limit: storiesSearched });
  return stories.find(({ title }) => title.toLowerCase() === asked.toLowerCase());
}

async function findByWords(asked: string, archive: Archive): Promise<Topic | undefined> {
  const language = questionLanguage(asked);
  const { terms } = readQuestion(asked, language);
  const key = terms.filter(({ isLight, term }) => !isLight && !affairWords.has(term));
  const wanted = key.length > 0 ? key : terms;
  if (wanted.length === 0) return undefined;
  const query = [...new Set(terms.map(({ term }) => term))];
  const hits = await archive.searchArticles(query, { mode: 'any', limit: articlesSearched });
  const read = hits.map(({ article, score }) => ({ article, score, lines: readLines(article) }));
  const fitting = treatOfTopic(read, wanted, language);
  if (fitting.length === 0) return undefined;
  const articles = fitting
    .toSorted((a, b) => Temporal.Instant.compare(b.publishedAt, a.publishedAt))
    .slice(0, articlesRead);
  return { title: asked.trim(), articles, terms: new Set(query) };
}

/** Articles that meet every key word; of these, those that treat of it rather than touch on it. */
function treatOfTopic(
  read: readonly { article: Article; score: number; lines: readonly Line[] }[],
  wanted: readonly QuestionTerm[],
  language: string,
): Article[] {
  const strengths = matchTerms(
    wanted.map(({ term }) => term),
    read.flatMap(({ lines }) => lines),
    language,
  );
  const judged = read.map(({ article, lines }) => {
    const headline = new Set(termsOf(article.headline, article.language));
    const met = wanted.map(({ term, text }) => {
      const found = strengths.get(term) ?? new Map<string, number>();
      if (isYearOf(text, article)) return 1;
      const count = lines.filter(({ terms }) => [...found.keys()].some((each) => terms.has(each))).length;
      return [...found.keys()].some((each) => headline.has(each)) ? count + 2 : count;
    });
    return {
      article,
      covered: met.filter((count) => count > 0).length / wanted.length,
      density: met.reduce((sum, count) => sum + Math.min(count, 4), 0),
    };
  });
  const complete = judged.filter(({ covered }) => covered === 1);
  const densest = Math.max(...complete.map(({ density }) => density));
  return complete.filter(({ density }) => density >= densest * 0.5).map(({ article }) => article);
}

function isYearOf(text: string, article: Article): boolean {
  return /^\d{4}$/u.test(text) && article.publishedAt.toString().startsWith(text);
}
