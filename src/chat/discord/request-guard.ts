import { limits } from './limits.ts';

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
export interface RequestGuard {
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
