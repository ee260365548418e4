import type { marks } from './find-posts.ts';
import type { SlackPayload } from './render-message.ts';

/** What goes along with a message besides what it says. */
export interface PostMarks {
  /** The thread it goes to. */
  readonly root?: string | undefined;
  readonly mark?: ReturnType<(typeof marks)[keyof typeof marks]> | undefined;
}

/**
 * A message as `chat.postMessage` takes it. Slack shows no previews of its links: a briefing has many, and each brings a picture.
 * https://docs.slack.dev/reference/methods/chat.postMessage
 */
export function postArguments(
  channel: string,
  { text, blocks }: SlackPayload,
  { root, mark: metadata }: PostMarks = {},
) {
  return {
    channel,
    text,
    blocks,
    unfurl_links: false,
    unfurl_media: false,
    ...(root !== undefined && { thread_ts: root }),
    ...(metadata && { metadata }),
  };
}
