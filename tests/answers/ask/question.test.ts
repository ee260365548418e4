import { describe, expect, test } from 'vitest';
import { continues, joinQuestions, readQuestion } from '../../../src/answers/ask/question.ts';

describe('what is asked for', () => {
  test.each([
    ['en', 'Who sold the port?', 'name'],
    ['en', 'whats the name of the harbor', 'name'],
    ['en', 'whens the harbor closed', 'when'],
    ['en', 'how old is the harbor', 'age'],
    ['en', 'and how many ships are there', 'number'],
    ['en', 'how did the ship sink', 'what'],
    ['en', 'did the ship sink', 'whether'],
    ['en', 'ships in the harbor', 'what'],
    ['de', 'Seit wann liegt das Schiff dort?', 'when'],
    ['de', 'wie viele Schiffe sind es', 'number'],
    ['es', '¿Cuántos barcos hay?', 'number'],
    ['fr', 'Pourquoi le port est-il fermé ?', 'what'],
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

test.each(['whats in the name of the harbor', 'what’s in the name of the harbor', "isn't that the name of the harbor"])(
  'looks for no contraction: %s',
  (text) => {
    expect(readQuestion(text, 'en').terms.map(({ term }) => term)).toEqual(['name', 'harbor']);
  },
);

describe('a question that continues the one before', () => {
  const before = readQuestion('when was the port of Vestby sold to Germany?', 'en');

  test.each([
    ['and why?', 'what', ['port', 'vestbi', 'sold', 'germani']],
    ['what about France', 'when', ['franc', 'port', 'vestbi', 'sold']],
    ['and what did he pay', 'what', ['pay', 'port', 'vestbi', 'sold', 'germani']],
    ['did he resign', 'whether', ['resign', 'port', 'vestbi', 'sold', 'germani']],
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
