import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { parseInterest } from '../../src/subscriptions/interest.ts';
import { formatInterest } from '../../src/subscriptions/interest-spelling.ts';
import { findTopic, topicNames } from '../../src/subscriptions/topic-names.ts';

const { topics } = parseConfig('', 'a test');
const names = topicNames(topics);

test.each([
  ['asia', 'asia'],
  ['Asien', 'asia'],
  ['SPORT', 'sports'],
  ['Nahost', 'middle-east'],
  ['Middle East', 'middle-east'],
  ['Économie', 'business'],
  ['Мир', 'world'],
  ['deutschland', 'germany'],
])('%s is the topic %s', (typed, topic) => {
  expect(findTopic(typed, names)).toBe(topic);
});

test('knows no topic by a word that only is about it', () => {
  expect(findTopic('Fußballweltmeisterschaft', names)).toBeUndefined();
});

test('every topic is found by its id, whatever others are called', () => {
  for (const { id } of topics) expect(findTopic(id, names)).toBe(id);
});

test.each([
  ['Asien und Sport', 'asia AND sports'],
  ['alles', 'everything'],
  ['Asien AND NOT Sport', 'asia AND NOT sports'],
  ['topic:Asien', 'asia'],
  ['"Asien"', '"Asien"'],
  ['Asien Flut', '"Asien" AND Flut'],
])('reads %s as %s', (typed, canonical) => {
  const interest = parseInterest(typed, names);
  expect(formatInterest(interest)).toBe(canonical);
  expect(parseInterest(canonical, names)).toEqual(interest);
});
