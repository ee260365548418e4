import { expect, test } from 'vitest';
import { messageWords } from '../../../src/chat/slack/read-words.ts';

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const link = (url: string, text: string) => ({ type: 'link', url, text });

test.each([
  ['plain words', { text: 'Flood in Sarwana' }, 'Flood in Sarwana'],
  ['escaped characters', { text: 'a &lt;b&gt; &amp; c' }, 'a <b> & c'],
  ['formatting', { text: '*Flood* in _Sarwana_, `9` ~12~' }, 'Flood in Sarwana, 9 12'],
  ['snake_case and 2*3*4', { text: 'snake_case_word 2*3*4' }, 'snake_case_word 2*3*4'],
  ['a quotation and a list', { text: '> Flood\n\u2022 in Sarwana' }, 'Flood\nin Sarwana'],
  ['mentions', { text: 'cc <@U012> <#C1|news> <!here> <!subteam^S1>: flood' }, 'cc : flood'],
  ['a bare address', { text: '<https://dw.com/a-1>' }, 'https://dw.com/a-1'],
  ['an address with a label', { text: 'The <https://dw.com/a-1|flood> today' }, 'The flood today\nhttps://dw.com/a-1'],
  ['an address that labels itself', { text: 'see <https://dw.com|dw.com>' }, 'see https://dw.com'],
  ['blocks of a bot', { text: 'News', blocks: [section('*Flood* in Sarwana')] }, 'News\nFlood in Sarwana'],
  [
    'blocks that repeat the text',
    { text: 'Flood in Sarwana', blocks: [section('Flood in Sarwana')] },
    'Flood in Sarwana',
  ],
  [
    'rich text',
    { text: '', blocks: [{ type: 'rich_text', elements: [{ elements: [link('https://dw.com/a-1', 'Flood')] }] }] },
    'https://dw.com/a-1\nFlood',
  ],
  [
    "a link's preview",
    {
      text: '<https://dw.com/a-1>',
      attachments: [{ title: 'Flood', title_link: 'https://dw.com/a-1', text: 'Nine dead' }],
    },
    'https://dw.com/a-1\nFlood\nNine dead',
  ],
])('reads %s', (_name, { text, ...more }: { text: string; blocks?: object[]; attachments?: object[] }, expected) => {
  const { blocks = [], attachments = [] } = more;
  expect(messageWords({ text, blocks: blocks as never, attachments })).toBe(expected);
});
