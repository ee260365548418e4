import { type ChannelRef, ChatError, type PostRef } from '../chat.ts';
import type { SlackApi } from './slack-api.ts';

/** What our messages carry unseen. https://docs.slack.dev/messaging/message-metadata */
export const marks = {
  /** The delivery that a message is. */
  delivery: (id: string) => ({ event_type: 'kurzwelle_delivery', event_payload: { delivery_id: id } }),
  /** The message that one in its thread continues, by its time stamp. */
  part: (of: string) => ({ event_type: 'kurzwelle_part', event_payload: { of } }),
} as const;

interface Found {
  readonly ts?: string;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
}

/** So many of a channel's newest messages are searched for a delivery, in pages; of a thread, so many replies. */
const search = { pageSize: 100, pages: 3 };

/** The message that carries a delivery's mark, among the newest of a channel. */
export async function findDelivery(
  channel: ChannelRef,
  deliveryId: string,
  api: SlackApi,
): Promise<PostRef | undefined> {
  const wanted = marks.delivery(deliveryId);
  for await (const { ts, metadata } of messages((page) =>
    api.call(({ conversations }) =>
      conversations.history({ ...page, channel: channel.channelId, include_all_metadata: true }),
    ),
  ))
    if (ts && isMark(metadata, wanted)) return { ...channel, messageId: ts };
  return undefined;
}

/** The time stamps of what continues a message in its thread, oldest first; none where the thread may not be read. */
export async function findParts(post: PostRef, api: SlackApi): Promise<readonly string[]> {
  const wanted = marks.part(post.messageId);
  const found: string[] = [];
  try {
    for await (const { ts, metadata } of messages((page) =>
      api.call(({ conversations }) =>
        conversations.replies({
          ...page,
          channel: post.channelId,
          ts: post.threadId ?? post.messageId,
          include_all_metadata: true,
        }),
      ),
    ))
      if (ts && isMark(metadata, wanted)) found.push(ts);
  } catch (error) {
    const isHidden = error instanceof ChatError && ['missing-permission', 'rejected', 'lost-post'].includes(error.kind);
    if (!isHidden) throw error;
  }
  return found;
}

interface Page {
  readonly limit: number;
  readonly cursor?: string;
}

async function* messages(
  ask: (page: Page) => Promise<{
    readonly messages?: readonly Found[];
    readonly response_metadata?: { readonly next_cursor?: string };
  }>,
): AsyncGenerator<Found> {
  let cursor: string | undefined;
  for (let page = 0; page < search.pages; page += 1) {
    const answer = await ask({ limit: search.pageSize, ...(cursor !== undefined && { cursor }) });
    yield* answer.messages ?? [];
    cursor = answer.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) return;
  }
}

function isMark(given: Found['metadata'], wanted: { readonly event_type: string; readonly event_payload: object }) {
  return (
    given?.event_type === wanted.event_type &&
    JSON.stringify(given.event_payload) === JSON.stringify(wanted.event_payload)
  );
}
