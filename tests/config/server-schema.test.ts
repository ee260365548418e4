import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { emptyFolder, runCli } from '../cli/run-cli.ts';

const hash = `$scrypt$ln=15,r=8,p=3$${'A'.repeat(22)}$${'B'.repeat(43)}`;
const user = (name: string) => `{ name: ${name}, passwordHash: "${hash}" }`;

test.each([
  ['hosts: [https://news.example]', 'server.hosts.0: use a name such as news.example, without https:// and path'],
  ['hosts: [news.example/page]', 'server.hosts.0: use a name'],
  ['trustProxy: [localhost]', 'server.trustProxy.0: use an address or a range, such as 127.0.0.1'],
  ['auth: { users: [{ name: anna, passwordHash: secret }] }', 'users.0.passwordHash: make one with: npm run'],
  [`auth: { users: [${user('anna')}, ${user('anna')}] }`, 'another user is called "anna"'],
  [
    `auth: { users: [${user('anna')}], operators: [anna] }`,
    'server.auth.operators: is used with header or openId only',
  ],
  [`trustProxy: [10.0.0.1], auth: { users: [${user('anna')}], header: Remote-User }`, 'use either users or header'],
  ['auth: { header: Remote-User }', 'server.auth.header: needs the address of your proxy in server.trustProxy'],
  ['trustProxy: [10.0.0.1], auth: { header: "Remote User" }', 'use the name of a header, such as Remote-User'],
  ['auth: { openId: { issuer: "http://login.example", clientId: k } }', 'use https; http is only for a provider on'],
  ['auth: { openId: { issuer: login.example, clientId: k } }', 'use the address of the provider'],
  [
    'trustProxy: [10.0.0.1], auth: { header: Remote-User, openId: { issuer: "https://login.example", clientId: k } }',
    'server.auth.openId: use only one of users, header and openId',
  ],
])('refuses server: { %s }', (settings, problem) => {
  expect(() => parseConfig(`server: { ${settings} }`, 'kurzwelle.yaml')).toThrow(problem);
});

test('config shows users without the hashes of their passwords', async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'kurzwelle.yaml'), `server: { auth: { users: [${user('anna')}] } }`);
  const { out } = await runCli(['config'], { cwd });
  expect(out).toMatch(/name: anna\s+role: reader\s+passwordHash: \(hidden\)/u);
  expect(out).not.toContain('scrypt');
});
