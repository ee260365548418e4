import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../../src/config/config.ts';
import { hasLogin } from '../../src/config/server-schema.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { debianChromium } from '../browser/debian-chromium.ts';
import { newsroom, startLocalService } from '../chat/local/local-service.ts';
import { saying } from '../chat/local/sample-service.ts';
import { blocksOf } from '../docs/read-blocks.ts';
import { eventually } from '../fakes/eventually.ts';
import { freePort } from '../fakes/free-port.ts';
import { createMemorySessions } from '../fakes/memory-sessions.ts';
import { quickHash } from '../fakes/quick-hash.ts';

/** docs/proxy.md as an operator copies it: the settings, and what nginx and Caddy are given, each without a login and with one. */
const blocks = blocksOf('docs/proxy.md');
const textOf = (language: string, at: number) => blocks.filter((block) => block.language === language)[at]?.text ?? '';
const settings = { names: textOf('yaml', 0), users: textOf('yaml', 1), header: textOf('yaml', 2) };
const name = 'news.example';
const password = 'correct horse battery';

/** The page as set up by blocks of the document; passwords are those of this test. */
async function startPage(...yaml: readonly string[]) {
  const merged = Object.assign({}, ...yaml.map((text) => parse(text).server));
  const { server } = parseConfig(JSON.stringify({ server: merged }), 'docs/proxy.md');
  const hash = quickHash(password);
  const users = server.auth.users.map((user) => ({ ...user, passwordHash: hash }));
  return startLocalService({
    hosts: server.hosts,
    trustProxy: server.trustProxy,
    metrics: async () => ({ contentType: 'text/plain', body: 'up 1\n' }),
    ...(hasLogin(server) && {
      login: { ...server.auth, users, sessions: createMemorySessions(), clock: systemClock },
    }),
  });
}

/** Where a proxy runs: its own files, a certificate, the port it listens on. */
function makePlace(port: number, upstream: string) {
  const folder = mkdtempSync(join(tmpdir(), 'kurzwelle-proxy-'));
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', certificate];
  execFileSync('openssl', [...made, ...subject], { stdio: 'ignore' });
  return { folder, certificate, key, port, upstream: new URL(upstream).host };
}
type Place = ReturnType<typeof makePlace>;

/** In a text of the document, what belongs to the operator's machine rather than this one; each has to be there. */
function adapt(text: string, changes: readonly (readonly [string | RegExp, string])[]): string {
  return changes.reduce((result, [from, to]) => {
    const changed = result.replace(from, () => to);
    expect(changed, `${from}`).not.toBe(result);
    return changed;
  }, text);
}

const proxies = {
  nginx: {
    program: find('nginx'),
    plain: ({ folder, certificate, key, port, upstream }: Place) => {
      const server = adapt(textOf('nginx', 0), [
        ['listen 443 ssl', `listen 127.0.0.1:${port} ssl`],
        ['/etc/letsencrypt/live/news.example/fullchain.pem', certificate],
        ['/etc/letsencrypt/live/news.example/privkey.pem', key],
        ['127.0.0.1:8787', upstream],
      ]);
      const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (of) => `${of}_temp_path ${folder}/${of};`,
      );
      const user = process.getuid?.() === 0 ? 'user root;' : '';
      return `${user} pid ${folder}/pid; error_log stderr; events {} http { access_log off; ${paths.join(' ')}\n${server}\n}`;
    },
    withLogin(place: Place) {
      const passwords = join(place.folder, 'passwords');
      const hashed = (text: string) => execFileSync('openssl', ['passwd', '-6', text], { encoding: 'utf8' });
      writeFileSync(passwords, `anna:${hashed(password)}ben:${hashed(password)}`);
      const lines = adapt(textOf('nginx', 1), [['/etc/nginx/kurzwelle.htpasswd', passwords]]);
      return adapt(this.plain(place), [[/location \/ \{\n/u, `location / {\n${lines}\n`]]);
    },
    argumentsFor: (file: string, folder: string) => ['-p', folder, '-c', file, '-g', 'daemon off;'],
  },
  caddy: {
    program: find('caddy'),
    plain: (place: Place) => caddyfile(textOf('caddy', 0), place),
    withLogin(place: Place) {
      const hashed = execFileSync(this.program ?? '', ['hash-password', '--plaintext', password], { encoding: 'utf8' });
      const users = `anna ${hashed.trim()}\n\t\tben ${hashed.trim()}`;
      return caddyfile(adapt(textOf('caddy', 1), [[/anna \$2a\$\S+/u, users]]), place);
    },
    argumentsFor: (file: string) => ['run', '--adapter', 'caddyfile', '--config', file],
  },
};

function caddyfile(text: string, { certificate, key, port, upstream }: Place): string {
  const site = adapt(text, [
    [`${name} {`, `https://${name}:${port} {\n\tbind 127.0.0.1\n\ttls ${certificate} ${key}`],
    ['127.0.0.1:8787', upstream],
  ]);
  return `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${site}\n`;
}

