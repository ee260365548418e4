import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { variables } from '../../src/config/environment.ts';
import { redactSecretsOf } from '../../src/lifecycle/secrets-of.ts';
import { createLog } from '../../src/runtime/log.ts';

/** The lines that a log with the secrets of this environment writes. */
function logWith(env: Readonly<Record<string, string>>) {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const log = createLog({ level: 'debug', isTerminal: false, redact: redactSecretsOf(env), destination });
  return { log, lines };
}

const secrets = Object.fromEntries(
  variables.filter(({ isSecret }) => isSecret).map(({ name }) => [name, `value "of" ${name}, and more\\`]),
);

test.each(Object.entries(secrets))('%s is nowhere in a line: message, field, error, cause', (name, secret) => {
  const { log, lines } = logWith({ [name]: secret });
  const cause = Object.assign(new Error(`the key ${secret} is wrong`), { config: { headers: { 'X-Key': secret } } });
  const err = new Error(`GET https://api.example/?k=${encodeURIComponent(secret)}`, { cause });
  log.error({ err, deep: { list: [secret] }, [secret]: true }, `refused ${secret}`);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(new RegExp(`value \\W+of|${name}|${encodeURIComponent('"of"')}`));
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'refused [redacted]', deep: { list: ['[redacted]'] } });
});

test('a secret in a file, one of several keys, and the password of an address are known, too', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'kurzwelle-secret-')), 'key');
  writeFileSync(file, 'kept-in-a-file\n');
  const { log, lines } = logWith({
    KURZWELLE_MODEL_KEY_FILE: file,
    KURZWELLE_TOKEN_KEY: 'first-key-of-all,second-key-of-all',
    DATABASE_URL: 'postgres://user:pass%20phrase@db.example/news',
    DISCORD_TOKEN_FILE: '/nowhere',
  });
  log.info({ list: ['kept-in-a-file', 'second-key-of-all', 'pass phrase'] }, 'started');
  expect(JSON.parse(lines[0] ?? '').list).toEqual(['[redacted]', '[redacted]', '[redacted]']);
});

test.each([
  ['in capitals', (secret: string) => secret.toUpperCase()],
  ['in an address', encodeURIComponent],
  ['in an address, small', (secret: string) => encodeURIComponent(secret).toLowerCase()],
  ['in a form', (secret: string) => new URLSearchParams({ a: secret }).toString().slice(2)],
  ['in hexadecimal digits', (secret: string) => Buffer.from(secret).toString('hex')],
  ['in base64', (secret: string) => Buffer.from(secret).toString('base64')],
  ['in base64url', (secret: string) => Buffer.from(secret).toString('base64url')],
  ['in the middle of a base64', (secret: string) => Buffer.from(`reader:${secret}:1`).toString('base64')],
  ['a byte further', (secret: string) => Buffer.from(`readers:${secret}:1`).toString('base64')],
  ['two bytes further', (secret: string) => Buffer.from(`a reader:${secret}:1`).toString('base64')],
])('a known secret is not written %s', (_how, spell) => {
  const secret = 'Pass phrase/with+marks?>~';
  const { log, lines } = logWith({ KURZWELLE_MODEL_KEY: secret });
  const spelled = spell(secret);
  log.info(`It was ${spelled}.`);
  expect(lines[0]).toContain('[redacted]');
  // At the edges of a base64 stay a few bits of the secret, no letter of it.
  for (let start = 4; start + 12 < spelled.length - 12; start++)
    expect(lines[0]).not.toContain(spelled.slice(start + 8, start + 16));
});

const shaped: readonly (readonly [string, string, string])[] = [
  ["a workspace's token", `xoxb-${'1'.repeat(12)}-${'a'.repeat(24)}`, '[redacted]'],
  ['a rotated token', `xoxe.xoxb-1-${'b'.repeat(40)}`, '[redacted]'],
  ["Slack's webhook", `https://hooks.slack.com/services/T0/B0/${'c'.repeat(24)}`, 'services/[redacted]'],
  ["Discord's webhook", `https://discord.com/api/webhooks/123/${'d'.repeat(60)}?wait=true`, '123/[redacted]?wait=true'],
  ["an interaction's token", `/interactions/987/${'e'.repeat(60)}/callback`, '/interactions/987/[redacted]/callback'],
  ['a header', `Authorization: Bearer ${'f'.repeat(32)}`, 'Bearer [redacted]'],
  ["a bot's token", `${'G'.repeat(24)}.abcdef.${'h'.repeat(38)}`, '[redacted]'],
  ["a feed's password", 'https://reader:hunter2@feeds.example/rss', 'https://reader:[redacted]@feeds.example/rss'],
  ['a secret of a form', 'grant_type=x&client_secret=abc123&code=9', 'client_secret=[redacted]&code=9'],
  ['a setting', 'started with refresh-token=abc123, port=80', 'refresh-token=[redacted], port=80'],
  ['a field of JSON', '{"app_secret":"abc123","port":80}', '"app_secret":"[redacted]","port":80'],
  ["a feed's key", 'https://feeds.example/rss?key=12345&page=2', 'rss?key=[redacted]&page=2'],
];

test.each(shaped)('%s is known by its look', (_what, secret, rest) => {
  const { log, lines } = logWith({});
  log.warn({ err: new Error('failed', { cause: new Error(secret) }) }, secret);
  expect(JSON.parse(lines[0] ?? '').msg).toContain(rest);
  expect(lines[0]).not.toContain(secret);
});

test('what operators need stays: ids, addresses, numbers', () => {
  const { log, lines } = logWith({});
  const facts = {
    deliveryId: '0198c0de-7f3a-7000-8000-3f2a9d1b5c11',
    storyId: 4711,
    errorId: 'a1b2c3d4',
    feedUrl: 'https://rss.dw.com/xml/rss-en-all?maca=en-rss-en-all-1573-xml-mrss',
    articleId: 'dw:62490032',
  };
  log.info(facts, 'delivered to https://www.dw.com/en/a-very-long-headline-about-something/a-62490032');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ ...facts, msg: expect.stringContaining('a-62490032') });
});

test.each([
  ['a cause', (inner: Error) => new Error('Slack could not be reached', { cause: inner })],
  ["Slack's original", (inner: Error) => Object.assign(new Error('A request failed'), { original: inner })],
])('a network that is down is a line without a stack, as %s', (_how, wrap) => {
  const { log, lines } = logWith({});
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });
  log.error({ err: wrap(new TypeError('fetch failed', { cause: refused })) }, 'no connection');
  log.error({ err: wrap(new TypeError('x is not a function')) }, 'a mistake of ours');
  const [down, ours] = lines.map((line) => JSON.parse(line).err);
  expect(down).toEqual({ type: 'Error', message: expect.any(String), code: 'ECONNREFUSED' });
  expect(ours.stack).toContain('log.test.ts');
});
