import { describe, expect, it, vi } from 'vitest';
import { createDiscordRest, createRequestGuard, TooManyInvalidRequests } from '../../../src/chat/discord/rest.ts';
import type { Message } from '../../../src/chat/message.ts';
import { rateLimited } from '../../fakes/fake-discord.ts';
import { refusal } from '../../fakes/fake-discord-routes.ts';
import { briefing } from '../local/sample-messages.ts';
import { sampleHandlers, saying } from '../local/sample-service.ts';
import { shownText, startDiscord } from './discord-service.ts';
import { personAt } from './person.ts';

const messages = /\/messages$/;
const long: Message = {
  summary: 'A long briefing',
  blocks: Array.from({ length: 30 }, (_, index) => saying(`${index} ${'word '.repeat(80)}.`).blocks).flat(),
};

describe('what Discord refuses', () => {
  it.each([
    ['a channel without the permission', refusal(403, 50_013, 'Missing Permissions'), { kind: 'missing-permission' }],
    ['a channel that may not be seen', refusal(403, 50_001, 'Missing Access'), { kind: 'missing-permission' }],
    ['a server that is gone', refusal(404, 10_004, 'Unknown Guild'), { kind: 'lost-workspace' }],
    ['a body it finds wrong', refusal(400, 50_035, 'Invalid Form Body'), { kind: 'rejected' }],
    ['a long wait', rateLimited(60), { kind: 'retryable', retryScope: 'channel' }],
    [
      'a long wait of all',
      rateLimited(60, { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' }),
      { kind: 'retryable', retryScope: 'platform' },
    ],
    ['its own trouble', { status: 503 }, { kind: 'retryable' }],
    [
      'somebody who takes no messages',
      refusal(403, 50_007, 'Cannot send messages to this user'),
      { kind: 'missing-permission' },
    ],
    ['a stranger', refusal(403, 50_278, 'No mutual guilds'), { kind: 'missing-permission' }],
    ['too many threads', refusal(400, 160_006, 'Maximum number of active threads'), { kind: 'retryable' }],
  ])('%s says what follows', async (_name, response, wanted) => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    fake.addFault({ method: 'POST', path: messages, times: 5, response });

    await expect(chat.post(refTo(newsroom.id), saying('Hello.'))).rejects.toMatchObject({
      name: 'ChatError',
      ...wanted,
    });
  });

  it('a wait says how long it is', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    fake.addFault({ method: 'POST', path: messages, response: rateLimited(60) });

    const error = await chat.post(refTo(newsroom.id), saying('Hello.')).catch((thrown: unknown) => thrown);
    expect((error as { retryAfterMs: number }).retryAfterMs).toBeGreaterThanOrEqual(60_000);
  });
});

it('names the permission that is missing, and where', async () => {
  const { fake, chat, refTo } = await startDiscord();
  const { store, guildId } = fake;
  const overwrites = [{ id: '31', type: 0, allow: '0', deny: String(1n << 11n) }];
  const quiet = store.addChannel({ type: 0, guild_id: guildId, name: 'asia-desk', permission_overwrites: overwrites });
  store.roles.push(
    { id: guildId, permissions: String(0x10c00n) },
    { id: '31', permissions: String((1n << 35n) | (1n << 38n) | 0xc000n) },
  );
  store.botRoles.push('31');
  fake.addFault({ method: 'POST', path: messages, response: refusal(403, 50_013, 'Missing Permissions') });

  await expect(chat.post(refTo(quiet.id), saying('Hello.'))).rejects.toMatchObject({
    kind: 'missing-permission',
    message: 'the permission "Send Messages" is missing in #asia-desk',
  });
});

it('goes on with its token when Discord took it for wrong once', async () => {
  const { fake, chat, newsroom, refTo } = await startDiscord();
  fake.addFault({ method: 'POST', path: messages, response: refusal(401, 0, '401: Unauthorized') });

  await expect(chat.post(refTo(newsroom.id), saying('Hello.'))).rejects.toMatchObject({
    kind: 'retryable',
    retryScope: 'platform',
  });
  await chat.post(refTo(newsroom.id), saying('Hello again.'));

  expect(fake.store.in(newsroom.id).map(shownText)).toEqual(['Hello again.']);
});

