import { describe, expect, it, vi } from 'vitest';
import type { ChatHandlers } from '../../../src/chat/chat.ts';
import type { DiscordChatOptions } from '../../../src/chat/discord/discord-chat.ts';
import { eventually } from '../../fakes/eventually.ts';
import { commands, sampleHandlers, saying } from '../local/sample-service.ts';
import { shownText, startDiscord } from './discord-service.ts';
import { personAt } from './person.ts';

async function withReads(reads: DiscordChatOptions['reads'], changed: Partial<ChatHandlers> = {}) {
  const handlers = { ...sampleHandlers(), ...changed };
  const service = await startDiscord({ handlers, chat: { commands, ...(reads && { reads }) } });
  const { fake, newsroom } = service;
  const replies = (channelId = newsroom.id) =>
    fake.store.in(channelId).filter(({ author }) => author.id === fake.store.bot.id);
  const nextReply = async (count = 1) => {
    await eventually(() => expect(replies()).toHaveLength(count));
    return replies().map(shownText).join('\n');
  };
  return { ...service, handlers, replies, nextReply, mention: `<@${fake.store.bot.id}>` };
}

async function withPerson(changed: Partial<ChatHandlers>) {
  const { fake, newsroom } = await startDiscord({ handlers: { ...sampleHandlers(), ...changed } });
  return { person: personAt(fake, { channel: newsroom }) };
}

describe('what is said to the bot', () => {
  it('is a question where it is no command, and answered as a reply that mentions nobody', async () => {
    const { fake, newsroom, handlers, mention, nextReply } = await withReads('mentions');

    const message = fake.write(`${mention} why did the river rise?`, { channel: newsroom });

    expect(await nextReply()).toContain('why did the river rise?');
    expect(handlers.calls).toMatchObject([{ command: 'ask', options: { question: 'why did the river rise?' } }]);
    const sent = fake.requests.findLast(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
    expect(sent?.body).toMatchObject({
      message_reference: { message_id: message.id },
      allowed_mentions: { parse: [] },
    });
  });

  it.each([
    ['who Mirela Danesh', { command: 'who', options: { actor: 'Mirela Danesh' } }],
    ['who is Mirela Danesh?', { command: 'ask', options: { question: 'who is Mirela Danesh?' } }],
    ['/brief asia', { command: 'brief', options: { interest: 'asia' } }],
  ])('may be a command: %s', async (said, call) => {
    const { fake, newsroom, handlers, mention, nextReply } = await withReads('mentions');

    fake.write(`${said} ${mention}`, { channel: newsroom });

    await nextReply();
    expect(handlers.calls).toMatchObject([call]);
  });

  it('is everything in a direct message, where everybody manages their own', async () => {
    const { fake, handlers } = await withReads('mentions');

    fake.write('why did the river rise?');

    await eventually(() => expect(handlers.calls).toMatchObject([{ command: 'ask', caller: { mayManage: true } }]));
  });

  it('does not let change a channel, and says how', async () => {
    const { fake, newsroom, handlers, mention } = await withReads('mentions');

    fake.write(`${mention} subscribe asia`, { channel: newsroom });

    await eventually(() =>
      expect(handlers.calls).toMatchObject([{ caller: { mayManage: false, whyNotManage: /choose the command/u } }]),
    );
  });

  it('is told what is wrong with it', async () => {
    const { fake, newsroom, mention, nextReply } = await withReads('mentions');

    fake.write(`${mention} /whoo Mirela`, { channel: newsroom });

    expect(await nextReply()).toContain('whoo');
  });

  it('is nothing that bots and webhooks write, that mentions somebody else, or that is said to others', async () => {
    const { fake, newsroom, handlers, mention, nextReply } = await withReads('mentions');

    fake.write(`${mention} loop`, { channel: newsroom }, { author: { id: '5', username: 'b', bot: true } });
    fake.write(`${mention} loop`, { channel: newsroom }, { webhook_id: '6' });
    fake.write('<@42> hello', { channel: newsroom });
    fake.write(`${mention} joined`, { channel: newsroom }, { type: 7 });
    fake.write(`${mention} the last`, { channel: newsroom });

    await nextReply();
    expect(handlers.calls).toMatchObject([{ options: { question: 'the last' } }]);
  });

  it('is not heard of where nothing is read', async () => {
    const { fake } = await withReads('nothing');

    expect(fake.gateway.seen.find(({ kind }) => kind === 'identify')?.data).toMatchObject({ intents: 1 });
  });
});

describe('a posted link', () => {
  const unfurl: ChatHandlers['unfurl'] = async ({ url }) => (url.endsWith('/a-1') ? saying('In a line.') : undefined);

  it('gets a reply with what the service tells, once however often it is posted in a message', async () => {
    const seen = vi.fn(unfurl);
    const { fake, newsroom, refTo, nextReply } = await withReads('links', { unfurl: seen });

    fake.write(
      'Look: <https://www.dw.com/en/river/a-1> https://www.dw.com/en/river/a-1, https://p.dw.com/p/4x https://evil.example/a-1',
      {
        channel: newsroom,
      },
    );

    expect(await nextReply()).toBe('In a line.');
    expect(seen.mock.calls.map(([{ channel, url }]) => [channel, url])).toEqual([
      [refTo(newsroom.id), 'https://www.dw.com/en/river/a-1'],
      [refTo(newsroom.id), 'https://p.dw.com/p/4x'],
    ]);
  });

  it('is left alone where the service tells nothing', async () => {
    const { fake, newsroom, mention, nextReply, replies } = await withReads('links', { unfurl: async () => undefined });

    fake.write('https://www.dw.com/en/river/a-1', { channel: newsroom });
    fake.write(`${mention} the last`, { channel: newsroom });

    await nextReply();
    expect(replies()).toHaveLength(1);
  });

  it('cannot be read without being asked for', async () => {
    const seen = vi.fn(unfurl);
    const { fake, newsroom, mention, nextReply } = await withReads('mentions', { unfurl: seen });

    fake.write('https://www.dw.com/en/river/a-1', { channel: newsroom });
    fake.write(`${mention} the last`, { channel: newsroom });

    await nextReply();
    expect(seen).not.toHaveBeenCalled();
  });
});

describe('the menu of a message that somebody wrote', () => {
  it('hands over all its words and addresses, without marks', async () => {
    const asked = vi.fn<NonNullable<ChatHandlers['onMessageCommand']>>(async (_call, responder) =>
      responder.respond(saying('Answer.'), { onlyCaller: true }),
    );
    const { person } = await withPerson({ onMessageCommand: asked });
    const message = {
      id: '600000000000000009',
      content: '**Look**: [river](<https://www.dw.com/en/river/a-1>) <@42>',
      embeds: [{ title: 'River treaty signed', description: 'After _years_.', url: 'https://www.dw.com/en/river/a-1' }],
    };

    const answer = await person.useMenu('Who is in this?', message);
    await person.useMenu('Background', message);

    expect(answer.messages.map(({ onlyCaller }) => onlyCaller)).toEqual([true]);
    expect(asked.mock.calls.map(([{ command, text }]) => [command, text.replaceAll(/\s+/gu, ' ')])).toEqual([
      [
        'who',
        'Look: river https://www.dw.com/en/river/a-1 River treaty signed After _years_. https://www.dw.com/en/river/a-1',
      ],
      ['background', expect.stringContaining('River treaty signed')],
    ]);
  });
});
