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
  ApplicationIntegrationType,
  InteractionContextType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord.js';
import { lengthLimits } from '../../text/limits.ts';
import { UserError } from '../../user-error.ts';
import type { Catalog, LocalizedText } from '../../wording/catalog.ts';
import { type Reason, reasonWords } from '../../wording/reason.ts';
import type {
  ActionCall,
  Caller,
  ChannelRef,
  CommandCall,
  CompletionCall,
  FormCall,
  MessageCommandCall,
} from '../chat.ts';
import { messageCommands } from './application-commands.ts';
import { readCustomId } from './components.ts';
import { isThread, type ManagePermission, missingOf, postsInChannel, postsInThread } from './permissions.ts';

/** What arrived from Discord, in the words of the port. */
export type Arrival =
  | { readonly kind: 'command'; readonly call: CommandCall }
  | { readonly kind: 'completion'; readonly call: CompletionCall }
  | { readonly kind: 'action'; readonly call: ActionCall }
  | { readonly kind: 'form'; readonly call: FormCall }
  | { readonly kind: 'message-command'; readonly call: MessageCommandCall }
  | { readonly kind: 'unknown' };

export interface ReadingOptions {
  readonly managedBy: ManagePermission;
  /** Whether posted links reach us. */
  readonly readsLinks: boolean;
  /** What a member may do in another channel than the interaction's; undefined where that is not known. */
  readonly permissionsIn: (where: MemberInChannel) => bigint | undefined;
  /** What keeps us from posting in a channel, as far as it is known. */
  readonly closedReason: (guildId: string, channelId: string) => Reason | undefined;
  /** A person's conversation with the bot. */
  readonly directMessages: (userId: string) => Promise<ChannelRef>;
}

export interface MemberInChannel {
  readonly guildId: string;
  readonly channelId: string;
  readonly userId: string;
  readonly roles: readonly string[];
}

/** Reads an interaction; what is not ours, or of a version that is gone, is unknown. */
export function readInteraction(interaction: APIInteraction, options: ReadingOptions): Arrival {
  const caller = readCaller(interaction, options);
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      if (interaction.data.type === ApplicationCommandType.ChatInput)
        return readCommand(interaction as APIChatInputApplicationCommandInteraction, caller, options);
      if (interaction.data.type === ApplicationCommandType.Message)
        return readMessageCommand((interaction as APIMessageApplicationCommandInteraction).data, caller);
      return { kind: 'unknown' };
    case InteractionType.ApplicationCommandAutocomplete:
      return readCompletion(interaction, caller);
    case InteractionType.MessageComponent:
      return readAction(interaction, options);
    case InteractionType.ModalSubmit:
      return readForm(interaction, options);
    default:
      return { kind: 'unknown' };
  }
}

function readCaller(interaction: APIInteraction, options: ReadingOptions): Caller {
  const { member, guild_id: guildId } = interaction;
  const { managedBy, readsLinks } = options;
  const user = member?.user ?? interaction.user;
  const locale = 'locale' in interaction ? interaction.locale : 'en-US';
  return {
    channel: {
      platform: 'discord',
      // Direct messages belong to no server.
      workspaceId: guildId ?? '@me',
      channelId: interaction.channel?.id ?? '',
    },
    userId: user?.id ?? '',
    userName: member?.nick ?? user?.global_name ?? user?.username ?? 'somebody',
    ...rights(guildId === undefined ? undefined : BigInt(member?.permissions ?? '0'), managedBy),
    readsLinks,
    ...(guildId === undefined && { isAlone: true }),
    ...(guildId !== undefined && inServer(interaction, guildId, options)),
    placeLocale: (guildId === undefined ? undefined : interaction.guild_locale) ?? locale,
    ...(isElsewhere(interaction) && {
      isElsewhere: true,
      mayManage: false,
      managesServer: false,
      whyNotManage: onlyWhereInstalled,
    }),
    locale,
  };
}

