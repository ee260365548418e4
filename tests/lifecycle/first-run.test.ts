import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isFirstRun } from '../../src/lifecycle/first-run.ts';
import { emptyFolder } from '../cli/run-cli.ts';

test('the first run is that of an empty environment on this machine alone', () => {
  const empty = { KURZWELLE_DATA_DIR: emptyFolder() };
  expect(isFirstRun(empty)).toBe(true);
  expect(isFirstRun({ ...empty, KURZWELLE_HOST: '::1' })).toBe(true);
});

test.each([
  ['a configuration file is named', { KURZWELLE_CONFIG: 'config/kurzwelle.example.yaml' }],
  ['a token is set', { SLACK_BOT_TOKEN: 'xoxb-1' }],
  ['a token is in a file', { DISCORD_TOKEN_FILE: '/run/secrets/discord' }],
  ['the archive is on a server', { DATABASE_URL: 'postgres://127.0.0.1/news' }],
  ['others can reach the server', { KURZWELLE_HOST: '0.0.0.0' }],
])('not where %s', (_, env) => {
  expect(isFirstRun({ KURZWELLE_DATA_DIR: emptyFolder(), ...env })).toBe(false);
});

test('not where an archive is there', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'kurzwelle.db'), '');
  expect(isFirstRun({ KURZWELLE_DATA_DIR: folder })).toBe(false);
});
