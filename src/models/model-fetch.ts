import { type RequestInit as GuardedInit, fetch as guardedFetch } from 'undici';
import { readBody } from '../runtime/http-body.ts';
import { HttpError } from '../runtime/http-error.ts';
import { createHttpGuard, type HttpGuard } from '../runtime/http-guard.ts';

export interface ModelFetch {
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  stop(): Promise<void>;
}

/** More than any answer of a few sentences. */
const maxBytes = 2 * 1024 * 1024;

/**
 * A `fetch` for the model's provider alone: any other host is refused, redirects are too (a key must not travel), and answers are limited.
 * The host may be a private one, such as Ollama on this machine, since the operator named it.
 */
export function createModelFetch(baseUrl: string): ModelFetch {
  const { host } = new URL(baseUrl);
  const guard = createHttpGuard([host]);
  return {
    fetch: (input, init) => send(new URL(input instanceof Request ? input.url : input), init, { host, guard }),
    stop: () => guard.stop(),
  };
}

async function send(
  url: URL,
  init: RequestInit | undefined,
  { host, guard }: { readonly host: string; readonly guard: HttpGuard },
): Promise<Response> {
  if (url.host !== host) throw new HttpError('blocked', url.href, `only ${host} is asked for the model`);
  const response = await guardedFetch(url, {
    ...(init as GuardedInit | undefined),
    dispatcher: guard.agentFor(url),
    redirect: 'error',
  });
  const body = await readBody(response, url.href, maxBytes);
  const headers = new Headers([...response.headers].filter(([name]) => !/^content-(?:encoding|length)$/.test(name)));
  // A status without a body must be given none.
  return new Response(body.byteLength > 0 ? Buffer.from(body) : null, { status: response.status, headers });
}
