import { expect, test } from 'vitest';
import { openPostgresDatabase } from '../../../src/storage/database.ts';
import { migrationNames } from '../../../src/storage/migrate.ts';
import { examinePostgres } from '../../../src/storage/upkeep/examine.ts';
import { createServerDatabase } from '../../fakes/server-database.ts';
import { testEngine } from '../../fakes/test-database.ts';

test.skipIf(testEngine !== 'postgres')('an archive on a server is looked at from outside', async () => {
  const made = await createServerDatabase();
  const empty = await examinePostgres(made.url);
  expect(empty).toMatchObject({ pending: migrationNames, unknown: [], damage: [] });
  expect(empty.version).toMatch(/^PostgreSQL \d+/u);
  const db = await openPostgresDatabase(made.url);
  expect(await examinePostgres(made.url)).toMatchObject({ pending: [], unknown: [], damage: [] });
  await db.destroy();
  await made.drop();
});
