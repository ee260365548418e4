import { describe, expect, it, vi } from 'vitest';
import type { LoginOptions } from '../../../src/chat/local/access.ts';
import { hashPassword, passwordHashPattern, verifyPassword } from '../../../src/chat/local/passwords.ts';
import type { LocalServerOptions } from '../../../src/chat/local/server.ts';
import { barriers, describeInBrowser } from '../../browser/browser.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { createMemorySessions } from '../../fakes/memory-sessions.ts';
import { quickHash } from '../../fakes/quick-hash.ts';
import { newsroom, startLocalService } from './local-service.ts';
import { saying } from './sample-service.ts';

const passwords = { anna: 'correct horse battery', ben: 'staple and paper' };
const hashes = { anna: quickHash(passwords.anna), ben: quickHash(passwords.ben) };

function loginOptions(changes: Partial<LoginOptions> = {}): LoginOptions & { readonly clock: FakeClock } {
  const clock = new FakeClock('2026-03-02T08:00:00Z');
  const users = [
    { name: 'anna', role: 'operator', passwordHash: hashes.anna },
    { name: 'ben', role: 'reader', passwordHash: hashes.ben },
  ] as const;
  return { users, operators: [], sessions: createMemorySessions(), ...changes, clock };
}

/** A service whose page asks for a login, and a person with a browser's cookie. */
async function start(login = loginOptions(), options: Partial<LocalServerOptions> = {}) {
  const service = await startLocalService({ login, ...options });
  let cookie = '';
  const ask = async (path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const response = await fetch(service.url + path, {
      redirect: 'manual',
      headers: { cookie, ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    const set = response.headers.get('set-cookie');
    if (set !== null) cookie = set.split(';')[0] ?? '';
    return { status: response.status, set, location: response.headers.get('location'), body: await response.text() };
  };
  const logIn = (name: 'anna' | 'ben') => ask('/api/login', { name, password: passwords[name] });
  return { ...service, login, ask, logIn };
}

const run = (line: string) => ({ channelId: 'newsroom', line });

describe('passwords', () => {
  it('are hashed with a salt, and only the right one is verified, however its letters are composed', async () => {
    const hash = await hashPassword('Z\u00FCrich am See');
    expect(hash).toMatch(passwordHashPattern);
    expect(await hashPassword('Z\u00FCrich am See')).not.toBe(hash);
    expect(await verifyPassword('Zu\u0308rich am See', hash)).toBe(true);
    expect(await verifyPassword('Zurich am See', hash)).toBe(false);
  });

  it('of a name that does not exist are derived at the cost of those that do', async () => {
    const derivingMs = async (hash: string | undefined, decoy?: string) => {
      const begun = process.cpuUsage();
      expect(await verifyPassword('guessed', hash, decoy)).toBe(false);
      return process.cpuUsage(begun).user / 1_000;
    };
    const least = async (measure: () => Promise<number>) => Math.min(await measure(), await measure(), await measure());
    const known = await least(() => derivingMs(hashes.anna));
    // Without somebody else's hash, it is the cost of a new one, six times this.
    expect(await least(() => derivingMs(undefined, hashes.anna))).toBeLessThan(3 * known);
    expect(await least(() => derivingMs(undefined, hashes.anna))).toBeGreaterThan(known / 3);
  });

  it('are hashed as others do', async () => {
    // By Python: hashlib.scrypt(b'pleaseletmein', salt=b'SodiumChloride16', n=16384, r=8, p=1, dklen=32, maxmem=2**26)
    const hash = '$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGUxNg$ywd3KuG5N75+/+n/Cjfqd4qjzQQanR1jI1SPfrFKXNY';
    expect(await verifyPassword('pleaseletmein', hash)).toBe(true);
  });

  it.each(['$scrypt$ln=30,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA', '$2a$14$abc', 'plain'])(
    'are not read from %s',
    (hash) => {
      expect(hash).not.toMatch(passwordHashPattern);
    },
  );
});

describe('a page with a login', () => {
  it('shows nothing before it but the login, health and metrics', async () => {
    const { ask } = await start();
    expect(await ask('/')).toMatchObject({ status: 303, location: '/login' });
    expect(await ask('/operator')).toMatchObject({ status: 303, location: '/login' });
    for (const path of [
      '/api/channels',
      '/api/commands',
      '/api/events',
      '/api/operator',
      '/api/channels/newsroom/posts',
    ])
      expect(await ask(path)).toMatchObject({ status: 401, body: '{"error":{"message":"Log in first."}}' });
    expect(await ask('/api/commands/run', run('/who A'))).toMatchObject({ status: 401 });
    expect(await ask('/api/channels', undefined, { cookie: 'kurzwelle=forged' })).toMatchObject({ status: 401 });
    expect(await ask('/login')).toMatchObject({ status: 200, body: expect.stringContaining('type="password"') });
    expect(await ask('/healthz')).toMatchObject({ status: 200 });
  });

  it('lets an operator do everything', async () => {
    const { ask, logIn, handlers } = await start();
    expect(await logIn('anna')).toMatchObject({ status: 200, body: '{"name":"anna","role":"operator"}' });
    expect(await ask('/')).toMatchObject({ status: 200 });
    expect(JSON.parse((await ask('/api/channels')).body)).toMatchObject({
      user: 'anna',
      features: { operator: true, logOut: true },
    });
    expect(await ask('/api/operator')).toMatchObject({ status: 200 });
    await ask('/api/commands/run', run('/who Mirela Danesh'));
    expect(handlers.calls).toMatchObject([{ caller: { userId: 'anna', userName: 'anna', mayManage: true } }]);
  });

  it('lets a reader ask, but not manage, nor see the operator\u2019s view', async () => {
    const { ask, logIn, handlers } = await start();
    await logIn('ben');
    expect(JSON.parse((await ask('/api/channels')).body)).toMatchObject({ user: 'ben', features: { operator: false } });
    for (const path of ['/operator', '/api/operator', '/api/operator/search?words=a'])
      expect(await ask(path)).toMatchObject({ status: 403, body: expect.stringContaining('Only operators') });
    await ask('/api/commands/run', run('/who Mirela Danesh'));
    expect(handlers.calls).toMatchObject([{ caller: { userName: 'ben', mayManage: false } }]);
  });

  it('refuses a wrong name as it does a wrong password, and after many of one address the right one too', async () => {
    const { ask, logIn } = await start();
    const wrong = { status: 422, set: null, body: '{"error":{"message":"Wrong username or password."}}' };
    expect(await ask('/api/login', { name: 'anna', password: passwords.ben })).toMatchObject(wrong);
    expect(await ask('/api/login', { name: 'carl', password: passwords.ben })).toMatchObject(wrong);
    // A login that succeeds starts the count anew.
    expect(await logIn('ben')).toMatchObject({ status: 200 });
    for (let count = 0; count < 10; count += 1)
      expect(await ask('/api/login', { name: `name ${count}`, password: 'x' })).toMatchObject(wrong);
    expect(await logIn('anna')).toMatchObject({ status: 429, body: expect.stringContaining('Too many attempts') });
  });

  it.each<[string, (login: LoginOptions & { readonly clock: FakeClock }) => LoginOptions]>([
    ['when its time is over', (login) => ({ ...login, clock: new FakeClock('2026-04-02T08:00:00Z') })],
    [
      'with another password',
      (login) => ({ ...login, users: login.users.map((user) => ({ ...user, passwordHash: hashes.ben })) }),
    ],
    ['when the user is removed', (login) => ({ ...login, users: [] })],
  ])('ends a login %s, and keeps it over a restart', async (_, change) => {
    const first = await start();
    const cookie = { cookie: (await first.logIn('anna')).set ?? '' };
    await first.server.stop();
    const second = await start(first.login);
    expect(await second.ask('/api/channels', undefined, cookie)).toMatchObject({ status: 200 });
    const third = await startLocalService({ login: change(first.login) });
    expect((await fetch(`${third.url}/api/channels`, { headers: cookie })).status).toBe(401);
  });

  it('logs out, which ends the stream of events at its next heartbeat', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const { ask, logIn, url, chat } = await start();
      const cookie = (await logIn('ben')).set ?? '';
      const events = await fetch(`${url}/api/events`, { headers: { cookie } });
      await vi.advanceTimersByTimeAsync(20_000);
      await chat.post(newsroom, saying('Still followed.'));
      expect(await ask('/api/logout', {})).toMatchObject({ status: 200, set: expect.stringContaining('Max-Age=0') });
      await vi.advanceTimersByTimeAsync(20_000);
      expect(await events.text()).toContain('Still followed.');
      expect((await fetch(`${url}/api/channels`, { headers: { cookie } })).status).toBe(401);
    } finally {
      vi.useRealTimers();
    }
  });

  it('marks its cookie for TLS where a trusted proxy has it, for scripts and other sites never', async () => {
    const trusting = await start(loginOptions(), { trustProxy: ['127.0.0.1'] });
    const password = { name: 'anna', password: passwords.anna };
    const overTls = { 'x-forwarded-proto': 'https' };
    const { set } = await trusting.ask('/api/login', password, overTls);
    expect(set).toMatch(/^__Host-kurzwelle=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/u);
    expect(await trusting.ask('/api/channels', undefined, overTls)).toMatchObject({ status: 200 });
    const plain = await start();
    expect((await plain.ask('/api/login', password, overTls)).set).toMatch(/^kurzwelle=.*; HttpOnly; SameSite=Lax$/u);
  });
});

describe('a login at a proxy', () => {
  const atProxy = loginOptions({ users: [], header: 'Remote-User', operators: ['anna'] });
  const asUser = (name: string) => ({ 'remote-user': name });

  it('is believed of a trusted proxy, with operators by name', async () => {
    const { ask } = await start(atProxy, { trustProxy: ['127.0.0.1'] });
    expect(await ask('/api/operator', undefined, asUser('anna'))).toMatchObject({ status: 200 });
    expect(await ask('/api/operator', undefined, asUser('ben'))).toMatchObject({ status: 403 });
    expect(await ask('/', undefined, asUser('ben'))).toMatchObject({ status: 200 });
    expect(await ask('/')).toMatchObject({ status: 401, body: expect.stringContaining('server.auth.header') });
    expect(await ask('/login')).toMatchObject({ status: 404 });
    expect(await ask('/api/login', { name: 'anna', password: '' }, asUser('anna'))).toMatchObject({ status: 404 });
  });

  it('is not believed of anybody else', async () => {
    const { ask } = await start(atProxy, { trustProxy: ['10.0.0.1'] });
    expect(await ask('/api/channels', undefined, asUser('anna'))).toMatchObject({ status: 401 });
  });
});

describeInBrowser('the login', (open) => {
  it('says what is wrong, then leads to the page, and out again', async () => {
    const { url } = await start();
    const page = await open(`${url}/operator`);
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Name').fill('anna');
    await page.getByLabel('Password').fill('guessed');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('Wrong username or password.').waitFor();
    await page.getByLabel('Password').fill(passwords.anna);
    await page.keyboard.press('Enter');
    await page.getByText('Nothing here yet').waitFor();
    expect(await page.locator('#session').innerText()).toContain('anna');
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByLabel('Password').waitFor();
    await page.goto(url);
    await page.getByLabel('Password').waitFor();
  });
});
