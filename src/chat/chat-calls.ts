import type { LinePlace } from '../intents/line.ts';
import type { Catalog, LocalizedText } from '../wording/catalog.ts';
import type { Reason } from '../wording/reason.ts';
import { wordingFor } from '../wording/wording-for.ts';
import type { Form, Message } from './message.ts';
import type { ChannelRef, PostRef } from './platforms.ts';
import type { ShareButton } from './share.ts';

/** The user who makes a call, in the channel where they make it. */
export interface Caller {
  readonly channel: ChannelRef;
  readonly userId: string;
  readonly userName: string;
  /** May change the channel's subscriptions, by the platform's permissions. */
  readonly mayManage: boolean;
  /** If they may not: why, and whom to ask, if the platform says so. */
  readonly whyNotManage?: LocalizedText;
  /** It is their own conversation with the bot. */
  readonly isAlone?: boolean;
  /** Whether posts here can have a name and picture of their own; they can, if the platform does not say. */
  readonly hasLooks?: boolean;
  /** May mention roles or groups here; absent if the platform does not say, in which case whoever manages may. */
  readonly mayMention?: boolean;
  /** Whether links that people post reach us, if the platform says so. */
  readonly readsLinks?: boolean;
  /** Outside of the workspaces that added the app, where only the user sees answers and nothing can be posted. */
  readonly isElsewhere?: boolean;
  /** BCP 47, as reported by the platform. */
  readonly locale: string;
  /** BCP 47, of the server or workspace as the platform has it, else of the person: the first guess for what is posted here. */
  readonly placeLocale?: string;
  /** May see and manage the subscriptions of the whole server or workspace. */
  readonly managesServer?: boolean;
  /** Whether they may see another channel of it; all, if the platform does not say. */
  readonly maySee?: (channelId: string) => Promise<boolean>;
  /**
   * The caller as they stand in another channel of it, by its id or as it is written there (`<#C1>`, `#news`), with their rights there; absent
   * where the platform cannot say. Throws UserError where there is none, or they are not in it.
   */
  readonly inChannel?: (channel: string) => Promise<Caller>;
  /** Their conversation with the bot; absent where the platform has none, or where this is it. */
  readonly directMessages?: () => Promise<ChannelRef>;
  /** Why a briefing could not be posted here now, and what to do; undefined if nothing is known to be in the way. */
  readonly cannotPost?: () => Promise<LocalizedText | undefined>;
}

/** A slash command as it arrived: options are still text. */
export interface CommandCall {
  readonly caller: Caller;
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
  /** The channel that it is for, as typed, where that is another. */
  readonly channelNamed?: string;
}

/** A line that somebody typed in words of their own. */
export interface LineCall {
  readonly caller: Caller;
  /** Without what addresses the bot. */
  readonly text: string;
  readonly place: LinePlace;
  /** The command that it is by the strict syntax, a question to the archive at least: the way where it is not understood otherwise. */
  readonly asTyped?: Pick<CommandCall, 'command' | 'options'>;
  /** What is wrong with it as a command: the answer where it is not understood otherwise. */
  readonly problem?: string;
}

/** A button pressed or an option selected. */
export interface ActionCall {
  readonly caller: Caller;
  readonly action: string;
  readonly value: string;
  readonly post: PostRef;
}

/** A submitted form; `answers` by field name, as typed. */
export interface FormCall {
  readonly caller: Caller;
  readonly action: string;
  readonly reference?: string;
  readonly answers: Readonly<Record<string, string>>;
  /** The caller in the channel that they picked in the form, with their rights there. */
  readonly callerInPicked?: Caller;
}

/** "Who is in this?" or "Background", called on a message of a user. */
export interface MessageCommandCall {
  readonly caller: Caller;
  readonly command: 'who' | 'background';
  /** The text of the message, without markup, links included. */
  readonly text: string;
}