describe('an end that is not known', () => {
  it('is told as such, and the delivery is found', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord({ chat: { timeoutMs: 1_000 } });
    fake.addFault({ method: 'POST', path: messages, times: 2, response: 'hang' });

    await expect(chat.post(refTo(newsroom.id), briefing, { deliveryId: 'd-1' })).rejects.toMatchObject({
      kind: 'ambiguous',
    });
    expect(await chat.findDelivery(refTo(newsroom.id), 'd-1')).toBeUndefined();
  });

  it('does not double a message that Discord had taken', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    fake.addFault({ method: 'POST', path: messages, response: 'drop-after' });

    await chat.post(refTo(newsroom.id), briefing, { deliveryId: 'd-1' }).catch(() => {});
    await chat.post(refTo(newsroom.id), briefing, { deliveryId: 'd-1' });

    expect(fake.store.in(newsroom.id)).toHaveLength(1);
  });

  it('is resolved by a process that was started since, by what the message carries', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    const post = await chat.post(refTo(newsroom.id), briefing, { deliveryId: 'd-1' });
    await chat.edit(post, saying('Corrected.'));
    const { createDiscordChat } = await import('../../../src/chat/discord/discord-chat.ts');
    const { silentLog } = await import('../../../src/runtime/log.ts');
    const restarted = createDiscordChat({ token: fake.token, api: fake.api, log: silentLog });

    expect(await restarted.findDelivery(refTo(newsroom.id), 'd-1')).toEqual(post);
  });
});

it('finds a reply in its thread, by a process that was started since', async () => {
  const { fake, chat, newsroom, refTo } = await startDiscord();
  const { createDiscordChat } = await import('../../../src/chat/discord/discord-chat.ts');
  const { silentLog } = await import('../../../src/runtime/log.ts');
  const restarted = createDiscordChat({ token: fake.token, api: fake.api, log: silentLog });
  const root = await chat.post(refTo(newsroom.id), briefing);
  expect(await restarted.findDelivery(root, 'd-1', { thread: root })).toBeUndefined();

  const reply = await chat.post(refTo(newsroom.id), saying('Corrected.'), { thread: root, deliveryId: 'd-1' });

  expect(await restarted.findDelivery(root, 'd-1', { thread: root })).toMatchObject({ messageId: reply.messageId });
});

it('keeps to the rate that Discord tells in its headers', async () => {
  const { fake, chat, newsroom, refTo } = await startDiscord();
  fake.limitMessages({ messages: 2, perMs: 300 });

  await Promise.all(Array.from({ length: 6 }, (_, index) => chat.post(refTo(newsroom.id), saying(`${index}`))));

  expect(fake.store.in(newsroom.id)).toHaveLength(6);
  expect(chat.state().invalidRequests).toBe(0);
});

it.each([
  ['user', { 'x-ratelimit-scope': 'user' }, 1],
  ['shared', { 'x-ratelimit-scope': 'shared' }, 0],
  ['global', { 'x-ratelimit-scope': 'global', 'x-ratelimit-global': 'true' }, 1],
] as const)('posts once after a short wait for a limit of scope %s', async (scope, headers, invalidRequests) => {
  const { fake, chat, newsroom, refTo } = await startDiscord();
  fake.addFault({ method: 'POST', path: messages, response: rateLimited(0.1, headers) });

  await chat.post(refTo(newsroom.id), saying('Hello.'));

  expect(fake.store.in(newsroom.id)).toHaveLength(1);
  expect(chat.state()).toMatchObject({
    invalidRequests,
    rateLimited: { user: 0, shared: 0, global: 0, [scope]: 1 },
  });
});

it('posts once though Discord fails once', async () => {
  const { fake, chat, newsroom, refTo } = await startDiscord();
  fake.addFault({ method: 'POST', path: messages, response: { status: 500 } });

  await chat.post(refTo(newsroom.id), saying('Hello.'));

  expect(fake.store.in(newsroom.id)).toHaveLength(1);
});

