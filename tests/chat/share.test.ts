import { expect, test } from 'vitest';
import type { ActionItem, MessageBlock } from '../../src/chat/message.ts';
import { shareButton, withShareButton } from '../../src/chat/share.ts';
import { paragraph } from '../../src/chat/write.ts';
import { en } from '../../src/wording/en/index.ts';

const button = (label: string): ActionItem => ({ kind: 'button', label, action: 'a' });
const select: ActionItem = { kind: 'select', label: 'Evidence', action: 'evidence', options: [] };
const row = (...items: readonly ActionItem[]): MessageBlock => ({ kind: 'actions', items });

test.each<[string, readonly MessageBlock[], readonly (readonly string[])[]]>([
  ['after an answer without buttons', [paragraph('Hello')], [['Share']]],
  ['beside the buttons, before a select', [row(button('One'), select)], [['One', 'Share', 'Evidence']]],
  ['in the last row with room', [row(button('One')), row(button('Two'))], [['One'], ['Two', 'Share']]],
  [
    'in a row of its own where there is no room',
    [row(...['1', '2', '3', '4', '5'].map(button)), paragraph('Small print')],
    [['1', '2', '3', '4', '5'], ['Share']],
  ],
])('the button that shares stands %s', (_name, blocks, expected) => {
  const shown = withShareButton({ summary: 'Hello', blocks }, shareButton('x', en)).blocks;
  expect(shown.flatMap((block) => (block.kind === 'actions' ? [block.items.map(({ label }) => label)] : []))).toEqual(
    expected,
  );
});
