import type { ExpressionBuilder } from 'kysely';
import type { Database } from '../database.ts';
import type { Tables } from '../schema.ts';

/** The current story of each id: for a merged story, the one it was merged into. */
export async function currentStories(db: Database, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('stories')
    .select(['id', 'merged_into'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, merged_into }) => [id, merged_into ?? id]));
}

/** Whether a story was not merged into another. With a plain `is null` SQLite would scan the index on merged stories. */
export function isCurrent({ eb, fn, val }: ExpressionBuilder<Tables, 'stories'>) {
  return eb(fn.coalesce('merged_into', val(0)), '=', 0);
}
