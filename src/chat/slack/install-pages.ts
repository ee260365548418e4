import type { IncomingMessage, ServerResponse } from 'node:http';
import { type CallbackOptions, InstallProvider, type Installation as SlackInstallation } from '@slack/oauth';
import type { Log } from '../../runtime/log.ts';
import { addressOf, paths } from './addresses.ts';
import { installPage } from './install-page-text.ts';
import { createInstallState } from './install-state.ts';
import type { Installation, InstallationRecords } from './installation.ts';
import { createSlackLog } from './slack-log.ts';
import type { AppCredentials } from './token-exchange.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A page by its path, as Bolt's receivers and our own little server take it. */
export interface InstallPage {
  readonly path: string;
  readonly method: 'GET';
  readonly handler: Handler;
}

export interface InstallPagesOptions extends AppCredentials {
  /** Where Slack and people reach us; without it Slack takes the first address of the app's settings. */
  readonly publicUrl?: string | undefined;
  readonly scopes: readonly string[];
  readonly stateSecret: Buffer;
  readonly records: InstallationRecords;
  readonly onInstalled: (installation: Installation) => Promise<void>;
  readonly slackApiUrl?: string | undefined;
  /** Another page than Slack's, for tests. */
  readonly authorizationUrl?: string | undefined;
  readonly log: Log;
}

/** The pages by which a workspace, or a whole Enterprise organization, installs the app. https://docs.slack.dev/authentication/installing-with-oauth */
export function createInstallPages(options: InstallPagesOptions): readonly InstallPage[] {
  const { authorizationUrl, clientId, clientSecret, log, onInstalled, publicUrl, records, slackApiUrl, stateSecret } =
    options;
  const redirectUri = publicUrl === undefined ? undefined : addressOf(paths.redirect, publicUrl);
  const installOptions = { scopes: [...options.scopes], ...(redirectUri !== undefined && { redirectUri }) };
  const provider = new InstallProvider({
    clientId,
    clientSecret,
    stateStore: createInstallState({ secret: stateSecret, records, installOptions }),
    installationStore: {
      storeInstallation: (installation) => onInstalled(readInstallation(installation as SlackInstallation)),
      fetchInstallation: () => Promise.reject(new Error('Tokens are looked up in the installations')),
    },
    renderHtmlForInstallPath: installPage.start,
    logger: createSlackLog(log),
    clientOptions: { ...(slackApiUrl !== undefined && { slackApiUrl }), retryConfig: { retries: 0 }, timeout: 15_000 },
    ...(authorizationUrl !== undefined && { authorizationUrl }),
  });
  const callback: CallbackOptions = {
    success: (installation, _options, _request, response) =>
      send(response, 200, installPage.done(nameOf(installation as SlackInstallation))),
    failure: (error, _options, _request, response) => {
      log.warn({ err: error }, 'the Slack app was not installed');
      send(response, 400, installPage.failed(error.code));
    },
  };
  return [
    page(paths.install, (request, response) => provider.handleInstallPath(request, response, {}, installOptions), log),
    page(paths.redirect, (request, response) => provider.handleCallback(request, response, callback), log),
  ];
}

/** Nobody waits for what a page does. */
function page(path: string, serve: (...args: Parameters<Handler>) => Promise<void>, log: Log): InstallPage {
  const handler: Handler = (request, response) =>
    void serve(request, response).catch((err: unknown) => {
      log.error({ err, path }, 'an installation page failed');
      if (!response.headersSent) send(response, 500, installPage.failed(''));
    });
  return { path, method: 'GET', handler };
}

/** Throws where Slack gave no bot: without the scopes of one there is nothing to do. */
function readInstallation(installed: SlackInstallation): Installation {
  const { bot, enterprise, isEnterpriseInstall, team, user } = installed;
  const id = isEnterpriseInstall ? enterprise?.id : team?.id;
  if (!bot || id === undefined) throw new Error('Slack gave no token of a bot');
  const { expiresAt, refreshToken } = bot;
  return {
    id,
    kind: isEnterpriseInstall ? 'organization' : 'workspace',
    name: nameOf(installed),
    botId: bot.id,
    botUserId: bot.userId,
    scopes: bot.scopes,
    installedBy: user.id,
    installedAt: Temporal.Now.instant().toString({ smallestUnit: 'millisecond' }),
    token: bot.token,
    ...(refreshToken !== undefined && { refreshToken }),
    ...(expiresAt !== undefined && { expiresAt: Temporal.Instant.fromEpochMilliseconds(expiresAt * 1_000).toString() }),
  };
}

function nameOf({ enterprise, team }: SlackInstallation): string {
  return team?.name ?? enterprise?.name ?? team?.id ?? enterprise?.id ?? '';
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer' });
  response.end(html);
}
