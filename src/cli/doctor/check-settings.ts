import { statSync } from 'node:fs';
import { type Config, ConfigError, loadConfig, parseConfig } from '../../config/config.ts';
import { readSecret, type VariableName, variables, wrongShape } from '../../config/environment.ts';
import { hasLogin } from '../../config/server-schema.ts';
import { isLoopback } from '../../runtime/address-ranges.ts';
import { createSealer } from '../../runtime/sealer.ts';
import { counted } from '../../wording/message.ts';
import { type Finding, failure, ok, warning } from './finding.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The findings on the settings, and the settings if they can be read. */
export interface ReadSettings {
  readonly findings: readonly Finding[];
  /** The configuration, or the defaults if it cannot be read, so that everything else is still checked. */
  readonly config: Config;
}

/** Every problem of the configuration file and of what overrides it. */
export function readSettings(env: Env): ReadSettings {
  const path = env.KURZWELLE_CONFIG ?? 'kurzwelle.yaml';
  try {
    const config = loadConfig(env);
    return {
      config,
      findings: [ok(`${feedCount(config.feeds.list.length)}, zone ${config.briefings.zone}`), ...exposure(config)],
    };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const rest = 'docs/configuration.md lists every setting. The checks below use the defaults';
    const findings = error.problems.map((problem) =>
      failure(problem, `correct ${problem.includes('in the environment') ? 'the environment or .env' : path}; ${rest}`),
    );
    return { config: parseConfig('', path), findings };
  }
}

function exposure({ server }: Config): readonly Finding[] {
  if (isLoopback(server.host) || hasLogin(server) || server.page === false) return [];
  const text = `the built-in server listens on ${server.host}: anyone who can open its page can change every subscription`;
  return [warning(text, 'set server.host to 127.0.0.1, or set up a login under server.auth; see docs/proxy.md')];
}

/** Which secrets there are, whether they look right and fit together, and variables of ours that there are not. */
export function checkEnvironment(env: Env, envFile = '.env'): readonly Finding[] {
  const secrets = new Map<VariableName, string>();
  const findings: Finding[] = [];
  for (const { name, isSecret } of variables) {
    if (!isSecret) continue;
    try {
      const value = readSecret(name, env);
      if (value !== undefined) secrets.set(name, value);
    } catch (error) {
      findings.push(failure(problemOf(error), `make the file named by ${name}_FILE readable, or set ${name}`));
    }
  }
  findings.push(
    ...[...secrets].flatMap(([name, value]) => shapeOf(name, value)),
    ...conflicts(new Set(secrets.keys())),
  );
  findings.push(...unknownNames(env), ...openToOthers(envFile));
  const names = [...secrets.keys()];
  return findings.length > 0
    ? findings
    : [ok(names.length > 0 ? `set: ${names.join(', ')}` : 'no secrets set; only the local page runs')];
}

function problemOf(error: unknown): string {
  return error instanceof ConfigError ? error.problems.join('; ') : String(error);
}

function shapeOf(name: VariableName, value: string): readonly Finding[] {
  const wrong = wrongShape(name, value);
  if (wrong) return [failure(wrong, 'copy it again; docs/slack.md and docs/discord.md say where to find it')];
  if (name !== 'KURZWELLE_TOKEN_KEY') return [];
  try {
    createSealer(value);
    return [];
  } catch (error) {
    return [failure(`${name}: ${(error as Error).message}`, 'create one with: openssl rand -base64 32')];
  }
}

/** Secrets that need another, or exclude it. */
function conflicts(set: ReadonlySet<VariableName>): readonly Finding[] {
  const findings: Finding[] = [];
  const needs = (name: VariableName, others: readonly VariableName[]) => {
    if (!set.has(name) || others.some((other) => set.has(other))) return;
    findings.push(
      failure(
        `${name} is set without ${others.join(' or ')}`,
        `set ${others.join(' or ')}; docs/slack.md says where to find it`,
      ),
    );
  };
  needs('SLACK_BOT_TOKEN', ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET']);
  needs('SLACK_APP_TOKEN', ['SLACK_BOT_TOKEN', 'SLACK_CLIENT_ID']);
  needs('SLACK_CLIENT_ID', ['SLACK_CLIENT_SECRET']);
  needs('SLACK_CLIENT_SECRET', ['SLACK_CLIENT_ID']);
  needs('SLACK_CLIENT_ID', ['KURZWELLE_TOKEN_KEY']);
  if (set.has('SLACK_BOT_TOKEN') && set.has('SLACK_CLIENT_ID'))
    findings.push(
      failure(
        'SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set',
        'keep SLACK_BOT_TOKEN for one workspace, SLACK_CLIENT_ID for several',
      ),
    );
  return findings;
}

function unknownNames(env: Env): readonly Finding[] {
  const known = new Set<string>(
    variables.flatMap(({ name, isSecret }) => (isSecret ? [name, `${name}_FILE`] : [name])),
  );
  return Object.keys(env)
    .filter((name) => name.startsWith('KURZWELLE_') && !known.has(name))
    .map((name) =>
      warning(
        `${name} is set, but unknown`,
        `use one of ${[...known].filter((one) => one.startsWith('KURZWELLE_')).join(', ')}`,
      ),
    );
}

function openToOthers(path: string): readonly Finding[] {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
  // Windows has no such modes, and reports 666 for every file.
  if ((mode & 0o077) === 0 || process.platform === 'win32') return [];
  return [warning(`other users of this machine can read ${path}`, `chmod 600 ${path}`)];
}

const feedCount = counted('{count, plural, one {# feed} other {# feeds}}');
