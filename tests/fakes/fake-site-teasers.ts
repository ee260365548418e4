import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { SampleArticle } from '../../src/cli/demo/sample-edition/sample-article.ts';
import type { PlannedArticle, SitePlan } from './fake-site-plan.ts';

/** A stored feed item, with when it was listed and under which headlines. */
export interface StoredTeaser {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly lead: string | null;
  readonly publishedAt: string;
  readonly kind: 'article' | 'live';
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly versions?: readonly { readonly seenAt: string; readonly title: string; readonly lead: string | null }[];
}

export function readTeasers(path: string): readonly StoredTeaser[] {
  const lines = gunzipSync(readFileSync(path)).toString().trim().split('\n');
  return lines.map((line) => JSON.parse(line) as StoredTeaser);
}

/**
 * A site that lists the teasers as their feed did: each while it was seen, under the headline and lead of the time. An update gets the
 * date at which it was seen first, since the stored date is the last one only. Pages say headline and lead and a sentence of ours.
 */
export function planTeasers(teasers: readonly StoredTeaser[], start: Temporal.Instant, hours: number): SitePlan {
  const minuteOf = (instant: string): number => start.until(Temporal.Instant.from(instant)).total('minutes');
  const articles = teasers
    .filter(({ firstSeen, lastSeen }) => minuteOf(lastSeen) > 0 && minuteOf(firstSeen) < hours * 60)
    .map((teaser) => planTeaser(teaser, minuteOf));
  const feed = {
    id: 'p0-f0',
    publisher: 0,
    language: 'en',
    form: 'xml',
    namespace: 'dw',
    capacity: 1_000,
    articles,
    validators: 'etag',
    troubles: [],
  } as const;
  return { settings: { seed: 'teasers', start, hours, feeds: 1 }, feeds: [feed], articles };
}

function planTeaser(teaser: StoredTeaser, minuteOf: (instant: string) => number): PlannedArticle {
  const { id, firstSeen, lastSeen, title, lead, publishedAt } = teaser;
  const first = publishedAt < firstSeen ? publishedAt : firstSeen;
  const versions = (teaser.versions ?? [{ seenAt: firstSeen, title, lead }]).map((version, revision) => ({
    fromMinute: minuteOf(version.seenAt),
    article: pageOf(teaser, { ...version, revision, first }),
  }));
  return { id: `dw:${id}`, publisher: 0, versions, untilMinute: minuteOf(lastSeen) };
}

function pageOf(
  { id, url, kind }: StoredTeaser,
  version: { readonly seenAt: string; title: string; lead: string | null; revision: number; first: string },
): SampleArticle {
  const modifiedAt = Temporal.Instant.from(version.seenAt);
  const paragraph = { kind: 'paragraph', text: `This page of number ${id} is made for a test.` } as const;
  return {
    id,
    revision: version.revision,
    kind: kind === 'live' ? 'live' : 'a',
    language: 'en',
    slug: url.split('/').at(-2) ?? 'page',
    headline: version.title,
    kicker: { topic: 'News' },
    lead: version.lead ?? '',
    publishedAt: Temporal.Instant.from(version.first),
    modifiedAt,
    authors: [],
    feeds: [],
    category: 'News',
    pictures: [],
    blocks: kind === 'live' ? [{ kind: 'post', at: modifiedAt, heading: 'Latest' }, paragraph] : [paragraph],
  };
}
