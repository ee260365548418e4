import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  type CallbackOptions,
  InstallProvider,
  type Installation as SlackInstallation,
  type StateStore,
} from '@slack/oauth';
import { z } from 'zod';
import type { Log } from '../../runtime/log.ts';
import type { AppCredentials, Installation, InstallationRecords } from './installations.ts';
import { addressOf, paths } from './manifest.ts';
import { createSlackLog } from './slack-api.ts';

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
  /** With its slash. */
  readonly slashCommand: string;
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
      send(response, 200, installPage.done(nameOf(installation as SlackInstallation), options.slashCommand)),
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

/** How long somebody may take to install the app. */
const lifetime = { minutes: 10 };

const stateContent = z.object({ nonce: z.string(), expiresAt: z.string() });

/** Why an attempt to install the app is not believed. */
class StateError extends Error {
  /** @slack/oauth decides on it. */
  readonly code = 'slack_oauth_invalid_state';

  constructor(message: string) {
    super(message);
    this.name = 'StateError';
  }
}

interface InstallStateOptions {
  readonly secret: Buffer;
  readonly records: Pick<InstallationRecords, 'useState'>;
  readonly installOptions: Parameters<StateStore['generateStateParam']>[0];
}

/**
 * What goes to Slack and comes back when somebody installs the app: signed by us, good for ten minutes and once. @slack/oauth compares it
 * with the browser's cookie too. Nothing is kept for an attempt that is never finished.
 */
export function createInstallState({ secret, records, installOptions }: InstallStateOptions): StateStore {
  const sign = (content: string) => createHmac('sha256', secret).update(content).digest();
  return {
    async generateStateParam(_options, date) {
      const expiresAt = date.toTemporalInstant().add(lifetime).toString();
      const content = Buffer.from(JSON.stringify({ nonce: randomUUID(), expiresAt })).toString('base64url');
      return `${content}.${sign(content).toString('base64url')}`;
    },

    async verifyStateParam(date, state) {
      const [content = '', signature = ''] = state.split('.');
      const given = Buffer.from(signature, 'base64url');
      const expected = sign(content);
      if (given.length !== expected.length || !timingSafeEqual(given, expected))
        throw new StateError('The state is not signed by us');
      const { nonce, expiresAt } = stateContent.parse(JSON.parse(Buffer.from(content, 'base64url').toString()));
      const now = date.toTemporalInstant().toString();
      if (Temporal.Instant.compare(now, expiresAt) >= 0) throw new StateError('The state has expired');
      if (!(await records.useState(nonce, { now, expiresAt }))) throw new StateError('The state was used before');
      return installOptions;
    },
  };
}

/** What people read who install the app in their workspace, as small pages of HTML. */
const installPage = {
  start: (url: string) =>
    htmlPage('Add Kurzwelle to Slack', [
      'Short, cited news briefings from Deutsche Welle in your channels.',
      `<a href="${escapeHtml(url)}">Add to Slack</a>`,
    ]),
  done: (workspace: string, slashCommand: string) =>
    htmlPage('Kurzwelle is installed', [
      `It is in ${escapeHtml(workspace)} now. In Slack, type <code>${escapeHtml(slashCommand)} help</code>, or write to Kurzwelle directly.`,
    ]),
  failed: (code: string) =>
    htmlPage('Kurzwelle was not installed', [
      escapeHtml(reasons[code] ?? 'Slack did not complete it; the log of the service has the reason.'),
      '<a href="install">Try again</a>',
    ]),
} as const;

/** By the code of @slack/oauth. */
const reasons: Readonly<Record<string, string>> = {
  slack_oauth_invalid_state: 'The link was used before, is older than ten minutes, or was opened in another browser.',
  slack_oauth_missing_state: 'Begin at the installation page, not with the address to which Slack returns.',
  slack_oauth_missing_code: 'Slack sent no code with you.',
  slack_oauth_authorization_error: 'You canceled it at Slack.',
};

function htmlPage(title: string, paragraphs: readonly string[]): string {
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>body { font: 1.1rem/1.5 system-ui; max-width: 34rem; margin: 4rem auto; padding: 0 1rem; color-scheme: light dark }</style>
<h1>${title}</h1>
${body}
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** The installation pages for an app that uses Socket Mode, where Bolt serves no page on an address of our choice. */
export function createInstallServer(
  pages: readonly InstallPage[],
  { host, port }: { readonly host: string; readonly port: number },
): { start(): Promise<void>; stop(): Promise<void> } {
  const server = createServer((request, response) => {
    const path = URL.parse(request.url ?? '', 'http://localhost')?.pathname;
    const page = request.method === 'GET' ? pages.find((each) => each.path === path) : undefined;
    if (page) page.handler(request, response);
    else response.writeHead(404).end();
  });
  return {
    async start() {
      const listening = Promise.withResolvers<void>();
      server.once('error', listening.reject).listen(port, host, listening.resolve);
      await listening.promise;
    },
    async stop() {
      if (!server.listening) return;
      server.closeIdleConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
