import type { Article } from '../articles/article.ts';
import { findTopics, type Topic } from '../articles/topics.ts';
import type { Feed } from '../feeds/entry.ts';
import { pathSections } from '../feeds/path-sections.ts';
import { placeOfCountry } from '../text/countries.ts';
import type { Catalog } from '../wording/catalog.ts';

/** Why an article has each of its topics, in words: "asia: feed rss-en-asia, kicker “Japan”". */
export function topicReasons(
  article: Pick<Article, 'topics' | 'kicker' | 'section' | 'url' | 'language'>,
  listedBy: readonly Pick<Feed, 'id' | 'topics'>[],
  { topics, say: { why } }: { readonly topics: readonly Topic[]; readonly say: Catalog },
): readonly string[] {
  const labels = [
    ...[article.kicker?.topic, article.kicker?.region].map((label) => [why.byKicker, label] as const),
    [why.bySection, article.section] as const,
    ...pathSections(article.url).map((label) => [why.byAddress, label] as const),
  ];
  const placeOf = (name: string) => placeOfCountry(name, article.language);
  return article.topics.map((topic) => {
    const means = (label: string): boolean =>
      findTopics(topics, { feedTopics: [], labels: [label], placeOf }).includes(topic);
    const feeds = listedBy.filter((feed) => feed.topics.includes(topic)).map(({ id }) => why.byFeed(id));
    const named = labels.flatMap(([by, label]) => (label && means(label) ? [by(label)] : []));
    const reasons = [...feeds, ...named];
    // Categories are not kept with the article.
    return `${topic}: ${reasons.length > 0 ? reasons.join(', ') : why.byCategory}`;
  });
}
