import { expect, it, onTestFinished, vi } from 'vitest';
import { ChatError } from '../../src/chat/chat.ts';
import { sendOwnerNotices } from '../../src/deliveries/owner-notices.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { createChannelLimits } from '../../src/services/channel-limits.ts';
import { createOutboxStorage } from '../../src/storage/deliveries/outbox.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { eventually } from '../fakes/eventually.ts';
import { FakeChat } from '../fakes/fake-chat.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { newSubscription } from '../fakes/new-subscription.ts';
import { openTestDatabase } from '../fakes/test-database.ts';

const channel = { platform: 'local', workspaceId: 'w', channelId: 'news' } as const;

it('each owner of a channel without threads is told once, also by a process started since', async () => {
  const db = await openTestDatabase();
  onTestFinished(() => db.destroy());
  const storage = createStorage(db);
  const clock = new FakeClock('2024-03-05T08:00:00Z');
  const createdAt = clock.now();
  for (const [interest, createdBy] of [
    ['asia', 'u1'],
    ['africa', 'u1'],
    ['sports', 'u2'],
  ] as const)
    await storage.subscriptions.add(newSubscription({ channel, createdAt, interest, createdBy }));
  const chat = new FakeChat();
  const start = () => createChannelLimits({ storage, chats: [chat], clock, log: silentLog });
  const limits = start();

  limits.onChannelLimited(channel, 'no-threads');
  limits.onChannelLimited(channel, 'no-threads');
  await eventually(() => expect(chat.directMessages).toHaveLength(2));
  start().onChannelLimited(channel, 'no-threads');
  await storage.serviceFacts.find('told of no-threads local:w:news');

  expect(chat.directMessages.map(({ user }) => user.userId)).toEqual(['u1', 'u2']);
  expect(JSON.stringify(chat.directMessages[0]?.message)).toMatch(/news.*asia.*africa.*Create Public Threads/u);
});

it('one whom the platform makes wait is told when it may be, by the process that runs then', async () => {
  const db = await openTestDatabase();
  onTestFinished(() => db.destroy());
  const storage = createStorage(db);
  const clock = new FakeClock('2024-03-05T08:00:00Z');
  await storage.subscriptions.add(newSubscription({ channel, createdAt: clock.now() }));
  const chat = new FakeChat();
  const refusals = vi
    .spyOn(chat, 'messageUser')
    .mockRejectedValueOnce(new ChatError('Too many', { kind: 'retryable', retryAfterMs: 90_000 }));
  const limits = createChannelLimits({ storage, chats: [chat], clock, log: silentLog });
  const outboxOfAnother = { storage: createOutboxStorage(storage), chats: [chat], clock, log: silentLog };

  limits.onChannelLimited(channel, 'no-threads');
  await eventually(async () => {
    const [notice] = await db.selectFrom('owner_notices').selectAll().execute();
    expect(notice).toMatchObject({ attempts: 1, due_at: '2024-03-05T08:01:30.000Z' });
  });
  clock.advance({ seconds: 89 });
  await sendOwnerNotices(outboxOfAnother);
  expect(refusals).toHaveBeenCalledOnce();
  clock.advance({ seconds: 1 });
  await sendOwnerNotices(outboxOfAnother);
  await sendOwnerNotices(outboxOfAnother);

  expect(chat.directMessages.map(({ user }) => user.userId)).toHaveLength(1);
  expect(JSON.stringify(chat.directMessages[0]?.message)).toContain('"kind":"channel","id":"news"');
});

it('a limit met where nobody subscribes is told to the first who does, when it is met again', async () => {
  const db = await openTestDatabase();
  onTestFinished(() => db.destroy());
  const storage = createStorage(db);
  const clock = new FakeClock('2024-03-05T08:00:00Z');
  const chat = new FakeChat();
  const log = { ...silentLog, warn: vi.fn() };
  const limits = createChannelLimits({ storage, chats: [chat], clock, log });

  limits.onChannelLimited(channel, 'no-threads');
  await eventually(() => expect(log.warn).toHaveBeenCalledOnce());
  await eventually(async () => {
    if ((await storage.subscriptions.count()) === 0)
      await storage.subscriptions.add(newSubscription({ channel, createdAt: clock.now() }));
    limits.onChannelLimited(channel, 'no-threads');
    expect(chat.directMessages).toHaveLength(1);
  });
});
