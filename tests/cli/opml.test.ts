import { describe, expect, test } from 'vitest';
import { parseOpml, renderOpml } from '../../src/cli/verbs/feeds-opml.ts';
import { parseConfig } from '../../src/config/config.ts';
import { chooseFeeds, mergeFeeds } from '../../src/services/change-configuration.ts';

const opml = `<?xml version="1.0"?>
<opml version="1.1"><body>
  <outline text="News"><outline type="rss" text="The Example &amp; Co" xmlUrl="https://news.example/feed.xml" category="asia,unknown"/></outline>
  <outline text="The Example &amp; Co" xmlUrl="https://other.example/feed?a=1&amp;b=2" language="de"/>
  <outline text="ニュース" xmlUrl="https://jp.example/rss"/>
  <outline text="Again" xmlUrl="http://news.example/feed.xml/"/>
  <outline text="File" xmlUrl="file:///etc/passwd"/>
</body></opml>`;
const setting = { known: [], topics: new Set(['asia']) };

describe('the feeds of an OPML file', () => {
  test('are those that are new and on the web, each with an id of its own', () => {
    const { added, leftOut } = chooseFeeds(parseOpml(opml), setting);
    expect(added).toEqual([
      {
        id: 'the-example-co',
        name: 'The Example & Co',
        url: 'https://news.example/feed.xml',
        language: 'en',
        topics: ['asia'],
      },
      {
        id: 'the-example-co-2',
        name: 'The Example & Co',
        url: 'https://other.example/feed?a=1&b=2',
        language: 'de',
        topics: [],
      },
      { id: 'jp-example', name: 'ニュース', url: 'https://jp.example/rss', language: 'en', topics: [] },
    ]);
    expect(leftOut).toEqual([
      'Again: already configured',
      'File: "file:///etc/passwd" is not an http or https address',
    ]);
  });

  test('join the configuration, which keeps its comments', () => {
    const before = '# ours\nfeeds:\n  use: [rss-en-top] # the best\n  add: []\ncontact: me # that is me\n';
    const merged = mergeFeeds(before, chooseFeeds(parseOpml(opml), setting).added);
    for (const kept of ['# ours', '# the best', 'contact: me # that is me']) expect(merged).toContain(kept);
    expect(parseConfig(merged, 'merged').feeds.list.map(({ id }) => id)).toEqual([
      'rss-en-top',
      'the-example-co',
      'the-example-co-2',
      'jp-example',
    ]);
  });

  test.each(['', '# nothing yet\n', 'contact: me\n', 'feeds:\n', 'feeds:\n  everyMinutes: 20\n'])(
    'join a configuration that has none yet: %j',
    (before) => {
      const merged = mergeFeeds(before, [
        { id: 'x', url: 'https://x.example/f', name: 'X', language: 'en', topics: [] },
      ]);
      expect(parseConfig(merged, 'merged').feeds.list.at(-1)).toMatchObject({ id: 'x', namespace: 'x' });
    },
  );

  test('join others that are there', () => {
    const before = 'feeds:\n  add:\n    # first\n    - { id: a, url: "https://a.example/f" }\n';
    const merged = mergeFeeds(before, [{ id: 'x', url: 'https://x.example/f', name: 'X', language: 'en', topics: [] }]);
    expect(merged).toContain('# first');
    expect(
      parseConfig(merged, 'merged')
        .feeds.list.slice(-2)
        .map(({ id }) => id),
    ).toEqual(['a', 'x']);
  });
});

test('what is exported can be imported', () => {
  const { list } = parseConfig('', 'test').feeds;
  const back = parseOpml(renderOpml(list, Temporal.Instant.from('2026-10-04T12:00:00Z')));
  expect(
    back.map(({ title, url, language, categories }) => ({ name: title, url, language, topics: categories })),
  ).toEqual(list.map(({ name, url, language, topics }) => ({ name, url, language, topics })));
});

test.each(['<html><body>no</body></html>', 'hello', ''])('what is no OPML is refused: %j', (text) => {
  expect(() => parseOpml(text)).toThrow('not an OPML file');
});

test('a file larger than any people keep is refused before it is parsed', () => {
  expect(() => parseOpml(`<opml>${' '.repeat(3 * 1_024 * 1_024)}</opml>`)).toThrow(/the limit is 2097152/);
});
