import { randomBytes } from 'node:crypto';
import type { Log } from '../../runtime/log.ts';
import type { Catalog } from '../../wording/catalog.ts';
import { wordingFor } from '../../wording/wording-for.ts';
import type { Asker } from '../chat.ts';
import type { Message } from '../message.ts';
import { paragraph } from '../write.ts';
import { limits } from './limits.ts';

export interface LateAnswerOptions {
  readonly asker: Asker;
  /** A plain message to the channel, when the interaction can be answered no more. */
  readonly sayInChannel: (message: Message) => Promise<void>;
  readonly log: Log;
  readonly nowMs?: () => number;
}

/** Answers are sent this long before their time is up. */
const safetyMs = 20_000;

/**
 * Runs what answers an interaction, from now on for as long as Discord waits. What comes too late, or fails, is said to be missing in the
 * channel, with an id that the log has; private answers are not repeated there. False where it came to that.
 */
export function createInTime({
  asker: { channel, userId, locale },
  sayInChannel,
  log,
  nowMs = () => performance.now(),
}: LateAnswerOptions): (work: () => Promise<void>) => Promise<boolean> {
  const deadline = nowMs() + limits.tokenMs - safetyMs;
  return async (work) => {
    try {
      if (nowMs() > deadline) throw new Error('the answer came after the fifteen minutes that Discord waits');
      await work();
      return true;
    } catch (err) {
      const errorId = randomBytes(4).toString('hex');
      log.error({ err, errorId, channel: channel.channelId, user: userId }, 'an interaction was not answered');
      await sayInChannel(apology(errorId, wordingFor(locale)));
      return false;
    }
  };
}

function apology(errorId: string, { refusals }: Catalog): Message {
  const text = refusals.tooLate(errorId);
  return { summary: text, blocks: [paragraph(text)] };
}
