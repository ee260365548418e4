import { webApi } from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';
import { slackCode, toChatError } from './slack-errors.ts';
import { createSlackLog } from './slack-log.ts';

export interface SlackIdentity {
  readonly workspaceId: string;
  readonly botId: string;
  readonly botUserId: string;
  /** Scopes granted to the token. */
  readonly scopes: readonly string[];
}

/** The Web API with one workspace's token. Every call throws ChatError; none is repeated in silence, for a repeated post is a double. */
export interface SlackApi {
  readonly client: webApi.WebClient;
  /** Who we are there; asked once. */
  identity(): Promise<SlackIdentity>;
  call<T>(work: (client: webApi.WebClient) => Promise<T>): Promise<T>;
}

export interface SlackApiOptions {
  readonly botToken: string;
  readonly slackApiUrl?: string | undefined;
  readonly timeoutMs?: number;
  readonly log: Log;
}

export function createSlackApi({ botToken, slackApiUrl, timeoutMs = 15_000, log }: SlackApiOptions): SlackApi {
  const client = new webApi.WebClient(botToken, {
    ...(slackApiUrl !== undefined && { slackApiUrl }),
    timeout: timeoutMs,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    logger: createSlackLog(log),
  });
  let known: Promise<SlackIdentity> | undefined;
  const call: SlackApi['call'] = async (work) => {
    try {
      return await work(client);
    } catch (error) {
      log.debug({ slackError: slackCode(error) }, 'Slack refused a call');
      throw toChatError(error);
    }
  };
  return {
    client,
    call,
    identity() {
      known ??= call((api) => api.auth.test()).then(toIdentity);
      known.catch(() => {
        known = undefined;
      });
      return known;
    },
  };
}

function toIdentity({
  team_id = '',
  bot_id = '',
  user_id = '',
  response_metadata,
}: webApi.AuthTestResponse): SlackIdentity {
  return { workspaceId: team_id, botId: bot_id, botUserId: user_id, scopes: response_metadata?.scopes ?? [] };
}
