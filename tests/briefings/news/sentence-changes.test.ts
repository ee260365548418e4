import { expect, test } from 'vitest';
import { findOutcome } from '../../../src/briefings/news/sentence-changes.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

const others = {
  en: ['Ilse Kade visited the harbor of Brenwick.', 'Ferries will run again from June.', 'The port was built in 1964.'],
  de: ['Ilse Kade besuchte den Hafen von Brenwick.', 'Ab Juni fahren wieder Fähren.', 'Der Hafen wurde 1964 gebaut.'],
};

function outcomeOf(before: string, now: readonly string[], language: 'en' | 'de' = 'en') {
  const make = (revision: number, sentences: readonly string[]) =>
    makeTestArticle({
      id: 'dw:1',
      revision,
      headline: 'Harbor',
      paragraphs: [...sentences, ...others[language]],
      at: '2026-03-01T08:00:00Z',
      language,
    });
  const first = make(1, [before]);
  const [sentence] = first.sentences;
  if (!sentence) throw new Error('no sentence');
  const outcome = findOutcome(sentence, first, make(2, now));
  return outcome.kind === 'changed' ? outcome.sentence.text : outcome.kind;
}

const strike = 'Union leader Marek Novak said 2,300 dockers would strike on Monday.';

test.each([
  ['a number', strike.replace('2,300', '3,200')],
  ['a name', strike.replace('Marek Novak', 'Jonas Lindqvist')],
  ['a day', strike.replace('Monday', 'Tuesday')],
  ['a negation', strike.replace('would strike', 'would not strike')],
])('shows %s that changed', (_, now) => {
  expect(outcomeOf(strike, [now])).toBe(now);
});

test('shows a verdict that turned', () => {
  const before = 'The parliament of Norland approved the sale of the harbor.';
  const now = before.replace('approved', 'rejected');
  expect(outcomeOf(before, [now])).toBe(now);
});

test.each([
  ['other quotation marks', 'Novak called it “a bad day”.', 'Novak called it "a bad day".'],
  ['another verb of saying', strike, strike.replace('said', 'stated that')],
  ['another place', strike, strike],
  ['a name said more fully', strike, strike.replace('Marek Novak', 'Estby port’s Marek Novak')],
  ['an office said shorter', strike, strike.replace('Union leader Marek', 'Marek')],
  [
    'a name as an adjective',
    'A jet from Brevia, once owned by Oland, is ready.',
    'A Brevian jet, once owned by Oland, is ready.',
  ],
])('takes %s as no change', (_, before, now) => {
  expect(outcomeOf(before, [now])).toBe('kept');
});

test('does not report a change when an article continues with its news', () => {
  expect(outcomeOf(strike, ['Talks between dockers and owners began in Estby.'])).toBe('kept');
});

test('believes a note that says an article was wrong', () => {
  const note = 'A previous version of this article named a union that had nothing to do with it.';
  expect(outcomeOf(strike, [note])).toBe('gone');
});

test('looks for removed content in the neighboring sentences', () => {
  const merged =
    'The ferry sank off Brenwick at dawn, and 2,300 dockers would strike on Monday, union leader Marek Novak said.';
  expect(outcomeOf(strike, [merged])).toBe('kept');
});

test('distinguishes a removed sentence from a replaced one', () => {
  expect(outcomeOf(strike, [])).toBe('gone');
});

test('reads German', () => {
  const before = 'Im Hafen streiken am Montag nach Angaben der Gewerkschaft 2.300 Arbeiter.';
  expect(outcomeOf(before, [before.replace('2.300', '3.200')], 'de')).toBe(before.replace('2.300', '3.200'));
  expect(outcomeOf(before, [before.replace('streiken', 'streiken nicht')], 'de')).toContain('nicht');
});
