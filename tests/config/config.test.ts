import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ConfigError, loadConfig, parseConfig } from '../../src/config/config.ts';

function problemsOf(text: string): readonly string[] {
  try {
    parseConfig(text, 'kurzwelle.yaml');
  } catch (error) {
    return (error as ConfigError).problems;
  }
  return [];
}

test("with no file it is DW's English feeds, here alone", () => {
  const config = loadConfig({}, () => undefined);
  expect(
    config.feeds.list.every(({ url, language }) => url.startsWith('https://rss.dw.com/') && language === 'en'),
  ).toBe(true);
  expect(config.feeds.list.some(({ isTop }) => isTop)).toBe(true);
  expect(config.server.host).toBe('127.0.0.1');
});

test('the example file is what the defaults are', () => {
  const example = readFileSync('config/kurzwelle.example.yaml', 'utf8');
  expect(parseConfig(example, 'example')).toEqual(parseConfig('', 'defaults'));
});

test('every problem is reported at once, by line, with what to do', () => {
  const problems = problemsOf(`dataDir: ""
colour: red
feeds:
  use: [rss-en-top]
  everyMinutes: 1
  add:
    - { id: x y, url: "ftp://news.example/feed" }
briefings:
  zone: Mars/Olympus
`);
  expect(problems).toHaveLength(6);
  expect(problems.map((problem) => problem.split(':')[0])).toEqual([
    'line 1',
    'line 2',
    'line 5',
    'line 7',
    'line 7',
    'line 9',
  ]);
  expect(problems[1]).toContain('unknown setting');
  expect(problems[2]).toContain('every 5 minutes');
  expect(problems[5]).toContain('Unknown time zone "Mars/Olympus". Use a name such as Europe/Berlin');
});

test('feeds and topics that do not exist, and the environment, are reported with all other problems', () => {
  const text = `feeds:
  use: [rss-xx, 7]
  everyMinutes: 1
  add:
    - { id: ex, url: "https://news.example/f", topics: [asai], language: english }
    - { id: ex, url: "https://news.example/g" }
`;
  const load = () => loadConfig({ KURZWELLE_PORT: '99999' }, () => text);
  expect(load).toThrow('kurzwelle.yaml: 8 problems');
  for (const problem of [
    'line 2: feeds.use.0: no feed "rss-xx"',
    'line 2: feeds.use.1: 7 is not text',
    'line 3: feeds.everyMinutes: use 5 or more',
    'line 5: feeds.add.0.language: use a language tag, such as en, de or pt-BR',
    'line 5: feeds.add.0.topics: unknown topic "asai"',
    'line 6: feeds.add.1.id: another feed has the id "ex"',
    'KURZWELLE_PORT in the environment is "99999"',
  ])
    expect(load).toThrow(problem);
});

test.each([
  ['broken YAML', 'feeds: [a\nb: {', 'line 2: not valid YAML'],
  ['an unknown feed', 'feeds:\n  use:\n    - rss-en-top\n    - rss-xx', 'line 4: feeds.use.3: no feed "rss-xx"'],
  [
    'a weight far too small',
    'briefings:\n  ranking:\n    desks: -101',
    'line 3: briefings.ranking.desks: a weight is -100 or more',
  ],
  ['a weight of nothing', 'briefings:\n  ranking:\n    luck: 1', 'line 3: briefings.ranking.luck: unknown setting'],
  [
    'an alert of every article',
    'breaking:\n  articles: 1',
    'line 2: breaking.articles: use 2 or more: a single article is never breaking news',
  ],
  ['too short a memory', 'retention:\n  deliveryDays: 30', 'line 2: retention.deliveryDays: use 61 or more'],
  [
    'a list where a mapping belongs',
    '- a\n- b',
    'line 1: the file: a list is not a group of settings; write each setting',
  ],
  ['text for a number', 'server:\n  port: http', 'line 2: server.port: "http" is not a number; write a number'],
  ['nothing for a number', 'server:\n  port:', 'line 2: server.port: needs a number'],
  ['an empty list', 'chat:\n  local:\n    channels: []', 'line 3: chat.local.channels: give at least 1'],
  ['none of the choices', 'chat: { discord: { style: loud } }', '"loud" is not allowed; use components, embeds'],
  ['a setting written wrong', 'briefing:\n  zone: UTC', 'line 1: briefing: did you mean "briefings"? unknown setting'],
  [
    'a command that Slack keeps for itself',
    'chat: { slack: { command: /search } }',
    '/search is reserved by Slack; use',
  ],
  ['one below another', 'chat: { slack: { comand: /n } }', 'chat.slack.comand: did you mean "command"?'],
])('%s is named with its line', (_name, text, expected) => {
  expect(problemsOf(text).join('\n')).toContain(expected.replace('use.3', 'use.1'));
});

describe('the environment', () => {
  test('overrides data directory, host and port', () => {
    const config = loadConfig(
      { KURZWELLE_DATA_DIR: '/data', KURZWELLE_HOST: '0.0.0.0', KURZWELLE_PORT: '9000' },
      () => undefined,
    );
    expect(config).toMatchObject({ dataDir: '/data', server: { host: '0.0.0.0', port: 9000 } });
  });

  test('is checked too', () => {
    expect(() => loadConfig({ KURZWELLE_PORT: 'http' }, () => undefined)).toThrow(
      'KURZWELLE_PORT in the environment is "http"; use a port',
    );
  });

  test('may name a file, which must then be there', () => {
    expect(() => loadConfig({ KURZWELLE_CONFIG: 'missing.yaml' }, () => undefined)).toThrow(
      'named by KURZWELLE_CONFIG',
    );
  });
});

test("a feed of another publisher has a namespace of its own, one of DW's is DW's", () => {
  const { feeds } = parseConfig(
    'feeds:\n  use: []\n  add:\n    - { id: ex, url: "https://news.example/f" }\n    - { id: my, url: "https://rss.dw.com/xml/rss-pol-all" }',
    'test',
  );
  expect(feeds.list.map(({ namespace }) => namespace)).toEqual(['ex', 'dw']);
});
