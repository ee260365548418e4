import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseConfig } from '../../../src/config/config.ts';
import { emptyFolder, runCli } from '../run-cli.ts';

const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

test('writes a configuration that loads and an .env that only its owner reads', async () => {
  const cwd = emptyFolder();
  const run = await runCli(
    ['init', '--yes', '--languages', 'en,de', '--zone', 'Asia/Seoul', '--contact', 'desk@news.example'],
    { cwd, env: { DISCORD_TOKEN: 'a.b.c' } },
  );
  expect(run).toMatchObject({ code: 0, err: '' });
  const config = parseConfig(read(cwd, 'kurzwelle.yaml'), 'kurzwelle.yaml');
  expect(config).toMatchObject({ contact: 'desk@news.example', briefings: { zone: 'Asia/Seoul' } });
  expect([...new Set(config.feeds.list.map(({ language }) => language))]).toEqual(['en', 'de']);
  expect(config.feeds.list.every(({ id }) => !/podcast|presse/i.test(id))).toBe(true);
  expect(read(cwd, '.env')).toContain('\nDISCORD_TOKEN=a.b.c\n');
  expect(statSync(join(cwd, '.env')).mode & 0o777).toBe(0o600);
  expect(run.out).not.toContain('a.b.c');
  expect(run.out).toContain('register');
});

test.each([
  [['--chats', 'slack'], true],
  [['--chats', 'slack', '--no-page'], false],
  [['--chats', 'none', '--no-page'], undefined],
])('%j: the local page beside chats is %s', async (flags, page) => {
  const cwd = emptyFolder();
  const run = await runCli(['init', '--yes', ...flags], { cwd });
  expect(parseConfig(read(cwd, 'kurzwelle.yaml'), 'kurzwelle.yaml').server.page).toBe(page);
  expect(run.out.includes('address of the local page')).toBe(page !== false);
});

test('what it writes is read by the next command', async () => {
  const cwd = emptyFolder();
  await runCli(['init', '--yes', '--chats', 'slack'], { cwd });
  writeFileSync(join(cwd, '.env'), `${read(cwd, '.env')}KURZWELLE_CONFIG=missing.yaml\n`);
  const run = await runCli(['feeds', 'export'], { cwd });
  expect(run.err).toContain('missing.yaml');
});

test('replaces nothing that differs, unless it is forced, and then keeps the other lines of .env', async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'kurzwelle.yaml'), '# mine\n');
  writeFileSync(join(cwd, '.env'), 'OTHER=1\nSLACK_BOT_TOKEN=xoxb-old\n');
  chmodSync(join(cwd, '.env'), 0o644);
  const env = { SLACK_BOT_TOKEN: "xoxb-new-$&'" };

  const refused = await runCli(['init', '--yes'], { cwd, env });
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('kurzwelle.yaml and .env would change. Use --force');
  expect(read(cwd, 'kurzwelle.yaml')).toBe('# mine\n');

  const forced = await runCli(['init', '--yes', '--force'], { cwd, env });
  expect(forced.code).toBe(0);
  expect(read(cwd, '.env')).toBe(
    `OTHER=1\nSLACK_BOT_TOKEN=xoxb-new-$&'\n# Slack over Socket Mode: the app-level token with \`connections:write\` (Basic Information).\n# SLACK_APP_TOKEN=\n`,
  );
  expect(statSync(join(cwd, '.env')).mode & 0o777).toBe(0o600);
});

test('run twice with the same answers, it changes nothing', async () => {
  const cwd = emptyFolder();
  await runCli(['init', '--yes', '--chats', 'discord'], { cwd });
  const again = await runCli(['init', '--json', '--chats', 'discord'], { cwd });
  expect(JSON.parse(again.out).files).toEqual([
    { path: 'kurzwelle.yaml', state: 'unchanged' },
    { path: '.env', state: 'unchanged' },
  ]);
});

test.each([
  ['no terminal', [], 'Use --yes'],
  ['an unknown language', ['--yes', '--languages', 'xx'], 'Unknown feed language "xx". Use en, de'],
  ['no language', ['--yes', '--languages', ''], 'Choose at least one'],
  ['an unknown chat', ['--yes', '--chats', 'irc'], 'Unknown chat "irc". Use slack, discord.'],
  ['an unknown zone', ['--yes', '--zone', 'Mars/Olympus'], 'Unknown time zone "Mars/Olympus". Use a name'],
])('%s: says what to do and writes nothing', async (_name, flags, expected) => {
  const cwd = emptyFolder();
  const run = await runCli(['init', ...flags], { cwd });
  expect(run.code).toBe(1);
  expect(run.err).toContain(expected);
  expect(existsSync(join(cwd, 'kurzwelle.yaml'))).toBe(false);
});
