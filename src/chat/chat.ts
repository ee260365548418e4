import type { Catalog } from '../wording/catalog.ts';
import type { Said } from '../wording/said.ts';
import type { Form, Message } from './message.ts';
import type { ShareButton } from './share.ts';

/** Where a channel is. Stored with it, so names stay. */
export type Platform = 'local' | 'discord' | 'slack';

/** A place to post: ids are the platform's own, stable over renames. */
export interface ChannelRef {
  readonly platform: Platform;
  readonly workspaceId: string;
  readonly channelId: string;
}

/** A message that was posted, so that it can be edited, deleted, or continued in its thread. */
export interface PostRef extends ChannelRef {
  readonly messageId: string;
  readonly threadId?: string;
}

export interface PostOptions {
  /** Marks the message on the platform (Discord nonce, Slack metadata), so that posting again cannot double it. */
  readonly deliveryId?: string;
  /** Post into the thread under this message. */
  readonly thread?: PostRef;
  /** No sound, no badge, where the platform can. */
  readonly quiet?: boolean;
  /** The one role (Discord) or user group (Slack) that the subscription asked to mention, by id. Never taken from text. */
  readonly mention?: string;
  /** The subscription's own look, where the platform and our rights allow it; else the bot's. */
  readonly look?: PostLook;
}

/** How the sender of a post looks. */
export interface PostLook {
  readonly name?: string;
  /** https address of the avatar. */
  readonly pictureUrl?: string;
  /** "#rrggbb", instead of the topic's. */
  readonly color?: string;
}

/** So many messages in so much time. */
export interface Rate {
  readonly messages: number;
  readonly perMs: number;
}

/** How fast a platform lets us post, as it documents it. What it says at run time comes as a ChatError with `retryAfterMs`. */
export interface DeliveryPace {
  /** Over all workspaces together. */
  readonly platform?: Rate;
  readonly workspace?: Rate;
  readonly channel?: Rate;
}

/** A chat platform, as the rest of the service sees it. Throws ChatError; nothing else escapes. */
export interface Chat {
  readonly platform: Platform;
  /** Absent where nothing is limited. */
  readonly pace?: DeliveryPace;
  start(handlers: ChatHandlers): Promise<void>;
  /** Ends connections after the work in hand. */
  stop(): Promise<void>;
  post(channel: ChannelRef, message: Message, options?: PostOptions): Promise<PostRef>;
  edit(post: PostRef, message: Message): Promise<void>;
  remove(post: PostRef): Promise<void>;
  /** The post that carries this delivery id, if the platform has it: resolves a send whose end is not known. */
  findDelivery(channel: ChannelRef, deliveryId: string): Promise<PostRef | undefined>;
  /** A direct message to one person, where the platform has such. */
  tellUser?(user: UserRef, message: Message): Promise<void>;
}

/** A person, as the platform names them in a workspace. */
export interface UserRef {
  readonly workspaceId: string;
  readonly userId: string;
}

/** Who asks, where. */
export interface Asker {
  readonly channel: ChannelRef;
  readonly userId: string;
  readonly userName: string;
  /** May change the channel's subscriptions, by the platform's permissions. */
  readonly mayManage: boolean;
  /** Where they may not: why, and whom to ask, if the platform tells. */
  readonly whyNotManage?: Said;
  /** May mention roles or groups here, where the platform tells; absent where it does not, then whoever manages may. */
  readonly mayMention?: boolean;
  /** BCP 47, as the platform tells it. */
  readonly locale: string;
}

