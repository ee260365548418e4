import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chat } from '../../../src/chat/chat.ts';
import type { Message } from '../../../src/chat/message.ts';
import { type BlockSupport, createBlockSupport } from '../../../src/chat/slack/newer-blocks.ts';
import { renderMessage } from '../../../src/chat/slack/render-message.ts';
import type { SlackFigures } from '../../../src/chat/slack/slack-api.ts';
import { createSlackChat } from '../../../src/chat/slack/slack-chat.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { eventually } from '../../fakes/eventually.ts';
import { appToken, botToken, FakeSlack } from '../../fakes/fake-slack.ts';
import { createSlackUser, wordsIn } from '../../fakes/fake-slack-user.ts';
import { commands, sampleHandlers } from '../local/sample-service.ts';
import { checkMessage } from './block-rules.ts';

const channel = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' } as const;
const sources = (count: number): Message['blocks'][number] => ({
  kind: 'sources',
  sources: Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    title: `The harbor of Sarwana reopened, part ${index + 1}`,
    url: `https://news.example/${index + 1}`,
    publishedAt: '2022-07-18T08:00:00Z',
  })),
});
const telling = (...blocks: Message['blocks'][number][]): Message => ({
  summary: 'The harbor reopened',
  blocks: [{ kind: 'paragraph', spans: [{ kind: 'quoted', text: 'The harbor of Sarwana reopened.' }] }, ...blocks],
});
const shareButton = (value: string) => ({ kind: 'button' as const, label: 'Share', action: 'share', value });
const typesOf = (blocks: readonly unknown[]) => (blocks as { type: string }[]).map(({ type }) => type);

describe('sources', () => {
  it('are one line that opens, from three on', () => {
    expect(typesOf(renderMessage(telling(sources(2)))[0]?.blocks ?? [])).toEqual(['rich_text', 'context']);
    const [page] = renderMessage(telling(sources(3)));
    expect(page?.blocks[1]).toMatchObject({
      type: 'container',
      title: { text: '3 sources' },
      is_collapsible: true,
      default_collapsed: true,
    });
    expect(page?.text).toContain('3 sources\n[1] The harbor of Sarwana reopened, part 1');
  });

  it('stay whole and within the limits, however many', () => {
    for (const count of [3, 30, 300]) {
      const pages = renderMessage({ ...telling(sources(count)), language: 'de' });
      expect(pages.flatMap(checkMessage)).toEqual([]);
      expect(JSON.stringify(pages.map(({ blocks }) => blocks)).match(/, part \d+>/gu)).toHaveLength(count);
      expect(JSON.stringify(pages)).toContain(`${count} Quellen`);
    }
  });
});

describe('a chart', () => {
  const points = (count: number) =>
    Array.from({ length: count }, (_, day) => ({ label: `${day + 1} July`, value: day }));
  const chart = (given: ReturnType<typeof points>): Message['blocks'][number] => ({
    kind: 'picture',
    name: 'mentions.png',
    pngBase64: 'AAAA',
    alt: 'Mentions per day.',
    chart: { title: 'Mentions per day', name: 'Park Jin', points: given },
  });

  it('is drawn by Slack from its numbers', () => {
    const [page] = renderMessage(telling(chart(points(7))));
    expect(checkMessage({ ...page })).toEqual([]);
    expect(page?.blocks[1]).toMatchObject({
      type: 'data_visualization',
      title: 'Mentions per day',
      chart: { type: 'bar', axis_config: { categories: expect.arrayContaining(['1 July', '7 July']) } },
    });
    expect(page?.text).toContain('Mentions per day: 2 July: 1');
  });

  it.each([
    ['more bars than Slack draws', points(21)],
    ['a label that is too long', [{ label: 'the week of the fifth of September', value: 1 }]],
    ['two bars of one label', [...points(1), ...points(1)]],
  ])('is a picture with %s', (_name, given) => {
    expect(typesOf(renderMessage(telling(chart(given)))[0]?.blocks ?? [])).not.toContain('data_visualization');
  });
});

