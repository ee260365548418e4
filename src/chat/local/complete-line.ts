import { nearest } from '../../text/similar-words.ts';
import type { OptionDefinition } from '../command.ts';
import type { Choice } from '../message.ts';
import { type CommandSyntax, freeOption } from '../parse-command-line.ts';
import { optionStart, type PlacedWord, placedWords, unquote } from '../split-command-line.ts';

/** What fits the line behind the character `from`. */
export interface LineCompletion {
  /** Where in the line the suggestions go; they replace everything from there on. */
  readonly from: number;
  readonly items: readonly Suggestion[];
}

interface Suggestion {
  readonly label: string;
  readonly detail?: string;
  readonly text: string;
  /** The option whose values these are; absent for commands and names of options. */
  readonly kind?: string;
}

/** The commands there are, and what is offered for their options. */
export interface CompletionSources {
  readonly commands: readonly CommandSyntax[];
  /** Asks for values of an option that completes. */
  values(query: {
    readonly command: string;
    readonly option: string;
    readonly typed: string;
  }): Promise<readonly Choice[]>;
}

const maxItems = 12;

/** What can follow a line typed up to the cursor: commands, then values and names of options. */
export async function completeLine(line: string, sources: CompletionSources): Promise<LineCompletion> {
  const [, name, gap = '', rest = ''] = /^\/(\S*)(\s*)([\s\S]*)$/u.exec(line) ?? [];
  if (name === undefined) return { from: line.length, items: [] };
  if (!gap) return { from: 0, items: commandItems(name.toLowerCase(), sources.commands) };

  const command = sources.commands.find((each) => each.name === name.toLowerCase());
  if (!command) return { from: line.length, items: [] };
  const offset = line.length - rest.length;
  const cursor = cursorIn(rest, command);
  const pieces = await Promise.all([valueItems(cursor, command, sources), nameItems(cursor, command)]);
  return joined(rest, offset, pieces);
}

/** The position of the cursor among the words after the command. */
interface Cursor {
  /** The option whose value is being typed, if any takes it. */
  readonly option: string | undefined;
  readonly typed: string;
  readonly from: number;
  /** Set where the name of an option may stand instead. */
  readonly name?: { readonly typed: string; readonly from: number };
  readonly given: readonly string[];
}

interface Piece {
  readonly from: number;
  readonly items: readonly Suggestion[];
}

function cursorIn(rest: string, command: CommandSyntax): Cursor {
  const names = Object.keys(command.options);
  const words = placedWords(rest);
  const typing = words.at(-1)?.end === rest.length ? words.pop() : undefined;
  const given = words.map((word) => optionStart(word.text, names)?.option).filter((option) => option !== undefined);
  const last = typing && optionStart(typing.text, names);
  if (typing && last && /[:=]/u.test(typing.text)) {
    return { option: last.option, typed: unquote(last.value), from: typing.end - last.value.length, given };
  }
  const before = words.at(-1) && optionStart(words.at(-1)?.text ?? '', names);
  const from = typing?.start ?? rest.length;
  if (before && !before.value) return { option: before.option, typed: unquote(typing?.text ?? ''), from, given };
  if (typing && last) return { option: undefined, typed: '', from, name: { typed: typing.text, from }, given };
  return freeCursor(rest, command, { words, typing, given });
}

function freeCursor(
  rest: string,
  command: CommandSyntax,
  { words, typing, given }: { words: PlacedWord[]; typing: PlacedWord | undefined; given: readonly string[] },
): Cursor {
  const names = Object.keys(command.options);
  const lastOption = words.findLastIndex((word) => optionStart(word.text, names));
  const name = { typed: typing?.text ?? '', from: typing?.start ?? rest.length };
  const taker = freeOption(command);
  const goingOn = goingOnFrom(words, lastOption, names);
  if (goingOn) {
    const option = typing ? goingOn.option : undefined;
    return { option, typed: rest.slice(goingOn.from), from: goingOn.from, name, given: [...given, taker ?? ''] };
  }
  const afterOption = words.slice(lastOption + (words[lastOption]?.text.endsWith(':') ? 2 : 1));
  const from = afterOption[0]?.start ?? typing?.start ?? rest.length;
  const taken = afterOption.length > 0 && !typing;
  return { option: taken ? undefined : taker, typed: rest.slice(from), from, name, given: [...given, taker ?? ''] };
}

/** After free words a value extends to the next option: "asia times:8 and 1". */
function goingOnFrom(
  words: readonly PlacedWord[],
  lastOption: number,
  names: readonly string[],
): { readonly option: string; readonly from: number } | undefined {
  const [word, first] = [words[lastOption], words[0]];
  const start = word && optionStart(word.text, names);
  if (!word || !start || !first || optionStart(first.text, names)) return undefined;
  return { option: start.option, from: word.end - start.value.length };
}

function commandItems(typed: string, commands: readonly CommandSyntax[]): readonly Suggestion[] {
  const beginning = commands.filter(({ name }) => name.startsWith(typed));
  const near = nearest(
    typed,
    commands.map(({ name }) => name),
  ).flatMap((name) => commands.filter((command) => command.name === name));
  return (beginning.length > 0 ? beginning : near).map(({ name, description }) => ({
    label: `/${name}`,
    detail: description,
    text: `/${name} `,
  }));
}

async function valueItems(cursor: Cursor, command: CommandSyntax, sources: CompletionSources): Promise<Piece> {
  const { option, typed, from } = cursor;
  const definition = option === undefined ? undefined : command.options[option];
  if (option === undefined || !definition) return { from, items: [] };
  const choices = await choicesOf(definition, () => sources.values({ command: command.name, option, typed }), typed);
  const quotes = option !== freeOption(command);
  return {
    from,
    items: choices.slice(0, maxItems).map(({ label, value, description }) => ({
      label,
      kind: option,
      ...(description !== undefined && { detail: description }),
      text: `${quotes && /\s/u.test(value) ? `"${value}"` : value} `,
    })),
  };
}

async function choicesOf(
  { choices, completes }: OptionDefinition,
  ask: () => Promise<readonly Choice[]>,
  typed: string,
): Promise<readonly Choice[]> {
  if (!choices) return completes ? ask() : [];
  const word = typed.toLowerCase();
  return choices.filter(({ label, value }) => [label, value].some((text) => text.toLowerCase().includes(word)));
}

function nameItems({ name, given }: Cursor, { options }: CommandSyntax): Piece {
  if (!name) return { from: 0, items: [] };
  const typed = name.typed.replace(/^--/u, '').toLowerCase();
  const items = Object.entries(options)
    .filter(([option]) => option.startsWith(typed) && !given.includes(option))
    .map(([option, { description }]) => ({ label: `${option}:`, detail: description, text: `${option}:` }));
  return { from: name.from, items };
}

/** Brings suggestions for different places to the earliest of them, so that each replaces the same part of the line. */
function joined(rest: string, offset: number, pieces: readonly Piece[]): LineCompletion {
  const filled = pieces.filter(({ items }) => items.length > 0);
  const from = Math.min(rest.length, ...filled.map((piece) => piece.from));
  const items = filled.flatMap((piece) =>
    piece.items.map((item) => ({ ...item, text: rest.slice(from, piece.from) + item.text })),
  );
  return { from: offset + from, items };
}
