import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { editDistance } from '../../text/similar-words.ts';
import { fold, wordsOf } from '../../text/terms.ts';
import type { Database } from '../database.ts';
import { chunksOf } from '../rows.ts';

/** The form in which names are compared: folded words separated by single spaces. */
export function foldName(name: string): string {
  return wordsOf(fold(name), 'en')
    .map(({ text }) => text)
    .join(' ');
}

/** Ids of the actors with exactly this name; if there are none, of those whose names contain every word. */
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

/** SQLite nests conditions a thousand deep, and one typed character folds to up to four words; no name has that many. */
const mostWords = 100;

/** Ids of all actors with an alias that differs from the name in at most one letter in four; nearest first. */
export async function findSimilarIds(db: Database, name: string): Promise<readonly number[]> {
  const folded = foldName(name);
  const words = folded.split(' ').filter((word) => word.length >= 3);
  if (words.length === 0 || words.length > mostWords) return [];
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

/** Ids of actors that match every typed word by prefix; those whose name begins with the first word come first, then the most mentioned. */
export async function completeIds(db: Database, prefix: string, limit: number): Promise<readonly number[]> {
  const folded = foldName(prefix);
  const words = folded.split(' ').filter(Boolean);
  if (words.length > mostWords) return [];
  let select = db
    .selectFrom('actors')
    .select('id')
    .where('article_count', '>', 0)
    .where('merged_into', 'is', null)
    .limit(limit);
  for (const word of words) {
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

/** As a range, since SQLite does not use an index for a case-insensitive LIKE. Texts are compared byte by byte on both engines. */
function beginsWith(column: string, prefix: string): RawBuilder<SqlBool> {
  return sql`(${sql.ref(column)} >= ${prefix} and ${sql.ref(column)} < ${`${prefix}\u{10ffff}`})`;
}

/** The spellings of each actor that these articles mention, if there are several: "Park Jin", "Park Yin". */
export async function nameVariants(
  db: Database,
  articleIds: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const rows: { actor_id: number; alias: string }[] = [];
  for (const ids of chunksOf(articleIds, 500)) {
    rows.push(
      ...(await db
        .selectFrom('actor_mentions as m')
        .innerJoin('actor_aliases as a', 'a.actor_id', 'm.actor_id')
        .select(['a.actor_id', 'a.alias'])
        .distinct()
        .where('m.article_id', 'in', ids)
        .execute()),
    );
  }
  return [...Map.groupBy(rows, (row) => row.actor_id).values()]
    .map((own) => own.map(({ alias }) => alias).toSorted())
    .filter((names) => names.length > 1);
}
