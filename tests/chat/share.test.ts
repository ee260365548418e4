import { expect, test } from 'vitest';
import type { Message, MessageBlock } from '../../src/chat/message.ts';
import { withShareButton } from '../../src/chat/share.ts';

const share = { kind: 'button', label: 'Share', action: 'share', value: 'x' } as const;
const more = { kind: 'button', label: 'More', action: 'more', value: '1' } as const;
const row: MessageBlock = { kind: 'actions', items: [more] };
const story: MessageBlock = { kind: 'heading', level: 2, spans: [{ kind: 'text', text: '1  A story' }] };
const messageOf = (...blocks: readonly MessageBlock[]): Message => ({ summary: 'An answer', blocks });

test('Share stands beside the other buttons of an answer', () => {
  expect(withShareButton(messageOf(row), share).blocks).toEqual([{ kind: 'actions', items: [more, share] }]);
});

test('but below all stories, where the buttons are those of a story', () => {
  const { blocks } = withShareButton(messageOf(story, row), share);
  expect(blocks).toEqual([story, row, { kind: 'actions', items: [share] }]);
});
