import { ChatError } from '../chat/chat-error.ts';
import type { Timer } from '../runtime/timer.ts';

/** Shorter than the lease that a request is begun with: after it the delivery may be somebody else's. */
const answerWithinMs = 40_000;

/**
 * The answer of a platform, or after 40 seconds a ChatError that says that nobody knows: a connection that hangs for ever would hold its
 * place for ever, and enough of them everybody's.
 */
export async function answerInTime<Answer>(request: () => Promise<Answer>, timer: Timer): Promise<Answer> {
  const answered = new AbortController();
  const late = timer.wait(answerWithinMs, answered.signal).then(() => {
    if (answered.signal.aborted) return new Promise<never>(() => undefined);
    throw new ChatError(`The platform has not answered for ${answerWithinMs / 1_000} s`, { kind: 'ambiguous' });
  });
  try {
    return await Promise.race([request(), late]);
  } finally {
    answered.abort();
  }
}
