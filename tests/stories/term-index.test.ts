import { expect, test } from 'vitest';
import { createTermIndex } from '../../src/stories/term-index.ts';
import { createRandom } from '../fakes/random.ts';

const search = { candidates: 4, commonInStories: 300, searchTerms: 25, leastShared: 0.03 };

test('returns the few that share most, as sorting all would, equal ones by id', () => {
  const random = createRandom(5);
  const terms = Array.from({ length: 12 }, (_, index) => ({ term: `t${index}`, square: 1 + (index % 3) }));
  const index = createTermIndex<{ id: string }>();
  const gains = new Map<string, number>();
  for (let number = 0; number < 80; number++) {
    const held = terms.filter(() => random() < 0.4);
    index.add(
      { id: `s${number}` },
      held.map(({ term }) => term),
    );
    if (held.length > 0)
      gains.set(
        `s${number}`,
        held.reduce((sum, { square }) => sum + square, 0),
      );
  }
  const sorted = [...gains].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([id]) => id);
  expect(index.sharing(terms, search).map(({ id }) => id)).toEqual(sorted.slice(0, 4));
});

test('leaves out who shares too little of what is said', () => {
  const index = createTermIndex<{ id: string }>();
  index.add({ id: 'little' }, ['a']);
  index.add({ id: 'much' }, ['b']);
  const terms = [
    { term: 'a', square: 1 },
    { term: 'b', square: 9 },
  ];
  expect(index.sharing(terms, { ...search, leastShared: 0.2 })).toEqual([{ id: 'much' }]);
});
