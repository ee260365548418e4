import type { Article } from '../articles/article.ts';
import { findTopics, type Topic } from '../articles/topics.ts';
import type { Feed } from '../feeds/entry.ts';
import { pathSections } from '../feeds/path-sections.ts';
import { placeOfCountry } from '../language/country-places.ts';

/** Why an article has each of its topics, in words: "asia: feed rss-en-asia, kicker “Japan”". */
export function topicReasons(
  article: Pick<Article, 'topics' | 'kicker' | 'section' | 'url' | 'language'>,
  listedBy: readonly Pick<Feed, 'id' | 'topics'>[],
  topics: readonly Topic[],
): readonly string[] {
  const labels = [
    ...[article.kicker?.topic, article.kicker?.region].map((label) => ['kicker', label] as const),
    ['section', article.section] as const,
    ...pathSections(article.url).map((label) => ['address', label] as const),
  ];
  const placeOf = (name: string) => placeOfCountry(name, article.language);
  return article.topics.map((topic) => {
    const means = (label: string): boolean =>
      findTopics(topics, { feedTopics: [], labels: [label], placeOf }).includes(topic);
    const feeds = listedBy.filter((feed) => feed.topics.includes(topic)).map(({ id }) => `feed ${id}`);
    const named = labels.flatMap(([kind, label]) => (label && means(label) ? [`${kind} “${label}”`] : []));
    const reasons = [...feeds, ...named];
    // Categories are not kept with the article.
    return `${topic}: ${reasons.length > 0 ? reasons.join(', ') : 'a category in its feed'}`;
  });
}
