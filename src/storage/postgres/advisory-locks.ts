import pg from 'pg';
import type { Hold, Locks } from '../../runtime/locks.ts';
import { keepAlive } from './node-postgres.ts';

/**
 * Holds as PostgreSQL's advisory locks, all on one connection of their own: the server gives them back when that ends, at once after a
 * kill, after some 20 seconds where a machine or its network is gone. Where the connection breaks, all holds are lost; the next `take`
 * opens another.
 */
export function createAdvisoryLocks(url: string): Locks {
  const held = new Map<string, AbortController>();
  let connecting: Promise<pg.Client> | undefined;
  let current: pg.Client | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function lose(broken?: pg.Client): void {
    if (broken !== undefined && broken !== current) return;
    connecting = undefined;
    current = undefined;
    for (const lost of held.values()) lost.abort();
    held.clear();
  }

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: url, application_name: 'kurzwelle locks', ...keepAlive });
    current = client;
    client.on('error', () => lose(client));
    client.on('end', () => lose(client));
    await client.connect();
    return client;
  }

  /** One question at a time: `pg` lets a client have no more. */
  function ask(question: string, name: string): Promise<boolean> {
    const answer = last.then(() => askNow(question, name));
    last = answer;
    return answer;
  }

  async function askNow(question: string, name: string): Promise<boolean> {
    connecting ??= connect();
    try {
      const client = await connecting;
      const { rows } = await client.query<{ answer: boolean }>(
        `select ${question}(hashtextextended($1, 1)) as answer`,
        [name],
      );
      return rows[0]?.answer === true;
    } catch {
      lose();
      return false;
    }
  }

  return {
    async take(name): Promise<Hold | undefined> {
      if (held.has(name)) return undefined;
      const lost = new AbortController();
      held.set(name, lost);
      if (!(await ask('pg_try_advisory_lock', name))) {
        if (held.get(name) === lost) held.delete(name);
        return undefined;
      }
      return {
        lost: lost.signal,
        async release() {
          if (lost.signal.aborted) return;
          await ask('pg_advisory_unlock', name);
          held.delete(name);
        },
      };
    },

    async stop() {
      const client = await connecting?.catch(() => undefined);
      await client?.end();
    },
  };
}
