import { describe, expect, test } from 'vitest';
import type { BriefingStory } from '../../src/briefings/briefing.ts';
import { charactersShown, tightenStories, titlesThatFit } from '../../src/briefings/tighten-stories.ts';

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
      maxStories: 5,
    });
    expect(texts(tight)).toEqual([[closed], [ferries]]);
  });

  test('keeps a reply with its charge before any other story has a second sentence', () => {
    const filler = `It rained. ${'x'.repeat(1_300)}`;
    const story = storyWith('1', [closed, 'The mayor rejects the claim.']);
    const charged = {
      ...story,
      statements: story.statements.map((one, at) => (at === 1 ? { ...one, isReply: true as const } : one)),
    };
    const tight = tightenStories([storyWith('2', [filler, 'Rain.']), charged], {
      length: 'normal',
      language: 'en',
      maxStories: 5,
    });
    expect(texts(tight)[1]).toHaveLength(2);
  });

  test('leaves each story a statement', () => {
    const tight = tightenStories([storyWith('1', [closed]), storyWith('2', [closed])], {
      length: 'short',
      language: 'en',
      maxStories: 5,
    });
    expect(texts(tight)).toEqual([[closed], [closed]]);
  });

  const long = (n: number, count = 6) =>
    Array.from(
      { length: count },
      (_, i) => `Sentence ${n}-${i} ${Array.from({ length: 20 }, (_, j) => `w${n}x${i}y${j}`).join(' ')}.`,
    );
  const lengthOf = (stories: readonly BriefingStory[]) =>
    stories.flatMap(({ title, statements }) => [title, ...statements.map(({ text }) => text)]).join('').length;

  test.each(['short', 'normal', 'long'] as const)('keeps a %s briefing to its length, by whole sentences', (length) => {
    const stories = [1, 2, 3].map((n) => storyWith(String(n), long(n)));
    const tight = tightenStories(stories, { length, language: 'en', maxStories: 5 });
    expect(lengthOf(tight)).toBeLessThanOrEqual(charactersShown[length]);
    expect(tight[0]?.statements.length).toBeGreaterThanOrEqual(tight.at(-1)?.statements.length ?? 0);
    const all = texts(stories).flat();
    expect(texts(tight).flat()).toSatisfy((kept: readonly string[]) => kept.every((text) => all.includes(text)));
  });

  test('adds sentences by worth, and shows them in the order of their article', () => {
    const [first = '', third = '', second = ''] = [1, 2, 3].flatMap((n) => long(n, 1));
    const at = (sentence: number, text: string) => ({
      text,
      quoted: true,
      citations: [{ articleId: 'dw:1', revision: 1, sentence, quote: text, url: '', publishedAt: '' }],
    });
    const story = { ...storyWith('1', []), statements: [at(0, first), at(5, third), at(2, second)] };
    const extent = { length: 'normal', language: 'en', maxStories: 5 } as const;
    expect(texts(tightenStories([story], extent))).toEqual([[first, second, third]]);
    const crowded = [story, ...[2, 3, 4, 5].map((n) => storyWith(String(n), long(n, 1)))];
    const titles = ['T'.repeat(220), 'T'.repeat(220)];
    expect(texts(tightenStories(crowded, extent, titles))[0]).toEqual([first, third]);
  });

  test('leaves out the last stories where one sentence of each is still too long', () => {
    const stories = Array.from({ length: 8 }, (_, n) =>
      storyWith(String(n), [`${long(n, 1)[0]} ${'word '.repeat(60)}end.`]),
    );
    const extent = { length: 'normal', language: 'en', maxStories: 5 } as const;
    const tight = tightenStories(stories, extent);
    expect(tight.length).toBeGreaterThan(1);
    expect(tight).toEqual(stories.slice(0, tight.length));
    expect(lengthOf(tight)).toBeLessThanOrEqual(charactersShown.normal);
    expect(tightenStories(stories, { ...extent, maxStories: 10 }).length).toBeGreaterThan(tight.length);
  });

  test('lists as many further titles as there is room for, and keeps some room for two', () => {
    const stories = [1, 2, 3].map((n) => storyWith(String(n), long(n)));
    const titles = Array.from({ length: 40 }, (_, n) => ({ title: `Title ${n} ${'of a further story '.repeat(4)}` }));
    const extent = { length: 'normal', language: 'en', maxStories: 5 } as const;
    const tight = tightenStories(
      stories,
      extent,
      titles.map(({ title }) => title),
    );
    const listed = titlesThatFit(titles, tight, extent);
    expect(listed.length).toBeGreaterThanOrEqual(2);
    const shown = lengthOf(tight) + listed.map(({ title }) => title).join('').length;
    expect(shown).toBeLessThanOrEqual(charactersShown.normal);
  });
});
