import type { types } from '@slack/bolt';
import { z } from 'zod';
import { limits } from './limits.ts';

/** What an answer answered, so that a button can give it again for everybody. */
export type Shareable =
  | { readonly kind: 'command'; readonly command: string; readonly options: Readonly<Record<string, string>> }
  | { readonly kind: 'action'; readonly action: string; readonly value: string };

const shareable = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), command: z.string(), options: z.record(z.string(), z.string()) }),
  z.object({ kind: z.literal('action'), action: z.string(), value: z.string() }),
]);

export const shareActionId = 'share';

/**
 * The button under an answer that only the asker sees. Slack does not give such a message back when its button is pressed, so the button
 * carries the call; none where that is too long.
 */
export function shareBlock(call: Shareable): types.ActionsBlock | undefined {
  const value = JSON.stringify(call);
  if (value.length > limits.button.value) return undefined;
  const text = { type: 'plain_text', text: 'Share in this channel', emoji: false } as const;
  return { type: 'actions', elements: [{ type: 'button', action_id: shareActionId, text, value }] };
}

/** The call of a pressed button; undefined for a value that is none of ours. */
export function readShareable(value: string): Shareable | undefined {
  try {
    return shareable.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}
