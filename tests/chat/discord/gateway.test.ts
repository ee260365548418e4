import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { CommandCall, Responder } from '../../../src/chat/chat.ts';
import { createDiscordChat } from '../../../src/chat/discord/discord-chat.ts';
import { type Log, silentLog } from '../../../src/runtime/log.ts';
import { reason, reasonInEnglish } from '../../../src/wording/reason.ts';
import { eventually } from '../../fakes/eventually.ts';
import { everybody, type FakeDiscord, guildId, isAnswered, rateLimited } from '../../fakes/fake-discord.ts';
import { within } from '../../fakes/within.ts';
import { sampleHandlers, saying } from '../local/sample-service.ts';
import { startDiscord } from './discord-service.ts';
import { personAt } from './person.ts';

it.each([
  ['nothing', 1],
  ['mentions', 1 + (1 << 9) + (1 << 12)],
  ['links', 1 + (1 << 9) + (1 << 12) + (1 << 15)],
] as const)('asks for as little as it takes to read %s', async (reads, intents) => {
  const { fake } = await startDiscord({ handlers: sampleHandlers(), chat: { reads } });

  expect(fake.gateway.seen.find(({ kind }) => kind === 'identify')?.data).toMatchObject({ intents });
});

it.each([
  ['as many connections as Discord advises', 'auto', 3, [0, 1, 2]],
  ['its share of them, where it is one of several processes', { ids: [1, 3], count: 4 }, 4, [1, 3]],
] as const)('opens %s', async (_name, shards, count, ids) => {
  const { fake, chat } = await startDiscord({ handlers: sampleHandlers(), chat: { shards }, fake: { shards: count } });

  const identified = fake.gateway.seen.filter(({ kind }) => kind === 'identify').map(({ data }) => data);
  expect(identified).toEqual(ids.map((id) => expect.objectContaining({ shard: [id, count] })));
  expect(chat.state().gateway).toEqual({ ready: ids.length, reconnecting: 0, lost: 0 });
});

it('goes on where it was when the connection breaks', async () => {
  const { fake, chat, newsroom } = await startDiscord({ handlers: sampleHandlers() });
  const resumed = fake.gateway.next('resume');

  fake.gateway.drop();
  await resumed;

  await eventually(() => expect(chat.state().gateway).toEqual({ ready: 1, reconnecting: 0, lost: 0 }));
  const answer = await personAt(fake, { channel: newsroom }).give('who', { actor: 'A' });
  expect(answer.messages).toHaveLength(1);
});

it('says that a connection is lost for good', async () => {
  const { fake, chat } = await startDiscord({ handlers: sampleHandlers() });

  fake.gateway.drop(4014);

  await eventually(() => expect(chat.state().gateway).toEqual({ ready: 0, reconnecting: 0, lost: 1 }));
});

it('tells of channels and servers that are gone, and not of outages', async () => {
  const onChannelLost = vi.fn();
  const onWorkspaceLost = vi.fn();
  const { fake, newsroom, refTo } = await startDiscord({
    handlers: { ...sampleHandlers(), onChannelLost, onWorkspaceLost },
  });
  const { guildId } = fake;

  fake.gateway.dispatch('CHANNEL_DELETE', newsroom);
  fake.gateway.dispatch('GUILD_DELETE', { id: guildId, unavailable: true });
  fake.gateway.dispatch('GUILD_DELETE', { id: guildId });

  await eventually(() => expect(onWorkspaceLost).toHaveBeenCalledOnce());
  expect(onWorkspaceLost.mock.calls[0]?.[0]).toEqual({ platform: 'discord', workspaceId: guildId });
  expect(onChannelLost.mock.calls.map(([channel]) => channel)).toEqual([refTo(newsroom.id)]);
});

const mayPost = String(PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages);

async function withReturns() {
  const onChannelBack = vi.fn();
  const onChannelLost = vi.fn();
  const onWorkspaceBack = vi.fn();
  const service = await startDiscord({
    handlers: { ...sampleHandlers(), onChannelBack, onChannelLost, onWorkspaceBack },
  });
  const { fake } = service;
  const setRole = (permissions: string) =>
    fake.gateway.dispatch('GUILD_ROLE_UPDATE', { guild_id: fake.guildId, role: everybody(permissions) });
  const back = () => onChannelBack.mock.calls.map(([{ channelId }]) => channelId);
  return { ...service, onChannelBack, onChannelLost, onWorkspaceBack, setRole, back };
}

