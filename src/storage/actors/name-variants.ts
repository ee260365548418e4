import { chunksOf } from '../chunks.ts';
import type { Database } from '../database.ts';

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
