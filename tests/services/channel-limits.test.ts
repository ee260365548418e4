import { expect, it, onTestFinished } from 'vitest';
import { silentLog } from '../../src/runtime/log.ts';
import { createChannelLimits } from '../../src/services/channel-limits.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { eventually } from '../fakes/eventually.ts';
import { FakeChat } from '../fakes/fake-chat.ts';
import { newSubscription } from '../fakes/new-subscription.ts';
import { openTestDatabase } from '../fakes/test-database.ts';

const channel = { platform: 'local', workspaceId: 'w', channelId: 'news' } as const;

it('each owner of a channel without threads is told once, also by a process started since', async () => {
  const db = await openTestDatabase();
  onTestFinished(() => db.destroy());
  const storage = createStorage(db);
  const createdAt = Temporal.Instant.from('2024-03-05T08:00:00Z');
  for (const [interest, createdBy] of [
    ['asia', 'u1'],
    ['africa', 'u1'],
    ['sports', 'u2'],
  ] as const)
    await storage.subscriptions.add(newSubscription({ channel, createdAt, interest, createdBy }));
  const chat = new FakeChat();
  const start = () => createChannelLimits({ storage, chats: [chat], log: silentLog });
  const limits = start();

  limits.onChannelLimited(channel, 'no-threads');
  limits.onChannelLimited(channel, 'no-threads');
  await eventually(async () =>
    expect(await storage.serviceFacts.find('told of no-threads local:w:news')).toBeDefined(),
  );
  start().onChannelLimited(channel, 'no-threads');
  await storage.serviceFacts.find('told of no-threads local:w:news');

  expect(chat.directMessages.map(({ user }) => user.userId)).toEqual(['u1', 'u2']);
  expect(JSON.stringify(chat.directMessages[0]?.message)).toMatch(/asia.*africa.*Create Public Threads/u);
});

it('one who cannot be reached now is told the next time', async () => {
  const db = await openTestDatabase();
  onTestFinished(() => db.destroy());
  const storage = createStorage(db);
  await storage.subscriptions.add(
    newSubscription({ channel, createdAt: Temporal.Instant.from('2024-03-05T08:00:00Z') }),
  );
  const chat = new FakeChat();
  const failed = Promise.withResolvers<void>();
  const tellUser = chat.tellUser.bind(chat);
  chat.tellUser = async () => {
    failed.resolve();
    throw new Error('unreachable');
  };
  const limits = createChannelLimits({ storage, chats: [chat], log: silentLog });

  limits.onChannelLimited(channel, 'no-threads');
  await failed.promise;
  chat.tellUser = tellUser;
  await eventually(() => {
    limits.onChannelLimited(channel, 'no-threads');
    expect(chat.directMessages).toHaveLength(1);
  });
});
