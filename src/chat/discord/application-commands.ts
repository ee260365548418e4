import {
  type APIApplicationCommandOptionChoice,
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command, OptionDefinition } from '../command.ts';
import { german } from './german.ts';
import { limits } from './limits.ts';
import type { ManagePermission } from './read-interaction.ts';

/** What registering needs of a command. */
export type CommandDefinition = Pick<Command, 'name' | 'description' | 'options' | 'managesChannel'>;

/** Commands in the menu of a message, by the name people read. */
export const messageCommands = { whoIsInThis: 'Who is in this?', background: 'Background' } as const;

/**
 * What Discord is told of our commands: one slash command each, and the commands in a message's menu. Those that change subscriptions are
 * shown to members with the permission `managedBy`, unless an administrator of the server decides otherwise.
 */
export function applicationCommands(
  commands: readonly CommandDefinition[],
  managedBy: ManagePermission = 'ManageChannels',
): readonly RESTPostAPIApplicationCommandsJSONBody[] {
  return [
    ...commands.map((command) => slashCommand(command, managedBy)),
    ...Object.values(messageCommands).map((name) => ({
      type: ApplicationCommandType.Message as const,
      name,
      name_localizations: { de: translated(name) },
      ...everywhere,
    })),
  ];
}

const everywhere = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

// Names stay as they are in every language: messages speak of /subscribe, and Discord finds a command by its original name too.
function slashCommand({ name, description, options, managesChannel }: CommandDefinition, managedBy: ManagePermission) {
  return {
    type: ApplicationCommandType.ChatInput as const,
    name,
    ...described(description),
    options: Object.entries(options)
      .toSorted(([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false))
      .map(([option, definition]) => stringOption(option, definition)),
    ...(managesChannel && { default_member_permissions: String(PermissionFlagsBits[managedBy]) }),
    ...everywhere,
  };
}

function stringOption(
  name: string,
  { description, required, choices, completes }: OptionDefinition,
): APIApplicationCommandStringOption {
  const facts = {
    type: ApplicationCommandOptionType.String as const,
    name,
    ...described(description),
    required: required ?? false,
  };
  if (choices && choices.length <= limits.choices) return { ...facts, choices: choices.map(choice) };
  return completes || choices ? { ...facts, autocomplete: true } : facts;
}

function choice({ label, value }: { label: string; value: string }): APIApplicationCommandOptionChoice<string> {
  return { name: label, name_localizations: { de: translated(label) }, value };
}

function described(description: string) {
  return { description, description_localizations: { de: translated(description) } };
}

function translated(text: string): string {
  return Object.hasOwn(german, text) ? (german[text] ?? text) : text;
}
