import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { editDistance } from '../../text/similar-words.ts';
import { fold, wordsOf } from '../../text/terms.ts';
import type { Database } from '../database.ts';

/** Names compared: folded words, one blank between. */
export function foldName(name: string): string {
  return wordsOf(fold(name), 'en')
    .map(({ text }) => text)
    .join(' ');
}

/** Ids of the actors called exactly so; where none is, of those whose names hold every word. */
export async function findIdsByName(db: Database, name: string): Promise<readonly number[]> {
  const folded = foldName(name);
  if (folded === '') return [];
  const exact = await db.selectFrom('actor_aliases').select('actor_id').where('folded', '=', folded).execute();
  if (exact.length > 0) return exact.map(({ actor_id }) => actor_id);
  const words = [...new Set(folded.split(' '))];
  const rows = await db
    .selectFrom('actor_words')
    .select('actor_id')
    .where('word', 'in', words)
    .groupBy('actor_id')
    .having(({ fn }) => fn.count('word'), '=', words.length)
    .execute();
  return rows.map(({ actor_id }) => actor_id);
}

/** Ids of all actors one of whose aliases is at most a letter in four away from the name; nearest first. */
export async function findIdsSpeltAlmost(db: Database, name: string): Promise<readonly number[]> {
  const folded = foldName(name);
  const words = folded.split(' ').filter((word) => word.length >= 3);
  if (words.length === 0) return [];
  const rows = await db
    .selectFrom('actor_words')
    .innerJoin('actor_aliases', 'actor_aliases.actor_id', 'actor_words.actor_id')
    .select(['actor_aliases.actor_id', 'actor_aliases.folded'])
    .distinct()
    .where(({ or }) => or(words.map((word) => beginsWith('actor_words.word', word.slice(0, 2)))))
    .limit(2_000)
    .execute();
  const near = rows
    .map(({ actor_id, folded: alias }) => ({ actor_id, distance: editDistance(alias, folded) }))
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(folded.length / 4)))
    .toSorted((a, b) => a.distance - b.distance);
  return [...new Set(near.map(({ actor_id }) => actor_id))];
}

/** Ids of actors with a word for each word that is being typed; those whose name begins so first, then the most written about. */
export async function completeIds(db: Database, prefix: string, limit: number): Promise<readonly number[]> {
  const folded = foldName(prefix);
  let select = db
    .selectFrom('actors')
    .select('id')
    .where('article_count', '>', 0)
    .where('merged_into', 'is', null)
    .limit(limit);
  for (const word of folded.split(' ').filter(Boolean)) {
    const withWord = db.selectFrom('actor_words').select('actor_id').where(beginsWith('word', word));
    select = select.where('id', 'in', withWord);
  }
  if (folded !== '') {
    const beginsSo = db.selectFrom('actor_aliases').select('actor_id').where(beginsWith('folded', folded));
    select = select.orderBy((eb) => eb('id', 'in', beginsSo), 'desc');
  }
  const ids = await select.orderBy('article_count', 'desc').orderBy('id').execute();
  return ids.map(({ id }) => id);
}

/** As a range, since SQLite takes no index for LIKE where case could differ. Texts are compared byte by byte on both engines. */
function beginsWith(column: string, prefix: string): RawBuilder<SqlBool> {
  return sql`(${sql.ref(column)} >= ${prefix} and ${sql.ref(column)} < ${`${prefix}\u{10ffff}`})`;
}