it('tells at once where a role lets us post again, and only there', async () => {
  const { fake, setRole, back, newsroom, desk, bulletin, forum } = await withReturns();

  fake.gateway.dispatch('CHANNEL_UPDATE', { ...desk, permission_overwrites: [denied(fake.guildId)] });
  setRole(mayPost);

  await eventually(() => expect(back().toSorted()).toEqual([newsroom.id, bulletin.id, forum.id].toSorted()));
  setRole(mayPost);
  fake.gateway.dispatch('CHANNEL_UPDATE', { ...desk, permission_overwrites: [] });
  await eventually(() => expect(back()).toHaveLength(4));
  expect(back().at(-1)).toBe(desk.id);
});

it('tells at once where a permission is taken, which and where, and only there', async () => {
  const { fake, setRole, back, desk, onChannelLost, refTo } = await withReturns();
  setRole(mayPost);
  await eventually(() => expect(back()).toHaveLength(4));
  expect(onChannelLost).not.toHaveBeenCalled();

  fake.gateway.dispatch('CHANNEL_UPDATE', { ...desk, permission_overwrites: [denied(fake.guildId)] });

  await eventually(() =>
    expect(onChannelLost.mock.calls).toEqual([
      [refTo(desk.id), reason('permissionMissing', { name: '"Send Messages"', channel: 'asia-desk' })],
    ]),
  );
  setRole('0');
  await eventually(() => expect(onChannelLost).toHaveBeenCalledTimes(4));
  expect(reasonInEnglish(onChannelLost.mock.calls.at(-1)?.[1])).toMatch(
    /^the permissions "View Channels", "Send Messages" are missing in #/u,
  );
});

it('tells nothing of a channel that changes and was open all the time', async () => {
  const { fake, setRole, back, newsroom, desk, onChannelLost, refTo } = await withReturns();
  setRole(mayPost);
  await eventually(() => expect(back()).toHaveLength(4));

  fake.gateway.dispatch('CHANNEL_UPDATE', { ...newsroom, name: 'renamed' });
  fake.gateway.dispatch('CHANNEL_UPDATE', { ...desk, permission_overwrites: [denied(fake.guildId)] });
  await eventually(() => expect(onChannelLost.mock.calls.map(([place]) => place)).toEqual([refTo(desk.id)]));
  fake.gateway.dispatch('CHANNEL_UPDATE', { ...desk, permission_overwrites: [] });

  await eventually(() => expect(back()).toHaveLength(5));
  expect(back().at(-1)).toBe(desk.id);
});

it('tells of a server that we are in again, and of a thread that is unlocked', async () => {
  const { fake, onChannelBack, onWorkspaceBack, refTo } = await withReturns();
  const { guildId } = fake;

  fake.gateway.dispatch('GUILD_DELETE', { id: guildId });
  fake.gateway.dispatch('THREAD_UPDATE', { id: '77', type: 11, guild_id: guildId, thread_metadata: { locked: false } });
  fake.gateway.dispatch('GUILD_CREATE', {
    id: guildId,
    name: 'Again',
    channels: [],
    roles: [],
    members: [],
    threads: [],
  });

  await eventually(() => expect(onWorkspaceBack.mock.calls).toEqual([[{ platform: 'discord', workspaceId: guildId }]]));
  expect(onChannelBack.mock.calls).toEqual([[refTo('77')]]);
});

function denied(guildId: string) {
  return { id: guildId, type: 0, allow: '0', deny: String(PermissionFlagsBits.SendMessages) };
}

