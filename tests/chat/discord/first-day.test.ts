import { PermissionFlagsBits } from 'discord.js';
import { expect, it } from 'vitest';
import { openTestNewsroom } from '../../commands/newsroom.ts';
import { eventually } from '../../fakes/eventually.ts';
import { shownText, startDiscord } from './discord-service.ts';

const { ManageChannels, SendMessages, ViewChannel } = PermissionFlagsBits;

async function withService() {
  const room = await openTestNewsroom('2026-05-06T08:00:00Z');
  return { room, ...(await startDiscord({ handlers: room.handlers })) };
}

it('greets a server that adds the bot once, where it may write, in the language of the server', async () => {
  const { fake, newsroom, desk } = await withService();
  const guildId = '800000000000000099';
  const everyone = String(ViewChannel | SendMessages);
  const denied = { id: guildId, type: 0, allow: '0', deny: String(SendMessages) };
  const guild = {
    id: guildId,
    name: 'New here',
    owner_id: '1',
    preferred_locale: 'de',
    system_channel_id: newsroom.id,
    roles: [{ id: guildId, permissions: everyone }],
    members: [{ user: { id: fake.store.bot.id }, roles: [] }],
    channels: [
      { ...newsroom, guild_id: guildId, permission_overwrites: [denied] },
      { ...desk, guild_id: guildId, permission_overwrites: [] },
    ],
    threads: [],
  };
  fake.gateway.dispatch('GUILD_CREATE', guild);
  await eventually(() => expect(fake.store.in(desk.id)).toHaveLength(1));
  const [greeting] = fake.store.in(desk.id);
  expect(greeting && shownText(greeting)).toContain('Deutschen Welle');
  expect(JSON.stringify(greeting)).toContain('Hier jeden Tag um 8');
  fake.gateway.dispatch('GUILD_CREATE', guild);
  await fake.interact(
    { type: 2, data: { id: '5', name: 'topics', type: 1 } },
    { channel: desk, permissions: SendMessages },
  );
  expect(fake.store.in(desk.id)).toHaveLength(1);
  expect(fake.store.in(newsroom.id)).toEqual([]);
});

it('says which permission is missing before a subscription is saved', async () => {
  const { room, fake, newsroom } = await withService();
  const command = {
    type: 2,
    data: { id: '5', name: 'subscribe', type: 1, options: [{ name: 'interest', type: 3, value: 'asia' }] },
    app_permissions: String(ViewChannel),
    guild_locale: 'de',
  };
  const person = { channel: newsroom, permissions: ManageChannels | SendMessages };
  const refused = await fake.interact(command, person);
  expect(JSON.stringify(refused.messages)).toContain('without these permissions');
  expect(JSON.stringify(refused.messages)).toContain('Send Messages');
  expect(await room.storage.subscriptions.list()).toEqual([]);
  await fake.interact({ ...command, app_permissions: String(ViewChannel | SendMessages) }, person);
  expect(await room.storage.subscriptions.list()).toHaveLength(1);
});

it('opens the form of a command that is given without a word', async () => {
  const { fake, newsroom } = await withService();
  const answer = await fake.interact(
    { type: 2, data: { id: '5', name: 'who', type: 1 } },
    { channel: newsroom, permissions: SendMessages },
    ({ modal }) => modal !== undefined,
  );
  expect(JSON.stringify(answer.modal)).toContain('k1:command:who');
});
