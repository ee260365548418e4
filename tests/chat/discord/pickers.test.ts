import { PermissionFlagsBits } from 'discord.js';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { parseConfig } from '../../../src/config/config.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { createHandlers } from '../../../src/services/handlers.ts';
import { type Newsroom, openNewsroom } from '../../../src/services/newsroom.ts';
import { openMemoryDatabase } from '../../../src/storage/database.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { shownText, startDiscord } from './discord-service.ts';
import { personAt } from './person.ts';

const { ViewChannel, ManageChannels, SendMessages, MentionEveryone } = PermissionFlagsBits;
const role = '700000000000000055';
let newsroom: Newsroom;

beforeAll(async () => {
  const clock = new FakeClock('2026-05-06T08:00:00Z');
  newsroom = await openNewsroom({
    config: parseConfig('', 'test'),
    db: await openMemoryDatabase(),
    clock,
    log: silentLog,
  });
  return () => newsroom.storage.close();
});

/** Somebody who manages the newsroom, with a subscription there. */
async function withSubscription() {
  const service = await startDiscord({ handlers: createHandlers(newsroom) });
  const { fake, newsroom: channel, desk, refTo } = service;
  const manager = personAt(fake, { channel, isManager: true, mayMention: true });
  await manager.give('subscribe', { interest: 'asia' });
  const subscriptions = () => newsroom.storage.subscriptions.ofChannel(refTo(channel.id));
  const id = (await subscriptions())[0]?.id ?? 0;
  onTestFinished(async () => newsroom.storage.subscriptions.remove(id));
  const submit = (action: string, component: object, resolved: object = {}) =>
    fake.interact(
      { type: 5, data: { custom_id: `k1:${action}:${id}`, components: [{ type: 18, component }], resolved } },
      { channel, permissions: SendMessages | ManageChannels | MentionEveryone },
    );
  const moveTo = (permissions: bigint) =>
    submit(
      'move-subscription',
      { type: 8, custom_id: 'channel', values: [desk.id] },
      { channels: { [desk.id]: { id: desk.id, type: 0, name: 'asia-desk', permissions: String(permissions) } } },
    );
  const letPostIn = (there: typeof desk) => {
    const overwrite = { id: fake.guildId, type: 0, allow: String(ViewChannel | SendMessages), deny: '0' };
    fake.gateway.dispatch('CHANNEL_UPDATE', { ...there, permission_overwrites: [overwrite] });
  };
  return { ...service, manager, id, subscriptions, submit, moveTo, letPostIn };
}

describe('the role to mention', () => {
  it('is picked from a list that shows the present one, and can be taken away', async () => {
    const { manager, id, submit, subscriptions } = await withSubscription();
    const select = { type: 6, custom_id: 'mention' };

    await submit('look-of-subscription', { ...select, values: [role] });
    const { modal } = await manager.press(`k1:look-of-subscription:${id}`);

    expect(await subscriptions()).toMatchObject([{ mention: role }]);
    expect(JSON.stringify(modal)).toContain(JSON.stringify([{ type: 'role', id: role }]));
    await submit('look-of-subscription', { ...select, values: [] });
    expect((await subscriptions())[0]?.mention).toBeUndefined();
  });

  it('is read from a form of before, where its id was typed', async () => {
    const { submit, subscriptions } = await withSubscription();

    await submit('look-of-subscription', { type: 4, custom_id: 'mention', value: role });

    expect(await subscriptions()).toMatchObject([{ mention: role }]);
  });

  it('is typed in a direct message, which has no roles to pick', async () => {
    const { fake } = await withSubscription();
    const alone = fake.store.addChannel({ type: 1 });
    const inDirect = { guild_id: undefined, context: 1 };
    const option = { name: 'interest', type: 3, value: 'asia' };
    const data = { id: '5', name: 'subscribe', type: 1, options: [option] };
    const [answer] = (await fake.interact({ type: 2, data, ...inDirect }, { channel: alone })).messages;
    const [, id] = /Subscription (\d+)/u.exec(shownText(answer?.body ?? {})) ?? [];
    const press = { custom_id: `k1:look-of-subscription:${id}`, component_type: 2 };
    const message = { id: '6', channel_id: alone.id, content: '', flags: 1 << 15 };

    const { modal } = await fake.interact({ type: 3, data: press, message, ...inDirect }, { channel: alone });

    expect(modal).toMatchObject({ components: [{ component: { type: 4, custom_id: 'mention' } }, {}, {}, {}, {}] });
  });
});

describe('the channel to move to', () => {
  it('is picked from a list, and the subscription moves at once', async () => {
    const { manager, id, moveTo, letPostIn, desk, refTo, subscriptions } = await withSubscription();
    letPostIn(desk);

    const { modal } = await manager.press(`k1:move-subscription:${id}`);
    const answer = await moveTo(ViewChannel | ManageChannels);

    expect(modal).toMatchObject({ components: [{ component: { type: 8, custom_id: 'channel', required: true } }] });
    expect(shownText(answer.messages[0]?.body ?? {})).toContain(`<#${desk.id}>`);
    expect(await subscriptions()).toEqual([]);
    expect(await newsroom.storage.subscriptions.ofChannel(refTo(desk.id))).toMatchObject([{ id }]);
  });

  it('is none where we may not post, which is said with what is missing', async () => {
    const { moveTo, subscriptions, id } = await withSubscription();

    const answer = await moveTo(ViewChannel | ManageChannels);

    expect(shownText(answer.messages[0]?.body ?? {})).toContain('"Send Messages"');
    expect(await subscriptions()).toMatchObject([{ id }]);
  });

  it.each([
    ['may not manage', ViewChannel, 'Manage Channels'],
    ['may not see', ManageChannels, 'View Channel'],
  ])('is none that its caller %s', async (_what, permissions, expected) => {
    const { moveTo, subscriptions, id } = await withSubscription();

    const answer = await moveTo(permissions);

    expect(shownText(answer.messages[0]?.body ?? {})).toContain(expected);
    expect(await subscriptions()).toMatchObject([{ id }]);
  });
});
