import { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../../runtime/log.ts';
import type { Tokens } from './installation.ts';
import { createSlackLog } from './slack-log.ts';

/** New tokens for a refresh token, which is used up by that. https://docs.slack.dev/authentication/using-token-rotation */
export type TokenExchange = (refreshToken: string) => Promise<Required<Tokens> & { readonly expiresInSeconds: number }>;

/** The app as Slack knows it. */
export interface AppCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

const answer = z.object({ access_token: z.string(), refresh_token: z.string(), expires_in: z.number() });

/** Asks Slack once; who needs the token next asks again. */
export function createTokenExchange(
  { clientId, clientSecret }: AppCredentials,
  { slackApiUrl, log }: { readonly slackApiUrl?: string | undefined; readonly log: Log },
): TokenExchange {
  const client = new webApi.WebClient(undefined, {
    ...(slackApiUrl !== undefined && { slackApiUrl }),
    timeout: 15_000,
    retryConfig: { retries: 0 },
    logger: createSlackLog(log),
  });
  return async (refreshToken) => {
    const { access_token, refresh_token, expires_in } = answer.parse(
      await client.oauth.v2.access({
        client_id: clientId,
        client_secret: clientSecret,
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
      }),
    );
    return { token: access_token, refreshToken: refresh_token, expiresInSeconds: expires_in };
  };
}
