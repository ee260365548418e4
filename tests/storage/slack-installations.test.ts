import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { InstallationRecord, InstallationRecords } from '../../src/chat/slack/installations.ts';
import { migrations } from '../../src/storage/migrate.ts';
import { createSlackInstallations } from '../../src/storage/slack-installations.ts';
import { openEmptyDatabase, openTestDatabase } from '../fakes/test-database.ts';

const acme: InstallationRecord = {
  id: 'T1',
  kind: 'workspace',
  name: 'Acme',
  botId: 'B1',
  botUserId: 'U1',
  scopes: ['chat:write'],
  installedBy: 'U9',
  installedAt: '2026-02-03T10:00:00.000Z',
  sealed: 'one',
};

let records: InstallationRecords;
beforeEach(async () => {
  const db = await openTestDatabase();
  records = createSlackInstallations(db);
  return () => db.destroy();
});

describe('installations', () => {
  test('come back as they were saved, the last one where a workspace installs again', async () => {
    await records.save(acme);
    const again = { ...acme, sealed: 'two', expiresAt: '2026-02-03T22:00:00Z' };
    await records.save(again);
    expect(await records.list()).toEqual([again]);
    expect(await records.find('T1')).toEqual(again);
    expect(await records.find('T2')).toBeUndefined();
  });

  test('get new tokens from the first of two who exchange them', async () => {
    await records.save(acme);
    expect(await records.replaceTokens(acme, { sealed: 'two', expiresAt: '2026-02-03T22:00:00Z' })).toBe(true);
    expect(await records.replaceTokens(acme, { sealed: 'three' })).toBe(false);
    expect(await records.find('T1')).toMatchObject({ sealed: 'two', expiresAt: '2026-02-03T22:00:00Z' });
  });

  test('of an organization hold for its workspaces, which stay known when it is removed', async () => {
    await records.save({ ...acme, id: 'E1', kind: 'organization' });
    await records.join('T1', 'E1');
    await records.join('T1', 'E1');
    await records.join('T2', 'E1');
    await records.leave('T2');
    expect(await records.workspacesOf('E1')).toEqual(['T1']);
    expect(await records.organizationOf('T1')).toBe('E1');
    await records.remove('E1');
    expect([await records.list(), await records.organizationOf('T1')]).toEqual([[], 'E1']);
  });
});

test('an attempt to install ends once, and is forgotten when it has expired', async () => {
  const times = { now: '2026-02-03T10:00:00Z', expiresAt: '2026-02-03T10:10:00Z' };
  expect(await records.useState('n', times)).toBe(true);
  expect(await records.useState('n', times)).toBe(false);
  expect(await records.useState('n', { now: '2026-02-03T10:20:00Z', expiresAt: '2026-02-03T10:30:00Z' })).toBe(true);
});

test('an older database keeps its channels', async () => {
  const db = await openEmptyDatabase<Record<string, Record<string, unknown>>>();
  await sql`create table channels (id integer primary key, channel_id text)`.execute(db);
  await sql`insert into channels values (1, 'C1')`.execute(db);
  await migrations['0011-slack-installations'].up(db as never);
  expect(await db.selectFrom('channels').selectAll().execute()).toEqual([{ id: 1, channel_id: 'C1' }]);
  expect(await db.selectFrom('slack_installations').selectAll().execute()).toEqual([]);
  await db.destroy();
});
