import { expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.ts';
import { announcesAfter, isOvertaken } from '../../src/briefings/overtaken.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const now = Temporal.Instant.from('2027-05-10T06:00:00Z');

function article(headline: string, text: string, day = '05'): Article {
  return makeTestArticle({ id: `dw:${headline}`, at: `2027-05-${day}T12:00:00Z`, headline, paragraphs: [text] });
}

test.each([
  ['Ministers to meet in Varn', 'The ministers will meet on Friday.', true],
  ['Ministers to meet in Varn', 'The ministers will meet on May 20.', false],
  ['Ministers to meet in Varn', 'The ministers will meet on Friday and on May 20.', false],
  ['Ministers met in Varn', 'The ministers met on Wednesday.', false],
  ['Ministers to meet in Varn', 'No day was named.', false],
])('%s: %s is over: %s', (headline, text, expected) => {
  expect(isOvertaken(article(headline, text), [], now)).toBe(expected);
});

const announced = article('Oland to release journalist Mira Tamm', 'Oland says that she may go home.');

test.each([
  ['Oland releases journalist Mira Tamm', 'She is home.', '06', true],
  ['Mira Tamm is home', 'Oland has released the journalist Mira Tamm from prison.', '06', true],
  ['Oland releases journalist Mira Tamm', 'She is home.', '04', false],
  ['Oland to release journalist Mira Tamm soon', 'It was said again.', '06', false],
  ['Oland arrests journalist Mira Tamm again', 'She had been home for a day.', '06', false],
  ['Oland waits for the release of journalist Mira Tamm', 'It was said again.', '06', false],
  ['A town waits for journalist Mira Tamm', 'The journalist could be released by Oland.', '06', false],
  ['Varn releases fuel reserves', 'Reserves were released in Varn.', '06', false],
])('a release is announced before "%s: %s" of day %s: overtaken is %s', (headline, text, day, expected) => {
  expect(isOvertaken(announced, [announced, article(headline, text, day)], now)).toBe(expected);
});

test.each([
  ['en', 'The court will rule on May 20.', true],
  ['en', 'The court will rule on May 8.', false],
  ['en', 'The court ruled on May 4, and not on May 20.', false],
  ['de', 'Das Gericht wird am 20. Mai entscheiden.', true],
  ['fr', 'Le tribunal rendra son jugement le 20 mai.', true],
  ['es', 'El tribunal decidirá el 20 de mayo.', true],
  ['fr', 'Le tribunal a rendu son jugement le 4 mai.', false],
])('%s: "%s" announces something for after 10 May: %s', (language, text, expected) => {
  const published = Temporal.Instant.from('2027-05-09T12:00:00Z');
  expect(announcesAfter(now, { text, language, published })).toBe(expected);
});

test('what people are made to do is no announcement', () => {
  const fires = article('Fires in Varn prompt thousands to evacuate', 'The fires are near the port.');
  const later = article('Fires: Thousands evacuated near Varn', 'Thousands have left the port.', '06');
  expect(isOvertaken(fires, [fires, later], now)).toBe(false);
});

test('a meeting that was announced is known by an irregular verb', () => {
  const meeting = article('Ministers of Oland to meet in Varn', 'No day was named.');
  const met = article('Ministers of Oland met in Varn', 'They met at the port.', '06');
  expect(isOvertaken(meeting, [meeting, met], now)).toBe(true);
});
