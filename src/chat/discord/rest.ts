import { DefaultRestOptions, REST, type RESTOptions } from 'discord.js';
import { limits } from './limits.ts';

/** Discord's HTTP interface: discord.js keeps its rate limits. */
export type DiscordRest = Pick<REST, 'get' | 'post' | 'put' | 'patch' | 'delete'>;

/** Waits that are longer go back to the outbox, which knows what else it can do meanwhile. */
const longestWaitMs = 5_000;

/** Where requests to Discord go, and who lets them pass. */
interface RestSettings {
  /** Another address than Discord's, for tests. */
  readonly api?: string;
  readonly timeoutMs?: number;
  readonly guard: RequestGuard;
  /** Nothing is sent a second time by itself, for what Discord would take for another message. */
  readonly sendsOnce?: boolean;
}

/** How discord.js is to speak HTTP. Every request passes the guard. */
function restOptions({ api, timeoutMs = 15_000, guard, sendsOnce = false }: RestSettings): Partial<RESTOptions> {
  return {
    ...(api !== undefined && { api }),
    retries: sendsOnce ? 0 : 1,
    timeout: timeoutMs,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > longestWaitMs,
    async makeRequest(url, init) {
      guard.check();
      const response = await DefaultRestOptions.makeRequest(url, await encodeForm(init));
      guard.record(response);
      return response;
    },
  };
}

type RestRequest = Parameters<RESTOptions['makeRequest']>[1];

/**
 * A form as bytes. discord.js fills Node's FormData, and its undici hands it to the dispatcher of this process, which is the one of our
 * own undici: that takes no form but one it made itself.
 */
async function encodeForm(init: RestRequest): Promise<RestRequest> {
  if (!(init.body instanceof FormData)) return init;
  const encoded = new Response(init.body);
  const contentType = encoded.headers.get('content-type') ?? '';
  return { ...init, headers: { ...init.headers, 'content-type': contentType }, body: await encoded.bytes() };
}

/** HTTP alone, without a gateway: enough to register commands. `sharing`: another that draws on the same global limit. */
export function createDiscordRest({
  token,
  sharing,
  ...settings
}: RestSettings & { readonly token: string; readonly sharing?: REST }): REST {
  return new SteadyRest(restOptions(settings), sharing).setToken(token);
}

/** discord.js forgets the token after one 401 response, and makes no more requests until it is restarted. */
class SteadyRest extends REST {
  /** Discord counts 50 requests a second for the bot, whichever manager sends them; so do those that share an account of it. */
  constructor(options: Partial<RESTOptions>, sharing?: REST) {
    super(options);
    if (!sharing) return;
    for (const field of ['globalRemaining', 'globalReset', 'globalDelay'] as const) {
      Object.defineProperty(this, field, {
        get: () => sharing[field],
        set: (value) => Object.assign(sharing, { [field]: value }),
      });
    }
  }

  override setToken(token: string | null): this {
    return token === null ? this : super.setToken(token);
  }
}

/** Discord bans an address after 10,000 refused requests in ten minutes; we stop at a tenth of that. */
export class TooManyInvalidRequests extends Error {
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number) {
    super('Discord refused too many of our requests within ten minutes; none is sent until that has passed');
    this.name = 'TooManyInvalidRequests';
    this.retryAfterMs = retryAfterMs;
  }
}

/** https://docs.discord.com/developers/topics/rate-limits#header-format-rate-limit-header-examples, `X-RateLimit-Scope`. */
export interface RateLimitCounts {
  readonly user: number;
  readonly global: number;
  readonly shared: number;
}

/** Counts what Discord refuses, and lets no request go before it bans us. */
interface RequestGuard {
  /** Refused requests of the last ten minutes. */
  count(): number;
  /** Answers 429 since the start, by whose limit it was. */
  rateLimited(): RateLimitCounts;
  /** Throws TooManyInvalidRequests when there were too many. */
  check(): void;
  record(response: { readonly status: number; readonly headers: { get(name: string): string | null } }): void;
}

const most = limits.invalidRequests / 10;

/** Counts what Discord counts: 401, 403, and 429 but for those of a shared limit. */
export function createRequestGuard(nowMs: () => number = () => performance.now()): RequestGuard {
  let refusedAt: number[] = [];
  const limited = { user: 0, global: 0, shared: 0 };
  const recent = () => {
    const since = nowMs() - limits.invalidRequestsWindowMs;
    refusedAt = refusedAt.filter((at) => at > since);
    return refusedAt;
  };
  return {
    count: () => recent().length,
    rateLimited: () => ({ ...limited }),
    check() {
      const refused = recent();
      if (refused.length < most) return;
      const freeAt = (refused[refused.length - most] ?? 0) + limits.invalidRequestsWindowMs;
      throw new TooManyInvalidRequests(Math.ceil(freeAt - nowMs()));
    },
    record({ status, headers }) {
      const scope = headers.get('x-ratelimit-scope');
      if (status === 429) limited[scope === 'global' || scope === 'shared' ? scope : 'user'] += 1;
      if (status === 401 || status === 403 || (status === 429 && scope !== 'shared')) refusedAt.push(nowMs());
    },
  };
}
