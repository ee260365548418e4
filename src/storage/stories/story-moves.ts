import { toIso } from '../../runtime/clock.ts';
import type { Database } from '../database.ts';
import { countInAffair } from './affairs.ts';
import { recount } from './story-rows.ts';

/** A merge or split of stories. */
export interface StoryMove {
  readonly kind: 'merged' | 'split';
  readonly fromId: number;
  readonly toId: number;
  /** Articles that moved. */
  readonly articles: number;
  readonly similarity: number;
  readonly movedAt: Temporal.Instant;
}

export type StoryMoves = ReturnType<typeof createStoryMoves>;

/** Moves articles between stories and records it, so that ids in old posts still resolve. */
export function createStoryMoves(db: Database) {
  return {
    /** Moves all articles of a story into another; its id resolves to that one from now on. */
    async merge(fromId: number, intoId: number, similarity: number, at: Temporal.Instant): Promise<void> {
      const articles = await move(db, { fromId, toId: intoId });
      await countInAffair(db, fromId, -1);
      await db
        .updateTable('stories')
        .set({ merged_into: intoId })
        .where(({ or, eb }) => or([eb('id', '=', fromId), eb('merged_into', '=', fromId)]))
        .execute();
      await record(db, { kind: 'merged', fromId, toId: intoId, articles, similarity, movedAt: at });
    },

    /** Moves these articles into a new story and returns its id; the others keep the old id. */
    async split(
      fromId: number,
      articleIds: readonly string[],
      similarity: number,
      at: Temporal.Instant,
    ): Promise<number> {
      const { id } = await db
        .insertInto('stories')
        .columns(['language', 'title', 'title_article_id', 'opened_at', 'updated_at', 'article_count', 'affair_id'])
        .expression((from) =>
          from
            .selectFrom('stories as s')
            .innerJoin('articles as a', (join) => join.on('a.id', '=', articleIds[0] ?? ''))
            .select([
              's.language',
              'a.headline',
              'a.id',
              's.opened_at',
              's.updated_at',
              's.article_count',
              's.affair_id',
            ])
            .where('s.id', '=', fromId),
        )
        .returning('id')
        .executeTakeFirstOrThrow();
      const articles = await move(db, { fromId, toId: id, articleIds });
      await countInAffair(db, id, 1);
      await record(db, { kind: 'split', fromId, toId: id, articles, similarity, movedAt: at });
      return id;
    },

    /** All ids of a story, including that of a story it was split from. */
    async idsOf(storyIds: readonly number[]): Promise<ReadonlyMap<number, readonly number[]>> {
      const asked = [...new Set(storyIds)];
      if (asked.length === 0) return new Map();
      const rows = await db
        .selectFrom('story_moves')
        .innerJoin('stories as s', 's.id', 'story_moves.to_id')
        .select(({ fn }) => ['from_id', fn.coalesce('s.merged_into', 's.id').as('now_id')])
        .where(({ or, eb }) => or([eb('s.id', 'in', asked), eb('s.merged_into', 'in', asked)]))
        .execute();
      const earlier = Map.groupBy(rows, ({ now_id }) => now_id);
      return new Map(asked.map((id) => [id, [id, ...(earlier.get(id) ?? []).map(({ from_id }) => from_id)]]));
    },

    /** The merges and splits of a story, oldest first. */
    async list(storyId: number): Promise<readonly StoryMove[]> {
      const rows = await db
        .selectFrom('story_moves')
        .selectAll()
        .where(({ or, eb }) => or([eb('from_id', '=', storyId), eb('to_id', '=', storyId)]))
        .orderBy('number')
        .execute();
      return rows.map((row) => ({
        kind: row.kind === 'merged' ? 'merged' : 'split',
        fromId: row.from_id,
        toId: row.to_id,
        articles: row.articles,
        similarity: row.similarity,
        movedAt: Temporal.Instant.from(row.moved_at),
      }));
    },
  };
}

/** Moves the articles given, or all; their number. */
async function move(
  db: Database,
  { fromId, toId, articleIds }: { fromId: number; toId: number; articleIds?: readonly string[] },
): Promise<number> {
  let update = db.updateTable('story_articles').set({ story_id: toId }).where('story_id', '=', fromId);
  if (articleIds) update = update.where('article_id', 'in', [...articleIds]);
  const { numUpdatedRows } = await update.executeTakeFirstOrThrow();
  for (const id of [fromId, toId]) await recount(db, id);
  return Number(numUpdatedRows);
}

async function record(db: Database, { kind, fromId, toId, articles, similarity, movedAt }: StoryMove): Promise<void> {
  await db
    .insertInto('story_moves')
    .values({ kind, from_id: fromId, to_id: toId, articles, similarity, moved_at: toIso(movedAt) })
    .execute();
}
