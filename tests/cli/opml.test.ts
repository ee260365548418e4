import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseOpml, renderOpml } from '../../src/cli/verbs/feeds-opml.ts';
import { parseConfig } from '../../src/config/config.ts';
import { changeFeed, chooseFeeds, mergeFeeds } from '../../src/services/change-configuration.ts';
import { emptyFolder, runCli } from './run-cli.ts';

const opml = `<?xml version="1.0"?>
<opml version="1.1"><body>
  <outline text="News"><outline type="rss" text="The Example &amp; Co" xmlUrl="https://news.example/feed.xml" category="asia,unknown"/></outline>
  <outline text="The Example &amp; Co" xmlUrl="https://other.example/feed?a=1&amp;b=2" language="de"/>
  <outline text="ニュース" xmlUrl="https://jp.example/rss"/>
  <outline text="Again" xmlUrl="http://news.example/feed.xml/"/>
  <outline text="File" xmlUrl="file:///etc/passwd"/>
</body></opml>`;
const setting = { known: [], topics: new Set(['asia']) };

test('what is written in braces or brackets stays as it was typed', () => {
  const before = `chat: {slack: { command: "/news" }} # short
feeds:
  use: [ rss-en-top,rss-en-all ] # both
  add:
    - { id: a,  url: "https://a.example/f?x=1&y=2" }
    - { id: b, url: "https://b.example/f" } # the second
    - { id: c, url: "https://c.example/f" }
`;
  const x = { id: 'x', url: 'https://x.example/f', name: 'X', language: 'en', topics: [] };
  const merged = mergeFeeds(before, [x]);
  expect(merged).toBe(`${before}    - id: x\n      url: https://x.example/f\n      name: X\n      language: en\n`);
  const edited = changeFeed(merged, { id: 'b', name: 'B', language: 'de', topics: [] });
  expect(edited).toBe(
    merged.replace(/.*# the second/u, '    - {id: b, url: "https://b.example/f", name: B, language: de} # the second'),
  );
});

test('the language of feeds whose file names none is assumed aloud', async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'feeds.opml'), opml);
  const run = await runCli(['feeds', 'import', 'feeds.opml', '--language', 'French'], { cwd });
  expect(run.out).toContain('the-example-co  (fr)  https://news.example/feed.xml');
  expect(run.out).toContain('the-example-co-2  (de)');
  expect(run.out).toContain('no language for 4 of its 5 feeds; fr was assumed');
  expect(await runCli(['feeds', 'import', 'feeds.opml', '--language', 'Frensh'], { cwd })).toMatchObject({ code: 1 });
});

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
    expect(merged.startsWith(before)).toBe(true);
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
