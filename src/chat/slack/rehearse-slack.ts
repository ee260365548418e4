import type { types, webApi } from '@slack/bolt';
import { ChatError } from '../chat.ts';
import type { RehearsalStep } from '../rehearsal.ts';
import { marks } from './find-posts.ts';
import { limits } from './limits.ts';
import type { SlackBlock } from './newer-blocks.ts';
import { actionPayload } from './payloads.ts';
import type { Body, Hands } from './rehearse-hands.ts';
import type { SlackApi } from './slack-api.ts';
import { slackCode } from './slack-errors.ts';

/**
 * What posting at Slack comes to, call by call: posts, parts, edits, marks, newer blocks, limits, refusals and the pace, in a channel of a test
 * workspace that the bot is a member of. What it posts it deletes. `hands`: the operator presses a button, removes the bot and invites it again.
 */
export function slackRehearsal(
  api: SlackApi,
  channel: string,
  { hands, sleep }: RehearsalOptions,
): readonly RehearsalStep[] {
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
    ...newerBlocks.map(([name, block]) =>
      step(name, 'ok', async (client) => {
        const { ts: posted = '' } = await post('New', [rich('New'), block as types.KnownBlock])(client);
        return client.chat.delete({ channel, ts: posted });
      }),
    ),
    ...paceSteps(api, channel, { sleep }),
    ...(hands ? handSteps(api, channel, hands) : []),
    step('the part is deleted', 'ok', ({ chat }) => chat.delete({ channel, ts: part })),
    step('the post is deleted', 'ok', ({ chat }) => chat.delete({ channel, ts })),
    step('it is deleted again', 'message_not_found', ({ chat }) => chat.delete({ channel, ts })),
  ];
}

interface RehearsalOptions {
  readonly hands?: Hands | undefined;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Blocks that not every workspace takes, see newer-blocks.ts. */
const newerBlocks: readonly (readonly [string, SlackBlock])[] = [
  [
    'a container that opens',
    {
      type: 'container',
      title: { type: 'plain_text', text: '1 source', emoji: false },
      child_blocks: [{ type: 'context', elements: [{ type: 'mrkdwn', text: 'A source', verbatim: true }] }],
      is_collapsible: true,
      default_collapsed: true,
    },
  ],
  [
    'a chart',
    {
      type: 'data_visualization',
      title: 'Mentions',
      chart: {
        type: 'bar',
        series: [{ name: 'Mentions', data: [{ label: 'Monday', value: 1 }] }],
        axis_config: { categories: ['Monday'] },
      },
    },
  ],
  [
    'feedback buttons',
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'rehearsal-feedback',
          positive_button: { text: { type: 'plain_text', text: 'Helpful' }, value: 'helpful' },
          negative_button: { text: { type: 'plain_text', text: 'Not helpful' }, value: 'not-helpful' },
        },
      ],
    },
  ],
];

/** More than a channel takes at once. */
const burst = 30;

/** Posts without a pause until Slack asks to wait, waits as long as it says, and cleans up. */
function paceSteps(
  api: SlackApi,
  channel: string,
  { sleep }: Pick<RehearsalOptions, 'sleep'>,
): readonly RehearsalStep[] {
  const posted: string[] = [];
  let waitMs = 0;
  const send = () => api.call(({ chat }) => chat.postMessage({ channel, text: 'Pace' }));
  return [
    {
      name: 'posts without a pause',
      expected: 'ratelimited',
      async run() {
        for (let count = 0; count < burst; count++) {
          try {
            posted.push((await send()).ts ?? '');
          } catch (error) {
            waitMs = error instanceof ChatError ? (error.retryAfterMs ?? 0) : 0;
            return waitMs > 0 ? 'ratelimited' : codeOf(error);
          }
        }
        return 'ok';
      },
    },
    {
      name: 'a post when the wait is over',
      expected: 'ok',
      async run() {
        await sleep(waitMs);
        const answer = await send().then(({ ts = '' }) => posted.push(ts), codeOf);
        for (const ts of posted) await api.call(({ chat }) => chat.delete({ channel, ts })).catch(() => undefined);
        return typeof answer === 'string' ? answer : 'ok';
      },
    },
  ];
}

/** What needs the operator's own hand. */
function handSteps(api: SlackApi, channel: string, hands: Hands): readonly RehearsalStep[] {
  const inChannel = (type: string) => (body: Body) => body.type === type && body.channel === channel;
  return [
    {
      name: 'a button that the operator presses',
      expected: 'ok',
      async run() {
        const button = {
          type: 'button' as const,
          action_id: 'rehearsal',
          text: { type: 'plain_text' as const, text: 'Press' },
        };
        const { ts = '' } = await api.call(({ chat }) =>
          chat.postMessage({ channel, text: 'Press', blocks: [{ type: 'actions', elements: [button] }] }),
        );
        const pressed = await hands.ask('Press the button in the channel.', ({ type }) => type === 'block_actions');
        await api.call(({ chat }) => chat.delete({ channel, ts }));
        if (!pressed) return 'nobody pressed it';
        const { success, data } = actionPayload.safeParse(pressed);
        return success && data.response_url !== undefined && data.container.message_ts === ts ? 'ok' : 'unreadable';
      },
    },
    {
      name: 'the operator removes the bot',
      expected: 'ok',
      async run() {
        const removed = await hands.ask('Remove the bot from the channel: /remove @Kurzwelle', (body) =>
          ['channel_left', 'group_left'].some((type) => inChannel(type)(body)),
        );
        return removed ? 'ok' : 'nothing was heard';
      },
    },
    {
      name: 'the operator invites it again',
      expected: 'ok',
      async run() {
        const { botUserId } = await api.identity();
        const invited = await hands.ask(
          'Invite it again: /invite @Kurzwelle',
          (body) => inChannel('member_joined_channel')(body) && body.user === botUserId,
        );
        return invited ? 'ok' : 'nothing was heard';
      },
    },
  ];
}

const divider: types.DividerBlock = { type: 'divider' };

function rich(text: string): types.RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };
}

function header(text: string): types.HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text, emoji: false } };
}

/** Paragraphs of 900 characters, this many in total. */
function filled(characters: number, words: (length: number) => string): types.KnownBlock[] {
  return Array.from({ length: Math.floor(characters / 900) }, () => rich(words(900)));
}

function codeOf(error: unknown): string {
  const cause = error instanceof ChatError ? error.cause : error;
  return slackCode(cause) ?? (error instanceof ChatError ? error.kind : 'unreachable');
}