it('does not take components that are refused for another reason for a limit of length', async () => {
  const { fake, chat, newsroom, refTo } = await startDiscord();
  const wrong = { code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message: 'Component custom id cannot be duplicated' };
  const errors = { components: { 0: { components: { 1: { custom_id: { _errors: [wrong] } } } } } };
  const body = { code: 50_035, message: 'Invalid Form Body', errors };
  fake.addFault({ method: 'POST', path: messages, response: { status: 400, body } });

  await expect(chat.post(refTo(newsroom.id), long, { deliveryId: 'd-1' })).rejects.toMatchObject({ kind: 'rejected' });
  const before = fake.requests.length;
  expect(fake.requests.filter(({ method, path }) => method === 'POST' && messages.test(path))).toHaveLength(1);
  await chat.post(refTo(newsroom.id), long, { deliveryId: 'd-2' });

  const pages = fake.requests.slice(before).filter(({ method, path }) => method === 'POST' && messages.test(path));
  expect(pages).toHaveLength(4);
});

it('waits out a short wait by itself, and counts it', async () => {
  const { fake, chat, newsroom, refTo } = await startDiscord();
  fake.addFault({ method: 'POST', path: messages, response: rateLimited(0.1) });

  await chat.post(refTo(newsroom.id), saying('Hello.'));

  expect(fake.store.in(newsroom.id)).toHaveLength(1);
  expect(chat.state().invalidRequests).toBe(1);
});

it('stops at a thousand refused requests in ten minutes, and goes on after', () => {
  let now = 0;
  const guard = createRequestGuard(() => now);
  const refused = (status: number, scope = '') => guard.record({ status, headers: { get: () => scope } });
  for (let count = 0; count < 999; count += 1) refused([401, 403, 429][count % 3] ?? 401);
  refused(404);
  refused(429, 'shared');
  guard.check();
  now = 1_000;
  refused(403);

  expect(() => guard.check()).toThrow(TooManyInvalidRequests);
  now = 600_001;
  guard.check();
  expect(guard.count()).toBe(1);
});

