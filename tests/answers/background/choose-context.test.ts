import { expect, test } from 'vitest';
import { readSentences } from '../../../src/answers/article-sentences.ts';
import { chooseContext } from '../../../src/answers/background/choose-context.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

const article = makeTestArticle({
  id: 'dw:1',
  headline: 'Oland court upholds sentence for arson',
  at: '2031-03-01T08:00:00Z',
  paragraphs: [
    'A court in Oland has upheld the sentence against former mayor Ruth Hagen for the arson of 2025.',
    'She was given 14 years in prison.',
    'The mayor had set fire to the library of Kestrel Bay.',
    'The library of Kestrel Bay was set on fire by the mayor.',
    'Hagen remains popular among the people of Kestrel Bay.',
    'Why did nobody stop her?',
  ],
});
const lines = readSentences(article);
const title = article.headline;
const textsOf = (chosen: readonly (typeof lines)[number][]) => chosen.map(({ sentence }) => sentence.text);

test('shows a line that leans right after the one it leans on, as one passage', () => {
  const chosen = textsOf(chooseContext(lines, new Set(), { most: 3, title }));
  const at = chosen.indexOf('She was given 14 years in prison.');
  expect(at).toBeGreaterThan(0);
  expect(chosen[at - 1]).toMatch(/upheld the sentence/);
  expect(chosen).toHaveLength(4);
});

test('shows nothing twice and no question', () => {
  const chosen = textsOf(chooseContext(lines, new Set(), { most: 9, title }));
  expect(chosen.filter((text) => text.includes('library'))).toHaveLength(1);
  expect(chosen).not.toContain('Why did nobody stop her?');
});

test('fills the place of what is shown elsewhere with something new', () => {
  const besides = lines.slice(0, 2);
  const [first] = chooseContext(lines.slice(2), new Set(), { most: 1, title: 'The mayor', besides });
  expect(first?.sentence.text).toContain('library');
});

test('stays within its length in characters', () => {
  const chosen = chooseContext(lines, new Set(), { most: 9, title, maxLength: 120 });
  expect(textsOf(chosen).join('').length).toBeLessThanOrEqual(120);
});
