import type { ExpressionBuilder } from 'kysely';
import type { Database } from '../database.ts';
import type { Tables } from '../schema.ts';

/** Where the stories of these ids are now: a story that merged is the one it merged into. */
export async function currentStories(db: Database, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('stories')
    .select(['id', 'merged_into'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, merged_into }) => [id, merged_into ?? id]));
}

/** Whether a story has not merged into another. As plain `is null` SQLite would go through all of them by the index of what merged. */
export function isCurrent({ eb, fn, val }: ExpressionBuilder<Tables, 'stories'>) {
  return eb(fn.coalesce('merged_into', val(0)), '=', 0);
}
