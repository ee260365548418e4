import { describe, expect, it } from 'vitest';
import type { ChannelLimit, ChannelRef } from '../../../src/chat/chat.ts';
import { createCrossposts } from '../../../src/chat/discord/crosspost.ts';
import { createDiscordChat } from '../../../src/chat/discord/discord-chat.ts';
import { createDiscordRest, createRequestGuard } from '../../../src/chat/discord/rest.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { saying } from '../local/sample-service.ts';
import { startDiscord } from './discord-service.ts';

const isCrosspost = ({ path }: { readonly path: string }) => path.endsWith('/crosspost');

describe('publishing to followers', () => {
  it.each([
    [true, undefined, true],
    [true, false, false],
    [false, true, true],
    [false, undefined, false],
  ])('by the operator %s, by the subscription %s: %s', async (crosspost, publish, isPublished) => {
    const { fake, chat, bulletin, refTo } = await startDiscord({ chat: { crosspost } });

    const post = await chat.post(refTo(bulletin.id), saying('Hello.'), {
      ...(publish !== undefined && { look: { publish } }),
    });

    expect(fake.store.crossposted).toEqual(isPublished ? [post.messageId] : []);
  });

  it('does not ask for more than ten an hour, and tells who owns the channel', async () => {
    const limited: [ChannelRef, ChannelLimit][] = [];
    const onChannelLimited = (...told: [ChannelRef, ChannelLimit]) => void limited.push(told);
    const { fake, chat, bulletin, refTo } = await startDiscord({ chat: { crosspost: true, onChannelLimited } });

    for (let index = 0; index < 12; index += 1) await chat.post(refTo(bulletin.id), saying(`${index}`));

    expect(fake.store.in(bulletin.id)).toHaveLength(12);
    expect(fake.requests.filter(isCrosspost)).toHaveLength(10);
    expect(limited).toEqual([
      [refTo(bulletin.id), 'unpublished'],
      [refTo(bulletin.id), 'unpublished'],
    ]);
  });

  it('takes one refusal after a restart for all of the hour', async () => {
    const limited: ChannelLimit[] = [];
    const { fake, chat, bulletin, refTo } = await startDiscord({ chat: { crosspost: true } });
    for (let index = 0; index < 10; index += 1) await chat.post(refTo(bulletin.id), saying(`${index}`));
    const restarted = createDiscordChat({
      token: fake.token,
      api: fake.api,
      log: silentLog,
      crosspost: true,
      onChannelLimited: (_channel, limit) => void limited.push(limit),
    });

    await restarted.post(refTo(bulletin.id), saying('Eleventh.'));
    await restarted.post(refTo(bulletin.id), saying('Twelfth.'));

    expect(fake.store.in(bulletin.id)).toHaveLength(12);
    expect(fake.requests.filter(isCrosspost)).toHaveLength(11);
    expect(limited).toEqual(['unpublished', 'unpublished']);
  });

  it('publishes again when the hour is over', async () => {
    const { fake, chat, bulletin, refTo } = await startDiscord();
    let now = 0;
    const unpublished: ChannelRef[] = [];
    const crossposts = createCrossposts({
      rest: createDiscordRest({ token: fake.token, api: fake.api, guard: createRequestGuard() }),
      onUnpublished: (channel) => void unpublished.push(channel),
      log: silentLog,
      nowMs: () => now,
    });
    const channel = refTo(bulletin.id);
    const publish = async () => {
      const { messageId } = await chat.post(channel, saying('Hello.'));
      await crossposts.publish(channel, messageId);
    };

    for (let index = 0; index < 11; index += 1) await publish();
    expect(unpublished).toEqual([channel]);
    fake.store.crossposted.length = 0;
    now = 3_600_000;
    await publish();

    expect(unpublished).toEqual([channel]);
    expect(fake.store.crossposted).toHaveLength(1);
  });
});
