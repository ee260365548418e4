import {
  type APIApplicationCommandChannelOption,
  type APIApplicationCommandOptionChoice,
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type Locale,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Catalog } from '../../wording/catalog.ts';
import { en } from '../../wording/en/index.ts';
import { languages, loadLanguage } from '../../wording/wording-for.ts';
import { type Command, choiceIn, commandIn } from '../command.ts';
import { postableChannels } from './components.ts';
import { limits } from './limits.ts';
import type { ManagePermission } from './permissions.ts';

/** What registering needs of a command. */
export type CommandDefinition = Pick<
  Command,
  'name' | 'description' | 'options' | 'managesChannel' | 'takesChannel' | 'anywhere' | 'opensForm'
>;

/** Commands in the menu of a message, by the name people read. */
export const messageCommands = en.commands.menu;

/**
 * Our commands as Discord gets them: one slash command each, and the commands in a message's menu. Those that change subscriptions are
 * shown to members with the permission `managedBy`, unless an administrator of the server decides otherwise.
 */
export function applicationCommands(
  commands: readonly CommandDefinition[],
  managedBy: ManagePermission = 'ManageChannels',
): readonly RESTPostAPIApplicationCommandsJSONBody[] {
  const names = commands.map(({ name }) => name);
  return [
    ...commands.map((command) => slashCommand(command, { managedBy, names })),
    ...(['who', 'background'] as const).map((asked) => ({
      type: ApplicationCommandType.Message as const,
      name: messageCommands[asked],
      name_localizations: localizations(({ commands: { menu } }) => menu[asked]),
      ...anywhere,
    })),
  ];
}

/** In servers that added the bot, and in messages to it. */
const whereInstalled = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/** Also in any other server or conversation of a person who installed the app for themselves. */
const anywhere = {
  contexts: [...whereInstalled.contexts, InteractionContextType.PrivateChannel],
  integration_types: [...whereInstalled.integration_types, ApplicationIntegrationType.UserInstall],
};

interface Registering {
  readonly managedBy: ManagePermission;
  /** Of all commands. */
  readonly names: readonly string[];
}

// Messages speak of /subscribe in every language: Discord finds a command by its original name too.
function slashCommand(command: CommandDefinition, { managedBy, names }: Registering) {
  const { name, description, options, managesChannel } = command;
  return {
    type: ApplicationCommandType.ChatInput as const,
    name,
    name_localizations: localizations((say) => localizedNames(names, say).get(name)),
    description,
    description_localizations: localizations((say) => commandIn(command, say).description),
    options: [
      ...Object.entries(options)
        .toSorted(([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false))
        .map(([option]) => stringOption(option, command)),
      ...(command.takesChannel ? [channelOption()] : []),
    ],
    ...(managesChannel && { default_member_permissions: String(PermissionFlagsBits[managedBy]) }),
    ...(command.anywhere ? anywhere : whereInstalled),
  };
}

/**
 * The names of commands in a language, by their English ones. One that Discord would refuse, and with it all commands, is left out: it breaks
 * the rule of names, https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming,
 * or another command has it, by its English name too.
 */
export function localizedNames(names: readonly string[], { commands }: Catalog): ReadonlyMap<string, string> {
  const own = Object.entries<string>(commands.names).filter(([name]) => names.includes(name));
  const isFree = (name: string, localized: string) =>
    !names.some((other) => other !== name && other === localized) &&
    !own.some(([other, same]) => other !== name && same === localized);
  return new Map(own.filter(([name, localized]) => isCommandName(localized) && isFree(name, localized)));
}

function isCommandName(text: string): boolean {
  return /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u.test(text) && text === text.toLowerCase();
}

/** In a forum no command can be typed, and managers set channels up from one of their own. */
function channelOption(): APIApplicationCommandChannelOption {
  return {
    type: ApplicationCommandOptionType.Channel,
    name: 'channel',
    description: en.commands.shared.channel,
    description_localizations: localizations(({ commands: { shared } }) => shared.channel),
    channel_types: [...postableChannels],
  };
}

function stringOption(name: string, command: CommandDefinition): APIApplicationCommandStringOption {
  const { description = '', required = false, choices, completes } = command.options[name] ?? {};
  const facts = {
    type: ApplicationCommandOptionType.String as const,
    name,
    description,
    description_localizations: localizations(
      (say) => commandIn(command, say).options[name]?.description ?? description,
    ),
    // Called without its words such a command opens its form; Discord would not let it be called so.
    required: required && command.opensForm !== true,
  };
  if (choices && choices.length <= limits.choices) return { ...facts, choices: choices.map(choice) };
  return completes || choices ? { ...facts, autocomplete: true } : facts;
}

function choice({ label, value }: { label: string; value: string }): APIApplicationCommandOptionChoice<string> {
  return { name: label, name_localizations: localizations((say) => choiceIn(say)({ label, value }).label), value };
}

/** Words in every language that Discord shows besides English: its locales stand at the head of each language's file. */
function localizations(tell: (say: Catalog) => string | undefined): Partial<Record<`${Locale}`, string>> {
  const others = languages.filter((code) => code !== 'en').map(loadLanguage);
  return Object.fromEntries(
    others.flatMap(({ catalog, head }) => {
      const localized = tell(catalog);
      return localized === undefined ? [] : head.discord.map((locale) => [locale, localized] as const);
    }),
  );
}
