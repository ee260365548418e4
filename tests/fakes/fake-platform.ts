import type { Rate } from '../../src/chat/chat.ts';

export interface PlatformRequest {
  readonly workspaceId: string;
  readonly channelId: string;
  readonly deliveryId: string;
}

export type PlatformAnswer =
  | { readonly kind: 'posted'; readonly messageId: string }
  | { readonly kind: 'limited'; readonly retryAfterMs: number; readonly scope: 'platform' | 'channel' }
  | { readonly kind: 'broken' }
  /** It was posted, and nobody is told. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'refused'; readonly why: 'lost-channel' | 'lost-workspace' | 'missing-permission' | 'rejected' };

export interface FakePlatformOptions {
  /** Over all requests, in any second. */
  readonly globalRate?: Rate;
  readonly channelRate?: Rate;
  /** Discord's enforce_nonce: the same delivery posted again so soon gives the first post. Slack has nothing of the kind. */
  readonly nonceMs?: number;
  /** How often, from 0 to 1, it limits a route without reason, breaks before posting, or falls silent after posting. */
  readonly faults?: { readonly limited?: number; readonly broken?: number; readonly silent?: number };
  readonly random: () => number;
  readonly nowMs: () => number;
}

/** What a platform saw: the posts that stand in each channel, in order. */
export interface SeenPost extends PlatformRequest {
  readonly messageId: string;
  readonly atMs: number;
}

export interface FakePlatform {
  post(request: PlatformRequest): PlatformAnswer;
  /** A look into a channel's history. */
  find(channelId: string, deliveryId: string): string | undefined;
  /** What a channel or workspace answers from now on, until told otherwise with undefined. */
  refuse(id: string, why: Extract<PlatformAnswer, { kind: 'refused' }>['why'] | undefined): void;
  readonly seen: readonly SeenPost[];
  /** When each request was let through the limits, whatever became of it then. */
  readonly admittedMs: readonly number[];
  readonly counts: Readonly<
    Record<'requests' | 'lookups' | 'overLimit' | 'limited' | 'broken' | 'silent' | 'repeated', number>
  >;
}

/** A chat platform that enforces its limits over any stretch of time, fails as told, and remembers what people saw. */
export function createFakePlatform(options: FakePlatformOptions): FakePlatform {
  const { faults = {}, random, nowMs, nonceMs = 0 } = options;
  const seen: SeenPost[] = [];
  const admittedMs: number[] = [];
  const byDelivery = new Map<string, SeenPost>();
  const refusals = new Map<string, Extract<PlatformAnswer, { kind: 'refused' }>['why']>();
  const counts = { requests: 0, lookups: 0, overLimit: 0, limited: 0, broken: 0, silent: 0, repeated: 0 };
  const global = createEnforcer(options.globalRate);
  const channels = new Map<string, Enforcer>();

  function limitOf(channelId: string): PlatformAnswer | undefined {
    const channel = channels.get(channelId) ?? createEnforcer(options.channelRate);
    channels.set(channelId, channel);
    for (const [scope, enforcer] of [['platform', global] as const, ['channel', channel] as const]) {
      const retryAfterMs = enforcer.overBy(nowMs());
      if (retryAfterMs > 0) {
        counts.overLimit++;
        return { kind: 'limited', retryAfterMs, scope };
      }
    }
    admittedMs.push(nowMs());
    global.count(nowMs());
    channel.count(nowMs());
    return undefined;
  }

  function standingPost({ channelId, deliveryId }: PlatformRequest): SeenPost | undefined {
    const known = byDelivery.get(`${channelId} ${deliveryId}`);
    return known && nowMs() - known.atMs < nonceMs ? known : undefined;
  }

  function record(request: PlatformRequest): SeenPost {
    const post = { ...request, messageId: `m${seen.length + 1}`, atMs: nowMs() };
    seen.push(post);
    byDelivery.set(`${request.channelId} ${request.deliveryId}`, post);
    return post;
  }

  return {
    seen,
    admittedMs,
    counts,
    post(request) {
      counts.requests++;
      const limited = limitOf(request.channelId);
      if (limited) return limited;
      const why = refusals.get(request.channelId) ?? refusals.get(request.workspaceId);
      if (why) return { kind: 'refused', why };
      if (random() < (faults.limited ?? 0)) {
        counts.limited++;
        return { kind: 'limited', retryAfterMs: 300 + Math.round(random() * 1_500), scope: 'channel' };
      }
      if (random() < (faults.broken ?? 0)) {
        counts.broken++;
        return { kind: 'broken' };
      }
      const standing = standingPost(request);
      if (standing) counts.repeated++;
      const { messageId } = standing ?? record(request);
      if (random() >= (faults.silent ?? 0)) return { kind: 'posted', messageId };
      counts.silent++;
      return { kind: 'silent' };
    },
    find(channelId, deliveryId) {
      counts.lookups++;
      return byDelivery.get(`${channelId} ${deliveryId}`)?.messageId;
    },
    refuse(id, why) {
      if (why) refusals.set(id, why);
      else refusals.delete(id);
    },
  };
}

interface Enforcer {
  /** How long until one more is allowed; 0 when it is now. */
  overBy(nowMs: number): number;
  count(nowMs: number): void;
}

/** Counts over a sliding window, the strictest reading of "so many in so much time". */
function createEnforcer(rate: Rate | undefined): Enforcer {
  const counted: number[] = [];
  return {
    overBy(nowMs) {
      if (!rate) return 0;
      while (counted[0] !== undefined && counted[0] <= nowMs - rate.perMs) counted.shift();
      const oldest = counted[0];
      return counted.length < rate.messages || oldest === undefined ? 0 : oldest + rate.perMs - nowMs;
    },
    count(nowMs) {
      if (rate) counted.push(nowMs);
    },
  };
}
