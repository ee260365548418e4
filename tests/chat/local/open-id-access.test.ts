import { expect, it } from 'vitest';
import type { LoginOptions } from '../../../src/chat/local/access.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { createMemorySessions } from '../../fakes/memory-sessions.ts';
import { logInAtProvider, startOpenIdProvider } from '../../fakes/open-id-provider.ts';
import { startLocalService } from './local-service.ts';

const clientSecret = 'a secret of the test';
const accounts = { anna: { groups: ['staff', 'news-operators'] }, ben: { groups: ['staff'] } };

/** A page whose users log in at a provider, and a person with a browser's cookies. */
async function start(changes: Partial<NonNullable<LoginOptions['openId']>> = {}) {
  const provider = await startOpenIdProvider(accounts, clientSecret);
  const clock = new FakeClock('2026-03-02T08:00:00Z');
  const failures: unknown[] = [];
  const login: LoginOptions = {
    users: [],
    operators: ['news-operators'],
    sessions: createMemorySessions(),
    clock,
    openId: {
      ...{ issuer: provider.issuer, clientId: 'kurzwelle', clientSecret, scopes: ['openid', 'profile'] },
      ...{ nameClaim: 'preferred_username', roleClaim: 'groups' },
      onFailure: (error) => failures.push(error),
      ...changes,
    },
  };
  const service = await startLocalService({ login });
  provider.register(`${service.url}/login/return`);
  const browser = createBrowser(service.url);
  /** From the page through the provider and back. */
  const logIn = async (name: string) => {
    const { location } = await browser.get('/login/start');
    return browser.get(await logInAtProvider(location ?? '', name));
  };
  return { ...service, ...browser, login, clock, failures, logIn };
}

function createBrowser(url: string) {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const headers = { ...init.headers, cookie };
    const response = await fetch(new URL(path, url), { ...init, redirect: 'manual', headers });
    for (const set of response.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(key, value);
    }
    return { status: response.status, location: response.headers.get('location'), body: await response.text() };
  };
  const post = (path: string) =>
    ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
  return { cookies, get: (path: string) => ask(path), post };
}

it('leads to the provider and back, and knows who is an operator by a claim', async () => {
  const { get, logIn } = await start();
  expect(await get('/')).toMatchObject({ status: 303, location: '/login' });
  expect(await get('/login')).toMatchObject({ status: 200, body: expect.stringContaining('href="/login/start"') });
  expect(await logIn('anna')).toMatchObject({ status: 303, location: '/' });
  expect(await get('/')).toMatchObject({ status: 200 });
  expect(JSON.parse((await get('/api/channels')).body)).toMatchObject({
    user: 'anna',
    features: { operator: true, logOut: true },
  });
  expect(await get('/operator')).toMatchObject({ status: 200 });
});

it('makes everybody else a reader', async () => {
  const { get, logIn } = await start();
  await logIn('ben');
  expect(JSON.parse((await get('/api/channels')).body)).toMatchObject({ user: 'ben', features: { operator: false } });
  expect(await get('/operator')).toMatchObject({ status: 403 });
});

it('asks again after a logout, and after twelve hours', async () => {
  const { get, post, logIn, clock } = await start();
  await logIn('ben');
  await post('/api/logout');
  expect(await get('/api/channels')).toMatchObject({ status: 401 });
  await logIn('ben');
  expect(await get('/api/channels')).toMatchObject({ status: 200 });
  clock.set('2026-03-02T20:00:00Z');
  expect(await get('/api/channels')).toMatchObject({ status: 401 });
});

it('ends the logins of former settings', async () => {
  const { cookies, login, logIn } = await start();
  await logIn('anna');
  const changed = await startLocalService({ login: { ...login, operators: ['others'] } });
  const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
  expect((await fetch(`${changed.url}/api/channels`, { headers: { cookie } })).status).toBe(401);
});

it('lets nobody in whom the provider refuses', async () => {
  const { get, logIn, failures } = await start();
  const refused = await logIn('carl');
  expect(refused).toMatchObject({ status: 502, body: expect.stringContaining('Try again at /login') });
  expect(failures).toMatchObject([{ error: 'access_denied' }]);
  expect(await get('/api/channels')).toMatchObject({ status: 401 });
});

it('takes an answer of the provider only in the browser that asked, and once', async () => {
  const { get, url, failures } = await start();
  const { location } = await get('/login/start');
  const answer = await logInAtProvider(location ?? '', 'anna');
  const other = createBrowser(url);
  expect(await other.get(answer)).toMatchObject({ status: 502 });
  await other.get('/login/start');
  expect(await other.get(answer)).toMatchObject({ status: 502 });
  expect(failures).toHaveLength(2);
  expect(await get(answer)).toMatchObject({ status: 303 });
  expect(await get(answer)).toMatchObject({ status: 502 });
});

it('asks the provider for nothing more after many failures of one address', async () => {
  const { get, failures } = await start();
  for (let count = 0; count < 11; count += 1) await get('/login/return?code=forged');
  expect(failures.at(-1)).toMatchObject({ message: 'too many failed logins' });
});

it('says so where the provider cannot be reached, or knows another secret', async () => {
  const gone = await start({ issuer: 'http://127.0.0.1:9' });
  expect(await gone.get('/login/start')).toMatchObject({ status: 502 });
  const wrong = await start({ clientSecret: 'another' });
  expect(await wrong.logIn('anna')).toMatchObject({ status: 502 });
  expect(wrong.failures).toMatchObject([{ cause: [{ parameters: { error: 'invalid_client' } }] }]);
});
