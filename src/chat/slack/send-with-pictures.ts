import type { types } from '@slack/bolt';
import { ChatError } from '../chat.ts';
import type { SlackPayload } from './render-message.ts';
import { slackCode } from './slack-errors.ts';

interface SendOptions {
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Called once, when the message goes without pictures. */
  readonly onWithout: () => void;
}

/** A file that was just uploaded is not ready at once, and Slack refuses blocks with it until then. */
const waitsMs = [1_000, 2_000];

/**
 * Sends a message with pictures, once more where Slack does not have them yet, and at last with their words in place: Slack refuses a
 * whole message for one picture that it cannot get.
 */
export async function sendWithPictures<T>(
  payload: SlackPayload,
  send: (payload: SlackPayload) => Promise<T>,
  { sleep, onWithout }: SendOptions,
): Promise<T> {
  const waits = payload.blocks.some(isUploaded) ? [...waitsMs] : [];
  for (;;) {
    try {
      return await send(payload);
    } catch (error) {
      const plainer = withoutPictures(payload);
      if (!plainer || !isAboutBlocks(error)) throw error;
      const waitMs = waits.shift();
      if (waitMs === undefined) {
        onWithout();
        return send(plainer);
      }
      await sleep(waitMs);
    }
  }
}

/** The Web API names it; a response URL answers with nothing but a status. */
function isAboutBlocks(error: unknown): boolean {
  if (!(error instanceof ChatError) || error.kind !== 'rejected') return false;
  return error.cause === undefined || slackCode(error.cause) === 'invalid_blocks';
}

function isUploaded(block: types.KnownBlock): boolean {
  return block.type === 'image' && 'slack_file' in block;
}

function withoutPictures({ text, blocks }: SlackPayload): SlackPayload | undefined {
  const kept = blocks.flatMap((block) => (block.type === 'image' ? wordsFor(block) : [block]));
  const changed = blocks.some(({ type }) => type === 'image');
  return changed && kept.length > 0 ? { text, blocks: kept } : undefined;
}

/** A picture of our own making says something; one of an article decorates. */
function wordsFor(block: types.ImageBlock): types.KnownBlock[] {
  if (!isUploaded(block)) return [];
  return [{ type: 'context', elements: [{ type: 'plain_text', text: block.alt_text, emoji: false }] }];
}
