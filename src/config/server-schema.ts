import { z } from 'zod';
import { passwordHashPattern } from '../chat/local/passwords.ts';
import { isAddressRange, isLoopback } from '../runtime/address-ranges.ts';

/** An address, or a range of them in CIDR notation. */
const addressRange = z
  .string()
  .refine(isAddressRange, 'use an address or a range, such as 127.0.0.1, 10.0.0.0/8 or fd00::/8');

/** A name with an optional port, as in a browser's address bar. */
const hostName = z
  .string()
  .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/iu, 'use a name such as news.example, without https:// and path');

const userSchema = z.strictObject({
  name: z.string().min(1).max(100).describe('Name for the login; also shown next to the questions of this user.'),
  role: z
    .enum(['reader', 'operator'])
    .default('reader')
    .describe(
      "A reader asks questions; an operator also changes subscriptions and settings, and sees the operator's view.",
    ),
  passwordHash: z
    .string()
    .regex(passwordHashPattern, 'make one with: npm run -s kurzwelle -- hash-password')
    .describe('What `kurzwelle hash-password` printed; never the password itself.'),
});

const openIdSchema = z
  .strictObject({
    issuer: z
      .url({ protocol: /^https?$/u, error: 'use the address of the provider, such as https://login.example' })
      .refine(isSafeIssuer, 'use https; http is only for a provider on this machine')
      .describe('Address of the provider, exactly as its own configuration states it.'),
    clientId: z.string().min(1).describe('Name under which the provider knows Kurzwelle.'),
    scopes: z
      .array(z.string())
      .default(['openid', 'profile'])
      .describe('Scopes to request. Many providers send the groups of a user only with a scope `groups`.'),
    nameClaim: z.string().default('preferred_username').describe('Claim with the name to show.'),
    roleClaim: z
      .string()
      .default('groups')
      .describe('Claim with the groups or roles of a user; those of `operators` make an operator.'),
  })
  .describe(
    'Login at an OpenID Connect provider, instead of `users`; the client secret is in KURZWELLE_OPENID_SECRET.',
  );

function isSafeIssuer(issuer: string): boolean {
  const url = URL.parse(issuer);
  return url?.protocol === 'https:' || (url !== null && isLoopback(url.hostname));
}

/** `server.auth`: who may use the page. */
const authSchema = z
  .strictObject({
    users: z.array(userSchema).default([]).describe('People who log in with a password; see docs/proxy.md.'),
    header: z
      .string()
      .regex(/^[\w-]+$/u, 'use the name of a header, such as Remote-User')
      .optional()
      .describe(
        'Header in which the proxies of server.trustProxy send the name of the user who logged in there; instead of `users`.',
      ),
    operators: z
      .array(z.string())
      .default([])
      .describe(
        'With `header`: the names that are operators. With `openId`: the values of its `roleClaim` that make an operator. All others are readers.',
      ),
    openId: openIdSchema.optional(),
  })
  .superRefine(({ users, header, operators, openId }, context) => {
    const problem = (path: readonly PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path: [...path], message });
    if (header !== undefined && users.length > 0) problem(['header'], 'use either users or header, not both');
    if (openId && (users.length > 0 || header !== undefined))
      problem(['openId'], 'use only one of users, header and openId');
    if (!openId && header === undefined && operators.length > 0)
      problem(['operators'], 'is used with header or openId only; users have a role each');
    for (const [index, { name }] of users.entries())
      if (users.findIndex((user) => user.name === name) < index)
        problem(['users', index, 'name'], `another user is called "${name}"; each needs a name of their own`);
  })
  .describe(
    'The login of the page. If `users`, `header` and `openId` are all unset, everybody who can open the page is an operator.',
  )
  .prefault({});

/** `server`: the built-in one. */
export const serverSchema = z
  .strictObject({
    host: z.string().default('127.0.0.1').describe('Address to listen on; KURZWELLE_HOST overrides it.'),
    port: z
      .number()
      .int()
      .min(0)
      .max(65_535)
      .default(8_787)
      .describe('Port to listen on; KURZWELLE_PORT overrides it.'),
    page: z
      .boolean()
      .optional()
      .describe(
        'Whether to serve the local page; health and metrics are always served. If unset, it is served when server.host is a loopback address, when server.auth has a login, and when neither Discord nor Slack is configured.',
      ),
    hosts: z
      .array(hostName)
      .default([])
      .describe(
        'Host names of the page, such as news.example, with the port if it is neither 80 nor 443. localhost and addresses always work.',
      ),
    trustProxy: z
      .array(addressRange)
      .default([])
      .describe(
        'Addresses or ranges of your reverse proxies. X-Forwarded-For, X-Forwarded-Host and X-Forwarded-Proto are trusted only from these.',
      ),
    auth: authSchema,
  })
  .refine(({ auth, trustProxy }) => auth.header === undefined || trustProxy.length > 0, {
    path: ['auth', 'header'],
    error: 'needs the address of your proxy in server.trustProxy; from anybody else the header is not believed',
  })
  .describe(
    'The built-in server: local page, health, metrics. Without server.auth anyone who can open the page can change every subscription; see docs/proxy.md.',
  )
  .prefault({});

/** Whether the page asks who somebody is. */
export function hasLogin({ auth }: z.infer<typeof serverSchema>): boolean {
  return auth.users.length > 0 || auth.header !== undefined || auth.openId !== undefined;
}

const hostOrRange = z
  .string()
  .refine(
    (text) => isAddressRange(text) || /^[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/iu.test(text),
    'use a host, an address or a range, such as intranet.example, 10.1.2.3 or 10.0.0.0/8',
  );

/** `http`: how feeds and pages are fetched. */
export const httpSchema = z
  .strictObject({
    proxy: z
      .url({ protocol: /^https?$/, error: 'use the address of an HTTP proxy, such as http://proxy.example:3128' })
      .optional()
      .describe('HTTP proxy for feeds and pages; if unset, HTTPS_PROXY or HTTP_PROXY. A proxy resolves names itself.'),
    noProxy: z
      .array(z.string())
      .default([])
      .describe('Hosts to reach without the proxy, such as .intranet.example, in addition to those in NO_PROXY.'),
    allowPrivate: z
      .array(hostOrRange)
      .default([])
      .describe(
        'Hosts, addresses and ranges in your own network that may be read. All other private addresses are refused, so that no link can lead to your machines.',
      ),
    certificateAuthorities: z
      .array(z.string().min(1))
      .default([])
      .describe('PEM files with certificates of your own authorities, trusted in addition to the usual ones.'),
  })
  .describe('How feeds and their pages are fetched; see docs/networks.md.')
  .prefault({});
