import { type APIApplicationCommand, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import { applicationCommands, type CommandDefinition } from './application-commands.ts';
import { asChat } from './errors.ts';
import { installLink, type ManagePermission } from './permissions.ts';
import { createDiscordRest, createRequestGuard, type DiscordRest } from './rest.ts';

/** What registering would change, by the names of commands. */
export interface CommandDifference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

export interface RegistrationOptions {
  readonly token: string;
  /** Another address than Discord's, for tests. */
  readonly api?: string | undefined;
  readonly guildId?: string;
  readonly dryRun?: boolean;
  /** The permission with which Discord offers the commands that change subscriptions. */
  readonly managedBy: ManagePermission;
}

/** Registers over a connection of its own, for the command line. */
export async function registerWithToken(
  commands: readonly CommandDefinition[],
  { token, api, managedBy, ...options }: RegistrationOptions,
): Promise<CommandDifference & { readonly installLink: string; readonly ownLooksLink: string }> {
  const rest = createDiscordRest({ token, ...(api !== undefined && { api }), guard: createRequestGuard() });
  const { applicationId, ...difference } = await asChat('register the commands', () =>
    registerCommands(applicationCommands(commands, managedBy), { rest, ...options }),
  );
  return {
    ...difference,
    installLink: installLink(applicationId),
    ownLooksLink: installLink(applicationId, { ownLooks: true }),
  };
}

/** Sets the application's commands, of all guilds or of one for development, and only where they differ. Gives what differed. */
export async function registerCommands(
  commands: readonly RESTPostAPIApplicationCommandsJSONBody[],
  { rest, guildId, dryRun = false }: { rest: DiscordRest; guildId?: string; dryRun?: boolean },
): Promise<CommandDifference & { readonly applicationId: string }> {
  const { id } = (await rest.get(Routes.currentApplication())) as { id: string };
  const route = guildId ? Routes.applicationGuildCommands(id, guildId) : Routes.applicationCommands(id);
  const wanted = guildId ? commands.map(ofOneGuild) : commands;
  const present = (await rest.get(route, {
    query: new URLSearchParams({ with_localizations: 'true' }),
  })) as APIApplicationCommand[];
  const difference = compareCommands(wanted, present);
  const differs = difference.added.length + difference.changed.length + difference.removed.length > 0;
  if (differs && !dryRun) await rest.put(route, { body: wanted });
  return { ...difference, applicationId: id };
}

/** What registering would change. */
export function compareCommands(
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
  present: readonly object[],
): CommandDifference {
  const before = new Map(present.map((command) => [keyOf(command), canonical(command)]));
  const after = new Map(wanted.map((command) => [keyOf(command), canonical(command)]));
  const names = (keys: Iterable<string>) => [...keys].map((key) => key.slice(key.indexOf(':') + 1));
  const kept = [...after.keys()].filter((key) => before.has(key));
  const changed = kept.filter((key) => before.get(key) !== after.get(key));
  return {
    added: names([...after.keys()].filter((key) => !before.has(key))),
    changed: names(changed),
    removed: names([...before.keys()].filter((key) => !after.has(key))),
    unchanged: kept.length - changed.length,
  };
}

// Discord takes no contexts for the commands of one guild.
function ofOneGuild({
  contexts: _contexts,
  integration_types: _types,
  ...command
}: RESTPostAPIApplicationCommandsJSONBody): RESTPostAPIApplicationCommandsJSONBody {
  return command as RESTPostAPIApplicationCommandsJSONBody;
}

function keyOf(command: object): string {
  const { type = 1, name } = command as { type?: number; name: string };
  return `${type}:${name}`;
}

const compared = [
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'default_member_permissions',
  'contexts',
  'integration_types',
] as const;

/** The parts we set, without what Discord adds for what is absent: nulls, empty lists, `false`. */
function canonical(command: object): string {
  const own = Object.fromEntries(
    Object.entries(command).filter(([key]) => (compared as readonly string[]).includes(key)),
  );
  return JSON.stringify(withoutDefaults(own));
}

function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, withoutDefaults(inner)] as const)
    .filter(([, inner]) => !isDefault(inner))
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries);
}

function isDefault(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
