import type { SampleArticle, SampleEdition } from './sample-article.ts';

/** The newest revision of each article that has appeared by `now`, newest first, as a feed lists them. */
export function visibleArticles({ articles }: SampleEdition, now: Temporal.Instant): readonly SampleArticle[] {
  const newest = new Map<string, SampleArticle>();
  for (const article of articles) {
    if (Temporal.Instant.compare(article.modifiedAt, now) <= 0) newest.set(article.id, article);
  }
  return [...newest.values()].sort(
    (a, b) => Temporal.Instant.compare(b.modifiedAt, a.modifiedAt) || Number(b.id) - Number(a.id),
  );
}
