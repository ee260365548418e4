import type { Archive } from './archive.ts';
import type { Topic } from './find-topic.ts';

const storiesRead = 12;
const articlesRead = 12;

/** A story with what its running affair told before: the story's own articles first, then those of the affair's other stories. */
export async function widenToAffair(topic: Topic, archive: Archive): Promise<Topic> {
  const { story } = topic;
  const affair = story && (await archive.affairOf(story.id));
  const room = articlesRead - topic.articles.length;
  if (!affair || room <= 0) return topic;
  const others = (await archive.storiesOfAffair(affair.id, storiesRead)).filter(({ id }) => id !== story.id);
  const articles = await Promise.all(others.map(({ id }) => archive.listArticles({ storyId: id, limit: 1 })));
  return { ...topic, articles: [...topic.articles, ...articles.flat().slice(0, room)] };
}
