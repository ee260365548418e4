import { DefaultRestOptions, REST, type RESTOptions } from 'discord.js';
import type { RequestGuard } from './request-guard.ts';

/** Discord's HTTP interface: discord.js keeps its rate limits. */
export type DiscordRest = Pick<REST, 'get' | 'post' | 'put' | 'patch' | 'delete'>;

/** Waits that are longer go back to the outbox, which knows what else it can do meanwhile. */
const longestWaitMs = 5_000;

/** Where requests to Discord go, and who lets them pass. */
export interface RestSettings {
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
      const response = await DefaultRestOptions.makeRequest(url, init);
      guard.record(response);
      return response;
    },
  };
}

/** HTTP alone, without a gateway: enough to register commands. `sharing`: another that draws on the same global limit. */
export function createDiscordRest({
  token,
  sharing,
  ...settings
}: RestSettings & { readonly token: string; readonly sharing?: REST }): REST {
  return new SteadyRest(restOptions(settings), sharing).setToken(token);
}

/** discord.js forgets the token after one answer 401, and asks nothing more until it is started anew. */
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
