import { expect, test } from 'vitest';
import { type ConfigError, parseConfig } from '../../src/config/config.ts';
import { createLiveConfig, following } from '../../src/config/live-config.ts';

const feed = (id: string) => `  add: [{ id: ${id}, url: "https://${id}.example/f", name: ${id} news, topics: [] }]`;

test('feeds and topics are replaced, what changed is named, other settings stay', () => {
  const live = createLiveConfig(parseConfig(`feeds:\n  use: []\n${feed('one')}\n`, 'test'));
  const { config } = live;
  const change = live.replace(
    parseConfig(`feeds:\n  use: []\n  everyMinutes: 30\n${feed('two')}\ntopics: [{ id: climate-talks }]\n`, 'test'),
  );
  expect(change).toEqual({ added: ['two'], removed: ['one'], needRestart: ['feeds'] });
  expect(config.feeds.list.map(({ name }) => name)).toEqual(['two news']);
  expect(config.feeds.everyMinutes).toBe(15);
  expect(config.topics.at(-1)).toMatchObject({ id: 'climate-talks', name: { en: 'climate-talks' } });
});

test('what follows a part is made anew only when the part was replaced', () => {
  let part = { name: 'a' };
  let made = 0;
  const greet = following(
    () => part,
    ({ name }) => {
      made += 1;
      return (word: string) => `${word} ${name}`;
    },
  );
  expect([greet('hello'), greet('bye'), made]).toEqual(['hello a', 'bye a', 1]);
  part = { name: 'b' };
  expect([greet('hello'), made]).toEqual(['hello b', 2]);
});

test("an operator's topic is one of its own, or more words of a known one", () => {
  const { topics } = parseConfig(
    'topics:\n  - { id: talks, name: Climate talks, words: [cop29] }\n  - { id: asia, words: [fernost] }\n',
    'test',
  );
  const find = (id: string) => topics.find((topic) => topic.id === id);
  expect(find('talks')).toMatchObject({ name: { en: 'Climate talks' }, words: ['Climate talks', 'cop29'] });
  expect(find('asia')?.words).toContain('fernost');
  expect(find('asia')?.name.de).toBe('Asien');
});

test.each([
  ['topics: [{ id: Talks! }]', 'use lower-case letters'],
  ['topics:\n  - { id: talks }\n  - { id: talks }', 'line 3: topics.1.id: another topic has the id "talks"'],
  ['feeds: { add: [{ id: x, url: "https://x.example/", topics: [talks] }] }', 'unknown topic "talks"'],
])('%j is refused', (text, problem) => {
  expect(() => parseConfig(text, 'test')).toThrow(problem);
});

test('a feed may name a topic of the operator, also in a file with other mistakes', () => {
  const feeds = 'feeds: { add: [{ id: x, url: "https://x.example/", topics: [talks] }] }\ntopics: [{ id: talks }]\n';
  expect(parseConfig(feeds, 'test').feeds.list.at(-1)?.topics).toEqual(['talks']);
  const problems = (() => {
    try {
      parseConfig(`${feeds}wrong: 1\n`, 'test');
    } catch (error) {
      return (error as ConfigError).problems;
    }
    return [];
  })();
  expect(problems).toHaveLength(1);
});
