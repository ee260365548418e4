import { webApi } from '@slack/bolt';
import { expect, it, test } from 'vitest';
import { ChatError } from '../../../src/chat/chat.ts';
import type { SlackPayload } from '../../../src/chat/slack/newer-blocks.ts';
import { sendWithPictures } from '../../../src/chat/slack/refused-blocks.ts';

const words = { type: 'section' as const, text: { type: 'plain_text' as const, text: 'Words.' } };
const uploaded = { type: 'image' as const, slack_file: { id: 'F1' }, alt_text: 'Three a day' };
const linked = { type: 'image' as const, image_url: 'https://pictures.example/1.jpg', alt_text: 'A harbor' };
const invalid = new ChatError('Slack refused: invalid_blocks', {
  kind: 'rejected',
  cause: new webApi.WebAPIPlatformError({ ok: false, error: 'invalid_blocks' }),
});
const noResponse = new ChatError('Slack answered with HTTP status 400', { kind: 'rejected' });

async function send(blocks: SlackPayload['blocks'], refusals: readonly Error[]) {
  const tried: string[][] = [];
  const waits: number[] = [];
  let isWithout = false;
  const left = [...refusals];
  const done = await sendWithPictures(
    { text: 'Text', blocks },
    async (payload) => {
      tried.push(payload.blocks.map(({ type }) => type));
      const refusal = left.shift();
      if (refusal) throw refusal;
      return 'sent';
    },
    {
      sleep: async (waitMs) => void waits.push(waitMs),
      onWithout: () => {
        isWithout = true;
      },
    },
  ).catch((error: unknown) => error);
  return { done, tried, waits, isWithout };
}

test.each([
  ['the Web API', invalid],
  ['a response URL', noResponse],
])('tries a picture that was just uploaded again, and then tells its words, over %s', async (_name, refusal) => {
  expect(await send([words, uploaded], [refusal])).toEqual({
    done: 'sent',
    tried: [
      ['section', 'image'],
      ['section', 'image'],
    ],
    waits: [1_000],
    isWithout: false,
  });
  const { tried, isWithout } = await send([uploaded], [refusal, refusal, refusal]);
  expect([tried.at(-1), tried.length, isWithout]).toEqual([['context'], 4, true]);
});

it('leaves out a picture of an article at once', async () => {
  const { tried, waits } = await send([words, linked], [invalid]);
  expect([tried.at(-1), waits]).toEqual([['section'], []]);
});

test.each([
  ['a message without pictures', [words], invalid],
  ['another refusal', [words, uploaded], new ChatError('no', { kind: 'lost-channel' })],
  ['nothing but a picture of an article', [linked], invalid],
])('passes on what was refused: %s', async (_name, blocks, refusal) => {
  expect(await send(blocks, [refusal])).toMatchObject({ done: refusal, tried: [expect.anything()] });
});
