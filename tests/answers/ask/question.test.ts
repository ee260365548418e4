import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../../src/answers/ask/question.ts';

describe('what is asked for', () => {
  test.each([
    ['en', 'Who sold the port?', 'who'],
    ['en', 'whos the harbor master', 'who'],
    ['en', 'and how many ships are there', 'number'],
    ['en', 'how did the ship sink', 'how'],
    ['en', 'did the ship sink', 'whether'],
    ['en', 'ships in the harbor', 'what'],
    ['de', 'Seit wann liegt das Schiff dort?', 'when'],
    ['de', 'wie viele Schiffe sind es', 'number'],
    ['es', '¿Cuántos barcos hay?', 'number'],
    ['fr', 'Pourquoi le port est-il fermé ?', 'why'],
    ['ru', 'Кто продал порт?', 'who'],
    ['uk', 'Коли відкриють порт?', 'when'],
  ])('%s: %s', (language, text, kind) => {
    expect(readQuestion(text, language).kind).toBe(kind);
  });
});

test('keeps the words that an answer has to have, and knows states in lower case', () => {
  const { terms } = readQuestion('how many ships does germany have', 'en');
  expect(terms.map(({ country }) => country)).toContain('DE');
  expect(terms.map(({ term }) => term)).toEqual(['ship', 'germani']);
});
