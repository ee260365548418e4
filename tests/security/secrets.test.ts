import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** How real secrets look. */
const patterns: Readonly<Record<string, RegExp>> = {
  'Slack token': /\bxox[abeprs]-\d{9,}-[\w-]{10,}/u,
  'Slack app token': /\bxapp-\d-[A-Z0-9]{9,}-\d{9,}-[0-9a-f]{16,}/u,
  'Slack webhook': /hooks\.slack\.com\/services\/T[A-Z0-9]{6,}\/B[A-Z0-9]{6,}\/\w{16,}/u,
  'Discord token': /\b[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,}/u,
  'Discord webhook': /discord(?:app)?\.com\/api\/webhooks\/\d{17,}\/[\w-]{40,}/u,
  'key of a model provider': /\bsk-(?:ant-|proj-)?[\w-]{32,}/u,
  'Google key': /\bAIza[\w-]{35}/u,
  'AWS key': /\bAKIA[A-Z0-9]{16}\b/u,
  'GitHub token': /\b(?:gh[pousr]_\w{36}|github_pat_\w{40,})/u,
  'npm token': /\bnpm_\w{36}\b|_authToken\s*=\s*\w/u,
  'private key': /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/u,
};

function secretsIn(text: string): readonly string[] {
  return Object.entries(patterns).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
}

function tracked(): readonly string[] {
  return execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
}

const hasGit = (() => {
  try {
    return tracked().length > 0;
  } catch {
    return false;
  }
})();

test.skipIf(!hasGit)('no file of the repository holds a secret', () => {
  const files = tracked().filter((path) => !/\.(?:png|woff2?|gz|wasm)$/u.test(path));
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((path) => {
    const text = readIfThere(path);
    return secretsIn(text).map((name) => `${path}: ${name}`);
  });
  expect(found).toEqual([]);
});

test.skipIf(!hasGit)('files that hold secrets are not in the repository', () => {
  expect(tracked().filter((path) => /(?:^|\/)(?:\.env(?:\..*)?|kurzwelle\.yaml|.*\.pem|id_\w+)$/u.test(path))).toEqual(
    [],
  );
});

// Put together here, so that this file holds none.
const digits = '1234567890123';
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP';
test.each([
  ['Slack token', `xoxb-${digits}-${letters}`],
  ['Slack app token', `xapp-1-A0123456789-${digits}-${'0af'.repeat(9)}`],
  ['Slack webhook', `https://hooks.slack.com/services/${'T01234567'}/${'B01234567'}/${letters}`],
  ['Discord token', `M${letters.slice(0, 23)}.${letters.slice(0, 6)}.${letters.slice(0, 30)}`],
  ['Discord webhook', `https://discord.com/api/webhooks/${digits}45678/${letters}`],
  ['key of a model provider', `sk-ant-${letters}`],
  ['Google key', `AIza${letters.slice(0, 35)}`],
  ['AWS key', `AKIA${'ABCD'.repeat(4)}`],
  ['GitHub token', `ghp_${letters.slice(0, 36)}`],
  ['npm token', `npm_${letters.slice(0, 36)}`],
  ['private key', ['-----BEGIN', 'PRIVATE KEY-----'].join(' ')],
])('a %s is found', (name, text) => {
  expect(secretsIn(`token: "${text}"`)).toEqual([name]);
});

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Removed in the working tree, and not yet in the index.
    return '';
  }
}
