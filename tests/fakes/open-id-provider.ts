import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
// @ts-expect-error: it ships no types
import Provider from 'oidc-provider';
import { onTestFinished, vi } from 'vitest';

/** Who can log in at the provider, by name, with their groups; whom it does not know, it turns away. */
type Accounts = Readonly<Record<string, { readonly groups: readonly string[] }>>;

/**
 * A certified provider of OpenID Connect (https://github.com/panva/node-oidc-provider) on loopback, for one test. It asks for no password: whoever is
 * named in the header `as` of a request to its login is logged in, as by a form. Groups come from its UserInfo endpoint alone.
 */
export async function startOpenIdProvider(accounts: Accounts, clientSecret: string) {
  let redirectUri = '';
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    issuer,
    /** Only this address is led back to. */
    register(uri: string) {
      redirectUri = uri;
      // It warns of keys and memory that only a test would use.
      const warn = vi.spyOn(console, 'warn').mockReturnValue();
      const provider = new Provider(issuer, {
        clients: [{ client_id: 'kurzwelle', client_secret: clientSecret, redirect_uris: [redirectUri] }],
        claims: { openid: ['sub'], profile: ['preferred_username', 'groups'] },
        features: { devInteractions: { enabled: false } },
        interactions: { url: (_context: unknown, { uid }: { readonly uid: string }) => `/log-in/${uid}` },
        cookies: { keys: ['a key of the test'] },
        ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60 },
        findAccount: (_context: unknown, id: string) => ({
          accountId: id,
          claims: () => ({ sub: id, preferred_username: id, groups: accounts[id]?.groups }),
        }),
        /** Nobody is asked for consent. */
        async loadExistingGrant({
          oidc,
        }: {
          readonly oidc: { client: { clientId: string }; session: { accountId: string } };
        }) {
          const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
          grant.addOIDCScope('openid profile');
          await grant.save();
          return grant;
        },
      });
      warn.mockRestore();
      const answer = provider.callback();
      handle = (request, response) => {
        if (!request.url?.startsWith('/log-in/')) return answer(request, response);
        const name = String(request.headers.as);
        const result = accounts[name]
          ? { login: { accountId: name } }
          : { error: 'access_denied', error_description: 'unknown user' };
        provider.interactionFinished(request, response, result);
      };
    },
  };
}

/** A browser that follows redirects of the provider until one leads to another host, whose address it gives. */
export async function logInAtProvider(start: string, name: string): Promise<string> {
  const { host } = new URL(start);
  const cookies = new Map<string, string>();
  let url = start;
  for (let hops = 0; hops < 10; hops += 1) {
    if (new URL(url).host !== host) return url;
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { as: name, cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(key, value);
    }
    const next = response.headers.get('location');
    if (next === null) throw new Error(`${url}: ${response.status} ${await response.text()}`);
    url = new URL(next, url).href;
  }
  throw new Error('The provider leads round in circles');
}
