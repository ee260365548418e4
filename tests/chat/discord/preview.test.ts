import { expect, it } from 'vitest';
import { createDiscordPreview } from '../../../src/chat/discord/preview.ts';
import type { Message } from '../../../src/chat/message.ts';
import { briefing, hostile, profile, text } from '../local/sample-messages.ts';
import { sampleHandlers } from '../local/sample-service.ts';
import { startDiscord } from './discord-service.ts';

const long: Message = {
  summary: 'Long',
  blocks: Array.from({ length: 120 }, (_, index) => ({
    kind: 'paragraph',
    spans: [text(`Sentence ${index} is told by the honorable council of Sarwana that day.`)],
  })),
};

/** The bodies that Discord was sent, without the nonce, which depends on the channel. */
async function sentFor(message: Message, deliveryId: string) {
  const { fake, chat, newsroom, refTo } = await startDiscord({ handlers: sampleHandlers() });
  await chat.post(refTo(newsroom.id), message, { deliveryId });
  return fake.requests
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'))
    .map(({ body }) => withoutNonce(body as object));
}

function withoutNonce(body: object): object {
  const { nonce, flags, ...rest } = body as { nonce?: unknown; flags?: number };
  expect(nonce).toMatch(/^\w{1,25}$/u);
  // What continues a post makes no sound.
  return { ...rest, flags: (flags ?? 0) & ~(1 << 12) };
}

it.each(Object.entries({ briefing, profile, hostile, long }))('is what would be posted: %s', async (_, message) => {
  const { messages } = createDiscordPreview('components')(message, { deliveryId: 'd1' });
  expect(messages.map(withoutNonce)).toEqual(await sentFor(message, 'd1'));
});

it('keeps to embeds where the configuration does, and brings pictures by their name', () => {
  const picture = { kind: 'picture', name: 'chart.png', pngBase64: 'iVBORw0KGgo=', alt: 'Mentions' } as const;
  const { messages, pictures } = createDiscordPreview('embeds')({ summary: 'One', blocks: [picture] });
  expect(messages).toMatchObject([{ embeds: [{ image: { url: expect.stringMatching(/^attachment:/u) } }], flags: 0 }]);
  expect(Object.values(pictures)).toEqual(['iVBORw0KGgo=']);
});
