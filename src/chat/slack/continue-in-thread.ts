import type { Log } from '../../runtime/log.ts';
import { ChatError, type PostLook, type PostRef } from '../chat.ts';
import { marks } from './find-posts.ts';
import type { SlackPayload } from './render-message.ts';
import type { MessageSender } from './send-messages.ts';

/** What follows a message in its thread. */
export interface Continuation {
  readonly payloads: readonly SlackPayload[];
  /** Time stamps of what continued it before. */
  readonly before: readonly string[];
  readonly look?: PostLook | undefined;
}

interface ContinueOptions {
  readonly sender: MessageSender;
  readonly log: Log;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

const longestWaitMs = 30_000;

/**
 * Writes what follows a message over what was there before, then anew; what is left over is removed. The message itself is there: a failure
 * of the rest must not post it again, so that it is logged and not thrown.
 */
export async function continueInThread(
  post: PostRef,
  { payloads, before, look }: Continuation,
  { sender, log, sleep }: ContinueOptions,
): Promise<void> {
  const options = { root: post.threadId ?? post.messageId, mark: marks.part(post.messageId), look };
  try {
    for (const [index, payload] of payloads.entries()) {
      const old = before[index];
      if (old !== undefined) await patiently(() => sender.update(post, old, payload), sleep);
      else await patiently(() => sender.send(post, payload, options), sleep);
    }
    for (const old of before.slice(payloads.length)) await patiently(() => sender.remove(post, old), sleep);
  } catch (err) {
    log.error({ err, channel: post.channelId, parts: payloads.length + 1 }, 'a part of a message was not posted');
  }
}

/** Tries once more where Slack says when. */
async function patiently<T>(work: () => Promise<T>, sleep: ContinueOptions['sleep']): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const waitMs = error instanceof ChatError ? error.retryAfterMs : undefined;
    if (waitMs === undefined || waitMs > longestWaitMs) throw error;
    await sleep(waitMs);
    return work();
  }
}
