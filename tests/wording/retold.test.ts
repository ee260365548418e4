import { describe, expect, test } from 'vitest';
import { findRoot } from '../../src/feeds/feed-form.ts';
import { alertMessage } from '../../src/ingest/alert-message.ts';
import { feedHealth } from '../../src/ingest/feed-health.ts';
import { retold } from '../../src/wording/retold.ts';
import { catalogOf, languages } from '../../src/wording/wording-for.ts';

const now = Temporal.Instant.from('2026-05-06T08:00:00Z');
const day = (days: number) => now.subtract({ hours: 24 * days });
const others = languages.filter((code) => code !== 'en').map((code) => [code, catalogOf(code)] as const);

/** As the parts of the service say them. */
const kept = [
  ...[
    { failures: 1, entryCount: 0 },
    { failures: 0, entryCount: 0, lastSuccessAt: now },
    { failures: 0, entryCount: 3, lastSuccessAt: now, newestEntryAt: day(9) },
  ].map((facts) => feedHealth(facts, now).problem ?? ''),
  ...['<html>', '', 'plain', '<opml/>', '{"version":"https://jsonfeed.org/version/1"}'].map(problemOf),
  'https://a.example/feed: the server answered with status 503',
  'https://a.example/feed: the server answered with status 429; it asks to wait 60 s',
  'https://a.example/feed: no whole answer within 15 s',
  'https://a.example/feed: the answer is larger than the 15 MiB allowed',
  'https://a.example/feed: no address is known for a.example; is there a network?',
  'https://a.example/feed: nobody answers at a.example:8080',
  'https://a.example/feed: its certificate is not to be trusted (CERT_HAS_EXPIRED)',
  '"Send Messages" is missing in #asia-desk',
  '"Send Messages", "Embed Links" are missing in #asia-desk',
  'Slack refused: is_archived',
  'Slack refused: missing_scope (needs the scope chat:write)',
  'Discord refused to post: Missing Access (50001)',
  'the channel was deleted',
  'discord cannot be reached',
  'No connection to the gateway is ready. It is tried again all the time; kurzwelle doctor says what can be done.',
  'Slack refused: not_in_channel. See it with: kurzwelle deliveries show 1-a; try it again with: kurzwelle deliveries retry 1-a',
];

describe.each(others)('in %s', (_code, say) => {
  test.each(kept)('is told, and not in English: %s', (text) => {
    const told = retold(text, say);
    expect(told).not.toBe(text);
    for (const fact of text.match(/\d+|#[\w-]+|https:\S+(?=:)|1-a|"[^"]+"/gu) ?? []) expect(told).toContain(fact);
  });
});

test('what is not ours stays as it is', () => {
  for (const text of ['getaddrinfo ENOTFOUND a.example', 'Überraschung', ''])
    expect(retold(text, catalogOf('de'))).toBe(text);
});

test('a code of Slack becomes a sentence in English, too', () => {
  expect(retold('Slack refused: is_archived', catalogOf('en'))).toBe('Slack refused: the channel is archived');
  expect(retold('Slack refused: some_new_code', catalogOf('en'))).toBe('Slack refused: some_new_code');
});

test('what is within is told, too', () => {
  expect(retold(kept.at(-1) ?? '', catalogOf('de'))).toBe(
    'Slack verweigerte: Kurzwelle ist nicht im Kanal; laden Sie es mit /invite ein. Ansehen mit: kurzwelle deliveries show 1-a; noch einmal versuchen mit: kurzwelle deliveries retry 1-a',
  );
});

test('feeds that are not read are told to a German operator in German', () => {
  const feed = {
    id: 'a',
    name: 'DW Asien',
    url: 'https://a.example/feed',
    namespace: 'dw',
    language: 'de',
    topics: [],
  };
  const message = alertMessage(
    { kind: 'unread', feeds: [{ feed, problem: 'https://a.example/feed: the server answered with status 503' }] },
    'Europe/Berlin',
    catalogOf('de'),
  );
  expect(message.summary).toBe('1 Feed wird nicht gelesen: DW Asien');
  expect(JSON.stringify(message)).toContain('der Server antwortete mit Status 503. Zuletzt gelesen');
});

function problemOf(document: string): string {
  try {
    findRoot(document);
  } catch (error) {
    return (error as Error).message;
  }
  return expect.fail(`${document} is a feed`);
}
