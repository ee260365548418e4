import { ChatError } from '../../chat/chat.ts';
import type { SlackFeatures } from '../../chat/slack/manifest.ts';
import { silentLog } from '../../runtime/log.ts';
import { type Finding, failure, ok, skipped, warning } from './finding.ts';

export interface SlackCheckOptions {
  readonly botToken: string | undefined;
  readonly appToken: string | undefined;
  /** Of an app for many workspaces. */
  readonly clientId: string | undefined;
  readonly features: SlackFeatures;
  /** Another Slack than Slack, for tests. */
  readonly slackApiUrl?: string | undefined;
}

/** Whether Slack takes the tokens, and grants the scopes that what is switched on needs. Slack's code is loaded only then. */
export async function checkSlack(options: SlackCheckOptions): Promise<readonly Finding[]> {
  const { botToken, appToken, clientId } = options;
  if (!botToken && !appToken && !clientId) return [skipped('not configured')];
  const findings = await Promise.all([
    botToken ? checkBotToken(botToken, options) : [],
    appToken ? checkAppToken(appToken, options) : [],
  ]);
  if (clientId) findings.push([skipped('many workspaces: their tokens are looked at when the service starts')]);
  return findings.flat();
}

async function checkBotToken(token: string, { features, slackApiUrl }: SlackCheckOptions): Promise<readonly Finding[]> {
  const [api, { scopesMissing }] = await Promise.all([
    apiOf(token, slackApiUrl),
    import('../../chat/slack/manifest.ts'),
  ]);
  try {
    const { workspaceId, scopes } = await api.identity();
    const known = ok(`Slack takes SLACK_BOT_TOKEN, workspace ${workspaceId}`);
    // Where Slack names no scopes there is nothing to compare with.
    const missing = scopes.length === 0 ? {} : scopesMissing(scopes, features);
    const remedy = "paste what kurzwelle manifest prints into the app's manifest, and install the app again";
    return [
      known,
      ...Object.entries(missing).map(([scope, what]) => failure(`the scope ${scope} is missing: ${what}`, remedy)),
    ];
  } catch (error) {
    return [
      refusal('SLACK_BOT_TOKEN', error, 'copy it anew from OAuth & Permissions; install the app where it was removed'),
    ];
  }
}

async function checkAppToken(token: string, { slackApiUrl }: SlackCheckOptions): Promise<readonly Finding[]> {
  const api = await apiOf(token, slackApiUrl);
  try {
    await api.call((client) => client.apps.connections.open({}));
    return [ok('Slack takes SLACK_APP_TOKEN; Socket Mode is on')];
  } catch (error) {
    return [
      refusal(
        'SLACK_APP_TOKEN',
        error,
        'make one with the scope connections:write under Basic Information, and switch on Socket Mode',
      ),
    ];
  }
}

async function apiOf(token: string, slackApiUrl: string | undefined) {
  const [{ createSlackApi }, { noFigures }] = await Promise.all([
    import('../../chat/slack/slack-api.ts'),
    import('../../chat/slack/slack-api.ts'),
  ]);
  return createSlackApi({ token: async () => token, slackApiUrl, figures: noFigures, log: silentLog });
}

function refusal(name: string, error: unknown, remedy: string): Finding {
  if (!(error instanceof ChatError)) throw error;
  const { kind, message } = error;
  if (kind === 'retryable' || kind === 'ambiguous')
    return warning(
      `${name} could not be tried: ${message}`,
      'check the network of this machine, and https://slack-status.com',
    );
  return failure(`${name}: ${message}`, remedy);
}