/** A slash command as it arrived: options are still text. */
export interface CommandCall {
  readonly asker: Asker;
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

/** A button pressed or an option selected. */
export interface ActionCall {
  readonly asker: Asker;
  readonly action: string;
  readonly value: string;
  readonly post: PostRef;
}

/** A form that was sent; `answers` by the names of its fields, as typed. */
export interface FormCall {
  readonly asker: Asker;
  readonly action: string;
  readonly reference?: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** "Who is in this?" or "Background", asked of a message somebody wrote. */
export interface MessageCommandCall {
  readonly asker: Asker;
  readonly command: 'who' | 'background';
  /** What the message says, without markup, its own links included. */
  readonly text: string;
}

/** A link that somebody posted in a channel. */
export interface LinkCall {
  readonly channel: ChannelRef;
  readonly url: string;
}

/** What a person has typed of an option so far. */
export interface CompletionCall {
  readonly asker: Asker;
  readonly command: string;
  readonly option: string;
  readonly typed: string;
}

/** The way back to the asker. Platforms want `acknowledge`, `openForm` or `respond` within three seconds. */
export interface Responder {
  /** Shows that work goes on; `respond` then replaces it. Calling it twice does nothing. */
  acknowledge(options: { readonly onlyAsker: boolean }): Promise<void>;
  respond(message: Message, options: RespondOptions): Promise<void>;
  /** Replaces the message whose button was pressed. */
  update(message: Message): Promise<void>;
  /** Only as the first thing said. */
  openForm(form: Form): Promise<void>;
}

export interface RespondOptions {
  readonly onlyAsker: boolean;
  /** The message says what went wrong; `field` is the option or form field it is about, where that is known. */
  readonly trouble?: { readonly field?: string };
  /** An answer that others may see: the button to put under it, where only the asker sees it (see share.ts). */
  readonly share?: ShareButton;
}

/** What an adapter calls when something arrives. None of them throws: trouble becomes a message with an error id. */
export interface ChatHandlers {
  onCommand(call: CommandCall, responder: Responder): Promise<void>;
  onAction(call: ActionCall, responder: Responder): Promise<void>;
  onForm(call: FormCall, responder: Responder): Promise<void>;
  complete(call: CompletionCall): Promise<readonly { readonly label: string; readonly value: string }[]>;
  /** Our own words for who asks: their channel's language, else theirs. An adapter that has none asks src/wording by the locale. */
  wordsFor?(asker: Asker): Promise<Catalog>;
  onMessageCommand?(call: MessageCommandCall, responder: Responder): Promise<void>;
  /** What to show under a posted link; undefined where the channel did not opt in or the archive does not have the article. */
  unfurl?(call: LinkCall): Promise<Message | undefined>;
  /** We may post in a channel no more: it was deleted, or a permission taken. A post to it would say the same, later. */
  onChannelLost?(channel: ChannelRef, reason: string): void;
  /** We were removed from a workspace. */
  onWorkspaceLost?(workspace: Pick<ChannelRef, 'platform' | 'workspaceId'>, reason: string): void;
  /** We may post in a channel again: a permission came back, we were invited, it was unarchived. */
  onChannelBack?(channel: ChannelRef): void;
  onWorkspaceBack?(workspace: Pick<ChannelRef, 'platform' | 'workspaceId'>): void;
}

/**
 * Why a chat refused. `kind` decides what happens next: retry later, suspend the channel's subscriptions (`lost-channel`,
 * `missing-permission`) or the whole workspace's (`lost-workspace`: uninstalled, token revoked), give up (`lost-post`: the message that was
 * to be edited or answered is not there), or look before sending again.
 */
export class ChatError extends Error {
  readonly kind:
    | 'retryable'
    | 'lost-channel'
    | 'lost-workspace'
    | 'missing-permission'
    | 'lost-post'
    | 'rejected'
    | 'ambiguous';
  readonly retryAfterMs: number | undefined;
  /** What has to wait for `retryAfterMs`. */
  readonly retryScope: RetryScope;

  constructor(
    message: string,
    facts: { kind: ChatError['kind']; retryAfterMs?: number; retryScope?: RetryScope; cause?: unknown },
  ) {
    super(message, { cause: facts.cause });
    this.name = 'ChatError';
    this.kind = facts.kind;
    this.retryAfterMs = facts.retryAfterMs;
    this.retryScope = facts.retryScope ?? 'channel';
  }
}

/** What has to wait after a refusal: one channel, a workspace, or everything. */
export type RetryScope = 'platform' | 'workspace' | 'channel';
