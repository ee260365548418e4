import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import {
  createFailureCount,
  createLoginSessions,
  digest,
  mostFailuresOfAddress,
  type PageUser,
  type Role,
  type Sessions,
} from './login-sessions.ts';
import { createOpenIdAccess, type OpenIdOptions } from './open-id-access.ts';
import { verifyPassword } from './passwords.ts';
import { apiRequests, bodyOf, catalogOf } from './read-request.ts';
import type { ReadSource } from './request-source.ts';

/** Who may log in: by a password of our own, at an OpenID provider, or by the name that a trusted proxy sends in a header. */
export interface LoginSettings {
  readonly users: readonly { readonly name: string; readonly role: Role; readonly passwordHash: string }[];
  readonly header?: string | undefined;
  readonly openId?: OpenIdOptions | undefined;
  /** With `header` the names, with `openId` the values of its claim that are operators; all others are readers. */
  readonly operators: readonly string[];
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
  /** The document of /login where people log in and out here, rather than at a proxy or not at all. */
  readonly loginDocument?: 'login.html' | 'login-open-id.html';
  /** `/login` and `/logout` of the API. */
  apiRoutes(): Hono;
  /** What a browser passes on its way to a provider and back. */
  pageRoutes(): Hono;
}

const sessionHours = 30 * 24;
/** Wrong passwords allowed per name in a quarter of an hour, from all addresses together. */
const mostFailuresOfName = 100;

/** Without a login everybody who reaches the page is this user. */
const anybody: PageUser = { id: 'reader', name: 'Reader', role: 'operator' };

const noRoutes = () => new Hono();

/** Access by the settings; without any, everybody may do everything. */
export function createAccess(login: LoginOptions | undefined, sourceOf: ReadSource): Access {
  if (!login) return { apiRoutes: noRoutes, pageRoutes: noRoutes, userOf: async () => anybody };
  const { header, openId, operators } = login;
  if (openId) {
    const sessions = createLoginSessions(login, sourceOf);
    return createOpenIdAccess({ ...openId, operators, sessions, sourceOf });
  }
  if (header === undefined) return createPasswordAccess(login, sourceOf);
  return {
    apiRoutes: noRoutes,
    pageRoutes: noRoutes,
    async userOf(context) {
      const name = context.req.header(header)?.trim();
      if (!name || !sourceOf(context).isFromProxy) return undefined;
      return { id: name, name, role: operators.includes(name) ? 'operator' : 'reader' };
    },
  };
}

function createPasswordAccess(login: LoginOptions, sourceOf: ReadSource): Access {
  const sessions = createLoginSessions(login, sourceOf);
  const byName = new Map(login.users.map((user) => [user.name, user]));
  const failures = createFailureCount();

  return {
    loginDocument: 'login.html',
    pageRoutes: noRoutes,

    async userOf(context) {
      const session = await sessions.find(context);
      const user = session && byName.get(session.userName);
      if (!user || digest(user.passwordHash) !== session.groundsDigest) return undefined;
      return { id: user.name, name: user.name, role: user.role };
    },

    apiRoutes() {
      const routes = new Hono();
      routes.post('/login', async (context) => {
        const { name, password } = await bodyOf(context, apiRequests.login);
        const { page } = catalogOf(context);
        const [byAddress, ofName] = [`address ${sourceOf(context).address}`, `name ${name}`];
        if (failures.isSpent(byAddress, mostFailuresOfAddress) || failures.isSpent(ofName, mostFailuresOfName))
          throw new HTTPException(429, { message: page.tooManyTries });
        // Counted before the check takes its time, so that many at once do not get past the limit.
        failures.count(byAddress);
        failures.count(ofName);
        const user = byName.get(name);
        if (!(await verifyPassword(password, user?.passwordHash, login.users[0]?.passwordHash)) || !user)
          throw new HTTPException(422, { message: page.wrongPassword });
        failures.forget(byAddress);
        failures.forget(ofName);
        await sessions.begin(context, { userName: user.name, grounds: user.passwordHash, hours: sessionHours });
        return context.json({ name: user.name, role: user.role });
      });
      routes.post('/logout', async (context) => {
        await sessions.end(context);
        return context.json({});
      });
      return routes;
    },
  };
}

/** Lets users through, known to the routes as `user`; asks others to log in, at the page or at the proxy. */
export function requireUser({ userOf, loginDocument }: Access): MiddlewareHandler<PageEnv> {
  return async (context, next) => {
    const user = await userOf(context);
    if (user) {
      context.set('user', user);
      return next();
    }
    if (loginDocument && !context.req.path.startsWith('/api/')) return context.redirect('/login', 303);
    const message = loginDocument
      ? catalogOf(context).page.logInFirst
      : 'The reverse proxy did not say who you are. Log in there; its operator finds the header in server.auth.header.';
    return context.json({ error: { message } }, 401);
  };
}

/** Lets only operators through. */
export const requireOperator: MiddlewareHandler<PageEnv> = async (context, next) => {
  if (context.get('user').role === 'operator') return next();
  const { page } = catalogOf(context);
  return context.json({ error: { message: page.onlyOperators } }, 403);
};
