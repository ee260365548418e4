import { type Logger, LogLevel, webApi } from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';
import { limits } from './limits.ts';
import { askedToWait, outcomeOf, slackCode, toChatError } from './slack-errors.ts';

/** Whose a token is. */
export interface SlackIdentity {
  /** The organization's id where the token is one of a whole organization. */
  readonly workspaceId: string;
  readonly enterpriseId?: string;
  readonly isOrganization: boolean;
  readonly botId: string;
  readonly botUserId: string;
  /** Scopes granted to the token; empty where Slack does not say. */
  readonly scopes: readonly string[];
}

/** The Web API with one workspace's token. Every call throws ChatError; none is repeated in silence, for a repeated post is a double. */
export interface SlackApi {
  /** Who we are there. */
  identity(): Promise<SlackIdentity>;
  call<T>(work: (client: webApi.WebClient) => Promise<T>): Promise<T>;
}

/** How every call to Slack is made. */
export interface CallOptions {
  readonly slackApiUrl?: string | undefined;
  readonly timeoutMs?: number;
  readonly figures: SlackFigures;
  readonly log: Log;
}

export interface SlackApiOptions extends CallOptions {
  /** Asked for each call: tokens are exchanged, revoked and come back. */
  readonly token: () => Promise<string>;
  /** Where it is known without asking Slack. */
  readonly identify?: () => Promise<SlackIdentity>;
}

/** A new client is made when the token has changed. */
export function createSlackApi({ token, identify, ...options }: SlackApiOptions): SlackApi {
  let newest: { readonly token: string; readonly client: webApi.WebClient } | undefined;
  let known: Promise<SlackIdentity> | undefined;
  const pace = createMethodPace();

  const call: SlackApi['call'] = async (work) => {
    const current = await token();
    if (newest?.token !== current) newest = { token: current, client: new PacedClient(current, pace, options) };
    try {
      return await work(newest.client);
    } catch (error) {
      options.log.debug({ slackError: slackCode(error) }, 'Slack refused a call');
      throw toChatError(error);
    }
  };
  return {
    call,
    identity() {
      if (identify) return identify();
      known ??= call((api) => api.auth.test()).then(toIdentity);
      known.catch(() => {
        known = undefined;
      });
      return known;
    },
  };
}

/** Slack's client, with each call counted and paced under its method. */
class PacedClient extends webApi.WebClient {
  readonly #figures: SlackFigures;
  readonly #pace: MethodPace;

  constructor(token: string, pace: MethodPace, { slackApiUrl, timeoutMs = 15_000, figures, log }: CallOptions) {
    super(token, {
      ...(slackApiUrl !== undefined && { slackApiUrl }),
      timeout: timeoutMs,
      rejectRateLimitedCalls: true,
      retryConfig: { retries: 0 },
      logger: createSlackLog(log),
    });
    this.#figures = figures;
    this.#pace = pace;
  }

  override async apiCall(method: string, options?: Record<string, unknown>): Promise<webApi.WebAPICallResult> {
    try {
      this.#pace.take(method);
      const result = await super.apiCall(method, options);
      this.#figures.countCall(method, 'ok');
      return result;
    } catch (error) {
      if (error instanceof webApi.WebAPIRateLimitedError) this.#pace.close(method, error.retryAfter * 1_000);
      this.#figures.countCall(method, outcomeOf(error));
      throw error;
    }
  }
}

function toIdentity(answer: webApi.AuthTestResponse): SlackIdentity {
  const { team_id = '', enterprise_id, is_enterprise_install, bot_id = '', user_id = '', response_metadata } = answer;
  return {
    workspaceId: team_id,
    ...(enterprise_id && { enterpriseId: enterprise_id }),
    isOrganization: is_enterprise_install === true,
    botId: bot_id,
    botUserId: user_id,
    scopes: response_metadata?.scopes ?? [],
  };
}

/** Keeps to how often one workspace lets us call each method. */
export interface MethodPace {
  /** Counts a call; throws a retryable ChatError, without asking Slack, where it would be refused. */
  take(method: string): void;
  /** Slack refuses the method for this long. */
  close(method: string, milliseconds: number): void;
}

const minuteMs = 60_000;

/**
 * Slack counts by method and workspace, and answers 429 with the time to wait; until then we do not ask again. What comes in bulk
 * keeps to its tier beforehand; what a person waits for is tried, for Slack lets bursts pass.
 */
export function createMethodPace(nowMs: () => number = () => performance.now()): MethodPace {
  const openAt = new Map<string, number>();
  const called = new Map<string, readonly number[]>();

  return {
    take(method) {
      const now = nowMs();
      const recent = (called.get(method) ?? []).filter((at) => at > now - minuteMs);
      const waitMs = Math.max((openAt.get(method) ?? 0) - now, waitForTier(method, recent, now));
      if (waitMs > 0) throw askedToWait(waitMs);
      if (Object.hasOwn(limits.perMinute, method)) called.set(method, [...recent, now]);
    },
    close(method, milliseconds) {
      openAt.set(method, nowMs() + milliseconds);
    },
  };
}

function waitForTier(method: string, recent: readonly number[], now: number): number {
  const { [method]: most }: Readonly<Record<string, number>> = limits.perMinute;
  if (most === undefined || recent.length < most) return 0;
  return (recent[recent.length - most] ?? now) + minuteMs - now;
}

/** What is counted of Slack; the metrics of the service implement it. */
export interface SlackFigures {
  /** A call of the Web API, by its method and `ok` or Slack's error code. */
  countCall(method: string, outcome: string): void;
  /** Something that came from Slack, by its kind, such as `slash_commands`. */
  countArrival(kind: string): void;
  /** How long Slack waited for an acknowledgement. */
  recordAcknowledgement(milliseconds: number): void;
  /** What people think of an answer. */
  countFeedback(verdict: 'helpful' | 'not-helpful'): void;
  /** Requests that are not believed or not served, by why. */
  countRefusal(reason: string): void;
}

/** Counts nothing. */
export const noFigures: SlackFigures = {
  countCall() {},
  countArrival() {},
  recordAcknowledgement() {},
  countRefusal() {},
  countFeedback() {},
};

/** Bolt's log as ours. Its debug lines hold tokens of sockets and whole payloads, so they are left out. */
export function createSlackLog(log: Log): Logger {
  const text = (parts: readonly unknown[]) => parts.map(String).join(' ');
  return {
    debug() {},
    info: (...parts) => log.debug({ from: 'bolt' }, text(parts)),
    warn: (...parts) => log.warn({ from: 'bolt' }, text(parts)),
    error: (...parts) => log.error({ from: 'bolt' }, text(parts)),
    setLevel() {},
    getLevel: () => LogLevel.INFO,
    setName() {},
  };
}
