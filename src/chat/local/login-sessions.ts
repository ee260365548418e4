import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { LRUCache } from 'lru-cache';
import type { ReadSource } from './request-source.ts';

/** A reader asks and follows; an operator also changes subscriptions and settings, and has the operator's view. */
export type Role = 'reader' | 'operator';

/** Who uses the page. */
export interface PageUser {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** A login that holds. Of the token in the browser's cookie, and of what the login rests on, only digests are kept. */
export interface Session {
  readonly tokenDigest: string;
  readonly userName: string;
  /** Of a password hash, or of the settings of a provider and the role it gave: where these change, the session ends. */
  readonly groundsDigest: string;
  readonly expiresAt: Temporal.Instant;
}

/** Keeps sessions. */
export interface Sessions {
  add(session: Session): Promise<void>;
  find(tokenDigest: string): Promise<Session | undefined>;
  remove(tokenDigest: string): Promise<void>;
  removeExpired(now: Temporal.Instant): Promise<void>;
}

/** The sessions of browsers, each known by a cookie. */
export interface LoginSessions {
  begin(
    context: Context,
    login: { readonly userName: string; readonly grounds: string; readonly hours: number },
  ): Promise<void>;
  /** The session of a request; undefined where there is none, or its time is over. */
  find(context: Context): Promise<Session | undefined>;
  end(context: Context): Promise<void>;
}

/** Sessions behind a cookie with a random token. */
export function createLoginSessions(
  { sessions, clock }: { readonly sessions: Sessions; readonly clock: { now(): Temporal.Instant } },
  sourceOf: ReadSource,
): LoginSessions {
  const nameFor = (context: Context) => cookieName('kurzwelle', sourceOf(context).isHttps);
  return {
    async begin(context, { userName, grounds, hours }) {
      const now = clock.now();
      const token = randomBytes(32).toString('base64url');
      await sessions.removeExpired(now);
      await sessions.add({
        tokenDigest: digest(token),
        userName,
        groundsDigest: digest(grounds),
        expiresAt: now.add({ hours }),
      });
      const options = { ...cookieOptions(sourceOf(context).isHttps), maxAge: hours * 60 * 60 };
      setCookie(context, nameFor(context), token, options);
    },
    async find(context) {
      const token = getCookie(context, nameFor(context));
      const session = token && (await sessions.find(digest(token)));
      if (!session || Temporal.Instant.compare(session.expiresAt, clock.now()) <= 0) return undefined;
      return session;
    },
    async end(context) {
      const token = getCookie(context, nameFor(context));
      if (token) await sessions.remove(digest(token));
      deleteCookie(context, nameFor(context), cookieOptions(sourceOf(context).isHttps));
    },
  };
}

/** A name with this prefix is only taken by browsers over TLS, for this host and all paths. https://www.rfc-editor.org/rfc/rfc6265bis#section-4.1.3 */
export function cookieName(name: string, isHttps: boolean): string {
  return isHttps ? `__Host-${name}` : name;
}

/** A link from elsewhere may lead to the page, so not Strict; whatever changes something is guarded by guard-requests.ts. */
export function cookieOptions(isHttps: boolean) {
  return { path: '/', httpOnly: true, secure: isHttps, sameSite: 'Lax' } as const;
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Counts failed logins by a key for a quarter of an hour. */
export function createFailureCount() {
  const failures = new LRUCache<string, number>({ max: 10_000, ttl: 15 * 60_000, noUpdateTTL: true });
  return {
    isSpent: (key: string, most: number) => (failures.get(key) ?? 0) >= most,
    count: (key: string) => void failures.set(key, (failures.get(key) ?? 0) + 1),
    forget: (key: string) => void failures.delete(key),
  };
}

/** Failed logins allowed per address in a quarter of an hour. */
export const mostFailuresOfAddress = 10;
