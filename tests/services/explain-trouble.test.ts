import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { createHandlers, explainTrouble } from '../../src/services/handlers.ts';
import { openNewsroom } from '../../src/services/newsroom.ts';
import { createDamageNotice } from '../../src/storage/damage.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { DamagedArchiveError } from '../../src/storage/database-trouble.ts';
import { localize } from '../../src/wording/catalog.ts';
import { en } from '../../src/wording/en/index.ts';
import { emptyFolder } from '../cli/run-cli.ts';
import { FakeResponder } from '../fakes/fake-responder.ts';
import { mountSmallDisk } from '../fakes/small-disk.ts';

const caller = {
  channel: { platform: 'local', workspaceId: 'local', channelId: 'newsroom' },
  userId: 'u',
  userName: 'Reader',
  mayManage: true,
  locale: 'en',
} as const;

type Room = Awaited<ReturnType<typeof openRoom>>;

async function openRoom(dataDir: string) {
  const damage = createDamageNotice();
  const db = await openDatabase(dataDir, { damage });
  const config = parseConfig('', 'test');
  const newsroom = await openNewsroom({ config, db, damage, clock: systemClock, log: silentLog });
  const { onCommand, onAction, onForm } = createHandlers(newsroom);
  const answered = async (ask: (responder: FakeResponder) => Promise<void>): Promise<string> => {
    const responder = new FakeResponder();
    await ask(responder);
    return JSON.stringify(responder.messages.at(-1));
  };
  return {
    db,
    damage,
    close: () => newsroom.storage.close(),
    command: (command: string, options: Record<string, string> = {}) =>
      answered((responder) => onCommand({ caller, command, options }, responder)),
    action: (action: string, value: string) =>
      answered((responder) =>
        onAction({ caller, action, value, post: { ...caller.channel, messageId: '1' } }, responder),
      ),
    form: (action: string, reference: string, answers: Record<string, string>) =>
      answered((responder) => onForm({ caller, action, reference, answers }, responder)),
  };
}

/** Everything a person can change by command, button or form, of subscription 1. */
const changes = {
  subscribe: (room) => room.command('subscribe', { interest: 'africa' }),
  settings: (room) => room.command('settings', { language: 'de' }),
  button: (room) => room.action('resume-subscription', '1'),
  form: (room) => room.form('edit-subscription', '1', { interest: 'europe' }),
} satisfies Record<string, (room: Room) => Promise<string>>;

test('a full disk is named wherever a change is asked for, and with room again the same works', async (context) => {
  const disk = mountSmallDisk(20_000);
  if (!disk) return context.skip('this user may not mount a disk');
  onTestFinished(disk.unmount);
  const room = await openRoom(disk.path);
  expect(await room.command('subscribe', { interest: 'asia' })).toContain('Subscription 1');
  // What the log has room for would still fit.
  await sql`pragma wal_checkpoint(truncate)`.execute(room.db);
  const ballast = join(disk.path, 'ballast');
  expect(() => writeFileSync(ballast, Buffer.alloc(20_000 * 1_024))).toThrow('ENOSPC');
  for (const [what, change] of Object.entries(changes))
    expect(await change(room), what).toContain(en.refusals.diskFull);
  expect(await room.command('subscriptions')).toContain('asia');
  rmSync(ballast);
  for (const [what, change] of Object.entries(changes)) {
    const answer = await change(room);
    expect(answer, what).not.toContain(en.refusals.diskFull);
    expect(answer, what).not.toContain('Something went wrong');
  }
  await room.close();
});

test('a damaged archive is named wherever a change is asked for, and reading goes on', async () => {
  const room = await openRoom(emptyFolder());
  expect(await room.command('subscribe', { interest: 'asia' })).toContain('Subscription 1');
  room.damage.judge(new DamagedArchiveError('row 3 missing from index'));
  for (const [what, change] of Object.entries(changes))
    expect(await change(room), what).toContain(en.refusals.archiveDamaged);
  expect(await room.command('subscriptions')).toContain('asia');
  expect(await room.command('status')).toContain(en.service.status.archiveDamaged);
  await room.close();
});

test('a database that does not answer is named, and no other connection is taken for it', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
  expect(localize(explainTrouble(refused) ?? '', en)).toBe(en.refusals.databaseAway);
  expect(explainTrouble(new Error('The chat cannot be reached', { cause: refused }))).toBe(undefined);
  expect(explainTrouble(new Error('A fault of ours'))).toBe(undefined);
});
