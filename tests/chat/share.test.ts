import { expect, test } from 'vitest';
import type { ActionItem, MessageBlock } from '../../src/chat/message.ts';
import { createSharedCalls, type SharedCall, shareButton, withShareButton } from '../../src/chat/share.ts';
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

test('of long calls, which fit into no button, the last thousand can be shared', () => {
  const shared = createSharedCalls();
  const calls = Array.from({ length: 1_001 }, (_, index): SharedCall => {
    return { command: 'ask', options: { question: `${index} ${'long '.repeat(30)}` } };
  });
  const values = calls.map(shared.write);

  expect(shared.read(values[0] ?? '')).toBeUndefined();
  expect(values.slice(1).map(shared.read)).toEqual(calls.slice(1));
});
