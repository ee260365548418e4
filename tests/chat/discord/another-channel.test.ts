import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { commands } from '../../../commands/index.ts';
import type { ActionCall, ChatHandlers, CommandCall } from '../../../src/chat/chat.ts';
import { applicationCommands } from '../../../src/chat/discord/application-commands.ts';
import { eventually } from '../../fakes/eventually.ts';
import { sampleHandlers, saying } from '../local/sample-service.ts';
import { shownText, startDiscord } from './discord-service.ts';

const { ViewChannel, ManageChannels, SendMessages } = PermissionFlagsBits;
const manager = '700000000000000001';
const button = { kind: 'button', label: 'Remove', action: 'remove', value: '7' } as const;

/** A manager of the forum, who types in the newsroom, where they manage nothing. */
async function withForum() {
  const onCommand = vi.fn<ChatHandlers['onCommand']>((_call: CommandCall, responder) =>
    responder.respond(
      { ...saying('Subscribed.'), blocks: [...saying('Subscribed.').blocks, { kind: 'actions', items: [button] }] },
      { onlyCaller: true },
    ),
  );
  const onAction = vi.fn<ChatHandlers['onAction']>((_call: ActionCall, responder) =>
    responder.respond(saying('Removed.'), { onlyCaller: true }),
  );
  const service = await startDiscord({ handlers: { ...sampleHandlers(), onCommand, onAction } });
  const { fake, newsroom, forum } = service;
  const overwrite = (allow: bigint) => ({ id: manager, type: 1, allow: String(allow), deny: '0' });
  const allowInForum = (allow: bigint) =>
    fake.gateway.dispatch('CHANNEL_UPDATE', { ...forum, permission_overwrites: [overwrite(allow)] });
  const give = (permissions: bigint) =>
    fake.interact(
      {
        type: 2,
        data: {
          id: '5',
          name: 'subscribe',
          type: 1,
          options: [
            { name: 'interest', type: 3, value: 'asia' },
            { name: 'channel', type: 7, value: forum.id },
          ],
          resolved: { channels: { [forum.id]: { id: forum.id, type: 15, permissions: String(permissions) } } },
        },
      },
      { channel: newsroom, permissions: SendMessages },
    );
  const press = (customId: string) =>
    fake.interact(
      {
        type: 3,
        data: { custom_id: customId, component_type: 2 },
        message: { id: '6', channel_id: newsroom.id, content: '', flags: 1 << 15 },
      },
      { channel: newsroom, permissions: SendMessages },
    );
  return { ...service, onCommand, onAction, allowInForum, give, press };
}

function customIdIn(answer: { messages: readonly { body: object }[] }): string {
  return /"custom_id":"([^"]+)"/u.exec(JSON.stringify(answer.messages[0]?.body))?.[1] ?? '';
}

it('a command is about the channel that it names, with the rights of its caller there', async () => {
  const { forum, give, onCommand, refTo } = await withForum();

  await give(ViewChannel | ManageChannels);
  await give(ViewChannel);

  expect(onCommand.mock.calls.map(([{ caller, options }]) => [caller.channel, caller.mayManage, options])).toEqual([
    [refTo(forum.id), true, { interest: 'asia' }],
    [refTo(forum.id), false, { interest: 'asia' }],
  ]);
});

it('a channel that its caller may not see tells nothing', async () => {
  const { give, onCommand } = await withForum();

  const answer = await give(ManageChannels);

  expect(onCommand).not.toHaveBeenCalled();
  expect(shownText(answer.messages[0]?.body ?? {})).toContain('View Channel');
});

it('a button of such an answer acts on that channel, as long as who presses it has the right there', async () => {
  const { forum, give, press, allowInForum, onAction, chat, newsroom, refTo } = await withForum();
  allowInForum(ViewChannel | ManageChannels);
  const customId = customIdIn(await give(ViewChannel | ManageChannels));

  await press(customId);
  allowInForum(ViewChannel);
  await press(customId);
  allowInForum(0n);
  const refused = await press(customId);

  expect(
    onAction.mock.calls.map(([{ caller, action, value }]) => [caller.channel, caller.mayManage, action, value]),
  ).toEqual([
    [refTo(forum.id), true, 'remove', '7'],
    [refTo(forum.id), false, 'remove', '7'],
  ]);
  expect(onAction.mock.calls[0]?.[0].post.channelId).toBe(newsroom.id);
  expect(shownText(refused.messages[0]?.body ?? {})).toContain('View Channel');
  await eventually(() => expect(chat.state().unreadablePackets).toBe(0));
});

it('forums, threads and announcement channels can be named where a channel is set up', () => {
  const withChannel = applicationCommands(commands).flatMap((command) => {
    const option = 'options' in command ? command.options?.find(({ name }) => name === 'channel') : undefined;
    return option ? [[command.name, option.type, (option as { channel_types?: number[] }).channel_types]] : [];
  });

  const types = [0, 5, 15, 11, 10, 12];
  expect(withChannel.toSorted()).toEqual(['settings', 'subscribe', 'subscriptions'].map((name) => [name, 7, types]));
});

describe('whoever installed the app for themselves', () => {
  const inOtherServer = { authorizing_integration_owners: { 1: manager } };
  const who = { type: 2, data: { id: '5', name: 'who', type: 1, options: [{ name: 'actor', type: 3, value: 'A' }] } };

  it.each([
    ['another server', inOtherServer],
    ['a conversation with others', { ...inOtherServer, guild_id: undefined, context: 2 }],
  ])('is answered in %s, where only they see it and nothing is subscribed', async (_where, more) => {
    const onCommand = vi.fn<ChatHandlers['onCommand']>((_call, responder) =>
      responder.respond(saying('Here.'), { onlyCaller: false }),
    );
    const { fake, newsroom } = await startDiscord({ handlers: { ...sampleHandlers(), onCommand } });

    const answer = await fake.interact({ ...who, ...more }, { channel: newsroom, permissions: ManageChannels });

    expect(answer.messages.map(({ onlyCaller }) => onlyCaller)).toEqual([true]);
    expect(onCommand.mock.calls[0]?.[0].caller).toMatchObject({ isElsewhere: true, mayManage: false });
  });

  it('manages their own in a message to the bot, and channels of servers that added it', async () => {
    const onCommand = vi.fn<ChatHandlers['onCommand']>((_call, responder) =>
      responder.respond(saying('Here.'), { onlyCaller: false }),
    );
    const { fake, newsroom } = await startDiscord({ handlers: { ...sampleHandlers(), onCommand } });

    const both = { authorizing_integration_owners: { 0: fake.guildId, 1: manager } };
    await fake.interact({ ...who, ...both }, { channel: newsroom, permissions: ManageChannels });
    await fake.interact({ ...who, ...inOtherServer }, {});

    expect(onCommand.mock.calls.map(([{ caller }]) => [caller.isElsewhere ?? false, caller.mayManage])).toEqual([
      [false, true],
      [false, true],
    ]);
  });
});
