import { describe, expect, test } from 'vitest';
import type { BriefingStory } from '../../src/briefings/briefing.ts';
import { tightenStories } from '../../src/briefings/tighten-stories.ts';
import { countWords } from '../../src/briefings/word-count.ts';

function storyWith(storyId: string, texts: readonly string[]): BriefingStory {
  return {
    storyId,
    title: `Story ${storyId}`,
    titleArticleId: `dw:${storyId}`,
    url: `https://www.dw.com/a-${storyId}`,
    topics: [],
    isUpdate: false,
    statements: texts.map((text) => ({ text, quoted: true, citations: [] })),
    moved: [],
    articleCount: 1,
    publishedAt: [],
    agencies: [],
    publishers: ['DW'],
  };
}

const texts = (stories: readonly BriefingStory[]) =>
  stories.map(({ statements }) => statements.map(({ text }) => text));
const closed = 'The council of Brenwick voted on Monday to close the harbor bridge.';

describe('tightenStories', () => {
  test('does not repeat in a later story what an earlier one states', () => {
    const again = 'On Monday the council of Brenwick voted to close the harbor bridge.';
    const ferries = 'The line Norlinie will run free ferries from June.';
    const tight = tightenStories([storyWith('1', [closed]), storyWith('2', [again, ferries])], {
      length: 'normal',
      language: 'en',
    });
    expect(texts(tight)).toEqual([[closed], [ferries]]);
  });

  test('leaves each story a statement', () => {
    const tight = tightenStories([storyWith('1', [closed]), storyWith('2', [closed])], {
      length: 'short',
      language: 'en',
    });
    expect(texts(tight)).toEqual([[closed], [closed]]);
  });

  test.each(['short', 'normal', 'long'] as const)(
    'keeps a %s briefing to its reading time, by whole sentences',
    (length) => {
      const long = (n: number) =>
        Array.from(
          { length: 6 },
          (_, i) => `Sentence ${n}-${i} ${Array.from({ length: 40 }, (_, j) => `w${n}x${i}y${j}`).join(' ')}.`,
        );
      const stories = [1, 2, 3].map((n) => storyWith(String(n), long(n)));
      const tight = tightenStories(stories, { length, language: 'en' });
      const limit = { short: 150, normal: 300, long: 570 }[length];
      expect(countWords(tight)).toBeLessThanOrEqual(limit);
      expect(tight[0]?.statements.length).toBeGreaterThanOrEqual(tight[2]?.statements.length ?? 0);
      expect(
        texts(tight)
          .flat()
          .every((text) => texts(stories).flat().includes(text)),
      ).toBe(true);
    },
  );
});
