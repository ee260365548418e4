import { expect, test } from 'vitest';
import { createPageSessions } from '../../src/storage/page-sessions.ts';
import { openTestDatabase } from '../fakes/test-database.ts';

test('sessions are found by their token until they are removed or expire', async () => {
  const db = await openTestDatabase();
  const sessions = createPageSessions(db);
  const at = (time: string) => Temporal.Instant.from(`2026-03-02T${time}:00Z`);
  const session = (tokenDigest: string, ends: string) => ({
    ...{ tokenDigest, userName: 'anna', groundsDigest: 'p' },
    expiresAt: at(ends),
  });
  for (const each of [session('a', '08:00'), session('b', '09:00'), session('c', '10:00')]) await sessions.add(each);
  expect(await sessions.find('a')).toEqual(session('a', '08:00'));
  await sessions.remove('a');
  await sessions.removeExpired(at('09:00'));
  expect(await Promise.all(['a', 'b', 'c'].map(sessions.find))).toEqual([undefined, undefined, session('c', '10:00')]);
  await db.destroy();
});
