import { commands } from '../../commands/index.ts';
import { answerMessage } from '../answers/answer-message.ts';
import { type LocalServer, type LocalServerOptions, startLocalServer } from '../chat/local/server.ts';
import type { Previews } from '../chat/preview.ts';
import type { Config } from '../config/config.ts';
import { readSecret } from '../config/environment.ts';
import { hasLogin } from '../config/server-schema.ts';
import { recall } from '../ingest/recall.ts';
import { isLoopback } from '../runtime/address-ranges.ts';
import { createHttpGuard, guardedFetch } from '../runtime/http-guard.ts';
import type { Metrics } from '../runtime/metrics.ts';
import type { FeedEditor } from '../services/feed-editor.ts';
import { explainTrouble } from '../services/handlers.ts';
import { httpSettings } from '../services/http-settings.ts';
import type { Newsroom } from '../services/newsroom.ts';
import { operatorAction } from '../services/operator-actions.ts';
import { readOperatorView, watchOperatorView } from '../services/operator-view.ts';
import { UserError } from '../user-error.ts';
import { localize } from '../wording/catalog.ts';
import { en } from '../wording/en/index.ts';
import type { HealthMonitor } from './health-monitor.ts';
import type { StartedChats } from './start-chats.ts';

export interface ServerOptions {
  readonly newsroom: Newsroom;
  readonly chats: StartedChats;
  readonly healthMonitor: HealthMonitor;
  readonly metrics: Metrics;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly feeds: FeedEditor;
}

/** Health and metrics, and the local page if it is enabled, the only chat, reached from this machine alone, or has a login. */
export async function startServer({
  newsroom,
  chats,
  healthMonitor,
  metrics,
  env,
  feeds,
}: ServerOptions): Promise<LocalServer> {
  const { config, services, storage, clock, log } = newsroom;
  const { local, discord, observed } = chats;
  const { page, auth, ...address } = config.server;
  const isGuarded = hasLogin(config.server);
  const provider = openProvider(newsroom, env);
  const hasPage = page ?? (observed.length === 1 || isLoopback(address.host) || isGuarded);
  /** Unavailable during database trouble; readiness says why. */
  const readFigures = async () => ({ ...(await services.status()), stories: await storage.stories.count() });
  const options: LocalServerOptions = {
    ...(hasPage && { chat: local, commands, plainTextCommand: 'ask', ...pageExtras(newsroom, feeds) }),
    async status() {
      const readiness = await healthMonitor.readiness();
      // Queries to a database in trouble would only fail, too.
      const status = readiness.ready ? await services.status() : {};
      return { ...readiness, ...(discord && { discord: discord.state() }), ...status };
    },
    async metrics() {
      const [archive, disk, { reasons }] = await Promise.all([
        readFigures().catch(() => undefined),
        healthMonitor.disk(),
        healthMonitor.readiness(),
      ]);
      return metrics.render({ ...archive, unready: reasons, ...(disk && { disk }) });
    },
    explain(error) {
      const said = explainTrouble(error);
      return said === undefined ? undefined : localize(said, en);
    },
    onError: (err, request) => log.error({ err, ...request }, 'request failed'),
    ...(isGuarded && { login: { ...auth, openId: provider?.options, sessions: storage.pageSessions, clock } }),
    ...address,
  };
  const server = await startLocalServer(options).catch((error: unknown) => {
    throw explainListening(error, address);
  });
  log.info(
    { url: server.url, feeds: config.feeds.list.length, dataDir: config.dataDir },
    hasPage ? `Kurzwelle is running; the local page is ${server.url}` : 'Kurzwelle is running, without the local page',
  );
  return {
    ...server,
    async stop() {
      await server.stop();
      await provider?.stop();
    },
  };
}

/** The provider of `server.auth.openId`, asked through the proxy and certificates of the configuration; it may be a private host, since the operator named it. */
function openProvider({ config, log }: Newsroom, env: ServerOptions['env']) {
  const { openId } = config.server.auth;
  if (!openId) return undefined;
  const guard = createHttpGuard(httpSettings(config, [new URL(openId.issuer).host]));
  return {
    options: {
      ...openId,
      clientSecret: readSecret('KURZWELLE_OPENID_SECRET', env),
      fetch: guardedFetch(guard),
      onFailure: (err: unknown) => log.warn({ err }, 'a login at the OpenID provider failed'),
    },
    stop: () => guard.stop(),
  };
}

/** https://nodejs.org/api/errors.html#common-system-errors */
const listeningTrouble: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses this port. Stop that program, or set another server.port in kurzwelle.yaml.',
  EACCES:
    'this user may not use this port. Set a server.port above 1023 in kurzwelle.yaml; see docs/proxy.md for port 443.',
  EADDRNOTAVAIL: 'this machine does not have this address. Correct server.host in kurzwelle.yaml.',
  ENOTFOUND: 'this name has no address. Correct server.host in kurzwelle.yaml.',
};

/** Trouble with listening as a UserError that says what to do; any other error as it is. */
export function explainListening(cause: unknown, { host, port }: Pick<Config['server'], 'host' | 'port'>): unknown {
  const why = listeningTrouble[String((cause as NodeJS.ErrnoException).code)];
  return why === undefined ? cause : new UserError(`Cannot listen on ${host}, port ${port}: ${why}`, { cause });
}

/** What the local page has besides the chat: messages as Slack and Discord show them, and the operator's view. */
export function pageExtras(
  { config, storage, services, clock }: Newsroom,
  feeds?: FeedEditor,
): Required<Pick<LocalServerOptions, 'previews' | 'operator' | 'zone'>> {
  return {
    zone: config.briefings.zone,
    previews: createChatPreviews(config),
    operator: {
      view: (say) => readOperatorView({ storage, services, configured: config.feeds.list, say }),
      watch: (listener) => watchOperatorView(storage, listener),
      search: async (words, say) => answerMessage(await services.answers.search(words), say.locale),
      act: (action) => operatorAction(action, { storage, clock }),
      recall: (request) => recall(request, { storage, clock }),
      feeds,
    },
  };
}

/** Slack's and Discord's renderers for the local page; their code is loaded when somebody looks for the first time. */
function createChatPreviews({ chat }: Pick<Config, 'chat'>): Previews {
  const load = async () => {
    const [slack, discord] = await Promise.all([
      import('../chat/slack/preview.ts'),
      import('../chat/discord/preview.ts'),
    ]);
    const names = commands.map(({ name }) => name);
    return {
      slack: slack.createSlackPreview({ slashCommand: chat.slack.command, names }),
      discord: discord.createDiscordPreview(chat.discord.style),
      slackForm: slack.previewSlackForm,
      discordForm: discord.previewDiscordForm,
    };
  };
  let renderers: ReturnType<typeof load> | undefined;
  const loaded = () => {
    renderers ??= load();
    return renderers;
  };

  return {
    async ofMessage(message, options) {
      const { slack, discord } = await loaded();
      return { slack: slack(message, options), discord: discord(message, options) };
    },
    async ofForm(form, locale) {
      const { slackForm, discordForm } = await loaded();
      return { slack: slackForm(form, locale), discord: discordForm(form) };
    },
  };
}