function find(program: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/** Starts a proxy in front of a page; resolves once it forwards. */
async function startProxy(kind: keyof typeof proxies, text: 'plain' | 'withLogin', upstream: string) {
  const proxy = proxies[kind];
  const place = makePlace(await freePort(), upstream);
  const file = join(place.folder, 'configuration');
  writeFileSync(file, proxy[text](place));
  const child = spawn(proxy.program ?? '', proxy.argumentsFor(file, place.folder), {
    env: { PATH: process.env.PATH, HOME: place.folder, XDG_DATA_HOME: place.folder, XDG_CONFIG_HOME: place.folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  onTestFinished(() => void child.kill('SIGTERM'));
  const ask = (path: string, headers: Readonly<Record<string, string>> = {}) => askOverTls(place, path, headers);
  await eventually(async () => expect((await ask('/healthz')).status, said).toBeLessThan(500));
  return { ask, place };
}

async function askOverTls({ port }: Place, path: string, headers: Readonly<Record<string, string>>) {
  const { promise, resolve, reject } = Promise.withResolvers<{ readonly status: number; readonly at?: string }>();
  const options = { port, host: '127.0.0.1', servername: name, rejectUnauthorized: false, agent: false, path };
  const sent = request({ ...options, headers: { host: name, ...headers } }, (response) => {
    response.resume();
    resolve({ status: response.statusCode ?? 0, ...(response.headers.location && { at: response.headers.location }) });
  });
  sent.on('error', reject).end();
  return promise;
}

/** A browser for which the name leads to the proxy. */
async function openBrowser(port: number): Promise<Browser> {
  const rule = `--host-resolver-rules=MAP ${name}:443 127.0.0.1:${port}`;
  const browser = await chromium.launch({ ...debianChromium, args: [...debianChromium.args, rule] });
  onTestFinished(() => browser.close());
  return browser;
}

const authorization = (user: string) => ({ authorization: `Basic ${btoa(`${user}:${password}`)}` });

describe.each(['nginx', 'caddy'] as const)('behind %s as documented', (kind) => {
  const isThere = proxies[kind].program !== undefined && find('openssl') !== undefined;
  const hasBrowser = isThere && existsSync(debianChromium.executablePath);
  const why = isThere ? '' : ` (skipped: apt-get install ${kind} openssl)`;

  test.skipIf(!hasBrowser)(
    `people log in, follow and ask over TLS${why || (hasBrowser ? '' : ' (skipped: apt-get install chromium-headless-shell)')}`,
    async () => {
      const { url, chat } = await startPage(settings.names, settings.users);
      const { place, ask } = await startProxy(kind, 'plain', url);
      expect(await ask('/')).toMatchObject({ status: 303, at: '/login' });
      const context = await (await openBrowser(place.port)).newContext({ ignoreHTTPSErrors: true, locale: 'en-GB' });
      const page = await context.newPage();
      const refused: string[] = [];
      page.on('response', (response) => response.status() >= 400 && refused.push(response.url()));
      await page.goto(`https://${name}/`);
      await page.getByLabel('Name').fill('anna');
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Log in' }).click();
      await page.getByText('Nothing here yet').waitFor();
      await chat.post(newsroom, saying('It arrives at once.'));
      await page.getByText('It arrives at once.').first().waitFor();
      await page.locator('#line').fill('/who Mirela Danesh');
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByText('Only you can see this').waitFor();
      expect(refused).toEqual([]);
      const cookies = (await context.cookies()).map(({ name, secure, httpOnly }) => ({ name, secure, httpOnly }));
      expect(cookies).toEqual([{ name: '__Host-kurzwelle', secure: true, httpOnly: true }]);
    },
  );

  test.skipIf(!isThere)(
    `whoever logs in at the proxy is known by name, and nobody can claim another${why}`,
    async () => {
      const { url } = await startPage(settings.header);
      const { ask } = await startProxy(kind, 'withLogin', url);
      const status = async (path: string, headers?: Readonly<Record<string, string>>) =>
        (await ask(path, headers)).status;
      expect(await status('/api/channels')).toBe(401);
      expect(await status('/api/channels', { 'remote-user': 'anna' })).toBe(401);
      expect(await status('/api/operator', authorization('anna'))).toBe(200);
      expect(await status('/api/operator', authorization('ben'))).toBe(403);
      expect(await status('/api/operator', { ...authorization('ben'), 'remote-user': 'anna' })).toBe(403);
      expect(await status('/api/channels', { ...authorization('ben'), origin: `https://${name}` })).toBe(200);
      expect(await status('/api/channels', { ...authorization('ben'), origin: 'https://evil.example' })).toBe(403);
      expect(await status('/api/channels', { ...authorization('ben'), 'x-forwarded-host': 'evil.example' })).toBe(200);
      for (const path of ['/readyz', '/metrics']) expect(await status(path, authorization('anna'))).toBe(404);
    },
  );
});
