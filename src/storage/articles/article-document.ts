import type { Article, Block } from '../../articles/article.ts';
import { toIso } from '../../runtime/clock.ts';

/** An article as the JSON stored for each revision, without topics, which belong to the article and not to a revision. */
export function toDocument(article: Article): string {
  const { topics: _, ...kept } = article;
  return JSON.stringify(kept, (_key, value: unknown) => (value instanceof Temporal.Instant ? toIso(value) : value));
}

/** The article of a document written by `toDocument`. */
export function fromDocument(document: string, topics: readonly string[]): Article {
  const stored = JSON.parse(document) as StoredArticle;
  const { publishedAt, modifiedAt, blocks, ...rest } = stored;
  return {
    ...rest,
    topics,
    publishedAt: Temporal.Instant.from(publishedAt),
    ...(modifiedAt === undefined ? {} : { modifiedAt: Temporal.Instant.from(modifiedAt) }),
    blocks: blocks.map(({ at, ...block }) => (at === undefined ? block : { ...block, at: Temporal.Instant.from(at) })),
  };
}

type StoredBlock = Omit<Block, 'at'> & { readonly at?: string };
type StoredArticle = Omit<Article, 'publishedAt' | 'modifiedAt' | 'blocks' | 'topics'> & {
  readonly publishedAt: string;
  readonly modifiedAt?: string;
  readonly blocks: readonly StoredBlock[];
};
