import type { Catalog } from '../wording/catalog.ts';
import type { Caller } from './chat.ts';
import type { Choice, Message } from './message.ts';
import type { Platform } from './platforms.ts';

/** A named option of a command; its value arrives as text. */
export interface OptionDefinition {
  /** English; translations are in src/wording, see `commandIn`. */
  readonly description: string;
  readonly required?: boolean;
  /** A closed set of values, shown as a list. */
  readonly choices?: readonly Choice[];
  /** The kind of completion offered while the user types. */
  readonly completes?: Completion;
  /** Offered on this platform alone. */
  readonly only?: Platform;
}

/** The kinds of completion, see src/services/complete.ts. */
export type Completion =
  | 'topic'
  | 'actor'
  | 'story'
  | 'interest'
  | 'times'
  | 'days'
  | 'since'
  | 'without'
  | 'zone'
  | 'language'
  | 'quiet'
  | 'offer'
  | 'command';

type OptionValues<Options extends Record<string, OptionDefinition>> = {
  readonly [Name in keyof Options]: Options[Name] extends { readonly required: true } ? string : string | undefined;
};

/** What every command receives besides its options. */
export interface CommandContext<Services> {
  readonly caller: Caller;
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
  /** Whether only the user sees the answer; default true. */
  readonly onlyCaller?: boolean;
  /** Whether the user may share a private answer with a button; default false. */
  readonly shareable?: boolean;
  /** May be given for another channel, on platforms that can name one and report the user's rights there. */
  readonly takesChannel?: boolean;
  /** Needs nothing of the channel, so that whoever installs the app for themselves may use it anywhere, where a platform has such. */
  readonly anywhere?: boolean;
  /** Called without its words it opens its form, where the platform has forms. */
  readonly opensForm?: boolean;
  /** Changes the channel's subscriptions: requires the right to manage it. */
  readonly managesChannel?: boolean;
  run(options: OptionValues<Options>, context: CommandContext<Services>): Promise<Message>;
}

/** Commands with the options that a platform offers. */
export function commandsOn<Offered extends Pick<Command, 'options'>>(
  platform: Platform,
  commands: readonly Offered[],
): readonly Offered[] {
  return commands.map((command) => {
    const offered = Object.entries(command.options).filter(([, { only = platform }]) => only === platform);
    return { ...command, options: Object.fromEntries(offered) };
  });
}

interface Described {
  readonly name: string;
  readonly description: string;
  readonly options: Readonly<Record<string, OptionDefinition>>;
}

/** A command with localized descriptions and labels of choices; names and values, which people type, stay. */
export function commandIn<Command extends Described>(command: Command, say: Catalog): Command {
  const words = wordsOf(command.name, say);
  const options = Object.entries(command.options).map(([name, definition]) => {
    const description = words[name] ?? wordsOf('shared', say)[name] ?? definition.description;
    const { choices } = definition;
    return [name, { ...definition, description, ...(choices && { choices: choices.map(choiceIn(say)) }) }] as const;
  });
  return { ...command, description: words.description ?? command.description, options: Object.fromEntries(options) };
}

/** A choice with its label in a language. */
export function choiceIn({ commands: { choices } }: Catalog) {
  return <Choice extends { readonly label: string; readonly value: string }>(choice: Choice): Choice => {
    const label = Object.entries(choices).find(([value]) => value === choice.value)?.[1];
    return { ...choice, label: label ?? choice.label };
  };
}

/** The catalog's texts for a command; empty for an unknown one. */
function wordsOf(name: string, { commands }: Catalog): Readonly<Partial<Record<string, string>>> {
  return Object.entries(commands).find(([known]) => known === name)?.[1] ?? {};
}
