import { describe, expect, test } from 'vitest';
import { continues, joinQuestions, readQuestion } from '../../../src/answers/ask/question.ts';

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

describe('a question that continues the one before', () => {
  const before = readQuestion('who sold the port of Vestby to Germany?', 'en');

  test.each([
    ['and why?', 'why', ['sold', 'port', 'vestbi', 'germani']],
    ['what about France', 'who', ['franc', 'sold', 'port', 'vestbi']],
    ['did he resign', 'whether', ['resign', 'sold', 'port', 'vestbi', 'germani']],
  ])('%s', (text, kind, terms) => {
    expect(continues(readQuestion(text, 'en'))).toBe(true);
    const question = joinQuestions(readQuestion(text, 'en'), before);
    expect(question.kind).toBe(kind);
    expect(question.terms.map(({ term }) => term)).toEqual(terms);
  });

  test('stands by itself where it has words of its own', () => {
    expect(continues(readQuestion('when was the lighthouse of Sarwana built', 'en'))).toBe(false);
  });
});
