import { createHash, randomBytes } from 'node:crypto';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import { LRUCache } from 'lru-cache';
import { wordingFor } from '../../wording/wording-for.ts';
import { verifyPassword } from './passwords.ts';
import { acceptedLanguages, apiRequests, bodyOf } from './read-request.ts';
import type { ReadSource } from './request-source.ts';

/** A reader asks and follows; an operator also changes subscriptions and settings, and has the operator's view. */
export type Role = 'reader' | 'operator';

/** Who uses the page. */
export interface PageUser {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** Who may log in: by a password of our own, or by the name that a trusted proxy sends in a header. */
export interface LoginSettings {
  readonly users: readonly { readonly name: string; readonly role: Role; readonly passwordHash: string }[];
  readonly header?: string | undefined;
  /** With `header`: the names that are operators; all others are readers. */
  readonly operators: readonly string[];
}

/** A login that holds. Of the token in the browser's cookie, and of the password hash that it was checked against, only digests are kept. */
export interface Session {
  readonly tokenDigest: string;
  readonly userName: string;
  /** With another password the sessions of the former end. */
  readonly passwordDigest: string;
  readonly expiresAt: Temporal.Instant;
}

/** Keeps sessions. */
export interface Sessions {
  add(session: Session): Promise<void>;
  find(tokenDigest: string): Promise<Session | undefined>;
  remove(tokenDigest: string): Promise<void>;
  removeExpired(now: Temporal.Instant): Promise<void>;
}

export interface LoginOptions extends LoginSettings {
  readonly sessions: Sessions;
  readonly clock: { now(): Temporal.Instant };
}

/** What the routes know of a request. */
export interface PageEnv {
  Variables: { user: PageUser };
}

/** Decides who a request comes from, and what they may do. */
export interface Access {
  /** The user of a request; undefined where they have to log in first. */
  userOf(context: Context): Promise<PageUser | undefined>;
  /** Whether people log in and out here, rather than at a proxy or not at all. */
  readonly hasPasswords: boolean;
  /** `/login` and `/logout` of the API. */
  routes(): Hono;
}

const sessionDays = 30;
/** So many wrong passwords for an address, and for a name, in a quarter of an hour. */
const mostFailures = { address: 10, name: 100 } as const;
const failuresKeptMs = 15 * 60_000;

/** Without a login everybody who reaches the page is this user. */
const anybody: PageUser = { id: 'reader', name: 'Reader', role: 'operator' };

/** Access by the settings; without any, everybody may do everything. */
export function createAccess(login: LoginOptions | undefined, sourceOf: ReadSource): Access {
  if (!login) return { hasPasswords: false, routes: () => new Hono(), userOf: async () => anybody };
  const { header, operators } = login;
  if (header === undefined) return createPasswordAccess(login, sourceOf);
  return {
    hasPasswords: false,
    routes: () => new Hono(),
    async userOf(context) {
      const name = context.req.header(header)?.trim();
      if (!name || !sourceOf(context).isFromProxy) return undefined;
      return { id: name, name, role: operators.includes(name) ? 'operator' : 'reader' };
    },
  };
}

function createPasswordAccess({ users, sessions, clock }: LoginOptions, sourceOf: ReadSource): Access {
  const byName = new Map(users.map((user) => [user.name, user]));
  const failures = new LRUCache<string, number>({ max: 10_000, ttl: failuresKeptMs, noUpdateTTL: true });
  const isSpent = (key: string, most: number) => (failures.get(key) ?? 0) >= most;
  const count = (key: string) => failures.set(key, (failures.get(key) ?? 0) + 1);

  return {
    hasPasswords: true,

    async userOf(context) {
      const token = tokenIn(context, sourceOf);
      const session = token && (await sessions.find(digest(token)));
      const user = session && byName.get(session.userName);
      if (!user || digest(user.passwordHash) !== session.passwordDigest) return undefined;
      if (Temporal.Instant.compare(session.expiresAt, clock.now()) <= 0) return undefined;
      return { id: user.name, name: user.name, role: user.role };
    },

    routes() {
      const routes = new Hono();
      routes.post('/login', async (context) => {
        const { name, password } = await bodyOf(context, apiRequests.login);
        const { page } = wordingFor(...acceptedLanguages(context.req.header('accept-language')));
        const source = sourceOf(context);
        const [byAddress, ofName] = [`address ${source.address}`, `name ${name}`];
        if (isSpent(byAddress, mostFailures.address) || isSpent(ofName, mostFailures.name))
          throw new HTTPException(429, { message: page.tooManyTries });
        // Counted before the check takes its time, so that many at once do not get past the limit.
        count(byAddress);
        count(ofName);
        const user = byName.get(name);
        if (!(await verifyPassword(password, user?.passwordHash)) || !user)
          throw new HTTPException(422, { message: page.wrongPassword });
        failures.delete(byAddress);
        failures.delete(ofName);
        const now = clock.now();
        const token = randomBytes(32).toString('base64url');
        await sessions.removeExpired(now);
        await sessions.add({
          tokenDigest: digest(token),
          userName: user.name,
          passwordDigest: digest(user.passwordHash),
          expiresAt: now.add({ hours: 24 * sessionDays }),
        });
        setCookie(context, cookieName(source.isHttps), token, {
          ...cookieOptions(source.isHttps),
          maxAge: sessionDays * 24 * 60 * 60,
        });
        return context.json({ name: user.name, role: user.role });
      });
      routes.post('/logout', async (context) => {
        const token = tokenIn(context, sourceOf);
        if (token) await sessions.remove(digest(token));
        const { isHttps } = sourceOf(context);
        deleteCookie(context, cookieName(isHttps), cookieOptions(isHttps));
        return context.json({});
      });
      return routes;
    },
  };
}

function tokenIn(context: Context, sourceOf: ReadSource): string | undefined {
  return getCookie(context, cookieName(sourceOf(context).isHttps));
}

/** A name with this prefix is only taken by browsers over TLS, for this host and all paths. https://www.rfc-editor.org/rfc/rfc6265bis#section-4.1.3 */
function cookieName(isHttps: boolean): string {
  return isHttps ? '__Host-kurzwelle' : 'kurzwelle';
}

/** A link from elsewhere may lead to the page, so not Strict; whatever changes something is guarded by guard-requests.ts. */
function cookieOptions(isHttps: boolean) {
  return { path: '/', httpOnly: true, secure: isHttps, sameSite: 'Lax' } as const;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Lets users through, known to the routes as `user`; asks others to log in, at the page or at the proxy. */
export function requireUser({ userOf, hasPasswords }: Access): MiddlewareHandler<PageEnv> {
  return async (context, next) => {
    const user = await userOf(context);
    if (user) {
      context.set('user', user);
      return next();
    }
    if (hasPasswords && !context.req.path.startsWith('/api/')) return context.redirect('/login', 303);
    const message = hasPasswords
      ? wordingFor(...acceptedLanguages(context.req.header('accept-language'))).page.logInFirst
      : 'The reverse proxy did not say who you are. Log in there; its operator finds the header in server.auth.header.';
    return context.json({ error: { message } }, 401);
  };
}

/** Lets only operators through. */
export const requireOperator: MiddlewareHandler<PageEnv> = async (context, next) => {
  if (context.get('user').role === 'operator') return next();
  const { page } = wordingFor(...acceptedLanguages(context.req.header('accept-language')));
  return context.json({ error: { message: page.onlyOperators } }, 403);
};