/** What concerns a server alone: its manager, what a member sees of it, where they can be written to, and whether we may post here. */
function inServer(interaction: APIInteraction, guildId: string, options: ReadingOptions) {
  const { member, channel, app_permissions: ours } = interaction;
  const permissions = BigInt(member?.permissions ?? '0');
  const userId = member?.user.id ?? '';
  const isAdministrator = (permissions & PermissionFlagsBits.Administrator) !== 0n;
  const needed = isThread(channel?.type) ? postsInThread : postsInChannel;
  return {
    managesServer: isAdministrator || (permissions & PermissionFlagsBits.ManageGuild) !== 0n,
    directMessages: () => options.directMessages(userId),
    async maySee(channelId: string): Promise<boolean> {
      if (isAdministrator) return true;
      const theirs = options.permissionsIn({ guildId, channelId, userId, roles: member?.roles ?? [] }) ?? 0n;
      return (theirs & (PermissionFlagsBits.ViewChannel | PermissionFlagsBits.Administrator)) !== 0n;
    },
    cannotPost: async () => lacking(missingOf(BigInt(ours), needed)),
    inChannel: async (typed: string) => callerFor(interaction, mentionedChannel(typed), options),
  };
}

/** The id of a channel as Discord writes a mention of it (`<#1>`), or alone. Throws UserError for anything else. */
export function mentionedChannel(typed: string): string {
  const id = /^(?:<#)?(\d{17,20})>?$/u.exec(typed.trim())?.[1];
  if (id === undefined) throw new UserError(({ refusals }) => refusals.noSuchChannel(typed), { field: 'channel' });
  return id;
}

/** What to do where we lack permissions; undefined for none. */
function lacking(names: readonly string[]): LocalizedText | undefined {
  if (names.length === 0) return undefined;
  return ({ firstDay }) => firstDay.missingPermissions(names.map((name) => `"${name}"`).join(', '));
}

/**
 * Whether somebody uses the app that they installed for themselves, in a server or conversation that did not add the bot,
 * https://docs.discord.com/developers/resources/application#installation-context.
 */
function isElsewhere({
  context,
  guild_id: guildId,
  authorizing_integration_owners: owners = {},
}: APIInteraction): boolean {
  if (context === InteractionContextType.PrivateChannel) return true;
  const { GuildInstall, UserInstall } = ApplicationIntegrationType;
  return guildId !== undefined && owners[UserInstall] !== undefined && owners[GuildInstall] === undefined;
}

function onlyWhereInstalled({ refusals }: Catalog): string {
  return refusals.onlyWhereInstalled;
}

/** The caller as they stand in another channel, with their rights there. Throws UserError where they may not see it. */
export function inChannel(
  caller: Caller,
  channelId: string,
  permissions: bigint,
  { managedBy, closedReason }: ReadingOptions,
): Caller {
  if ((permissions & (PermissionFlagsBits.ViewChannel | PermissionFlagsBits.Administrator)) === 0n)
    throw new UserError(({ refusals }) => refusals.needsPermission('View Channel'));
  const { whyNotManage: _here, ...who } = caller;
  const channel = { ...caller.channel, channelId };
  const cannotPost = async (): Promise<LocalizedText | undefined> => {
    const why = closedReason(channel.workspaceId, channelId);
    return why && ((say) => say.firstDay.closedThere(reasonWords(why, say)));
  };
  return { ...who, channel, cannotPost, ...rights(permissions, managedBy) };
}

/** Who pressed or sent what was shown for a channel: as they stand in that channel, by its overwrites and their roles now. */
function callerFor(interaction: APIInteraction, channelId: string | undefined, options: ReadingOptions): Caller {
  const caller = readCaller(interaction, options);
  if (channelId === undefined || channelId === caller.channel.channelId) return caller;
  const { guild_id: guildId, member } = interaction;
  if (guildId === undefined || !member) return inChannel(caller, channelId, 0n, options);
  const isAdministrator = (BigInt(member.permissions) & PermissionFlagsBits.Administrator) !== 0n;
  const where = { guildId, channelId, userId: caller.userId, roles: member.roles };
  return inChannel(caller, channelId, isAdministrator ? ~0n : (options.permissionsIn(where) ?? 0n), options);
}

/** What a member with such permissions may change. In a direct message, where there are none, everybody manages their own. */
export function rights(permissions: bigint | undefined, managedBy: ManagePermission) {
  if (permissions === undefined) return { mayManage: true, mayMention: false };
  const has = (bit: bigint) => (permissions & (PermissionFlagsBits.Administrator | bit)) !== 0n;
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

/** With `channel` a command is about that channel; Discord says what the member may do there. */
function readCommand(
  { data }: APIChatInputApplicationCommandInteraction,
  caller: Caller,
  options: ReadingOptions,
): Arrival {
  const given = data.options ?? [];
  const typed = given.flatMap((option) =>
    option.type === ApplicationCommandOptionType.String ? [[option.name, option.value] as const] : [],
  );
  const call = { caller, command: data.name, options: Object.fromEntries(typed) };
  const channel = given.find((option) => option.type === ApplicationCommandOptionType.Channel);
  if (!channel || channel.value === caller.channel.channelId) return { kind: 'command', call };
  const permissions = BigInt(data.resolved?.channels?.[channel.value]?.permissions ?? '0');
  return { kind: 'command', call: { ...call, caller: inChannel(caller, channel.value, permissions, options) } };
}

function readCompletion({ data }: APIApplicationCommandAutocompleteInteraction, caller: Caller): Arrival {
  for (const option of data.options) {
    if (option.type !== ApplicationCommandOptionType.String || !option.focused) continue;
    return { kind: 'completion', call: { caller, command: data.name, option: option.name, typed: option.value } };
  }
  return { kind: 'unknown' };
}

function readAction(interaction: APIMessageComponentInteraction, options: ReadingOptions): Arrival {
  const { data, message } = interaction;
  const reference = readCustomId(data.custom_id);
  if (!reference) return { kind: 'unknown' };
  const caller = callerFor(interaction, reference.channelId, options);
  const value = 'values' in data ? (data.values[0] ?? '') : reference.value;
  return {
    kind: 'action',
    call: {
      caller,
      action: reference.action,
      value,
      post: { ...caller.channel, channelId: interaction.channel.id, messageId: message.id },
    },
  };
}

function readForm(interaction: APIModalSubmitInteraction, options: ReadingOptions): Arrival {
  const { data } = interaction;
  const reference = readCustomId(data.custom_id);
  if (!reference) return { kind: 'unknown' };
  const caller = callerFor(interaction, reference.channelId, options);
  const { action, value } = reference;
  const answers = Object.fromEntries(data.components.flatMap(answersIn));
  // Discord says what the member may do in each channel that they picked.
  const [picked] = Object.values(data.resolved?.channels ?? {});
  const callerInPicked = picked && inChannel(caller, picked.id, BigInt(picked.permissions ?? '0'), options);
  const call = {
    caller,
    action,
    answers,
    ...(value && { reference: value }),
    ...(callerInPicked && { callerInPicked }),
  };
  return { kind: 'form', call };
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
function readMessageCommand(data: APIMessageApplicationCommandInteractionData, caller: Caller): Arrival {
  const message = data.resolved.messages[data.target_id];
  if (!message) return { kind: 'unknown' };
  const channel = { ...caller.channel, messageId: message.id };
  const isWho = data.name === messageCommands.who;
  const action = isWho ? 'whos-who' : 'background';
  const reference = referencesIn(message).find((each) => each.action === action);
  if (reference) return { kind: 'action', call: { caller, ...reference, post: channel } };
  return { kind: 'message-command', call: { caller, command: isWho ? 'who' : 'background', text: textOf(message) } };
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
    .slice(0, lengthLimits.message)
    .replace(/\[([^[\]]*)\]\(<?(https?:[^\s<>)]+)>?\)/gu, '$1 $2')
    .replace(/<(?:[@#:]|a:|t:)[^<>]*>/gu, ' ')
    .replace(/<(https?:[^\s<>]+)>/gu, '$1')
    .replace(/\*\*|~~|\|\||__|[`\\]|^(?:>>>|>|#{1,3}|-#)\s/gmu, '')
    .trim();
}
