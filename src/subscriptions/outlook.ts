import type { Article } from '../articles/article.ts';

/** What one local day brought. */
export interface OutlookDay {
  readonly date: Temporal.PlainDate;
  readonly articles: number;
  /** Most articles first. */
  readonly stories: readonly OutlookStory[];
}

/** A story that an interest would have brought. */
export interface OutlookStory {
  readonly title: string;
  readonly url: string;
  readonly articles: number;
}

/** The days up to now, newest first, each with what was published on it; days without anything too. */
export function outlookOf(
  articles: readonly Article[],
  stories: ReadonlyMap<string, number>,
  { now, days, zone }: { readonly now: Temporal.Instant; readonly days: number; readonly zone: string },
): readonly OutlookDay[] {
  const dateOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toPlainDate();
  const byDate = Map.groupBy(articles, ({ publishedAt }) => dateOf(publishedAt).toString());
  return Array.from({ length: days }, (_, back) => {
    const date = dateOf(now).subtract({ days: back });
    const published = byDate.get(date.toString()) ?? [];
    return { date, articles: published.length, stories: storiesOfDay(published, stories) };
  });
}

function storiesOfDay(articles: readonly Article[], stories: ReadonlyMap<string, number>): readonly OutlookStory[] {
  const byStory = Map.groupBy(articles, ({ id }) => String(stories.get(id) ?? id));
  return [...byStory.values()]
    .flatMap((members) => {
      const newest = members.toSorted((a, b) => Temporal.Instant.compare(b.publishedAt, a.publishedAt))[0];
      return newest ? [{ title: newest.headline, url: newest.url, articles: members.length }] : [];
    })
    .toSorted((a, b) => b.articles - a.articles);
}
