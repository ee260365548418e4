import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessage,
  type APIMessageApplicationCommandInteraction,
  type APIMessageApplicationCommandInteractionData,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord.js';
import { lengthLimits } from '../../text/limits.ts';
import type { Catalog } from '../../wording/catalog.ts';
import type { ActionCall, Asker, CommandCall, CompletionCall, FormCall, MessageCommandCall } from '../chat.ts';
import { messageCommands } from './application-commands.ts';
import { readCustomId } from './components.ts';
import type { ManagePermission } from './permissions.ts';

/** What arrived from Discord, in the words of the port. */
export type Arrival =
  | { readonly kind: 'command'; readonly call: CommandCall }
  | { readonly kind: 'completion'; readonly call: CompletionCall }
  | { readonly kind: 'action'; readonly call: ActionCall }
  | { readonly kind: 'form'; readonly call: FormCall }
  | { readonly kind: 'message-command'; readonly call: MessageCommandCall }
  | { readonly kind: 'unknown' };

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

/** What a message's menu asks for. Of our own messages the first story is meant, by the reference its buttons carry; of others their words. */
function readMessageCommand(data: APIMessageApplicationCommandInteractionData, asker: Asker): Arrival {
  const message = data.resolved.messages[data.target_id];
  if (!message) return { kind: 'unknown' };
  const channel = { ...asker.channel, messageId: message.id };
  const isWho = data.name === messageCommands.who;
  const action = isWho ? 'whos-who' : 'background';
  const reference = referencesIn(message).find((each) => each.action === action);
  if (reference) return { kind: 'action', call: { asker, ...reference, post: channel } };
  return { kind: 'message-command', call: { asker, command: isWho ? 'who' : 'background', text: textOf(message) } };
}

interface AnyComponent {
  readonly custom_id?: string;
  readonly content?: string;
  readonly components?: readonly (AnyComponent | null)[] | null;
}

function allIn(message: APIMessage): readonly AnyComponent[] {
  const withInner = (component: AnyComponent | null): AnyComponent[] =>
    component ? [component, ...(component.components ?? []).flatMap(withInner)] : [];
  return ((message.components ?? []) as readonly AnyComponent[]).flatMap(withInner);
}

function referencesIn(message: APIMessage) {
  return allIn(message).flatMap(({ custom_id: id }) => (id === undefined ? [] : (readCustomId(id) ?? [])));
}

/** All words of a message, its embeds included; addresses stay, marks of Markdown go. */
function textOf(message: APIMessage): string {
  const embeds = (message.embeds ?? []).flatMap(({ title = '', description = '', url = '' }) => [
    title,
    description,
    url,
  ]);
  const texts = [message.content ?? '', ...allIn(message).map(({ content }) => content ?? ''), ...embeds];
  return texts
    .filter((text) => text.trim() !== '')
    .join('\n')
    .replace(/\[([^\]]*)\]\(<?(https?:[^\s<>)]+)>?\)/gu, '$1 $2')
    .replace(/<(?:[@#:]|a:|t:)[^>]*>/gu, ' ')
    .replace(/<(https?:[^\s<>]+)>/gu, '$1')
    .replace(/\*\*|~~|\|\||__|[`\\]|^(?:>>>|>|#{1,3}|-#)\s/gmu, '')
    .trim()
    .slice(0, lengthLimits.message);
}
