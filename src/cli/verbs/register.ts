import { stringify } from 'yaml';
import { commands } from '../../../commands/index.ts';
import { ChatError } from '../../chat/chat-error.ts';
import { manifestLink, slackManifest } from '../../chat/slack/manifest.ts';
import { loadConfig } from '../../config/config.ts';
import { readSecret } from '../../config/environment.ts';
import { UserError } from '../../user-error.ts';

export interface RegisterOptions {
  readonly guild?: string;
  readonly dryRun?: boolean;
  /** Another address than Discord's, for tests. */
  readonly api?: string;
}

/** `kurzwelle register`: updates our commands at Discord, and prints the differences and the link to add the bot. */
export async function register(
  { guild, dryRun = false, api }: RegisterOptions,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const token = readSecret('DISCORD_TOKEN', env);
  if (!token)
    throw new UserError('No Discord token is set. Set DISCORD_TOKEN or DISCORD_TOKEN_FILE; see docs/discord.md.');
  if (guild !== undefined && !/^\d+$/.test(guild))
    throw new UserError(`"${guild}" is not a server ID. Turn on developer mode in Discord and copy the server's ID.`);
  const { managedBy, apiUrl } = loadConfig(env).chat.discord;
  const { registerWithToken } = await import('../../chat/discord/register-commands.ts');
  const { installLink, ownLooksLink, ...difference } = await inOneSentence(
    registerWithToken(commands, {
      token,
      dryRun,
      managedBy,
      ...(guild !== undefined && { guildId: guild }),
      ...((api ?? apiUrl) !== undefined && { api: api ?? apiUrl }),
    }),
  );
  return [
    ...describe(difference, dryRun),
    `Add the bot to a server: ${installLink}`,
    `To let subscriptions use their own name and picture, use this link instead: ${ownLooksLink}`,
  ].join('\n');
}

/** Discord out of reach, or refusing, is a daily matter: a sentence says what to do. */
async function inOneSentence<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    const { cause } = error;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
    if (code === undefined || !/^E[A-Z]|^UND_ERR/u.test(code)) throw new UserError(`${error.message}.`, { cause });
    throw new UserError(
      `Discord could not be reached (${code}). Check the network of this machine, then run kurzwelle register again.`,
      { cause },
    );
  }
}

interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

function describe({ added, changed, removed, unchanged }: Difference, dryRun: boolean): readonly string[] {
  const lines = [
    ...added.map((name) => `+ ${name}`),
    ...changed.map((name) => `~ ${name}`),
    ...removed.map((name) => `- ${name}`),
  ];
  if (lines.length === 0) return [`All ${unchanged} commands are up to date.`];
  return [...lines, dryRun ? 'Dry run: nothing was registered.' : 'Registered.'];
}

export interface ManifestFlags {
  readonly json?: boolean;
  /** The address that creates the app with one click, instead of the manifest. */
  readonly link?: boolean;
  /** An address, or true for the configured one. */
  readonly http?: string | true;
}

/** `kurzwelle manifest`: the Slack app as YAML or JSON, to paste at https://api.slack.com/apps. */
export function manifest(flags: ManifestFlags, env: Readonly<Record<string, string | undefined>>): string {
  const { command: slashCommand, url: publicUrl, rotateTokens, ...features } = loadConfig(env).chat.slack;
  const app = slackManifest({
    slashCommand,
    commands,
    features,
    httpUrl: readHttpUrl(flags.http, publicUrl),
    ...(publicUrl !== undefined && { install: { publicUrl, rotateTokens } }),
  });
  if (flags.link) return manifestLink(app);
  return flags.json ? JSON.stringify(app, null, 2) : stringify(app).trimEnd();
}

function readHttpUrl(http: string | true | undefined, publicUrl: string | undefined): string | undefined {
  const address = http === true ? publicUrl : http;
  if (http === true && address === undefined)
    throw new UserError('Give the address with --http https://news.example, or set chat.slack.url in kurzwelle.yaml.');
  if (address !== undefined && !/^https:\/\//u.test(URL.parse(address)?.href ?? ''))
    throw new UserError(
      `Slack only sends to https addresses, not to "${address}". Use one such as https://news.example.`,
    );
  return address;
}