/** A link posted in a channel. */
export interface LinkCall {
  readonly channel: ChannelRef;
  readonly url: string;
}

/** A partly typed option. */
export interface CompletionCall {
  readonly caller: Caller;
  readonly command: string;
  readonly option: string;
  readonly typed: string;
}

/** The channel back to the user. Platforms require `acknowledge`, `openForm` or `respond` within three seconds. */
export interface Responder {
  /** Shows that work is in progress; `respond` then replaces it. A second call does nothing. */
  acknowledge(options: { readonly onlyCaller: boolean }): Promise<void>;
  respond(message: Message, options: RespondOptions): Promise<void>;
  /** Replaces the message whose button was pressed. */
  update(message: Message): Promise<void>;
  /** Only as the first response. */
  openForm(form: Form): Promise<void>;
  /** Forms can be opened in answer to this call. */
  readonly opensForms?: boolean;
  /** A form whose mistake is reported stays open, with the field marked. */
  readonly keepsForms?: boolean;
}

/** Options of an answer: who sees it, and what is attached. */
export interface RespondOptions {
  readonly onlyCaller: boolean;
  /** The message reports an error; `field` is the option or form field it is about, if known. */
  readonly trouble?: { readonly field?: string };
  /** The share button to add if only the user sees the answer (see share.ts). */
  readonly share?: ShareButton;
}

/**
 * `no-threads`: what is longer than a message continues in the channel, as no thread may be opened there. `plain-text`: a message was taken as
 * plain text only. `unpublished`: posts of an announcement channel are not published to its followers, as the hour's allowance is used up.
 */
export type ChannelLimit = 'no-threads' | 'plain-text' | 'unpublished';

/** The handlers an adapter calls on events. They never throw: errors become a message with an error id. */
export interface ChatHandlers {
  onCommand(call: CommandCall, responder: Responder): Promise<void>;
  onLine?(call: LineCall, responder: Responder): Promise<void>;
  onAction(call: ActionCall, responder: Responder): Promise<void>;
  onForm(call: FormCall, responder: Responder): Promise<void>;
  complete(call: CompletionCall): Promise<readonly { readonly label: string; readonly value: string }[]>;
  /** The catalog for a user: in their channel's language, else theirs. Without this handler an adapter uses the locale. */
  wordsFor?(caller: Caller): Promise<Catalog>;
  onMessageCommand?(call: MessageCommandCall, responder: Responder): Promise<void>;
  /** What to say where the bot was just added, invited or first opened. */
  greet?(place: Pick<Caller, 'channel' | 'locale'>): Promise<Message>;
  /** What to show below a posted link; undefined if the channel did not opt in or the archive does not have the article. */
  unfurl?(call: LinkCall): Promise<Message | undefined>;
  /** We can no longer post in a channel: it was deleted, or a permission was revoked. A later post would fail anyway. */
  /** `isRemoval`: people removed us, and we stay away until we are invited. */
  onChannelLost?(channel: ChannelRef, reason: Reason, how?: { readonly isRemoval?: boolean }): void;
  /** We were removed from a workspace. */
  onWorkspaceLost?(workspace: Pick<ChannelRef, 'platform' | 'workspaceId'>, reason: Reason): void;
  /** A post came out otherwise than it should, which whoever manages the channel can put right. */
  onChannelLimited?(channel: ChannelRef, limit: ChannelLimit): void;
  /** We can post in a channel again: a permission was restored, we were invited, it was unarchived. */
  onChannelBack?(channel: ChannelRef): void;
  onWorkspaceBack?(workspace: Pick<ChannelRef, 'platform' | 'workspaceId'>): void;
}

/** The catalog for a user, for adapters: by the channel's setting if the handlers know it, else by the user's locale. */
export async function wordsFor(caller: Caller, handlers: Pick<ChatHandlers, 'wordsFor'>): Promise<Catalog> {
  return (await handlers.wordsFor?.(caller)) ?? wordingFor(caller.locale);
}
