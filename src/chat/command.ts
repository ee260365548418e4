import type { Catalog } from '../wording/catalog.ts';
import type { Asker } from './chat.ts';
import type { Choice, Message } from './message.ts';

/** What a command may be given by name; its value arrives as text. */
export interface OptionDefinition {
  /** English; src/wording has it in the other languages, see command-words.ts. */
  readonly description: string;
  readonly required?: boolean;
  /** A closed set of values, shown as a list. */
  readonly choices?: readonly Choice[];
  /** Names a completer of the services; asked while the person types. */
  readonly completes?: Completion;
}

/** What an option can be completed with, see src/completion. */
export type Completion =
  | 'topic'
  | 'actor'
  | 'story'
  | 'interest'
  | 'times'
  | 'days'
  | 'since'
  | 'zone'
  | 'language'
  | 'quiet'
  | 'offer'
  | 'command';

type OptionValues<Options extends Record<string, OptionDefinition>> = {
  readonly [Name in keyof Options]: Options[Name] extends { readonly required: true } ? string : string | undefined;
};

/** What every command may use besides its options. */
export interface CommandContext<Services> {
  readonly asker: Asker;
  readonly services: Services;
  /** The interface texts in the user's language. */
  readonly say: Catalog;
}

/**
 * A slash command as data plus `run`. Discord's registration, Slack's text parsing and /help derive from it.
 * `run` returns a platform-neutral Message, or throws UserError. It never sees ack, interaction, embed or block.
 */
export interface Command<
  Services = never,
  Options extends Record<string, OptionDefinition> = Record<string, OptionDefinition>,
> {
  readonly name: string;
  readonly description: string;
  /** An example a person can type, without the slash command's prefix. */
  readonly example: string;
  readonly options: Options;
  /** Answer only the asker sees; default true. */
  readonly onlyAsker?: boolean;
  /** What it answers only the asker may give to everybody with a button; default false. */
  readonly shareable?: boolean;
  /** Changes the channel's subscriptions: needs the right to manage it. */
  readonly managesChannel?: boolean;
  run(options: OptionValues<Options>, context: CommandContext<Services>): Promise<Message>;
}
