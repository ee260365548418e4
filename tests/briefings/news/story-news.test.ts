import { expect, test } from 'vitest';
import { headlineSentence } from '../../../src/articles/article.ts';
import { newsOf } from '../../../src/briefings/news/story-news.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

const delivered = (text: string) => [
  {
    text,
    citation: {
      articleId: 'dw:1',
      revision: 1,
      sentence: 0,
      quote: text,
      url: '',
      publishedAt: '2027-05-03T09:00:00Z',
    },
  },
];
const moved = (before: string, now: string) =>
  newsOf(
    makeTestArticle({ id: 'dw:2', at: '2027-05-03T12:00:00Z', headline: 'Shooting', paragraphs: [now] }),
    delivered(before),
  ).moved.map(({ number }) => `${number.before} -> ${number.now}`);

test('a toll that rises has moved', () => {
  expect(moved('The shooting in Varn killed 12 people.', 'The shooting in Varn killed 14 people.')).toEqual([
    '12 -> 14',
  ]);
});

test.each([
  ['of two numbers nobody knows which', 'Reports put the number killed in Varn at 13 or 14 people.'],
  ['the culprit is counted as well', 'The shooting in Varn killed 15 people, including the shooter.'],
])('no toll has changed if %s', (_, now) => {
  expect(moved('The shooting in Varn killed 14 people.', now)).toEqual([]);
});

function newsSinceNamed(named: string, now: string, paragraphs: readonly string[]): readonly string[] {
  const [first] = delivered(named);
  const citation = { ...first?.citation, sentence: headlineSentence, headline: named } as (typeof first &
    object)['citation'];
  const article = makeTestArticle({ id: 'dw:1', revision: 2, at: '2027-05-03T12:00:00Z', headline: now, paragraphs });
  return newsOf(article, [{ text: named, citation }]).sentences.map(({ text }) => text);
}

test('an article whose current headline was delivered is not news', () => {
  const paragraphs = ['The council of Varn built two new ferries for the islanders.'];
  expect(newsSinceNamed('Varn gets new Ferries', 'Varn gets new ferries', paragraphs)).toEqual([]);
});

test('an article that was named under another headline is', () => {
  const paragraphs = ['The council of Varn built two new ferries for the islanders.'];
  expect(newsSinceNamed('Varn plans ferries', 'First ferry of Varn sinks', paragraphs)).toEqual(paragraphs);
});

test('a toll that rose since an article was named is', () => {
  const paragraphs = ['The shooting in Varn killed 14 people.', 'The council met.'];
  expect(newsSinceNamed('Shooting in Varn killed 12 people', 'Shooting in Varn killed 12 people', paragraphs)).toEqual(
    paragraphs.slice(0, 1),
  );
});

test('an opening that paraphrases a delivered statement is not news', () => {
  const before =
    'Authorities in the town of Varn have asked Oland to declare an emergency and offer military assistance.';
  const now = 'Authorities in the town of Varn asked Oland to declare an emergency and send military assistance.';
  const refused = now.replace('asked', 'did not ask');
  const newsOfText = (text: string) =>
    newsOf(
      makeTestArticle({ id: 'dw:2', at: '2027-05-03T12:00:00Z', headline: 'Varn', paragraphs: [text] }),
      delivered(before),
    ).sentences.map((sentence) => sentence.text);
  expect([newsOfText(now), newsOfText(refused)]).toEqual([[], [refused]]);
});
