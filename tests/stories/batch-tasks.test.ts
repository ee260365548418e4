import { describe, expect, test } from 'vitest';
import { createStoriesTask, noveltyTask } from '../../src/cli/batch/story-tasks.ts';

describe('batch stories', () => {
  const lines = [
    { id: 'a', title: 'Norlinie bids $4 billion for Seabridge', text: '', publishedAt: '2031-03-01T08:00:00.000Z' },
    { id: 'b', title: 'Heat wave closes schools in Kasara', text: '' },
    { id: 'c', title: 'Norlinie raises bid for Seabridge', text: '', publishedAt: '2031-03-01T09:00:00.000Z' },
  ];

  const storiesOf = (read: readonly unknown[]) => {
    const task = createStoriesTask();
    for (const line of read) task.read(line);
    return task.end();
  };

  test('names a story after its first article', () => {
    expect(storiesOf(lines)).toEqual([
      { id: 'a', story: 'a' },
      { id: 'b', story: 'b' },
      { id: 'c', story: 'a' },
    ]);
  });

  test('starts afresh with every task', () => {
    storiesOf(lines);
    expect(storiesOf(lines.slice(2))).toEqual([{ id: 'c', story: 'c' }]);
  });

  test('refuses a line without an id', () => {
    expect(() => storiesOf([{ title: 'Norlinie' }])).toThrow(/id/);
  });
});

describe('batch novelty', () => {
  const deliveredText =
    'The council of Brenwick voted to close the bridge. Repairing the bridge of Brenwick will cost 40 million euros.';
  const text =
    'Repairing the bridge of Brenwick will cost 55 million euros.  The council voted to close the bridge. Norlinie will run ferries from June.\n\nEdited by: Per Holm';

  test('returns offsets into the texts of the line', () => {
    const output = noveltyTask({
      id: 'n',
      told: [{ id: 't', title: '', text: deliveredText }],
      article: { id: 'x', title: '', text },
    });
    expect(output.new.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Repairing the bridge of Brenwick will cost 55 million euros.',
      'Norlinie will run ferries from June.',
    ]);
    expect(
      output.moved.map(({ old, now }) => [
        old.articleId,
        deliveredText.slice(old.start, old.end),
        text.slice(now.start, now.end),
      ]),
    ).toEqual([
      [
        't',
        'Repairing the bridge of Brenwick will cost 40 million euros.',
        'Repairing the bridge of Brenwick will cost 55 million euros.',
      ],
    ]);
  });
});
