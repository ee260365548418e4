import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createActors } from '../../src/storage/actors/actors.ts';
import type { Database } from '../../src/storage/database.ts';
import { migrations } from '../../src/storage/migrate.ts';
import { openEmptyDatabase } from '../fakes/test-database.ts';

test('actors of an older archive keep their articles and can be merged', async () => {
  const older = await openEmptyDatabase<unknown>();
  await migrations['0001-foundation'].up(older);
  for (const statement of [
    `insert into articles (id, revision, kind, language, url, headline, published_at, modified_at, archived_at, is_seed)
      values ('dw:1', 1, 'article', 'en', 'https://x', 'News', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', 0)`,
    `insert into actors (id, kind, name, article_count, first_seen_at, last_seen_at) values
      (1, 'person', 'Ann Marsh', 1, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'),
      (2, 'person', 'Anna Marsh', 1, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')`,
    `insert into actor_aliases values (1, 'Ann Marsh', 'ann marsh'), (2, 'Anna Marsh', 'anna marsh')`,
    `insert into actor_mentions values (1, 'dw:1', 0, '2026-01-01T00:00:00.000Z'), (2, 'dw:1', 3, '2026-01-01T00:00:00.000Z')`,
  ])
    await sql.raw(statement).execute(older);
  await migrations['0013-actor-merges'].up(older);
  const actors = createActors(older as unknown as Database);
  expect(await actors.findByName('Ann Marsh')).toMatchObject([{ id: 1, articleCount: 1 }]);
  await actors.merge({ from: 2, into: 1, at: '2026-02-01T00:00:00.000Z' });
  expect(await actors.findByName('Anna Marsh')).toMatchObject([{ id: 1, articleCount: 1 }]);
  expect(await actors.mentions(1, 5)).toHaveLength(2);
  await older.destroy();
});
