import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import * as openId from 'openid-client';
import { isLoopback } from '../../runtime/address-ranges.ts';
import { cutTo } from '../../text/limits.ts';
import {
  cookieName,
  cookieOptions,
  createFailureCount,
  digest,
  type LoginSessions,
  mostFailuresOfAddress,
  type PageUser,
  type Role,
} from './login-sessions.ts';
import { catalogOf } from './read-request.ts';
import type { ReadSource } from './request-source.ts';

/** A provider of OpenID Connect, and which of its claims say who somebody is. */
export interface OpenIdOptions {
  readonly issuer: string;
  readonly clientId: string;
  /** Without one, the provider must know us as a public client. */
  readonly clientSecret?: string | undefined;
  readonly scopes: readonly string[];
  readonly nameClaim: string;
  readonly roleClaim: string;
  /** Asks the provider; by default without the proxy and certificates of the configuration. */
  readonly fetch?: openId.CustomFetch | undefined;
  /** Called with the reason when a login fails. */
  onFailure?(error: unknown): void;
}

interface Options extends OpenIdOptions {
  readonly operators: readonly string[];
  readonly sessions: LoginSessions;
  readonly sourceOf: ReadSource;
}

/** A role that the provider takes away ends with the session. */
const sessionHours = 12;
const attemptSeconds = 10 * 60;

/**
 * Access by the authorization code flow with PKCE. `/login/start` leads to the provider, which leads back to `/login/return`.
 * https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth
 */
export function createOpenIdAccess(options: Options) {
  const { sessions, sourceOf, operators, roleClaim, issuer, clientId, scopes } = options;
  const provider = discoverOnce(options);
  const failures = createFailureCount();
  // Differs whenever a login by the former settings must no longer hold.
  const groundsOf = (role: Role) => JSON.stringify([issuer, clientId, roleClaim, operators, role]);
  const roles = new Map((['reader', 'operator'] as const).map((role) => [digest(groundsOf(role)), role]));

  return {
    loginDocument: 'login-open-id.html' as const,

    async userOf(context: Context): Promise<PageUser | undefined> {
      const session = await sessions.find(context);
      const role = session && roles.get(session.groundsDigest);
      return role && { id: session.userName, name: session.userName, role };
    },

    apiRoutes() {
      const routes = new Hono();
      routes.post('/logout', async (context) => {
        await sessions.end(context);
        return context.json({});
      });
      return routes;
    },

    pageRoutes() {
      const routes = new Hono();
      const fail = (context: Context, error: unknown) => {
        options.onFailure?.(error);
        const { page } = catalogOf(context);
        return new HTTPException(502, { message: page.loginFailed, cause: error });
      };
      const originOf = (context: Context) => {
        const { isHttps, host = '' } = sourceOf(context);
        return `${isHttps ? 'https' : 'http'}://${host}`;
      };

      routes.get('/login/start', async (context) => {
        const attempt = {
          verifier: openId.randomPKCECodeVerifier(),
          state: openId.randomState(),
          nonce: openId.randomNonce(),
        };
        try {
          const challenge = await openId.calculatePKCECodeChallenge(attempt.verifier);
          const url = openId.buildAuthorizationUrl(await provider(), {
            redirect_uri: `${originOf(context)}/login/return`,
            scope: scopes.join(' '),
            code_challenge: challenge,
            code_challenge_method: 'S256',
            state: attempt.state,
            nonce: attempt.nonce,
          });
          const { isHttps } = sourceOf(context);
          const parts = [attempt.verifier, attempt.state, attempt.nonce].join('.');
          const cookie = { ...cookieOptions(isHttps), maxAge: attemptSeconds };
          setCookie(context, cookieName('kurzwelle-login', isHttps), parts, cookie);
          return context.redirect(url.href, 303);
        } catch (error) {
          throw fail(context, error);
        }
      });

      routes.get('/login/return', async (context) => {
        const { isHttps, address } = sourceOf(context);
        const name = cookieName('kurzwelle-login', isHttps);
        const [verifier = '', state = '', nonce = ''] = getCookie(context, name)?.split('.') ?? [];
        deleteCookie(context, name, cookieOptions(isHttps));
        // Each try is a request to the provider.
        if (failures.isSpent(address, mostFailuresOfAddress)) throw fail(context, new Error('too many failed logins'));
        failures.count(address);
        try {
          if (state === '') throw new Error('no login was begun in this browser, or more than ten minutes ago');
          const url = new URL(`${originOf(context)}/login/return${new URL(context.req.url).search}`);
          const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce };
          const user = await userFrom(await provider(), url, { ...options, checks });
          await sessions.begin(context, { userName: user.name, grounds: groundsOf(user.role), hours: sessionHours });
        } catch (error) {
          throw fail(context, error);
        }
        failures.forget(address);
        return context.redirect('/', 303);
      });
      return routes;
    },
  };
}

/** The provider's metadata, asked for at the first login, and again after a failure. Only a provider on this machine may do without TLS. */
function discoverOnce({ issuer, clientId, clientSecret, fetch }: OpenIdOptions): () => Promise<openId.Configuration> {
  const url = new URL(issuer);
  const authentication = clientSecret === undefined ? openId.None() : openId.ClientSecretBasic(clientSecret);
  let discovered: Promise<openId.Configuration> | undefined;
  return () => {
    discovered ??= openId
      .discovery(url, clientId, undefined, authentication, {
        ...(fetch && { [openId.customFetch]: fetch }),
        execute: isLoopback(url.hostname) ? [openId.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        discovered = undefined;
        throw error;
      });
    return discovered;
  };
}

/** Who comes back from the provider: by the claims of the ID token, completed by those of the UserInfo endpoint, where many providers keep groups. */
async function userFrom(
  provider: openId.Configuration,
  url: URL,
  { checks, nameClaim, roleClaim, operators }: Options & { readonly checks: openId.AuthorizationCodeGrantChecks },
): Promise<{ readonly name: string; readonly role: Role }> {
  const tokens = await openId.authorizationCodeGrant(provider, url, { ...checks, idTokenExpected: true });
  const ofToken = tokens.claims();
  if (!ofToken) throw new Error('the provider sent no ID token');
  const isWhole = [nameClaim, roleClaim].every((claim) => ofToken[claim] !== undefined);
  const more =
    isWhole || provider.serverMetadata().userinfo_endpoint === undefined
      ? {}
      : await openId.fetchUserInfo(provider, tokens.access_token, ofToken.sub);
  const claims: Readonly<Record<string, unknown>> = { ...more, ...ofToken };
  const name = [claims[nameClaim], claims.email, claims.name, ofToken.sub].find(
    (value) => typeof value === 'string' && value.trim() !== '',
  );
  const values = [claims[roleClaim]].flat();
  const isOperator = operators.some((operator) => values.includes(operator));
  return { name: cutTo('label', String(name).trim()), role: isOperator ? 'operator' : 'reader' };
}
