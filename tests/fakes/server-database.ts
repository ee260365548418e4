import { randomUUID } from 'node:crypto';
import pg from 'pg';

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