describe('what is too long for a message', () => {
  it('goes on in a thread, and is edited and removed with it', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    const post = await chat.post(refTo(newsroom.id), long, { deliveryId: 'd-1' });
    expect(fake.store.in(newsroom.id)).toHaveLength(1);
    expect(fake.store.channels.get(post.messageId)?.name).toBe('A long briefing');
    expect(fake.store.in(post.messageId)).toHaveLength(3);

    await chat.edit(post, saying('Short now.'));
    expect(fake.store.everyIn(newsroom.id).map(shownText)).toEqual(['Short now.']);

    await chat.edit(post, long);
    await chat.edit(post, { ...long, blocks: long.blocks.toReversed() });
    expect(fake.store.in(post.messageId)).toHaveLength(3);

    await chat.remove(post);
    expect(fake.store.everyIn(newsroom.id)).toEqual([]);
  });

  it('is edited and removed when its thread has fallen asleep', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    const post = await chat.post(refTo(newsroom.id), long, { deliveryId: 'd-1' });
    fake.store.archive(post.messageId);

    await chat.edit(post, { ...long, blocks: long.blocks.toReversed() });
    expect(fake.store.in(post.messageId).map(shownText).at(-1)).toContain('0 word');

    fake.store.archive(post.messageId);
    await chat.remove(post);
    expect(fake.store.everyIn(newsroom.id)).toEqual([]);
  });

  it('stays in the chat of a voice channel, which has no threads', async () => {
    const { fake, chat, refTo } = await startDiscord();
    const voice = fake.store.addChannel({ type: 2, guild_id: fake.guildId, name: 'studio' });

    await chat.post(refTo(voice.id), long, { deliveryId: 'd-1' });

    expect(fake.store.in(voice.id)).toHaveLength(4);
  });

  it('stays in the channel where no thread can be', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    const root = await chat.post(refTo(newsroom.id), saying('Root.'));
    const reply = await chat.post(refTo(newsroom.id), saying('Reply.'), { thread: root });

    await chat.post(refTo(reply.threadId ?? ''), long);

    expect(fake.store.in(reply.threadId ?? '')).toHaveLength(5);
  });

  it('goes on in the channel where no thread may be opened, of which its manager hears', async () => {
    const onChannelLimited = vi.fn();
    const { fake, chat, newsroom, refTo } = await startDiscord({ chat: { onChannelLimited } });
    fake.store.deniesThreads.add(newsroom.id);

    const post = await chat.post(refTo(newsroom.id), long, { deliveryId: 'd-1' });

    expect(fake.store.in(newsroom.id)).toHaveLength(4);
    expect(fake.store.in(newsroom.id).map(shownText).join('\n')).toContain('29 word');
    expect(onChannelLimited.mock.calls).toEqual([[refTo(newsroom.id), 'no-threads']]);

    const other = await chat.post(refTo(newsroom.id), long, { deliveryId: 'd-2' });
    await chat.edit(post, { ...long, blocks: long.blocks.toReversed() });
    expect(fake.store.in(newsroom.id)).toHaveLength(8);
    expect(shownText(fake.store.in(newsroom.id)[3] ?? {})).toContain('0 word');
    await chat.edit(post, saying('Short now.'));
    expect(fake.store.in(newsroom.id)).toHaveLength(5);
    await chat.remove(other);
    expect(fake.store.in(newsroom.id).map(shownText)).toEqual(['Short now.']);
  });

  it('goes on in the channel where nothing may be written in threads', async () => {
    const onChannelLimited = vi.fn();
    const { fake, chat, newsroom, refTo } = await startDiscord({ chat: { onChannelLimited } });
    const denied = refusal(403, 50_013, 'Missing Permissions');
    const root = await chat.post(refTo(newsroom.id), saying('Root.'));
    const thread = String(BigInt(root.messageId) + 1n);
    fake.addFault({ method: 'POST', path: new RegExp(`^/channels/${thread}/messages$`), response: denied });

    await chat.post(refTo(newsroom.id), long, { deliveryId: 'd-1' });

    expect(fake.store.in(newsroom.id)).toHaveLength(5);
    expect(onChannelLimited).toHaveBeenCalledOnce();
  });

  it('as embeds is not posted again when it is corrected', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord({ chat: { style: 'embeds' } });
    const post = await chat.post(refTo(newsroom.id), long, { deliveryId: 'd-1' });
    const before = fake.store.everyIn(newsroom.id).length;

    await chat.edit(post, { ...long, blocks: long.blocks.toReversed() });

    expect(fake.store.everyIn(newsroom.id)).toHaveLength(before);
  });

  it('as embeds in the channel is found again after a restart, to be corrected and removed', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord({ chat: { style: 'embeds' } });
    fake.store.deniesThreads.add(newsroom.id);
    const post = await chat.post(refTo(newsroom.id), long, { deliveryId: 'd-1' });
    await chat.post(refTo(newsroom.id), long, { deliveryId: 'd-2' });
    const before = fake.store.in(newsroom.id).length;
    const { createDiscordChat } = await import('../../../src/chat/discord/discord-chat.ts');
    const { silentLog } = await import('../../../src/runtime/log.ts');
    const restarted = createDiscordChat({ token: fake.token, api: fake.api, log: silentLog, style: 'embeds' });

    await restarted.edit(post, { ...long, blocks: long.blocks.toReversed() });
    expect(fake.store.in(newsroom.id)).toHaveLength(before);
    expect(shownText(fake.store.in(newsroom.id)[before / 2 - 1] ?? {})).toMatch(/^0 word/mu);

    await restarted.remove(post);
    expect(fake.store.in(newsroom.id)).toHaveLength(before / 2);
  });

  it('in the channel is removed by a correction after a restart that makes it fit', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    fake.store.deniesThreads.add(newsroom.id);
    const post = await chat.post(refTo(newsroom.id), long, { deliveryId: 'd-1' });
    const { createDiscordChat } = await import('../../../src/chat/discord/discord-chat.ts');
    const { silentLog } = await import('../../../src/runtime/log.ts');
    const restart = () => createDiscordChat({ token: fake.token, api: fake.api, log: silentLog });

    const corrected = await restart().edit(post, { ...long, blocks: long.blocks.toReversed() });
    expect(corrected.parts).toEqual(post.parts);
    expect((await restart().edit(corrected, saying('Short.'))).parts).toBeUndefined();

    expect(fake.store.in(newsroom.id).map((message) => shownText(message))).toEqual(['Short.']);
  });

  it('a correction of what fits costs two requests', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    const post = await chat.post(refTo(newsroom.id), saying('Nine were hurt.'), { deliveryId: 'd-1' });
    const before = fake.requests.length;

    await chat.edit(post, saying('Eight were hurt.'));

    expect(
      fake.requests
        .slice(before)
        .filter(({ path }) => path.startsWith('/channels/'))
        .map(({ method }) => method),
    ).toEqual(['GET', 'PATCH']);
  });
});

