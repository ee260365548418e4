import { describe, expect, it } from 'vitest';
import { createDiscordChat } from '../../../src/chat/discord/discord-chat.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { refusal } from '../../fakes/fake-discord-routes.ts';
import { briefing } from '../local/sample-messages.ts';
import { saying } from '../local/sample-service.ts';
import { shownText, startDiscord } from './discord-service.ts';

const look = { name: 'Asia desk', pictureUrl: 'https://pictures.example/asia.png', color: '#05b2fc' };
const role = '700000000000000055';

describe('a post in a look of its own', () => {
  it('comes through a webhook, made once, with its name, picture and color', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();

    await chat.post(refTo(newsroom.id), briefing, { look });
    await chat.post(refTo(newsroom.id), saying('Again.'), { look, quiet: true });

    const sent = fake.requests.filter(({ method, path }) => method === 'POST' && path.startsWith('/webhooks/'));
    expect(sent.map(({ body }) => body)).toMatchObject([
      { username: 'Asia desk', avatar_url: look.pictureUrl, components: [{ accent_color: 0x05_b2_fc }] },
      { username: 'Asia desk', flags: 32_768 | 4_096, allowed_mentions: { parse: [] } },
    ]);
    expect(fake.store.webhooks.size).toBe(1);
  });

  it('uses the webhook that is there, and none of anybody else', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    fake.store.addWebhook(newsroom.id, 'Of somebody', null);
    const ours = fake.store.addWebhook(newsroom.id, 'Kurzwelle');

    await chat.post(refTo(newsroom.id), briefing, { look });

    expect(fake.store.in(newsroom.id).map(({ author }) => author.id)).toEqual([ours.id]);
  });

  it('is posted once however often its delivery is sent, also by another process', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    const restarted = createDiscordChat({ token: fake.token, api: fake.api, log: silentLog });

    const first = await chat.post(refTo(newsroom.id), briefing, { look, deliveryId: 'd-1' });
    const again = await restarted.post(refTo(newsroom.id), briefing, { look, deliveryId: 'd-1' });

    expect(again).toEqual(first);
    expect(await restarted.findDelivery(refTo(newsroom.id), 'd-1')).toEqual(first);
    expect(fake.store.in(newsroom.id)).toHaveLength(1);
  });

  it.each([
    ['a channel', 'newsroom', { look }],
    ['a forum', 'forum', { look }],
    ['a forum, by the bot itself', 'forum', {}],
  ] as const)('is posted once to %s though Discord kept silent about it', async (_name, place, options) => {
    const { fake, chat, refTo, ...places } = await startDiscord({ chat: { timeoutMs: 700 } });
    const channel = refTo(places[place].id);
    fake.addFault({ method: 'POST', path: /^\/webhooks\/|\/threads$/u, response: 'hang-after' });

    await expect(chat.post(channel, briefing, { ...options, deliveryId: 'd-1' })).rejects.toMatchObject({
      kind: 'ambiguous',
    });
    await chat.post(channel, briefing, { ...options, deliveryId: 'd-1' });

    expect(fake.store.everyIn(channel.channelId)).toHaveLength(1);
  });

  it('is edited and removed through its webhook, its color kept', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    const post = await chat.post(refTo(newsroom.id), briefing, { look, deliveryId: 'd-1' });

    await chat.edit(post, saying('Corrected.'));
    expect(fake.store.in(newsroom.id)).toMatchObject([{ components: [{ accent_color: 0x05_b2_fc }] }]);
    expect(fake.store.in(newsroom.id).map(shownText)).toEqual(['Corrected.']);
    expect(await chat.findDelivery(refTo(newsroom.id), 'd-1')).toEqual(post);

    await chat.remove(post);
    expect(fake.store.in(newsroom.id)).toEqual([]);
  });

  it('comes from the bot itself without Manage Webhooks, asked for once', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    fake.addFault({ path: /\/webhooks$/, times: 9, response: refusal(403, 50_013, 'Missing Permissions') });

    await chat.post(refTo(newsroom.id), briefing, { look });
    await chat.post(refTo(newsroom.id), saying('Again.'), { look });

    expect(fake.store.in(newsroom.id).map(({ author }) => author.id)).toEqual([fake.store.bot.id, fake.store.bot.id]);
    expect(fake.requests.filter(({ path }) => path.endsWith('/webhooks'))).toHaveLength(1);
    expect(chat.state()).toMatchObject({ invalidRequests: 1, withoutOwnLook: 1 });
  });

  it('gets another webhook when somebody deleted its own', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    const post = await chat.post(refTo(newsroom.id), briefing, { look });
    fake.store.webhooks.clear();

    await chat.post(refTo(newsroom.id), saying('Again.'), { look });

    expect(fake.store.webhooks.size).toBe(1);
    await expect(chat.edit(post, saying('Late.'))).rejects.toMatchObject({ kind: 'rejected', message: /webhook/u });
  });

  it('goes into a thread through the webhook of the channel that it is in', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    const thread = fake.store.addChannel({ type: 11, guild_id: fake.guildId, parent_id: newsroom.id, name: 'Talk' });

    const post = await chat.post(refTo(thread.id), briefing, { look });
    await chat.edit(post, saying('Corrected.'));

    expect(fake.store.in(thread.id).map(shownText)).toEqual(['Corrected.']);
    expect([...fake.store.webhooks.values()].map(({ channel_id: id }) => id)).toEqual([newsroom.id]);
  });

  it('opens a post of a forum, once, with the tag of its topic, and is edited and removed there', async () => {
    const { fake, chat, forum, refTo } = await startDiscord();
    const restarted = createDiscordChat({ token: fake.token, api: fake.api, log: silentLog });

    const post = await chat.post(refTo(forum.id), briefing, { look, deliveryId: 'd-1' });
    expect(await restarted.post(refTo(forum.id), briefing, { look, deliveryId: 'd-1' })).toEqual(post);
    expect(await restarted.findDelivery(refTo(forum.id), 'd-1')).toEqual(post);

    const [webhook] = fake.store.webhooks.values();
    const posts = [...fake.store.channels.values()].filter(({ parent_id: parent }) => parent === forum.id);
    expect(posts).toMatchObject([{ owner_id: webhook?.id, applied_tags: ['55'] }]);
    await restarted.edit(post, saying('Corrected.'));
    expect(fake.store.in(post.threadId ?? '').map(shownText)).toEqual(['Corrected.']);
    await restarted.remove(post);
    expect(fake.store.in(post.threadId ?? '')).toEqual([]);
  });

  it('is the bot with another color where a color alone is wanted, and in embeds', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord({ chat: { style: 'embeds' } });

    await chat.post(refTo(newsroom.id), briefing, { look: { color: '#05b2fc' } });
    await chat.post(refTo(newsroom.id), saying('Embedded.'), { look, deliveryId: 'd-1' });

    expect(fake.store.in(newsroom.id)).toMatchObject([
      { author: fake.store.bot, embeds: [{ color: 0x05_b2_fc }] },
      { author: fake.store.bot },
    ]);
  });
});

