import type { types, webApi } from '@slack/bolt';
import { ChatError } from '../chat.ts';
import type { RehearsalStep } from '../rehearsal.ts';
import { marks } from './find-posts.ts';
import { limits } from './limits.ts';
import type { SlackApi } from './slack-api.ts';
import { slackCode } from './slack-errors.ts';

/**
 * What posting at Slack comes to, call by call: posts, parts, edits, marks, limits and refusals, in a channel of a test workspace that the bot is
 * a member of. What it posts it deletes. Buttons, removal and archiving need a person, and are not in it.
 */
export function slackRehearsal(api: SlackApi, channel: string): readonly RehearsalStep[] {
  let ts = '';
  let part = '';
  const mark = marks.delivery('rehearsal');
  const step = (
    name: string,
    expected: string,
    call: (client: webApi.WebClient) => Promise<{ readonly ts?: string | undefined }>,
    seen: (posted: string) => void = () => undefined,
  ): RehearsalStep => ({
    name,
    expected,
    async run() {
      try {
        seen((await api.call(call)).ts ?? '');
        return 'ok';
      } catch (error) {
        return codeOf(error);
      }
    },
  });
  const post =
    (text: string, blocks: types.KnownBlock[], more: object = {}) =>
    (client: webApi.WebClient) =>
      client.chat.postMessage({ channel, text, blocks, unfurl_links: false, unfurl_media: false, ...more });
  const words = (length: number) => 'word '.repeat(Math.ceil(length / 5)).slice(0, length);

  return [
    step('the token is taken', 'ok', ({ auth }) => auth.test().then(() => ({}))),
    step('a post with a mark', 'ok', post('Rehearsal', [rich('Rehearsal')], { metadata: mark }), (posted) => {
      ts = posted;
    }),
    step(
      'a part in its thread',
      'ok',
      (client) => post('Part', [rich('Part')], { thread_ts: ts })(client),
      (posted) => {
        part = posted;
      },
    ),
    step('the mark is in the history', 'ok', async ({ conversations }) => {
      const { messages = [] } = await conversations.history({ channel, limit: 5, include_all_metadata: true });
      const isThere = messages.some(({ metadata }) => metadata?.event_type === mark.event_type);
      if (!isThere) throw new ChatError('not found', { kind: 'rejected' });
      return {};
    }),
    step('an edit', 'ok', ({ chat }) => chat.update({ channel, ts, text: 'Edited', blocks: [rich('Edited')] })),
    step('an edit with a text that is too long', 'msg_too_long', ({ chat }) =>
      chat.update({ channel, ts, text: words(limits.message.updateText + 1), blocks: [rich('Edited')] }),
    ),
    step('blocks of the size that we take for the limit', 'ok', post('Long', filled(limits.message.blocksText, words))),
    step(
      'more blocks than there may be',
      'invalid_blocks',
      post('Many', Array(limits.message.blocks + 1).fill(divider)),
    ),
    step('a header that is too long', 'invalid_blocks', post('Header', [header(words(limits.header.text + 1))])),
    step('an edit of what is not there', 'message_not_found', ({ chat }) =>
      chat.update({ channel, ts: '1000000000.000001', text: 'Nothing' }),
    ),
    step('a post to no channel', 'channel_not_found', ({ chat }) =>
      chat.postMessage({ channel: 'C0000000000', text: 'x' }),
    ),
    step('the part is deleted', 'ok', ({ chat }) => chat.delete({ channel, ts: part })),
    step('the post is deleted', 'ok', ({ chat }) => chat.delete({ channel, ts })),
    step('it is deleted again', 'message_not_found', ({ chat }) => chat.delete({ channel, ts })),
  ];
}

const divider: types.DividerBlock = { type: 'divider' };

function rich(text: string): types.RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };
}

function header(text: string): types.HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text, emoji: false } };
}

/** Paragraphs of 900 characters, so many in all. */
function filled(characters: number, words: (length: number) => string): types.KnownBlock[] {
  return Array.from({ length: Math.floor(characters / 900) }, () => rich(words(900)));
}

function codeOf(error: unknown): string {
  const cause = error instanceof ChatError ? error.cause : error;
  return slackCode(cause) ?? (error instanceof ChatError ? error.kind : 'unreachable');
}
