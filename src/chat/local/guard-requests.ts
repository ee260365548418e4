import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';

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

/**
 * Keeps other web sites from using the server through a reader's browser. A foreign Host means that a foreign name was pointed at this
 * machine (DNS rebinding); a foreign Origin, that a page from elsewhere sent the request. An address as Host is never the former.
 */
export function guardRequests(allowedHosts: readonly string[]): MiddlewareHandler {
  const names = new Set(['localhost', ...allowedHosts.map((name) => name.toLowerCase())]);
  return async (context, next) => {
    const host = context.req.header('host');
    const origin = context.req.header('origin');
    const answer =
      !host || !isOwn(host, names) ? refuse(421, `This server does not answer for host "${host ?? ''}".`) : undefined;
    if (answer) context.res = answer;
    else if (isForeign({ origin, host, site: context.req.header('sec-fetch-site'), path: context.req.path })) {
      context.res = refuse(403, 'Requests from other sites are refused.');
    } else await next();
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
  };
}

function isOwn(host: string, names: ReadonlySet<string>): boolean {
  const name = hostname(`http://${host}`);
  return name !== undefined && (names.has(name) || isIP(name.replace(/^\[|\]$/gu, '')) !== 0);
}

/** A link from elsewhere may lead to the page; nothing from elsewhere may reach the API. */
function isForeign(request: {
  origin: string | undefined;
  host: string | undefined;
  site: string | undefined;
  path: string;
}): boolean {
  const { origin, host, site, path } = request;
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) return true;
  return path.startsWith('/api/') && (site === 'cross-site' || site === 'same-site');
}

function hostname(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

function refuse(status: number, message: string): Response {
  return Response.json({ error: { message } }, { status });
}