describe('the mention of a role', () => {
  it.each(['components', 'embeds'] as const)(
    'is by its id alone, in %s, and stays when a post is edited',
    async (style) => {
      const { fake, chat, newsroom, refTo } = await startDiscord({ chat: { style } });

      const post = await chat.post(refTo(newsroom.id), saying(`Read <@&${role}> and @everyone.`), {
        mention: role,
        deliveryId: 'd-1',
      });
      const [sent] = fake.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
      expect(sent?.body.allowed_mentions).toEqual({ parse: [], roles: [role] });
      expect(shownText(sent?.body ?? {}).match(new RegExp(`<@&${role}>`, 'gu'))).toHaveLength(1);

      await chat.edit(post, saying('Corrected.'));
      expect(fake.store.in(newsroom.id).map(shownText)).toEqual([`<@&${role}>\nCorrected.`]);
      expect(await chat.findDelivery(refTo(newsroom.id), 'd-1')).toEqual(post);
    },
  );

  it.each(['@everyone', 'everyone', '<@&1>', ''])('is none where "%s" is no id', async (mention) => {
    const { fake, chat, newsroom, refTo } = await startDiscord();

    await chat.post(refTo(newsroom.id), saying('News.'), { mention });

    expect(fake.store.in(newsroom.id).map(shownText)).toEqual(['News.']);
  });

  it('is none of the role that everybody has', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();

    await chat.post(refTo(newsroom.id), saying('News.'), { mention: fake.guildId });

    expect(fake.store.in(newsroom.id).map(shownText)).toEqual(['News.']);
  });
});