describe('a gateway with troubles', () => {
  const restarted = ({ api, token }: FakeDiscord) => createDiscordChat({ token, api, log: silentLog });

  it('may be slow with its hello', async () => {
    const { fake } = await startDiscord();
    fake.gateway.troubles.helloAfterMs = 700;
    const chat = restarted(fake);
    onTestFinished(() => chat.stop());

    await chat.start(sampleHandlers());

    expect(chat.state().gateway.ready).toBe(1);
  });

  it('that answers no heartbeat is left, and its session resumed', async () => {
    const { fake } = await startDiscord();
    fake.gateway.troubles.heartbeatMs = 150;
    const chat = restarted(fake);
    onTestFinished(() => chat.stop());
    await chat.start(sampleHandlers());
    const resumed = fake.gateway.next('resume');
    fake.gateway.troubles.isDeaf = true;

    await resumed;
    Object.assign(fake.gateway.troubles, { heartbeatMs: 45_000, isDeaf: false });

    await eventually(() => expect(chat.state().gateway.ready).toBe(1));
  });

  it.each([
    [4000, 'resume'],
    [4001, 'resume'],
    [4009, 'resume'],
    [4007, 'identify'],
  ])('that closes with %i gets a new connection and %s', async (code, kind) => {
    const { fake, chat } = await startDiscord({ handlers: sampleHandlers() });
    const next = fake.gateway.next(kind);

    fake.gateway.drop(code);
    await next;

    await eventually(() => expect(chat.state().gateway.ready).toBe(1));
  });

  it('that lets nobody in for a while is tried until it does', async () => {
    const { fake, chat } = await startDiscord({ handlers: sampleHandlers() });
    fake.gateway.troubles.refusals = 3;
    const next = Promise.race([fake.gateway.next('resume'), fake.gateway.next('identify')]);

    fake.gateway.drop();
    await next;

    await eventually(() => expect(chat.state().gateway.ready).toBe(1));
    expect(fake.gateway.troubles.refusals).toBe(0);
  });

  it.each([
    [4004, /Set DISCORD_TOKEN/u],
    [4010, /chat\.discord\.shards/u],
    [4011, /chat\.discord\.shards/u],
    [4014, /Message Content Intent/u],
  ])('that refuses us with %i ends the start with what to do', async (code, remedy) => {
    const { fake } = await startDiscord();
    fake.gateway.troubles.closeIdentifyWith = code;
    const chat = restarted(fake);
    onTestFinished(() => chat.stop());

    await expect(chat.start(sampleHandlers())).rejects.toThrow(remedy);
  });
});