describe('a message that Discord refuses as too long, though it is within the limits it documents', () => {
  const allOf = (texts: readonly string[]) => texts.join('\n').match(/\d+ word/gu)?.length;

  it('is posted in smaller pages, as is what comes after it', async () => {
    const { fake, chat, newsroom, desk, refTo } = await startDiscord();
    fake.limitText(2_500);

    const post = await chat.post(refTo(newsroom.id), long, { deliveryId: 'd-1' });
    const before = fake.requests.length;
    await chat.post(refTo(desk.id), long, { deliveryId: 'd-2' });

    expect(allOf(fake.store.everyIn(newsroom.id).map(shownText))).toBe(30);
    expect(allOf(fake.store.everyIn(desk.id).map(shownText))).toBe(30);
    const posts = fake.requests.slice(before).filter(({ method, path }) => method === 'POST' && messages.test(path));
    expect(posts).toHaveLength(fake.store.everyIn(desk.id).length);
    await chat.edit(post, saying('Corrected.'));
    expect(fake.store.everyIn(newsroom.id).map(shownText)).toEqual(['Corrected.']);
  });

  it('is corrected and continued in smaller pages', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    const first = { summary: 'Short', blocks: [...saying('Short.').blocks, { kind: 'divider' } as const] };
    const post = await chat.post(refTo(newsroom.id), first, { deliveryId: 'd-1' });
    fake.limitText(2_500);

    await chat.edit(post, long);

    expect(allOf(fake.store.everyIn(newsroom.id).map(shownText))).toBe(30);
  });

  it('is given up where it is refused whatever its length', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    fake.limitText(10);

    await expect(chat.post(refTo(newsroom.id), long)).rejects.toMatchObject({ kind: 'rejected' });
    expect(fake.requests.filter(({ method }) => method === 'POST').length).toBeLessThan(12);
  });

  it('as an answer comes in smaller pages too', async () => {
    const handlers = sampleHandlers();
    const { fake, newsroom } = await startDiscord({
      handlers: { ...handlers, onCommand: (_call, responder) => responder.respond(long, { onlyCaller: true }) },
    });
    fake.limitText(2_500);

    const answer = await personAt(fake, { channel: newsroom }).give(
      'who',
      { actor: 'A' },
      (seen) => allOf(seen.messages.map(({ body }) => shownText(body))) === 30,
    );

    expect(answer.messages.length).toBeGreaterThan(4);
  });
});

