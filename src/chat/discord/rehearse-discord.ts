import {
  type APIComponentInContainer,
  ButtonStyle,
  ComponentType,
  DiscordAPIError,
  MessageFlags,
  Routes,
} from 'discord.js';
import type { RehearsalStep } from '../rehearsal.ts';
import { paragraph } from '../write.ts';
import { deliveryMark, nonceOf, readMark, sameMark, withMark } from './delivery-mark.ts';
import { limits } from './limits.ts';
import { type RenderedPart, renderMessage } from './render-message.ts';
import { createDiscordRest, createRequestGuard } from './rest.ts';
import { createSender } from './sender.ts';

/** Enough to meet the limit of a channel, which is not documented and about five in five seconds. */
const burst = 8;

/**
 * What posting at Discord comes to, call by call, with what our fake answers: post, nonce, mark, edit, thread, buttons as bodies, limits, refusals and
 * the rate limit, in a text channel of a test server where the bot may post and open threads. What it posts it removes; the empty thread
 * stays, as to delete it takes Manage Threads. Pressing a button and taking the bot's rights need a person, and are not in it.
 */
export function discordRehearsal({
  token,
  api,
  channel,
}: {
  readonly token: string;
  readonly api?: string | undefined;
  readonly channel: string;
}): readonly RehearsalStep[] {
  const guard = createRequestGuard();
  const settings = { token, ...(api !== undefined && { api }), guard };
  const rest = createDiscordRest(settings);
  const sender = createSender(rest, createDiscordRest({ ...settings, sendsOnce: true, sharing: rest }));
  const mark = deliveryMark('rehearsal');
  const nonce = nonceOf(crypto.randomUUID());
  const first = withMark(pageOf('Rehearsal'), mark);
  let id = '';
  let ofThread = '';

  return [
    step('the token is taken', () => rest.get(Routes.user())),
    step('a post with a mark and a nonce', async () => {
      ({ id } = await sender.message(channel, first, { nonce }));
    }),
    step('the same nonce gives the same post', async () => {
      const again = await sender.message(channel, first, { nonce });
      return again.id === id ? 'ok' : 'another post';
    }),
    step('the mark is read back', async () => {
      const read = (await rest.get(Routes.channelMessage(channel, id))) as Parameters<typeof readMark>[0];
      return sameMark(readMark(read), mark) ? 'ok' : 'no mark';
    }),
    step('an edit', () => sender.editMessage(channel, id, withMark(pageOf('Edited'), mark))),
    step('a thread under it', () => rest.post(Routes.threads(channel, id), { body: { name: 'Rehearsal' } })),
    step(
      'a second thread under it',
      () => rest.post(Routes.threads(channel, id), { body: { name: 'Rehearsal' } }),
      '160004',
    ),
    step('a post in the thread, which has the id of its message', async () => {
      ofThread = (await sender.message(id, pageOf('Part'), { nonce: nonceOf(crypto.randomUUID()) })).id;
    }),
    step('text of the length that we take for the limit', () => postAndRemove(textPart(limits.text))),
    step('text that is longer', () => postAndRemove(textPart(limits.text + 1)), '50035'),
    step('more buttons in a row than there may be', () => postAndRemove(rowOf(limits.buttonsInRow + 1)), '50035'),
    step('an edit of what is not there', () => sender.editMessage(channel, nowhere, first), '10008'),
    step(
      'a post to no channel',
      () => sender.message(nowhere, first, { nonce: nonceOf(crypto.randomUUID()) }),
      '10003',
    ),
    step('a burst, which the headers or answers 429 slow down and nothing is lost of', () =>
      Promise.all(Array.from({ length: burst }, () => postAndRemove(pageOf('Burst')))),
    ),
    step('the part is removed', () => rest.delete(Routes.channelMessage(id, ofThread))),
    step('the post is removed', () => rest.delete(Routes.channelMessage(channel, id))),
    step('it is removed again', () => rest.delete(Routes.channelMessage(channel, id)), '10008'),
  ];

  async function postAndRemove(part: RenderedPart): Promise<void> {
    const sent = await sender.message(channel, part, { nonce: nonceOf(crypto.randomUUID()) });
    await rest.delete(Routes.channelMessage(channel, sent.id));
  }
}

/** An id of a time when there was no Discord. */
const nowhere = '1000';

function step(name: string, call: () => Promise<unknown>, expected = 'ok'): RehearsalStep {
  return {
    name,
    expected,
    async run() {
      try {
        const answered = await call();
        return typeof answered === 'string' ? answered : 'ok';
      } catch (error) {
        if (error instanceof DiscordAPIError) return String(error.code);
        throw error;
      }
    },
  };
}

function pageOf(text: string): RenderedPart {
  const [part] = renderMessage({ summary: text, blocks: [paragraph(text)] });
  if (!part) throw new Error('a page was rendered to nothing');
  return part;
}

/** What no renderer of ours would make: a text as long as wanted, a row as full as wanted. */
function partOf(component: APIComponentInContainer): RenderedPart {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.Container, components: [component] }],
  };
}

function textPart(length: number): RenderedPart {
  return partOf({ type: ComponentType.TextDisplay, content: 'a'.repeat(length) });
}

function rowOf(buttons: number): RenderedPart {
  const components = Array.from({ length: buttons }, (_, index) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    label: String(index),
    custom_id: `k1:rehearsal:${index}`,
  }));
  return partOf({ type: ComponentType.ActionRow, components });
}
