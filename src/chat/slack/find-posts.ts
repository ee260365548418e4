import { type ChannelRef, ChatError, type LookupOptions, type PostRef } from '../chat.ts';
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

/**
 * This many of a channel's newest messages are searched for a delivery, of a thread this many replies, in pages. Slack gives an app that is
 * distributed outside its Marketplace 15 at most, once a minute: https://docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps
 */
const search = { pageSize: 100, messages: 300 };
/** Slack's clock may be behind ours. */
const skew = { minutes: 5 };

/** How far a search came, so that one that Slack delayed continues where it stopped. */
export interface SearchPlace {
  cursor?: string;
}

/** The message that carries a delivery's mark, among the newest of a channel or in a thread. */
export async function findDelivery(
  channel: ChannelRef,
  deliveryId: string,
  { api, where: { since, thread }, place }: { api: SlackApi; where: LookupOptions; place: SearchPlace },
): Promise<PostRef | undefined> {
  const wanted = marks.delivery(deliveryId);
  const root = thread && (thread.threadId ?? thread.messageId);
  const facts = {
    channel: channel.channelId,
    include_all_metadata: true,
    ...(since && { oldest: String(since.subtract(skew).epochMilliseconds / 1_000) }),
  };
  const found = messages(
    (page) =>
      api.call(({ conversations }) =>
        root === undefined
          ? conversations.history({ ...page, ...facts })
          : conversations.replies({ ...page, ...facts, ts: root }),
      ),
    place,
  );
  for await (const { ts, metadata } of found)
    if (ts && isMark(metadata, wanted))
      return { ...channel, messageId: ts, ...(root !== undefined && { threadId: root }) };
  return undefined;
}

/**
 * The time stamps of what continues a message in its thread, oldest first; none where the thread may not be read. They follow their message
 * at once, so that where Slack wants us to wait for more of a long thread, it is done without.
 */
export async function findParts(post: PostRef, api: SlackApi): Promise<readonly string[]> {
  const wanted = marks.part(post.messageId);
  const found: string[] = [];
  let isBegun = false;
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
    )) {
      isBegun = true;
      if (ts && isMark(metadata, wanted)) found.push(ts);
    }
  } catch (error) {
    const ends = [...hidden, ...(isBegun ? ['retryable'] : [])];
    if (!(error instanceof ChatError) || !ends.includes(error.kind)) throw error;
  }
  return found;
}

const hidden = ['missing-permission', 'rejected', 'lost-post'];

interface Page {
  readonly limit: number;
  readonly cursor?: string;
}

async function* messages(
  ask: (page: Page) => Promise<{
    readonly messages?: readonly Found[];
    readonly response_metadata?: { readonly next_cursor?: string };
  }>,
  place: SearchPlace = {},
): AsyncGenerator<Found> {
  for (let seen = 0; seen < search.messages; ) {
    const { messages: page = [], response_metadata } = await ask({ limit: search.pageSize, ...place });
    yield* page;
    if (!response_metadata?.next_cursor) return;
    place.cursor = response_metadata.next_cursor;
    // A page may be empty and not the last.
    seen += Math.max(page.length, 1);
  }
}

function isMark(given: Found['metadata'], wanted: { readonly event_type: string; readonly event_payload: object }) {
  return (
    given?.event_type === wanted.event_type &&
    JSON.stringify(given.event_payload) === JSON.stringify(wanted.event_payload)
  );
}