describe('an outage of the gateway', () => {
  async function withOutage() {
    const pauses: number[] = [];
    const timer = { nowMs: () => performance.now(), wait: async (ms: number) => void pauses.push(ms) };
    const onCommand = vi.fn(async (_call: CommandCall, responder: Responder) =>
      responder.respond(saying('Here.'), { onlyCaller: true }),
    );
    const handlers = { ...sampleHandlers(), onCommand };
    const service = await startDiscord({ chat: { timer } });
    return { ...service, handlers, onCommand, pauses };
  }

  it('at the start, longer than several tries, ends in one session and one answer to each command', async () => {
    const { fake, chat, handlers, onCommand, pauses, newsroom } = await withOutage();
    fake.gateway.troubles.refusals = 6;

    await chat.start(handlers);
    await personAt(fake, { channel: newsroom }).give('who', { actor: 'A' });

    expect(fake.gateway.sessions()).toBe(1);
    expect(fake.gateway.attempts()).toBe(7);
    expect(fake.gateway.seen.filter(({ kind }) => kind === 'identify')).toHaveLength(1);
    expect(onCommand).toHaveBeenCalledOnce();
    expect(fake.requests.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(1);
    expect(pauses).toHaveLength(5);
    expect(pauses.toSorted((one, other) => one - other)).toEqual(pauses);
  });

  it('later ends in one session that answers each command once, on the general address again', async () => {
    const { fake, chat, handlers, onCommand, newsroom } = await withOutage();
    await chat.start(handlers);
    fake.gateway.troubles.refusals = 6;

    fake.gateway.drop();
    await eventually(() => expect(fake.gateway.sessions()).toBe(1));
    await eventually(() => expect(chat.state().gateway).toEqual({ ready: 1, reconnecting: 0, lost: 0 }));
    await personAt(fake, { channel: newsroom }).give('who', { actor: 'A' });

    expect(fake.gateway.attempts()).toBe(8);
    expect(onCommand).toHaveBeenCalledOnce();
    expect(fake.requests.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(1);
  });

  it('can be stopped while it lasts, and is not tried again', async () => {
    const { fake, chat, handlers } = await withOutage();
    fake.gateway.troubles.refusals = Number.POSITIVE_INFINITY;
    const started = chat.start(handlers);
    await eventually(() => expect(fake.gateway.attempts()).toBeGreaterThan(1));

    await chat.stop();
    await started;
    const { refusals } = fake.gateway.troubles;
    fake.gateway.troubles.refusals = 0;

    expect(refusals).toBe(Number.POSITIVE_INFINITY);
    expect(fake.gateway.sessions()).toBe(0);
  });

  it('that the bot is started into waits where Discord asks to wait', async () => {
    const { fake, chat, handlers, pauses } = await withOutage();
    fake.addFault({ path: /^\/gateway\/bot$/, response: rateLimited(600) });

    await chat.start(handlers);

    expect(pauses[0]).toBeGreaterThanOrEqual(600_000);
    expect(fake.gateway.sessions()).toBe(1);
  });
});

describe('a packet that cannot be read', () => {
  const message = {
    id: '1',
    channel_id: '2',
    content: '',
    author: { id: '3', username: 'a' },
    timestamp: '2024-01-01',
  };
  it.each([
    ['a thread that is null', { thread: null }],
    ['an accessory that is null', { components: [{ type: 9, accessory: null, components: [null] }] }],
    ['components that are null', { components: null }],
    ['embeds that are null', { embeds: null }],
    ['an empty snapshot', { message_snapshots: [{}] }],
  ])('of a button pressed on a message with %s is answered', async (_name, more) => {
    const { fake, newsroom } = await startDiscord({ handlers: sampleHandlers() });
    const press = { type: 3, data: { custom_id: 'k1:why:1', component_type: 2 }, message: { ...message, ...more } };
    const menu = {
      type: 2,
      data: { id: '5', name: 'Background', type: 3, target_id: '1', resolved: { messages: { '1': press.message } } },
    };

    expect(isAnswered(await fake.interact(press, { channel: newsroom }))).toBe(true);
    expect(isAnswered(await fake.interact(menu, { channel: newsroom }))).toBe(true);
  });

  it.each([
    ['an interaction that is null', 'INTERACTION_CREATE', null],
    ['an interaction without data', 'INTERACTION_CREATE', { id: '1', token: 'unknown', application_id: '1', type: 2 }],
    ['a message without an author', 'MESSAGE_CREATE', { ...message, author: null }],
    ['a role without permissions', 'GUILD_ROLE_UPDATE', { guild_id: guildId, role: { id: '1', permissions: null } }],
    ['a server that is null', 'GUILD_CREATE', null],
    ['a channel that is null', 'CHANNEL_UPDATE', null],
    ['a thread list that is null', 'THREAD_LIST_SYNC', null],
    ['an event nobody knows', 'SOMETHING_NEW', null],
  ])('(%s) ends nothing', async (_name, event, data) => {
    const { fake, chat, newsroom, refTo } = await startDiscord({ handlers: sampleHandlers() });

    fake.gateway.dispatch(event, data as object);
    const answer = await personAt(fake, { channel: newsroom }).give('who', { actor: 'A' });
    await chat.post(refTo(newsroom.id), saying('Delivered.'));

    expect(answer.messages).toHaveLength(1);
    expect(fake.store.in(newsroom.id)).toHaveLength(1);
    expect(chat.state().gateway.ready).toBe(1);
  });

  it('is counted and in the log with an id, and its caller is told that id', async () => {
    const logged: object[] = [];
    const log = { ...silentLog, error: (facts: object) => void logged.push(facts) } as Log;
    const { fake, chat, newsroom } = await startDiscord({ handlers: sampleHandlers(), chat: { log } });

    const answer = await fake.interact({ type: 2, data: null as unknown as object }, { channel: newsroom });
    fake.gateway.dispatch('GUILD_CREATE', null as unknown as object);

    await eventually(() => expect(chat.state().unreadablePackets).toBe(2));
    expect(logged).toEqual([
      expect.objectContaining({ errorId: expect.stringMatching(/^[0-9a-f]{8}$/u) }),
      expect.objectContaining({ event: 'GUILD_CREATE', errorId: expect.stringMatching(/^[0-9a-f]{8}$/u) }),
    ]);
    const { errorId } = logged[0] as { errorId: string };
    expect(JSON.stringify(answer.messages)).toContain(errorId);
  });
});

it('says what to do about a token that Discord does not take', async () => {
  const { fake } = await startDiscord();
  fake.addFault({
    path: /^\/gateway\/bot$/,
    times: 9,
    response: { status: 401, body: { code: 0, message: '401: Unauthorized' } },
  });
  const chat = createDiscordChat({ token: 'wrong', api: fake.api, log: silentLog });

  await expect(chat.start(sampleHandlers())).rejects.toThrow(/Set DISCORD_TOKEN/u);
});

it('can be stopped between asking to be let in and being refused, and connects no more', async () => {
  const { fake } = await startDiscord();
  fake.gateway.troubles.closeIdentifyWith = 4004;
  const chat = createDiscordChat({ token: fake.token, api: fake.api, log: silentLog });
  const identified = fake.gateway.next('identify');

  const started = chat.start(sampleHandlers());
  await identified;
  await within(6_000, chat.stop());
  await started;

  expect(fake.gateway.seen.filter(({ kind }) => kind === 'identify')).toHaveLength(1);
});

it('can be stopped while Discord keeps silent', async () => {
  const { fake } = await startDiscord();
  fake.addFault({ path: /^\/gateway\/bot$/, response: 'hang' });
  const chat = createDiscordChat({ token: fake.token, api: fake.api, log: silentLog });

  const started = chat.start(sampleHandlers());
  await chat.stop();
  await started;
});
