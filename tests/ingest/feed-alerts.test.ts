import { expect, test } from 'vitest';
import { ChatError } from '../../src/chat/chat.ts';
import { parseConfig } from '../../src/config/config.ts';
import type { FeedAlert } from '../../src/ingest/feed-alerts.ts';
import { silentLog as log } from '../../src/runtime/log.ts';
import { createFeedAlerts } from '../../src/services/operator-alerts.ts';
import { reason } from '../../src/wording/reason.ts';
import { FakeChat } from '../fakes/fake-chat.ts';

const config = parseConfig(
  'alerts: { channel: { platform: local, workspaceId: local, channelId: ops } }\nfeeds: { use: [rss-en-top] }',
  'test',
);
const [feed] = config.feeds.list;
if (!feed) throw new Error('no feed');
const alert: FeedAlert = {
  kind: 'unread',
  feeds: [
    {
      feed,
      problem: reason('status', { status: '503' }),
      lastSuccessAt: Temporal.Instant.from('2026-10-04T12:00:00Z'),
    },
  ],
};

/** Channels for all of which somebody chose this language. */
function speaking(language = 'en') {
  return { channels: { find: async () => ({ zone: 'UTC', language }) } };
}

test("the operator's channel is told in its language", async () => {
  const chat = new FakeChat();
  await createFeedAlerts({ config, log, storage: speaking('fr') }, [chat])(alert);
  expect(chat.sent[0]?.message.summary).toBe('1 flux ne peut pas être lu\u00a0: English - top stories');
  expect(JSON.stringify(chat.sent[0]?.message)).toContain('le serveur a répondu avec le statut 503');
});

test("an alert is one message in the operator's channel, with the feed, its trouble and when it was last read", async () => {
  const chat = new FakeChat();
  expect(await createFeedAlerts({ config, log, storage: speaking() }, [chat])(alert)).toBe(true);
  expect(chat.sent).toMatchObject([
    { post: { channelId: 'ops' }, message: { summary: "1 feed can't be read: English - top stories" } },
  ]);
  const text = JSON.stringify(chat.sent[0]?.message);
  for (const part of ['status 503', '2026-10-04T12:00:00Z']) expect(text).toContain(part);
});

test.each([
  ['retryable', false],
  ['lost-channel', true],
] as const)('when the chat says %s, it is settled: %s', async (kind, settled) => {
  const chat = new FakeChat();
  chat.failNext(new ChatError('no', { kind }));
  expect(await createFeedAlerts({ config, log, storage: speaking() }, [chat])(alert)).toBe(settled);
});

test('without a channel the log is enough', async () => {
  const chat = new FakeChat();
  expect(await createFeedAlerts({ config: parseConfig('', 'test'), log, storage: speaking() }, [chat])(alert)).toBe(
    true,
  );
  expect(chat.sent).toEqual([]);
});
