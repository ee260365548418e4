import type { Catalog } from '../wording/catalog.ts';
import type { LocalizedText } from '../wording/localized-text.ts';
import type { Reason } from '../wording/reason.ts';
import type { ChannelRef, PostRef } from './chat.ts';
import type { Form, Message } from './message.ts';
import type { ShareButton } from './share.ts';

/** Who asks, where. */
export interface Asker {
  readonly channel: ChannelRef;
  readonly userId: string;
  readonly userName: string;
  /** May change the channel's subscriptions, by the platform's permissions. */
  readonly mayManage: boolean;
  /** Where they may not: why, and whom to ask, if the platform tells. */
  readonly whyNotManage?: LocalizedText;
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

/** Who sees an answer, and what goes with it. */
export interface RespondOptions {
  readonly onlyAsker: boolean;
  /** The message says what went wrong; `field` is the option or form field it is about, where that is known. */
  readonly trouble?: { readonly field?: string };
  /** An answer that others may see: the button to put under it, where only the asker sees it (see share.ts). */
  readonly share?: ShareButton;
}

/** `no-threads`: what is longer than a message goes on in the channel, as no thread may be opened there. */
export type ChannelLimit = 'no-threads';

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
  /** `isRemoval`: people removed us, and we stay away until we are invited. */
  onChannelLost?(channel: ChannelRef, reason: Reason, how?: { readonly isRemoval?: boolean }): void;
  /** We were removed from a workspace. */
  onWorkspaceLost?(workspace: Pick<ChannelRef, 'platform' | 'workspaceId'>, reason: Reason): void;
  /** A post came out otherwise than it should, which whoever manages the channel can put right. */
  onChannelLimited?(channel: ChannelRef, limit: ChannelLimit): void;
  /** We may post in a channel again: a permission came back, we were invited, it was unarchived. */
  onChannelBack?(channel: ChannelRef): void;
  onWorkspaceBack?(workspace: Pick<ChannelRef, 'platform' | 'workspaceId'>): void;
}
