import type { Article } from '../../articles/article.ts';
import type { Archive } from '../archive.ts';
import { readSentencesYielding } from '../article-sentences.ts';
import type { Topic } from './find-topic.ts';
import { likeness } from './likeness.ts';

const storiesRead = 12;
const articlesRead = 12;
/** Measured over a month of articles: those on the story were above, other matters of the affair below. */
const leastLikeness = 0.33;

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
  return others.filter((_, index) => likeness(own, lines[index] ?? []) >= leastLikeness);
}
