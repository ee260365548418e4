import type { Command, OptionDefinition } from './command.ts';
import { isClose, listOf, nearest } from './nearest-words.ts';
import { splitCommandLine, unquote } from './split-command-line.ts';

/** What a person needs to know of a command to type it. */
export type CommandSyntax = Pick<Command, 'name' | 'description' | 'example' | 'options'>;

export type ParsedLine =
  | { readonly kind: 'call'; readonly command: string; readonly options: Readonly<Record<string, string>> }
  /** Not a command as typed; `problem` is for the person who typed it. */
  | { readonly kind: 'unclear'; readonly problem: string };

export interface ParseOptions {
  /** What stands before a command's name where people type it, for messages: `/`, or `/dw `. */
  readonly prefix?: string;
  /** The command that takes a line without a slash whole, such as `ask`. */
  readonly plainTextCommand?: string;
}

/**
 * Reads a typed line by the definitions of the commands: `/subscribe asia --times 08:00 --zone Asia/Seoul`, the same with `times:08:00`, or
 * `/who Park Jin`. The first required option, or else the first, takes all words that belong to no other; there quotes stay as typed, for
 * to a search or an interest they mean a phrase.
 */
export function parseCommandLine(
  line: string,
  commands: readonly CommandSyntax[],
  { prefix = '/', plainTextCommand }: ParseOptions = {},
): ParsedLine {
  const text = line.trim();
  const plain = text.startsWith('/') ? undefined : commands.find(({ name }) => name === plainTextCommand);
  const [, name = '', rest = ''] = /^\/?(\S*)\s*([\s\S]*)$/u.exec(text) ?? [];
  if (plain && text) return fill(plain, [], text, prefix);

  const command = commands.find((each) => each.name === name.toLowerCase());
  if (!command) return unclear(unknownCommand(name, commands, prefix));
  return parseOptions(command, rest, prefix);
}

/** The option that takes the words which belong to no other. */
export function freeOption({ options }: CommandSyntax): string | undefined {
  const names = Object.keys(options);
  return names.find((name) => options[name]?.required) ?? names[0];
}

function parseOptions(command: CommandSyntax, rest: string, prefix: string): ParsedLine {
  const free: string[] = [];
  const named: [string, string][] = [];
  const names = Object.keys(command.options);
  const taker = freeOption(command);
  for (const word of splitCommandLine(rest, names)) {
    if (word.kind === 'free') free.push(word.text);
    else if (!names.includes(word.option)) return unclear(unknownOption(command, word.option, prefix));
    else if (!word.value) return unclear(missingValue(command, word.option, prefix));
    else named.push([word.option, word.option === taker ? word.value : unquote(word.value)]);
  }
  const misspelled = free.map((text) => misspelledOption(text, names)).find((name) => name !== undefined);
  if (misspelled !== undefined) return unclear(unknownOption(command, misspelled, prefix));
  return fill(command, named, free.join(' '), prefix);
}

function fill(
  command: CommandSyntax,
  named: readonly (readonly [string, string])[],
  free: string,
  prefix: string,
): ParsedLine {
  const options = new Map<string, string>();
  for (const [name, value] of named) {
    if (options.has(name)) return unclear(`Option "${name}" was given twice; give it once.`);
    options.set(name, value);
  }
  const taker = freeOption(command);
  if (free && taker === undefined)
    return unclear(`${prefix}${command.name} takes no words after it; leave out "${free}".`);
  if (free && taker !== undefined) options.set(taker, [options.get(taker), free].filter(Boolean).join(' '));
  return check(command, options, prefix);
}

function check(command: CommandSyntax, options: Map<string, string>, prefix: string): ParsedLine {
  for (const [name, definition] of Object.entries(command.options)) {
    const value = options.get(name);
    if (value === undefined && definition.required) return unclear(missingOption(command, name, definition, prefix));
    if (value === undefined || !definition.choices) continue;
    const choice = definition.choices.find((each) => [each.value, each.label].some((text) => sameWords(text, value)));
    if (!choice) {
      return unclear(`Unknown ${name} "${value}"; use ${listOf(definition.choices.map((each) => each.value))}.`);
    }
    options.set(name, choice.value);
  }
  return { kind: 'call', command: command.name, options: Object.fromEntries(options) };
}

/** `zoen:Asia/Seoul`: a word that was meant as an option. A URL, a time or a title with a colon is not. */
function misspelledOption(text: string, names: readonly string[]): string | undefined {
  const [, name] = /^([a-z]{4,}):[^/\s]/u.exec(text) ?? [];
  return name !== undefined && names.some((known) => isClose(known, name)) ? name : undefined;
}

function unknownCommand(name: string, commands: readonly CommandSyntax[], prefix: string): string {
  const names = commands.map((each) => each.name);
  const near = nearest(name, names);
  const shown = (near.length > 0 ? near : names).map((each) => `${prefix}${each}`);
  if (!name) return `No command was given; use ${listOf(shown)}.`;
  return `Unknown command "${name}"; ${near.length > 0 ? `did you mean ${listOf(shown)}?` : `use ${listOf(shown)}.`}`;
}

function unknownOption(command: CommandSyntax, name: string, prefix: string): string {
  const names = Object.keys(command.options);
  const remedy = names.length > 0 ? `use ${listOf(names)}` : 'it takes none';
  return `Unknown option "${name}" of ${prefix}${command.name}; ${remedy}.`;
}

function missingValue(command: CommandSyntax, option: string, prefix: string): string {
  return `Option "${option}" of ${prefix}${command.name} has no value; write it as ${option}:value.`;
}

function missingOption(
  command: CommandSyntax,
  name: string,
  { description }: OptionDefinition,
  prefix: string,
): string {
  const example = `${prefix}${command.example.replace(/^\//u, '')}`;
  return `${prefix}${command.name} needs "${name}": ${description}. For example: ${example}`;
}

function sameWords(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function unclear(problem: string): ParsedLine {
  return { kind: 'unclear', problem };
}
