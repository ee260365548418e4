import { readFileSync } from 'node:fs';
import { ConfigError } from './config.ts';

/** A variable of the environment that we read. */
export interface Variable {
  readonly name: string;
  /** What it does, for operators. */
  readonly what: string;
  /** Secrets are also read from the file that `<name>_FILE` names, and are never printed. */
  readonly isSecret: boolean;
  /** How a right value looks, where that is known: to find what was pasted into the wrong place. */
  readonly shape?: { readonly pattern: RegExp; readonly words: string };
}

const secret = true;

/** All of them. `init` writes them, `doctor` looks at them, docs/configuration.md lists them; a test compares with what the code reads. */
export const variables = [
  {
    name: 'SLACK_BOT_TOKEN',
    what: 'Slack, one workspace: the bot token (OAuth & Permissions).',
    isSecret: secret,
    shape: { pattern: /^xoxb-/, words: 'begin with xoxb-' },
  },
  {
    name: 'SLACK_APP_TOKEN',
    what: 'Slack over Socket Mode: the app-level token with `connections:write` (Basic Information).',
    isSecret: secret,
    shape: { pattern: /^xapp-/, words: 'begin with xapp-' },
  },
  {
    name: 'SLACK_SIGNING_SECRET',
    what: 'Slack over HTTP: the signing secret, instead of SLACK_APP_TOKEN (Basic Information).',
    isSecret: secret,
    shape: { pattern: /^[0-9a-f]{32}$/, words: 'be 32 hexadecimal digits' },
  },
  {
    name: 'SLACK_CLIENT_ID',
    what: 'Slack, several workspaces, instead of SLACK_BOT_TOKEN (Basic Information).',
    isSecret: secret,
    shape: { pattern: /^\d+\.\d+$/, words: 'be two numbers separated by a period' },
  },
  {
    name: 'SLACK_CLIENT_SECRET',
    what: 'Slack, several workspaces: the client secret for SLACK_CLIENT_ID.',
    isSecret: secret,
    shape: { pattern: /^[0-9a-f]{32}$/, words: 'be 32 hexadecimal digits' },
  },
  {
    name: 'DISCORD_TOKEN',
    what: "Discord: the bot's token (developer portal, Bot).",
    isSecret: secret,
    shape: { pattern: /^[\w-]{18,}\.[\w-]{4,}\.[\w-]{20,}$/, words: 'be three parts separated by periods' },
  },
  {
    name: 'KURZWELLE_TOKEN_KEY',
    what: 'Encrypts the tokens of Slack workspaces in the database: 32 bytes in Base64 or hexadecimal. Older keys may follow, separated by commas.',
    isSecret: secret,
  },
  {
    name: 'DATABASE_URL',
    what: 'Keep the archive on a PostgreSQL server instead of in `dataDir`: postgres://user:password@host/database.',
    isSecret: secret,
    shape: { pattern: /^postgres(?:ql)?:\/\//, words: 'begin with postgres://' },
  },
  {
    name: 'KURZWELLE_OPENID_SECRET',
    what: 'Client secret for the login at the provider of `server.auth.openId`; see docs/proxy.md.',
    isSecret: secret,
  },
  { name: 'KURZWELLE_MODEL_KEY', what: 'API key of the language model provider.', isSecret: secret },
  {
    name: 'OTEL_EXPORTER_OTLP_HEADERS',
    what: 'Headers sent to the trace collector, `name=value,name=value`; see docs/observability.md.',
    isSecret: secret,
  },
  {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    what: 'Address of an OpenTelemetry collector over HTTP, such as http://127.0.0.1:4318; if unset, no traces are sent.',
    isSecret: false,
  },
  { name: 'OTEL_SERVICE_NAME', what: 'Name of this service in traces; kurzwelle if unset.', isSecret: false },
  { name: 'KURZWELLE_CONFIG', what: 'Path of the configuration file; kurzwelle.yaml if unset.', isSecret: false },
  { name: 'KURZWELLE_DATA_DIR', what: 'Overrides `dataDir`.', isSecret: false },
  { name: 'KURZWELLE_HOST', what: 'Overrides `server.host`.', isSecret: false },
  { name: 'KURZWELLE_PORT', what: 'Overrides `server.port`.', isSecret: false },
  { name: 'HTTPS_PROXY', what: 'HTTP proxy for feeds and pages, if `http.proxy` is unset.', isSecret: false },
  { name: 'HTTP_PROXY', what: 'The same, if HTTPS_PROXY is unset.', isSecret: false },
  {
    name: 'NO_PROXY',
    what: 'Hosts reached without the proxy, separated by commas; adds to `http.noProxy`.',
    isSecret: false,
  },
] as const satisfies readonly Variable[];

/** A variable of the environment that is read. */
export type VariableName = (typeof variables)[number]['name'];

/** The variable of that name. */
export function variable(name: VariableName): Variable {
  const found = variables.find((one) => one.name === name);
  if (!found) throw new Error(`No variable ${name}`);
  return found;
}

/** What is wrong with the look of a value; undefined where nothing is, or nothing is known of its look. */
export function wrongShape(name: VariableName, value: string): string | undefined {
  const { shape } = variable(name);
  return shape && !shape.pattern.test(value) ? `${name} looks wrong: it should ${shape.words}` : undefined;
}

/** A secret from the environment, or from the file that `<name>_FILE` names, as containers hand secrets over; undefined where neither is set. */
export function readSecret(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
  read: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): string | undefined {
  const value = env[name]?.trim();
  if (value) return value;
  const path = env[`${name}_FILE`];
  if (!path) return undefined;
  try {
    return read(path).trim() || undefined;
  } catch (cause) {
    throw new ConfigError('environment', [
      `cannot read "${path}" given by ${name}_FILE (${(cause as NodeJS.ErrnoException).code ?? 'unknown error'}); check the path and its permissions`,
    ]);
  }
}
