import { parse } from 'yaml';
import { z } from 'zod';
import type { Feed } from './entry.ts';
import { isDw } from './entry-url.ts';

const rowSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  language: z.string(),
  form: z.enum(['rdf', 'xml', 'atom']),
  topics: z.array(z.string()),
  /** DW's own number for the feed. */
  dwId: z.number().optional(),
  /** How the URL was verified: see config/feeds.yaml. */
  sure: z.enum(['seen', 'named', 'old']),
  isTop: z.boolean().optional(),
  /** Podcasts; without it, news to read. */
  kind: z.literal('audio').optional(),
});

/** DW's feeds that we know, by id: the text of config/feeds.yaml. */
export function parseFeedCatalog(text: string): ReadonlyMap<string, Feed> {
  return new Map(
    z
      .array(rowSchema)
      .parse(parse(text))
      .map(({ id, name, language, form, topics, isTop }) => [
        id,
        {
          id,
          name,
          language,
          topics,
          namespace: 'dw',
          url: `https://rss.dw.com/${form}/${id}`,
          ...(isTop ? { isTop } : {}),
        },
      ]),
  );
}

/** Feeds to begin with, by language: the broadest one, which the catalog lists first, the top one, and those of a topic; nothing to listen to. */
export function startingFeeds(text: string): ReadonlyMap<string, readonly string[]> {
  const rows = z.array(rowSchema).parse(parse(text));
  const suits = ({ isTop, topics }: z.infer<typeof rowSchema>, index: number) =>
    index === 0 || isTop || (topics.length > 0 && !topics.includes('travel'));
  const byLanguage = Map.groupBy(
    rows.filter(({ kind, sure }) => kind === undefined && sure !== 'old'),
    ({ language }) => language,
  );
  return new Map([...byLanguage].map(([language, feeds]) => [language, feeds.filter(suits).map(({ id }) => id)]));
}

/** A feed that an operator adds. One of DW's shares its articles with the others of DW, any other has a namespace of its own. */
export function addedFeed({ id, url, name, language, topics }: AddedFeed): Feed {
  const namespace = isDw(new URL(url).hostname) ? 'dw' : id;
  return { id, url, name: name ?? id, language, topics, namespace, isOwn: true };
}

/** A feed as feeds.add of the configuration names it. */
export interface AddedFeed {
  readonly id: string;
  readonly url: string;
  readonly name?: string | undefined;
  readonly language: string;
  readonly topics: readonly string[];
}
