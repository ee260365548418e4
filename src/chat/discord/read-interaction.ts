import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Catalog } from '../../wording/catalog.ts';
import type { ActionCall, Asker, CommandCall, CompletionCall, FormCall, MessageCommandCall } from '../chat.ts';
import { readCustomId } from './custom-id.ts';
import { readMessageCommand } from './message-commands.ts';

/** What arrived from Discord, in the words of the port. */
export type Arrival =
  | { readonly kind: 'command'; readonly call: CommandCall }
  | { readonly kind: 'completion'; readonly call: CompletionCall }
  | { readonly kind: 'action'; readonly call: ActionCall }
  | { readonly kind: 'form'; readonly call: FormCall }
  | { readonly kind: 'message-command'; readonly call: MessageCommandCall }
  | { readonly kind: 'unknown' };

/** Which permission lets a member change a channel's subscriptions; the operator chooses. */
export type ManagePermission = 'ManageChannels' | 'ManageGuild' | 'ManageMessages' | 'ManageWebhooks';

/** Reads an interaction; what is not ours, or of a version that is gone, is unknown. */
export function readInteraction(interaction: APIInteraction, managedBy: ManagePermission): Arrival {
  const asker = readAsker(interaction, managedBy);
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      if (interaction.data.type === ApplicationCommandType.ChatInput)
        return { kind: 'command', call: readCommand(interaction as APIChatInputApplicationCommandInteraction, asker) };
      if (interaction.data.type === ApplicationCommandType.Message)
        return readMessageCommand((interaction as APIMessageApplicationCommandInteraction).data, asker);
      return { kind: 'unknown' };
    case InteractionType.ApplicationCommandAutocomplete:
      return readCompletion(interaction, asker);
    case InteractionType.MessageComponent:
      return readAction(interaction, asker);
    case InteractionType.ModalSubmit:
      return readForm(interaction, asker);
    default:
      return { kind: 'unknown' };
  }
}

function readAsker(interaction: APIInteraction, managedBy: ManagePermission): Asker {
  const { member, guild_id: guildId } = interaction;
  const user = member?.user ?? interaction.user;
  return {
    channel: {
      platform: 'discord',
      // Direct messages belong to no server.
      workspaceId: guildId ?? '@me',
      channelId: interaction.channel?.id ?? '',
    },
    userId: user?.id ?? '',
    userName: member?.nick ?? user?.global_name ?? user?.username ?? 'somebody',
    ...rights(guildId === undefined ? undefined : (member?.permissions ?? '0'), managedBy),
    locale: 'locale' in interaction ? interaction.locale : 'en-US',
  };
}

/** In a direct message, where there are no permissions, everybody manages their own. */
function rights(permissions: string | undefined, managedBy: ManagePermission) {
  if (permissions === undefined) return { mayManage: true, mayMention: false };
  const has = (bit: bigint) => (BigInt(permissions) & (PermissionFlagsBits.Administrator | bit)) !== 0n;
  const mayManage = has(PermissionFlagsBits[managedBy]);
  const name = managedBy.replace(/(?<=[a-z])(?=[A-Z])/gu, ' ');
  return {
    mayManage,
    ...(!mayManage && {
      whyNotManage: ({ refusals }: Catalog) => refusals.needsPermission(name),
    }),
    mayMention: has(PermissionFlagsBits.MentionEveryone),
  };
}

function readCommand({ data }: APIChatInputApplicationCommandInteraction, asker: Asker): CommandCall {
  const options = (data.options ?? []).flatMap((option) =>
    'value' in option ? [[option.name, String(option.value)] as const] : [],
  );
  return { asker, command: data.name, options: Object.fromEntries(options) };
}

function readCompletion({ data }: APIApplicationCommandAutocompleteInteraction, asker: Asker): Arrival {
  for (const option of data.options) {
    if (option.type !== ApplicationCommandOptionType.String || !option.focused) continue;
    return { kind: 'completion', call: { asker, command: data.name, option: option.name, typed: option.value } };
  }
  return { kind: 'unknown' };
}

function readAction({ data, message }: APIMessageComponentInteraction, asker: Asker): Arrival {
  const reference = readCustomId(data.custom_id);
  if (!reference) return { kind: 'unknown' };
  const value = 'values' in data ? (data.values[0] ?? '') : reference.value;
  return {
    kind: 'action',
    call: { asker, action: reference.action, value, post: { ...asker.channel, messageId: message.id } },
  };
}

function readForm({ data }: APIModalSubmitInteraction, asker: Asker): Arrival {
  const reference = readCustomId(data.custom_id);
  if (!reference) return { kind: 'unknown' };
  const { action, value } = reference;
  const answers = Object.fromEntries(data.components.flatMap(answersIn));
  return { kind: 'form', call: { asker, action, answers, ...(value && { reference: value }) } };
}

interface SubmittedComponent {
  readonly custom_id?: string;
  readonly value?: string;
  readonly values?: readonly string[];
  readonly component?: SubmittedComponent;
  readonly components?: readonly SubmittedComponent[];
}

function answersIn(submitted: object): (readonly [string, string])[] {
  const { custom_id: name, value, values, component, components = [] } = submitted as SubmittedComponent;
  const answer = value ?? values?.[0];
  if (name !== undefined && answer !== undefined) return [[name, answer]];
  return [...(component ? [component] : []), ...components].flatMap(answersIn);
}
