import type { LinePlace } from '../intents/line.ts';
import type { Log } from '../runtime/log.ts';
import type { Catalog, LocalizedText } from '../wording/catalog.ts';
import type { Caller, ChannelRef, LinkCall, MessageCommandCall } from './chat.ts';
import type { Command, Completion } from './command.ts';
import type { Form, Message } from './message.ts';

/** The outcome of a pressed button: an answer to the user, an update of the message, or a form. */
export type ActionResult =
  | { readonly kind: 'answer' | 'update'; readonly message: Message }
  | { readonly kind: 'form'; readonly form: Form };

/** A button or select as dispatch calls it; see commands/action.ts. */
export interface DispatchedAction<Services> {
  readonly managesChannel?: boolean;
  readonly shareable?: boolean;
  run(request: { value: string; caller: Caller; services: Services; say: Catalog }): Promise<ActionResult>;
}

/** What a typed line comes to: a command with its options, or something of its own. */
export type LineOutcome =
  | { readonly kind: 'command'; readonly command: string; readonly options: Readonly<Record<string, string>> }
  | { readonly kind: 'answer'; readonly managesChannel: boolean; run(): Promise<Message> };

/** Everything that dispatch calls. */
export interface DispatchOptions<Services> {
  readonly commands: readonly Command<Services>[];
  readonly actions: Readonly<Record<string, DispatchedAction<Services>>>;
  /** All forms require the right to manage the channel. */
  readonly forms: Readonly<
    Record<
      string,
      (request: {
        reference: string;
        answers: Readonly<Record<string, string>>;
        caller: Caller;
        services: Services;
        say: Catalog;
      }) => Promise<Message>
    >
  >;
  /** The commands in the context menu of a message. */
  readonly messageCommands: Readonly<
    Record<
      MessageCommandCall['command'],
      (request: { text: string; caller: Caller; services: Services; say: Catalog }) => Promise<Message>
    >
  >;
  /** Reads what somebody typed in words of their own, and says what comes of it; nothing is done before `run`. */
  readonly readLine?: (request: {
    text: string;
    place: LinePlace;
    asTyped?: { readonly command: string; readonly options: Readonly<Record<string, string>> };
    problem?: string;
    caller: Caller;
    services: Services;
    say: Catalog;
  }) => Promise<LineOutcome>;
  /** What to show below a posted link. */
  readonly unfurl: (call: LinkCall, services: Services) => Promise<Message | undefined>;
  readonly complete: (
    completion: Completion,
    typed: string,
    caller: Caller,
    say: Catalog,
  ) => Promise<readonly { readonly label: string; readonly value: string }[]>;
  /** The language set for a channel. */
  readonly languageOf?: (channel: ChannelRef) => Promise<string | undefined>;
  /** The greeting of a place that the bot came to. */
  readonly greet?: (request: { readonly say: Catalog }) => Message;
  /** The text for an operational error with a known cause, such as a full disk; undefined for all others. */
  readonly explain?: (error: unknown) => LocalizedText | undefined;
  readonly services: Services;
  readonly log: Log;
  /** A wrapper around each command, button and form: must call `work` exactly once. */
  readonly around?: (call: AnsweredCall, work: () => Promise<CallOutcome>) => Promise<CallOutcome>;
}

/** The call: one of the three names is set, as it arrived. */
export interface AnsweredCall {
  readonly caller: Caller;
  readonly command?: string;
  readonly action?: string;
  readonly form?: string;
}

/** `refused`: with a UserError; `failed`: with an unexpected error, which is logged with its id. */
export type CallOutcome = 'answered' | 'refused' | 'failed';
