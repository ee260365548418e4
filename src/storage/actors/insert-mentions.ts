import type { ActorInText } from '../../actors/actor.ts';
import type { Article } from '../../articles/article.ts';
import { toIso } from '../../runtime/clock.ts';
import { chunksOf } from '../chunks.ts';
import type { Database } from '../database.ts';

/** A quotation of an article; without a speaker if it is not one of the article's actors. */
export interface QuoteInText {
  readonly words: string;
  readonly sentence: number;
  readonly speakerName?: string;
  readonly direct: boolean;
}

/** Stores the mentions and roles of an actor in an article. */
export async function insertMentions(db: Database, article: Article, actor: ActorInText, id: number): Promise<void> {
  const at = toIso(article.modifiedAt ?? article.publishedAt);
  for (const sentences of chunksOf(actor.sentences))
    await db
      .insertInto('actor_mentions')
      .values(sentences.map((sentence) => ({ actor_id: id, article_id: article.id, sentence, published_at: at })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const of = { actor_id: id, article_id: article.id, revision: article.revision, published_at: at };
  for (const roles of chunksOf(actor.roles))
    await db
      .insertInto('actor_roles')
      .values(roles.map(({ role, sentence, former }) => ({ ...of, role, sentence, is_former: former ? 1 : 0 })))
      .execute();
}

/** Stores the quotations of an article; `ids` maps its actors' names to ids. */
export async function insertQuotes(
  db: Database,
  article: Article,
  quotes: readonly QuoteInText[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const of = {
    article_id: article.id,
    revision: article.revision,
    published_at: toIso(article.modifiedAt ?? article.publishedAt),
  };
  for (const some of chunksOf(quotes))
    await db
      .insertInto('quotes')
      .values(
        some.map(({ words, sentence, speakerName, direct }) => ({
          ...of,
          actor_id: (speakerName === undefined ? undefined : ids.get(speakerName)) ?? null,
          sentence,
          words,
          is_direct: direct ? 1 : 0,
        })),
      )
      .execute();
}
