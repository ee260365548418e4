import { expect, it, vi } from 'vitest';
import { createDiscordChat } from '../../../src/chat/discord/discord-chat.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { sampleHandlers } from '../local/sample-service.ts';
import { startDiscord } from './discord-service.ts';
import { personAt } from './person.ts';

it('asks for the guilds alone, never for what people write', async () => {
  const { fake } = await startDiscord({ handlers: sampleHandlers() });

  expect(fake.gateway.seen.find(({ kind }) => kind === 'identify')?.data).toMatchObject({ intents: 1 });
});

it('goes on where it was when the connection breaks', async () => {
  const { fake, chat, newsroom } = await startDiscord({ handlers: sampleHandlers() });
  const resumed = fake.gateway.next('resume');

  fake.gateway.drop();
  await resumed;

  await vi.waitFor(() => expect(chat.state().gateway).toEqual({ ready: 1, reconnecting: 0, lost: 0 }));
  const answer = await personAt(fake, { channel: newsroom }).give('who', { actor: 'A' });
  expect(answer.messages).toHaveLength(1);
}, 15_000);

it('says that a connection is lost for good', async () => {
  const { fake, chat } = await startDiscord({ handlers: sampleHandlers() });

  fake.gateway.drop(4014);

  await vi.waitFor(() => expect(chat.state().gateway).toEqual({ ready: 0, reconnecting: 0, lost: 1 }));
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

  await vi.waitFor(() => expect(onWorkspaceLost).toHaveBeenCalledOnce());
  expect(onWorkspaceLost.mock.calls[0]?.[0]).toEqual({ platform: 'discord', workspaceId: guildId });
  expect(onChannelLost.mock.calls.map(([channel]) => channel)).toEqual([refTo(newsroom.id)]);
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

it('can be stopped while Discord keeps silent', async () => {
  const { fake } = await startDiscord();
  fake.addFault({ path: /^\/gateway\/bot$/, response: 'hang' });
  const chat = createDiscordChat({ token: fake.token, api: fake.api, log: silentLog });

  const started = chat.start(sampleHandlers());
  await chat.stop();
  await started;
});
