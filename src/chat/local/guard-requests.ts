import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import type { ReadSource } from './request-source.ts';

const headers = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    // Pictures of our own making come within messages.
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    // The page sets text only; this makes the browser refuse anything else.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Read by monitoring under whatever name it knows the machine by; they show nothing that a foreign page could use. */
const forMonitoring: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * Keeps other web sites from using the server through a reader's browser. A foreign Host means that a foreign name was pointed at this
 * machine (DNS rebinding); a foreign Origin, that a page from elsewhere sent the request. An address as Host is never the former.
 * `hosts` are the names, some with a port, by which people reach the server besides localhost: a proxy may pass the name on as Host, or
 * replace it and leave it in Origin.
 */
export function guardRequests(hosts: readonly string[], sourceOf: ReadSource): MiddlewareHandler {
  const own = hosts.map((host) => host.toLowerCase());
  const names = new Set(['localhost', ...own.flatMap((host) => URL.parse(`http://${host}`)?.hostname ?? [])]);
  const origins = new Set(own.flatMap((host) => [originOf(`http://${host}`), originOf(`https://${host}`)]));
  return async (context, next) => {
    const { host } = sourceOf(context);
    const { path } = context.req;
    const answer =
      !forMonitoring.has(path) && !isOwn(host, names)
        ? refuse(421, `This server does not answer for host "${host ?? ''}". ${hostAdvice}`)
        : undefined;
    const site = context.req.header('sec-fetch-site');
    if (answer) context.res = answer;
    else if (isForeign({ origin: context.req.header('origin'), host, site, path }, origins)) {
      context.res = refuse(403, `Requests from other sites are refused. ${hostAdvice}`);
    } else await next();
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
  };
}

const hostAdvice =
  'If this is your own server behind a reverse proxy, add the name in your address bar to server.hosts in kurzwelle.yaml and restart it.';

function isOwn(host: string | undefined, names: ReadonlySet<string>): boolean {
  const name = URL.parse(`http://${host ?? ''}`)?.hostname;
  return name !== undefined && (names.has(name) || isIP(name.replace(/^\[|\]$/gu, '')) !== 0);
}

interface Request {
  readonly origin: string | undefined;
  readonly host: string | undefined;
  readonly site: string | undefined;
  readonly path: string;
}

/** A link from elsewhere may lead to the page; nothing from elsewhere may reach the API. */
function isForeign({ origin, host, site, path }: Request, own: ReadonlySet<string | undefined>): boolean {
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}` && !own.has(origin))
    return true;
  return path.startsWith('/api/') && (site === 'cross-site' || site === 'same-site');
}

function originOf(url: string): string | undefined {
  return URL.parse(url)?.origin;
}

function refuse(status: number, message: string): Response {
  return Response.json({ error: { message } }, { status });
}
