import type { Article } from '../articles/article.ts';
import { findCountry } from '../language/countries.ts';
import { termOf, termsOf, wordsOf } from '../language/terms.ts';
import type { Archive } from './archive.ts';
import type { Topic } from './find-topic.ts';
import { readLinesInTurns } from './lines.ts';

const storiesRead = 12;
const articlesRead = 12;
/** Lines that hold so many of the story's words are on it; an article with so many such lines, too. */
const wordsOfLine = 2;
const linesOfArticle = 2;
/** Words of many a headline. */
const saysLittle = new Set(
  termsOf('says say said tells calls what why how who new report live update sagt sagen neue', 'en'),
);

/**
 * A story with what its running affair told before: the story's own articles first, then of the affair's other stories those that treat
 * of what this story's headlines name; an affair of Russia is not one of Navalny.
 */
export async function widenToAffair(topic: Topic, archive: Archive): Promise<Topic> {
  const { story } = topic;
  const affair = story && (await archive.affairOf(story.id));
  const room = articlesRead - topic.articles.length;
  if (!affair || room <= 0) return topic;
  const others = (await archive.storiesOfAffair(affair.id, storiesRead)).filter(({ id }) => id !== story.id);
  const newest = await Promise.all(others.map(({ id }) => archive.listArticles({ storyId: id, limit: 1 })));
  const onTopic = await treatingOf(newest.flat(), topic.articles);
  return { ...topic, articles: [...topic.articles, ...onTopic.slice(0, room)] };
}

async function treatingOf(others: readonly Article[], own: readonly Article[]): Promise<readonly Article[]> {
  const words = new Set(own.flatMap((article) => [...headlineTerms(article)]));
  const lines = await readLinesInTurns(others);
  return others.filter((article, index) => {
    const inHeadline = [...headlineTerms(article)].some((term) => words.has(term));
    const onIt = (lines[index] ?? []).filter(
      ({ terms }) => [...terms].filter((term) => words.has(term)).length >= wordsOfLine,
    );
    return inHeadline || onIt.length >= linesOfArticle;
  });
}

/** Without the states, which other news of them name too. */
function headlineTerms({ headline, language }: Article): ReadonlySet<string> {
  const words = wordsOf(headline, language).filter(({ text }) => findCountry(text, language) === undefined);
  const terms = words.flatMap(({ text }) => termOf(text, language) ?? []);
  return new Set(terms.filter((term) => !saysLittle.has(term) && !/^\d+$/u.test(term)));
}
