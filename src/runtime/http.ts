import { fetch, type Response } from 'undici';
import { parseFeedDate } from '../text/found-date.ts';
import { byteLimits } from '../text/limits.ts';
import { otherReason, type Reason, reason } from '../wording/reason.ts';
import { HttpError } from './http-error.ts';
import {
  createHttpGuard,
  type HttpGuard,
  PrivateAddressError,
  type ProxySettings,
  type ResolveName,
} from './http-guard.ts';
import { createKeyedLimiter, type KeyedLimiter } from './keyed-limiter.ts';

/** Fetches over the network: the port that feeds and articles are read through. */
export interface Http {
  /** Resolves for every status; throws HttpError where no whole response came, and the signal's reason when aborted. */
  get(url: string, options?: GetOptions): Promise<HttpResponse>;
}

/** What one request may have of its own: bytes after decompression, milliseconds for all of it. */
export interface GetOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the body after decompression. */
  readonly maxBytes?: number;
  /** For the whole exchange with its redirects, from the moment the host's turn comes. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** An answer of any status, read to its end and unpacked; `url` after redirects. */
export interface HttpResponse {
  /** Where the response came from after redirects. */
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** The wait requested by the server. */
  readonly retryAfterMs?: number;
  /** Where to ask next time, if the server said that the address has changed for good. */
  readonly movedPermanentlyTo?: string;
}

/** Why a request ended that was under way when everything was stopped: no fault of its server. */
class StoppedError extends Error {
  constructor() {
    super('the service is stopping');
    this.name = 'StoppedError';
  }
}

export interface HttpSettings {
  /** Says who runs the service. */
  readonly userAgent: string;
  /** Hosts, with or without a port, addresses and ranges that may be reached although they are private. */
  readonly allowPrivateHosts?: readonly string[];
  /** A proxy for everything but the hosts excepted; those allowed above are reached directly, too. */
  readonly proxy?: ProxySettings;
  /** Certificates in PEM form, trusted beside the usual ones. */
  readonly certificateAuthorities?: readonly string[];
  /** Resolves a host name; by the system's resolver by default. */
  readonly resolveName?: ResolveName;
  readonly perHostConcurrency?: number;
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
}

const maxRedirects = 5;
const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * The guarded way out: public http(s) addresses only, redirects followed one by one and checked again, time and size limited, one
 * request per host at a time. `stop` ends what is under way with a StoppedError, and all connections.
 *
 * undici's own fetch is used rather than Node's: the guard is an undici Agent, and the two of one version fit for certain.
 */
export function createHttp(settings: HttpSettings): Http & { stop(): Promise<void> } {
  const guard = createHttpGuard(settings);
  const perHost = createKeyedLimiter(settings.perHostConcurrency ?? 1);
  const stopping = new AbortController();
  return {
    get(url, options = {}) {
      const signal = options.signal ? AbortSignal.any([options.signal, stopping.signal]) : stopping.signal;
      return followRedirects(url, { ...defaults(settings), ...options, signal }, { guard, perHost });
    },
    async stop() {
      stopping.abort(new StoppedError());
      await guard.stop();
    },
  };
}

type Exchange = GetOptions & { readonly maxBytes: number; readonly timeoutMs: number };
type Asking = Exchange & {
  readonly userAgent: string;
  readonly agent: ReturnType<HttpGuard['agentFor']>;
  readonly timeout: AbortSignal;
};
type Way = { readonly guard: HttpGuard; readonly perHost: KeyedLimiter };

function defaults({ userAgent, maxBytes = byteLimits.document, timeoutMs = 15_000 }: HttpSettings) {
  return { maxBytes, timeoutMs, userAgent };
}

async function followRedirects(
  address: string,
  exchange: Exchange & { readonly userAgent: string },
  way: Way,
): Promise<HttpResponse> {
  let url = parseAddress(address);
  let movedPermanentlyTo: string | undefined;
  let onlyPermanent = true;
  let timeout: AbortSignal | undefined;
  for (let hops = 0; hops <= maxRedirects; hops += 1) {
    const agent = way.guard.agentFor(url);
    const at = url;
    const answered = await way.perHost(
      at.host,
      async () => {
        timeout ??= AbortSignal.timeout(exchange.timeoutMs);
        return fetchOnce(at, { ...exchange, agent, timeout });
      },
      exchange.signal,
    );
    if (answered.kind === 'response')
      return { ...answered.response, ...(movedPermanentlyTo && { movedPermanentlyTo }) };
    onlyPermanent &&= answered.isPermanent;
    url = answered.to;
    if (onlyPermanent) movedPermanentlyTo = url.href;
  }
  throw new HttpError('redirects', address, reason('redirects', { most: String(maxRedirects) }));
}

