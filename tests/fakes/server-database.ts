import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openPostgresDatabase } from '../../src/storage/database.ts';

/** Names the database that tests copy for one that is brought up to date. */
export const templateVariable = 'KURZWELLE_TEST_TEMPLATE';

/** Migrates a database once for all processes of a run of tests; gives what drops it. For vitest's `globalSetup`. */
export default async function makeTemplate(): Promise<() => Promise<void>> {
  const { url, name, drop } = await createServerDatabase();
  await (await openPostgresDatabase(url, { poolSize: 1 })).destroy();
  process.env[templateVariable] = name;
  return drop;
}

/** A database of its own on the server that TEST_DATABASE_URL names. */
export async function createServerDatabase(
  like = 'template1',
): Promise<{ readonly url: string; readonly name: string; drop(): Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `kurzwelle_test_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(server, `create database ${name} template ${like}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, name, drop: () => runOnServer(server, `drop database if exists ${name} with (force)`) };
}

/** Runs one statement on its own connection. */
export async function runOnServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