describe('what a workspace refused', () => {
  const payload = { text: 'x', blocks: renderMessage(telling(sources(4)))[0]?.blocks ?? [] };
  const shown = (support: BlockSupport) => typesOf(support.fit(payload).blocks);

  it('is tried again after a day', () => {
    let now = 0;
    const support = createBlockSupport(() => now);
    expect(shown(support)).toEqual(['rich_text', 'container']);
    support.learn(payload);
    expect(shown(support)).toEqual(['rich_text', 'context']);
    now += 24 * 3_600_000;
    expect(shown(support)).toEqual(['rich_text', 'container']);
  });
});

describe('at Slack', () => {
  let slack: FakeSlack;
  let chat: Chat;
  let counted: string[];

  beforeEach(async () => {
    slack = new FakeSlack();
    await slack.start();
    slack.channels.set('C1', { members: ['U1'] });
    slack.channels.set('D1', { members: ['U1', 'UBOT'] });
    counted = [];
    const figures = new Proxy({} as SlackFigures, {
      get: (_target, name) => (what: string) => void (name === 'countFeedback' && counted.push(what)),
    });
    const transport = { kind: 'socket', appToken } as const;
    const sleep = async () => {};
    const options = { botToken, transport, commands, figures, slackApiUrl: slack.apiUrl, log: silentLog, sleep };
    chat = createSlackChat(options);
    await chat.start({
      ...sampleHandlers(),
      onCommand: (_call, responder) => responder.respond(telling(), { onlyCaller: true, share: shareButton('x') }),
    });
  });

  afterEach(async () => {
    await chat.stop();
    expect(slack.problems).toEqual([]);
    await slack.stop();
  });

  const posts = () => slack.calls.filter(({ method }) => method === 'chat.postMessage');

  it('refused blocks go once more in the older form, and newer ones are left out from then on', async () => {
    slack.limitBlocks({ lacks: ['container'] });
    await chat.post(channel, telling(sources(4)));
    expect(posts()).toHaveLength(2);
    const post = await chat.post(channel, telling(sources(4)));
    expect(posts()).toHaveLength(3);
    expect(slack.messages.map(({ blocks }) => typesOf(blocks))).toEqual([
      ['rich_text', 'context'],
      ['rich_text', 'context'],
    ]);
    expect(wordsIn(slack.messages[1]?.blocks ?? [])).toContain('part 4');
    await chat.edit(post, telling(sources(5)));
    expect(wordsIn(slack.messages[1]?.blocks ?? [])).toContain('part 5');
  });

  it('an answer of the agent has buttons for feedback, counted once pressed', async () => {
    const ada = createSlackUser(slack);
    await ada.direct('who Park Jin');
    const answer = await eventually(() => {
      const [said] = slack.messages;
      if (!said) throw new Error('nothing was said');
      return said;
    });
    const buttons = answer.blocks.at(-1) as { elements: { action_id: string; negative_button: { value: string } }[] };
    const [{ action_id, negative_button } = { action_id: '', negative_button: { value: '' } }] = buttons.elements;
    const press = (value: string) =>
      slack.sockets.deliver('interactive', ada.payload.press(answer, { type: 'feedback_buttons', action_id, value }));
    await press(negative_button.value);
    await press('helpful of its own');
    expect(counted).toEqual(['not-helpful']);
  });

  it('an answer loses its buttons, and nothing else, where a workspace has none', async () => {
    slack.limitBlocks({ lacks: ['context_actions'] });
    await createSlackUser(slack).direct('who Park Jin');
    await eventually(() => expect(slack.messages).toHaveLength(1));
    expect(typesOf(slack.messages[0]?.blocks ?? [])).not.toContain('context_actions');
  });

  it('neither a mistake nor an answer in a channel is asked feedback for', async () => {
    const ada = createSlackUser(slack);
    await ada.direct('who');
    await ada.mention('who Park Jin');
    await eventually(() => expect(slack.messages).toHaveLength(2));
    expect(slack.messages.flatMap(({ blocks }) => typesOf(blocks))).not.toContain('context_actions');
  });
});
