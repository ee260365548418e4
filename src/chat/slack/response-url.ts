import { ChatError } from '../chat.ts';
import { limits } from './limits.ts';
import type { SlackPayload } from './newer-blocks.ts';

/** The address at which Slack takes answers to one command or button: five within thirty minutes. */
export interface ResponseUrl {
  /** The thread that its answers go to. */
  readonly threadTs?: string | undefined;
  /** How many more answers it takes. */
  left(): number;
  send(payload: SlackPayload, options: { readonly to: 'caller' | 'channel' | 'original' }): Promise<void>;
}

interface ResponseUrlOptions {
  readonly url: string;
  /** The thread in which a command, button or shortcut was used; answers go there, too. */
  readonly threadTs?: string | undefined;
  readonly nowMs?: () => number;
  readonly timeoutMs?: number;
}

const deadStatuses = new Set([401, 403, 404, 410]);

/** Throws ChatError where Slack does not take the answer. https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export function createResponseUrl({
  url,
  threadTs,
  nowMs = () => performance.now(),
  timeoutMs = 10_000,
}: ResponseUrlOptions): ResponseUrl {
  const untilMs = nowMs() + limits.responseUrl.milliseconds;
  let used = 0;
  const left = () => (nowMs() < untilMs ? limits.responseUrl.uses - used : 0);
  return {
    threadTs,
    left,
    async send(payload, { to }) {
      if (left() <= 0) throw new ChatError('The answer comes too late for Slack', { kind: 'rejected' });
      used += 1;
      const body = {
        ...payload,
        // https://docs.slack.dev/interactivity/handling-user-interaction#publishing_to_threads
        ...(threadTs !== undefined && to !== 'original' && { thread_ts: threadTs }),
        response_type: to === 'channel' ? 'in_channel' : 'ephemeral',
        replace_original: to === 'original',
        unfurl_links: false,
        unfurl_media: false,
      };
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      }).catch((cause: unknown) => {
        throw new ChatError('Slack could not be reached', { kind: 'ambiguous', cause });
      });
      await response.body?.cancel();
      if (response.ok) return;
      // An address that Slack does not know any more takes nothing else either.
      const isDead = deadStatuses.has(response.status);
      if (isDead) used = limits.responseUrl.uses;
      throw new ChatError(`Slack answered with HTTP status ${response.status}`, {
        kind: isDead ? 'lost-post' : 'rejected',
      });
    },
  };
}
