import type { Config } from '../../config/config.ts';
import { readSecret } from '../../config/environment.ts';
import { createDocumentPool } from '../../ingest/document-parser.ts';
import { type Clock, systemClock } from '../../runtime/clock.ts';
import { createHttp } from '../../runtime/http.ts';
import { createRobots } from '../../runtime/robots.ts';
import { httpSettings, userAgent } from '../../services/http-settings.ts';
import { checkDatabase } from './check-database.ts';
import { checkClock, checkDataDirectory, checkPort, checkZoneData } from './check-machine.ts';
import { checkFeeds, checkModel } from './check-network.ts';
import { checkDiscord, checkSlack } from './check-platforms.ts';
import { checkEnvironment, readSettings } from './check-settings.ts';
import { type Check, type Finding, failure, type NamedFinding, skipped } from './finding.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface DiagnoseOptions {
  readonly offline?: boolean;
  readonly timeoutMs?: number;
  readonly clock?: Clock;
  /** Other addresses than the platforms', and hosts of this machine that may be asked, for tests. */
  readonly slackApiUrl?: string;
  readonly discordApi?: string;
  readonly allowPrivateHosts?: readonly string[];
}

/** Checks everything that a service needs, each with a timeout. Read-only, except that it creates a missing data directory. */
export async function diagnose(env: Env, options: DiagnoseOptions = {}): Promise<readonly NamedFinding[]> {
  const { offline = false, timeoutMs, allowPrivateHosts = [] } = options;
  const { findings, config } = readSettings(env);
  const http = createHttp(httpSettings(config, allowPrivateHosts));
  const checks: readonly Check[] = [
    { name: 'configuration', remedy: 'correct kurzwelle.yaml', run: () => findings },
    { name: 'environment', remedy: 'correct .env', run: () => checkEnvironment(env) },
    ...ofThisMachine(config, env),
    ...overTheNetwork(config, env, { ...options, http }),
  ];
  try {
    return await runChecks(checks, { offline, ...(timeoutMs !== undefined && { timeoutMs }) });
  } finally {
    await http.stop();
  }
}

function ofThisMachine({ dataDir, server }: Config, env: Env): readonly Check[] {
  const isOnServer = (env.DATABASE_URL ?? env.DATABASE_URL_FILE) !== undefined;
  return [
    { name: 'time zones', remedy: 'update Node', run: () => checkZoneData() },
    { name: 'data directory', remedy: 'choose another dataDir', run: () => checkDataDirectory(dataDir) },
    {
      name: 'database',
      // A look at every page of a large archive on a slow disk.
      timeoutMs: 60_000,
      remedy: isOnServer
        ? 'check DATABASE_URL, and that the server is running and accepts this user'
        : 'stop the service, keep a copy of the data directory, and see docs/backup.md',
      run: (signal) => checkDatabase({ dataDir, url: readSecret('DATABASE_URL', env) }, signal),
    },
    { name: 'server', remedy: 'choose another server.port', run: () => checkPort(server, dataDir) },
  ];
}

type Network = DiagnoseOptions & { readonly http: ReturnType<typeof createHttp> };

function overTheNetwork(config: Config, env: Env, network: Network): readonly Check[] {
  const { http, clock = systemClock, slackApiUrl, discordApi } = network;
  const { feeds, chat, model } = config;
  const robots = createRobots({ http, userAgent: userAgent(config), clock });
  const [first] = feeds.list;
  const remedy = "check this machine's network, and try again";
  const secret = (name: string): string | undefined => readSecret(name, env);
  return [
    {
      name: 'clock',
      needsNetwork: true,
      remedy,
      run: async (signal) => (first ? checkClock(new URL('/robots.txt', first.url).href, { http, clock, signal }) : []),
    },
    {
      name: 'feeds',
      needsNetwork: true,
      // One at a time of each host.
      timeoutMs: 60_000,
      remedy,
      run: async (signal) => {
        const documents = createDocumentPool();
        return checkFeeds(feeds.list, { http, robots, documents, signal }).finally(() => documents.stop());
      },
    },
    {
      name: 'slack',
      needsNetwork: true,
      remedy,
      run: () =>
        checkSlack({
          botToken: secret('SLACK_BOT_TOKEN'),
          appToken: secret('SLACK_APP_TOKEN'),
          clientId: secret('SLACK_CLIENT_ID'),
          features: chat.slack,
          slackApiUrl: slackApiUrl ?? chat.slack.apiUrl,
        }),
    },
    {
      name: 'discord',
      needsNetwork: true,
      remedy,
      run: () =>
        checkDiscord({
          token: secret('DISCORD_TOKEN'),
          reads: chat.discord.reads,
          api: discordApi ?? chat.discord.apiUrl,
        }),
    },
    {
      name: 'model',
      needsNetwork: model.provider !== 'none',
      // Twenty questions, and a model on a small machine takes its time for the first one.
      timeoutMs: 240_000,
      remedy: 'check that the model runs at model.url; see docs/models.md',
      run: (signal) => checkModel(model, secret('KURZWELLE_MODEL_KEY'), signal),
    },
  ];
}

const usualTimeoutMs = 20_000;

export interface RunOptions {
  readonly offline: boolean;
  /** Of each check; its own where it names one. */
  readonly timeoutMs?: number;
}

/** Runs all checks side by side, each within its time; the findings come in the order of the checks. */
async function runChecks(checks: readonly Check[], options: RunOptions): Promise<readonly NamedFinding[]> {
  const found = await Promise.all(checks.map((check) => runCheck(check, options)));
  return found.flatMap((findings, index) =>
    findings.map((finding) => ({ check: checks[index]?.name ?? '', ...finding })),
  );
}

async function runCheck(check: Check, { offline, timeoutMs }: RunOptions): Promise<readonly Finding[]> {
  if (offline && check.needsNetwork) return [skipped('skipped: --offline')];
  const limitMs = timeoutMs ?? check.timeoutMs ?? usualTimeoutMs;
  const stop = new AbortController();
  const late = Promise.withResolvers<readonly Finding[]>();
  const timer = setTimeout(() => {
    stop.abort();
    late.resolve([failure(`no result within ${limitMs / 1_000} s`, check.remedy)]);
  }, limitMs);
  try {
    return await Promise.race([(async () => check.run(stop.signal))(), late.promise]);
  } catch (error) {
    return [failure(error instanceof Error ? error.message : String(error), check.remedy)];
  } finally {
    clearTimeout(timer);
  }
}