describe('other kinds of channels', () => {
  it('a forum gets a post with the tag of its topic, once', async () => {
    const { fake, chat, forum, refTo } = await startDiscord();

    const post = await chat.post(refTo(forum.id), briefing, { deliveryId: 'd-1' });
    const again = await chat.post(refTo(forum.id), briefing, { deliveryId: 'd-1' });

    expect(again).toEqual(post);
    expect(fake.store.channels.get(post.threadId ?? '')).toMatchObject({
      name: 'Asia briefing, Tuesday 5 March 2024, 2 stories',
      applied_tags: ['55'],
    });
    await chat.edit(post, saying('Corrected.'));
    expect(fake.store.everyIn(forum.id).map(shownText)).toEqual(['Corrected.']);
  });

  it('a forum that wants a tag gets one, and none that only moderators may give', async () => {
    const { fake, chat, refTo } = await startDiscord();
    const post = async (tags: readonly { id: string; name: string; moderated?: boolean }[], flags = 16) => {
      const forum = fake.store.addChannel({ type: 15, guild_id: fake.guildId, flags, available_tags: tags });
      const { threadId = '' } = await chat.post(refTo(forum.id), briefing);
      return fake.store.channels.get(threadId)?.applied_tags;
    };

    expect(await post([{ id: '56', name: 'News' }])).toEqual(['56']);
    expect(await post([{ id: '56', name: 'News' }], 0)).toEqual([]);
    const official = { id: '55', name: 'Asia', moderated: true };
    expect(await post([official, { id: '56', name: 'News' }])).toEqual(['56']);
    await expect(post([official])).rejects.toMatchObject({ kind: 'missing-permission' });
  });

  it('an announcement is published to followers where that is wanted', async () => {
    const { fake, chat, bulletin, refTo } = await startDiscord({ chat: { crosspost: true } });

    const post = await chat.post(refTo(bulletin.id), briefing);

    expect(fake.store.crossposted).toEqual([post.messageId]);
  });

  it('a member is told in a direct message', async () => {
    const { fake, chat } = await startDiscord();

    await chat.messageUser?.({ workspaceId: fake.guildId, userId: '700000000000000001' }, saying('Paused.'));

    expect(fake.store.in('1700000000000000001').map(shownText)).toEqual(['Paused.']);
  });
});

it.each(['components', 'embeds'] as const)(
  'edits what was sent as %s as such, whatever is chosen since',
  async (style) => {
    const { fake, chat, newsroom, refTo } = await startDiscord({ chat: { style } });
    const { createDiscordChat } = await import('../../../src/chat/discord/discord-chat.ts');
    const { silentLog } = await import('../../../src/runtime/log.ts');
    const other = style === 'embeds' ? 'components' : 'embeds';
    const restarted = createDiscordChat({ token: fake.token, api: fake.api, log: silentLog, style: other });
    const post = await chat.post(refTo(newsroom.id), briefing, { deliveryId: 'd-1' });

    await restarted.edit(post, saying('Corrected.'));

    expect(fake.store.in(newsroom.id).map(shownText)).toEqual(['Corrected.']);
  },
);

it('delivers quietly, without a mention, with embeds where they are wanted', async () => {
  const { fake, chat, newsroom, refTo } = await startDiscord({ chat: { style: 'embeds' } });

  await chat.post(refTo(newsroom.id), briefing, { quiet: true });

  const [sent] = fake.requests.filter(({ method, path }) => method === 'POST' && messages.test(path));
  expect(sent?.body).toMatchObject({
    flags: 4_096,
    enforce_nonce: true,
    allowed_mentions: { parse: [] },
    embeds: [{ color: 0xa8_32_1c }],
  });
});

it('counts one global limit over everything that sends, so that together no more than 50 requests go out a second', async () => {
  const { fake } = await startDiscord();
  const settings = { token: fake.token, api: fake.api, guard: createRequestGuard() };
  const rest = createDiscordRest(settings);
  const once = createDiscordRest({ ...settings, sharing: rest, sendsOnce: true });
  const sentAt: number[] = [];
  const ask = async (by: typeof rest) => {
    await by.get('/users/@me');
    sentAt.push(performance.now());
  };

  await Promise.all(Array.from({ length: 60 }, (_, index) => ask(index % 2 === 0 ? rest : once)));

  expect(once.globalRemaining).toBe(rest.globalRemaining);
  expect((sentAt[59] ?? 0) - (sentAt[0] ?? 0)).toBeGreaterThan(500);
});