type Answered =
  | { readonly kind: 'response'; readonly response: HttpResponse }
  | { readonly kind: 'redirect'; readonly to: URL; readonly isPermanent: boolean };

/** One request, without following. `timeout` runs from the first request of several. */
async function fetchOnce(url: URL, { agent, timeout, ...exchange }: Asking): Promise<Answered> {
  const signal = exchange.signal ? AbortSignal.any([timeout, exchange.signal]) : timeout;
  try {
    const response = await fetch(url, {
      dispatcher: agent,
      redirect: 'manual',
      headers: { 'user-agent': exchange.userAgent, ...exchange.headers },
      signal,
    });
    const location = redirectStatuses.has(response.status) ? response.headers.get('location') : null;
    if (location === null) {
      const body = await readBody(response, url.href, exchange.maxBytes);
      const headers = toHeaders(response);
      const retryAfterMs = retryAfter(headers);
      const facts = { url: url.href, status: response.status, headers, body };
      return { kind: 'response', response: { ...facts, ...(retryAfterMs !== undefined && { retryAfterMs }) } };
    }
    await response.body?.cancel();
    const isPermanent = response.status === 301 || response.status === 308;
    return { kind: 'redirect', to: parseAddress(location, url), isPermanent };
  } catch (error) {
    throw explain(error, url, exchange, timeout);
  }
}

function parseAddress(address: string, base?: URL): URL {
  const url = URL.parse(address, base);
  if (!url) throw new HttpError('blocked', address, reason('noWebAddress'));
  return url;
}

function toHeaders(response: Response): Headers {
  return new Headers([...response.headers]);
}

function explain(error: unknown, url: URL, { signal, timeoutMs }: Exchange, timeout: AbortSignal): unknown {
  if (error instanceof HttpError) return error;
  if (signal?.aborted) return signal.reason;
  if (timeout.aborted) {
    return new HttpError('timeout', url.href, reason('timeout', { seconds: String(timeoutMs / 1000) }), {
      cause: error,
    });
  }
  // fetch wraps everything into "fetch failed"; what happened is its cause.
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof PrivateAddressError)
    return new HttpError('blocked', url.href, otherReason(cause.message), { cause });
  return new HttpError('network', url.href, networkProblem(cause, url.host), { cause });
}

/** The wait that a server requests, in milliseconds: Retry-After in seconds, or as a date, relative to the response's own date. */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const until = parseFeedDate(value);
  const now = parseFeedDate(headers.get('date') ?? '');
  return until && now ? Math.max(0, until.epochMilliseconds - now.epochMilliseconds) : undefined;
}

/** The whole body, decompressed. Stops reading, and with it decompressing, once more than `maxBytes` have come. */
export async function readBody(response: Response, url: string, maxBytes: number): Promise<Uint8Array> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > maxBytes) {
    await response.body?.cancel();
    throw tooLarge(url, maxBytes);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the stream.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(url, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function tooLarge(url: string, maxBytes: number): HttpError {
  return new HttpError('too-large', url, reason('tooLarge', { most: mebibytes(maxBytes) }));
}

function mebibytes(bytes: number): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MiB`;
}

/** https://nodejs.org/api/errors.html#common-system-errors, of undici, and of certificates: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const broken: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ECONNABORTED']);
const nameless: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENODATA']);
const nobody: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Why a host was not reached: by the system's codes, else as it says it. */
function networkProblem(cause: unknown, host: string): Reason {
  const { code, message } = (cause ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  const name = String(code);
  if (nameless.has(name)) return reason('noName', { host });
  if (nobody.has(name)) return reason('nobodyThere', { host });
  if (broken.has(name)) return reason('brokenOff');
  if (/CERT|SIGNATURE|ALTNAME/u.test(name)) return reason('untrusted', { code: name });
  return otherReason(typeof message === 'string' ? message : String(cause));
}
