// As in the service: this undici sends for the one of discord.js too.
import 'undici';
import { expect, it } from 'vitest';
import type { Message } from '../../../src/chat/message.ts';
import { refusal } from '../../fakes/fake-discord-routes.ts';
import { sampleHandlers, saying } from '../local/sample-service.ts';
import { shownText, startDiscord } from './discord-service.ts';
import { personAt } from './person.ts';

/** The smallest PNG there is: one pixel. */
const pngBase64 = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const chart: Message = {
  summary: 'A chart',
  blocks: [
    ...saying('Mentions by day.').blocks,
    { kind: 'picture', name: 'Mentions of Park Jin.png', pngBase64, alt: 'Twelve mentions on Monday, none before' },
  ],
};
const name = 'Mentions-of-Park-Jin-1.png';

it.each([
  ['components', { components: [{ components: [{}, { items: [{ media: { url: `attachment://${name}` } }] }] }] }],
  ['embeds', { embeds: [{ image: { url: `attachment://${name}` } }] }],
] as const)('goes with a message in %s, with words for who does not see it', async (style, shown) => {
  const { fake, chat, newsroom, refTo } = await startDiscord({ chat: { style } });

  const post = await chat.post(refTo(newsroom.id), chart, { deliveryId: 'd-1' });

  const [sent] = fake.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
  expect(sent?.body).toMatchObject({
    ...shown,
    attachments: [{ id: '0', filename: name, description: 'Twelve mentions on Monday, none before' }],
  });
  const uploaded = sent?.files.get('files[0]');
  expect(uploaded?.type).toBe('image/png');
  expect(Buffer.from(await new Response(uploaded ?? null).bytes()).toString('base64')).toBe(pngBase64);

  await chat.edit(post, saying('Without a chart.'));
  expect(fake.store.in(newsroom.id)).toMatchObject([{ attachments: [] }]);
});

it('goes with an answer, at once and after waiting', async () => {
  const handlers = sampleHandlers();
  const { fake, newsroom } = await startDiscord({
    handlers: {
      ...handlers,
      async onCommand(_call, responder) {
        await responder.acknowledge({ onlyCaller: true });
        await responder.respond(chart, { onlyCaller: true });
      },
      onAction: (_call, responder) => responder.respond(chart, { onlyCaller: true }),
    },
  });
  const person = personAt(fake, { channel: newsroom });

  await person.give('who', { actor: 'Park Jin' });
  await person.press('k1:who:7');

  expect(fake.requests.filter(({ files }) => files.size === 1)).toHaveLength(2);
});

it('is told in words where it is larger than Discord takes', async () => {
  const { fake, chat, newsroom, refTo } = await startDiscord();
  const huge = 'A'.repeat(15 * 1_024 * 1_024);

  await chat.post(refTo(newsroom.id), {
    summary: '',
    blocks: [{ kind: 'picture', name: 'x', pngBase64: huge, alt: 'Big.' }],
  });

  expect(fake.store.in(newsroom.id)).toMatchObject([
    { attachments: [], components: [{ components: [{ content: '-# Big.' }] }] },
  ]);
});

const noFiles = refusal(403, 50_013, 'Missing Permissions');

it.each(['components', 'embeds'] as const)(
  'is told in words where files may not be attached, in %s, and the delivery is found all the same',
  async (style) => {
    const { fake, chat, newsroom, forum, refTo } = await startDiscord({ chat: { style } });
    for (const { id } of [newsroom, forum]) fake.addFault({ path: new RegExp(`/${id}/`, 'u'), response: noFiles });

    const post = await chat.post(refTo(newsroom.id), chart, { deliveryId: 'd-1' });
    const inForum = await chat.post(refTo(forum.id), chart);

    const shown = [...fake.store.in(newsroom.id), ...fake.store.in(inForum.threadId ?? '')];
    expect(shown.map(shownText)).toEqual(
      Array.from({ length: 2 }, () => 'Mentions by day.\n-# Twelve mentions on Monday, none before'),
    );
    expect(shown).toMatchObject([{ attachments: [] }, { attachments: [] }]);
    expect(await chat.findDelivery(refTo(newsroom.id), 'd-1')).toEqual(post);
  },
);

it('is told in words in an answer too, where files may not be attached', async () => {
  const { fake, newsroom } = await startDiscord({
    handlers: {
      ...sampleHandlers(),
      async onCommand(_call, responder) {
        await responder.acknowledge({ onlyCaller: true });
        await responder.respond(chart, { onlyCaller: true });
      },
    },
  });
  fake.addFault({ path: /@original$/u, response: noFiles });

  const answer = await personAt(fake, { channel: newsroom }).give('who', { actor: 'Park Jin' });

  expect(answer.messages.map(({ body }) => shownText(body))).toEqual([
    expect.stringContaining('-# Twelve mentions on Monday'),
  ]);
});

it('stays a refusal where it is not the files that are refused', async () => {
  const { fake, chat, newsroom, refTo } = await startDiscord();
  fake.addFault({ path: /\/messages$/u, times: 2, response: noFiles });

  await expect(chat.post(refTo(newsroom.id), chart)).rejects.toMatchObject({ kind: 'missing-permission' });
});
