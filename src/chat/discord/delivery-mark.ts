import { createHash } from 'node:crypto';
import { ComponentType } from 'discord.js';
import { limits } from './limits.ts';
import type { RenderedPart } from './render-message.ts';

/** Two component ids, which Discord keeps with the message and nobody sees. */
export type DeliveryMark = readonly [container: number, first: number];

/**
 * What a delivery's first message carries in its component ids. A nonce distinguishes equal messages for a few minutes only and is not given
 * back when messages are read; these ids are, at any age.
 */
export function deliveryMark(deliveryId: string): DeliveryMark {
  const digest = createHash('sha256').update(deliveryId).digest();
  // Ids are 32 bit with a sign; those that Discord gives by itself count from 1.
  const container = (digest.readUInt32BE(0) & 0x7f_ff_ff_fe) | 0x40_00_00_00;
  const first = (digest.readUInt32BE(4) & 0x7f_ff_ff_fe) | 0x40_00_00_01;
  return [container, first];
}

/** Marks the message that continues another, by its place: in the thread of its own, or in the channel among others, then by the post's id too. */
export function continuationMark(index: number, postInChannel?: string): DeliveryMark {
  const container = continuationBase + 2 * index;
  return [container, postInChannel === undefined ? container + 1 : postMark(postInChannel)];
}

function postMark(messageId: string): number {
  return (createHash('sha256').update(messageId).digest().readUInt32BE(0) & 0x1f_ff_ff_ff) | 0x40_00_00_00;
}

const continuationBase = 0x20_00_00_00;

/** Whether a message continues a post, in its own thread or, with the post's id, in the channel. */
export function isContinuation(mark: DeliveryMark | undefined, postInChannel?: string): boolean {
  if (mark === undefined) return false;
  const index = (mark[0] - continuationBase) / 2;
  if (!Number.isInteger(index) || index < 0 || index >= 1_000) return false;
  return sameMark(mark, continuationMark(index, postInChannel));
}

/** The part with the mark; embeds have no place for one and stay as they are. */
export function withMark(part: RenderedPart, [id, firstId]: DeliveryMark): RenderedPart {
  const [container] = part.components;
  if (container?.type !== ComponentType.Container) return part;
  const [first, ...others] = container.components;
  return first
    ? { ...part, components: [{ ...container, id, components: [{ ...first, id: firstId }, ...others] }] }
    : part;
}

/** The mark of a message as it was read; the mention of a role may stand before what carries it. */
export function readMark({ components = [] }: { readonly components?: readonly object[] }): DeliveryMark | undefined {
  const all = components as readonly { type?: number; id?: number; components?: readonly { id?: number }[] }[];
  const container = all.find(({ type }) => type === ComponentType.Container);
  const first = container?.components?.[0];
  return container?.id !== undefined && first?.id !== undefined ? [container.id, first.id] : undefined;
}

/** Whether a message carries this mark; one without a mark carries none. */
export function sameMark(one: DeliveryMark | undefined, other: DeliveryMark): boolean {
  return one !== undefined && one[0] === other[0] && one[1] === other[1];
}

/** A nonce for one message of a delivery: Discord gives back the message it has instead of making another. */
export function nonceOf(deliveryId: string, index = 0): string {
  return createHash('sha256').update(`${index}:${deliveryId}`).digest('hex').slice(0, limits.nonce);
}
