import { expect, onTestFinished } from 'vitest';
import type { ChatHandlers } from '../../../src/chat/chat.ts';
import { createDiscordChat, type DiscordChatOptions } from '../../../src/chat/discord/discord-chat.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { type FakeDiscordOptions, startFakeDiscord } from '../../fakes/fake-discord.ts';
import type { StoredMessage } from '../../fakes/fake-discord-store.ts';
import { checkRequest } from './check-request.ts';
import { type Payload, textOf } from './payload-problems.ts';

/** A Discord of our own with a server of a few channels, and the chat on it; every body is checked. Started when given handlers. */
export async function startDiscord({
  handlers,
  chat: chatOptions = {},
  fake: fakeOptions = {},
}: {
  handlers?: ChatHandlers;
  chat?: Partial<DiscordChatOptions>;
  fake?: FakeDiscordOptions;
} = {}) {
  const fake = await startFakeDiscord({ check: checkRequest, ...fakeOptions });
  const { guildId, store } = fake;
  const [newsroom, desk, bulletin, forum] = [
    store.addChannel({ type: 0, guild_id: guildId, name: 'newsroom' }),
    store.addChannel({ type: 0, guild_id: guildId, name: 'asia-desk' }),
    store.addChannel({ type: 5, guild_id: guildId, name: 'bulletin' }),
    store.addChannel({ type: 15, guild_id: guildId, name: 'stories', available_tags: [{ id: '55', name: 'Asia' }] }),
  ];
  const chat = createDiscordChat({ token: fake.token, api: fake.api, log: silentLog, ...chatOptions });
  if (handlers) await chat.start(handlers);
  onTestFinished(async () => {
    await chat.stop();
    await fake.stop();
    expect(fake.problems).toEqual([]);
  });
  const refTo = (channelId: string) => ({ platform: 'discord', workspaceId: guildId, channelId }) as const;
  return { fake, chat, newsroom, desk, bulletin, forum, refTo };
}

export function shownText(message: StoredMessage | Record<string, unknown>): string {
  return textOf(message as unknown as Payload);
}
