import { describe, expect, it } from 'vitest';
import { diffRevisions } from '../../src/articles/diff-revisions.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

function revision(revisionNumber: number, paragraphs: readonly string[], headline = 'Flood', language = 'en') {
  return makeTestArticle({
    id: 'dw:1',
    headline,
    paragraphs,
    at: '2026-02-03T10:00:00Z',
    revision: revisionNumber,
    language,
  });
}

function diff(before: readonly string[], now: readonly string[], language = 'en') {
  const found = diffRevisions(revision(1, before, 'Flood', language), revision(2, now, 'Flood', language));
  return {
    added: found.added.map(({ text }) => text),
    removed: found.removed.map(({ text }) => text),
    numbers: found.numbers.map(({ before: was, now: is, changes }) => [
      ...changes.map((change) => `${change.before} -> ${change.now}`),
      was.index,
      is.index,
    ]),
  };
}

const nothing = { added: [], removed: [], numbers: [] };

describe('diffRevisions', () => {
  it.each([
    ['the same', ['The river rose. Trains stopped.'], ['The river rose. Trains stopped.']],
    ['moved sentences', ['The river rose.', 'Trains stopped.'], ['Trains stopped.', 'The river rose.']],
    ['other marks', ['"We left," she said.'], ['“We left,” she said.']],
    ['other paragraphs', ['The river rose. Trains stopped.'], ['The river rose.', 'Trains stopped.']],
  ])('finds nothing in %s', (_case, before, now) => {
    expect(diff(before, now)).toEqual(nothing);
  });

  it('tells added from removed', () => {
    expect(diff(['The river rose.', 'A dam held.'], ['The river rose.', 'The minister came by boat.'])).toEqual({
      added: ['The minister came by boat.'],
      removed: ['A dam held.'],
      numbers: [],
    });
  });

  it('counts a sentence as often as it is said', () => {
    expect(diff(['Stay inside.', 'Stay inside.'], ['Stay inside.'])).toEqual({ ...nothing, removed: ['Stay inside.'] });
  });

  it.each([
    ['digits', 'The flood killed 9 people.', 'The flood killed 12 people.', 'en', '9 -> 12'],
    [
      'a word and digits',
      'Nine people died in the flood.',
      'At least 12 people died in the flood.',
      'en',
      'Nine -> 12',
    ],
    ['millions', 'Repairs cost 1.5 million euros.', 'Repairs cost 2 million euros.', 'en', '1.5 million -> 2 million'],
    ['German', 'Die Flut tötete neun Menschen.', 'Die Flut tötete zwölf Menschen.', 'de', 'neun -> zwölf'],
    ['Persian', 'در سیل ۹ نفر جان باختند.', 'در سیل ۱۲ نفر جان باختند.', 'fa', '۹ -> ۱۲'],
    ['Hindi', 'बाढ़ में ९ लोग मारे गए।', 'बाढ़ में १२ लोग मारे गए।', 'hi', '९ -> १२'],
    ['Russian', 'Погибли 9 человек.', 'Погибли 12 человек.', 'ru', '9 -> 12'],
    ['Chinese', '洪水造成9人死亡。', '洪水造成12人死亡。', 'zh', '9 -> 12'],
  ])('pairs sentences whose numbers changed: %s', (_case, before, now, language, change) => {
    expect(diff([before], [now], language)).toEqual({ ...nothing, numbers: [[change, 0, 0]] });
  });

  it.each([
    ['written otherwise', 'It cost 1,000 euros.', 'It cost 1000 euros.'],
    ['spelled out', 'The flood killed nine people.', 'The flood killed 9 people.'],
  ])('takes a number %s for the same', (_case, before, now) => {
    expect(diff([before], [now]).numbers).toEqual([]);
  });

  it('pairs each sentence once, the likest first, in reading order', () => {
    expect(
      diff(
        ['The flood killed 3 people in Alm.', 'The flood killed 4 people in Bach.'],
        ['Help came.', 'The flood killed 5 people in Bach.', 'The flood killed 6 people in Alm.'],
      ),
    ).toEqual({
      added: ['Help came.'],
      removed: [],
      numbers: [
        ['4 -> 5', 1, 1],
        ['3 -> 6', 0, 2],
      ],
    });
  });

  it('does not pair sentences on different things', () => {
    const found = diff(['The flood killed 9 people.'], ['Ministers of 12 states will meet in Vienna tomorrow.']);
    expect(found.numbers).toEqual([]);
    expect([found.added.length, found.removed.length]).toEqual([1, 1]);
  });

  it('gives both headlines where they differ', () => {
    const found = diffRevisions(revision(1, [], 'Nine dead'), revision(2, [], 'Twelve dead'));
    expect(found.headline).toEqual({ before: 'Nine dead', now: 'Twelve dead' });
    expect(diffRevisions(revision(1, []), revision(2, []))).not.toHaveProperty('headline');
  });
});
