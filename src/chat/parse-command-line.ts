import { lengthLimits } from '../text/limits.ts';
import { marks } from '../text/marks.ts';
import { isClose, nearest } from '../text/similar-words.ts';
import type { Catalog } from '../wording/catalog.ts';
import { en } from '../wording/en/index.ts';
import { eitherOf } from '../wording/formats.ts';
import { everyCatalog } from '../wording/wording-for.ts';
import { type Command, choiceIn, commandIn } from './command.ts';
import type { Choice } from './message.ts';
import { splitCommandLine, unquote } from './split-command-line.ts';

/** The syntax of a command for typing it. */
export type CommandSyntax = Pick<
  Command,
  'name' | 'description' | 'example' | 'options' | 'opensForm' | 'takesChannel'
>;

/** A typed line parsed as a call, or the reason why it is not one. */
export type ParsedLine =
  | {
      readonly kind: 'call';
      readonly command: string;
      readonly options: Readonly<Record<string, string>>;
      /** `channel:` of a command that takes one, as typed. */
      readonly channelNamed?: string;
    }
  /** Not a valid command; `problem` is shown to the user. */
  | { readonly kind: 'unclear'; readonly problem: string };

export interface ParseOptions {
  /** The prefix before a command's name, for messages: `/`, or `/dw `. */
  readonly prefix?: string;
  /** The command for a whole line without a slash, such as `ask`. */
  readonly plainTextCommand?: string;
  /** The language of problem messages; English by default. */
  readonly say?: Catalog;
}

/**
 * Parses a typed line by the definitions of the commands: `/subscribe asia --times 08:00 --zone Asia/Seoul`, the same with `times:08:00`, or
 * `/who Park Jin`. The first required option, or else the first, takes all words that belong to no other option; it keeps quotation marks,
 * since in a search or an interest they mark a phrase.
 */
export function parseCommandLine(
  line: string,
  commands: readonly CommandSyntax[],
  { prefix = '/', plainTextCommand, say = en }: ParseOptions = {},
): ParsedLine {
  const context = { prefix, say };
  if (line.length > lengthLimits.line)
    return unclear(say.refusals.lineTooLong(String(line.length), String(lengthLimits.line)));
  const text = line.trim();
  const plain = text.startsWith('/') ? undefined : commands.find(({ name }) => name === plainTextCommand);
  const [, name = '', rest = ''] = /^\/?(\S*)\s*([\s\S]*)$/u.exec(text) ?? [];
  const help = commands.find(({ name: other }) => other === 'help');
  if (plain && help && asksForHelp(text)) return fill(help, [], '', context);
  if (plain && text) return fill(plain, [], text, context);

  const command = commands.find((each) => each.name === name.toLowerCase());
  if (!command) return unclear(unknownCommand(name, commands, context));
  return parseOptions(command, rest, context);
}

let helpWords: ReadonlySet<string> | undefined;

const endMarks = new RegExp(`(?<![${marks.end}\\s])[${marks.end}\\s]+$`, 'u');

/** "help", "was kannst du?": a request for help in any interface language, not a question to the archive. */
function asksForHelp(text: string): boolean {
  helpWords ??= new Set(everyCatalog().flatMap(({ chat }) => chat.helpWords.split(' / ').map(alike)));
  return helpWords.has(alike(text.replace(endMarks, '')));
}

/** Names another channel, in commands that take one. */
const channelOption = 'channel';

/** The option that takes words without an option name. */
export function freeOption({ options }: CommandSyntax): string | undefined {
  const names = Object.keys(options);
  return names.find((name) => options[name]?.required) ?? names[0];
}

/** Settings must be named; free words go to the main option. */
function takesWords(command: CommandSyntax): boolean {
  const definition = command.options[freeOption(command) ?? ''];
  return definition?.required === true || definition?.completes === 'interest';
}

function parseOptions(command: CommandSyntax, rest: string, context: LineContext): ParsedLine {
  const free: string[] = [];
  const named: [string, string][] = [];
  const names = [...Object.keys(command.options), ...(command.takesChannel ? [channelOption] : [])];
  const taker = freeOption(command);
  for (const word of splitCommandLine(rest, names, { takesWords: takesWords(command) })) {
    if (word.kind === 'free') free.push(word.text);
    else if (!names.includes(word.option)) return unclear(unknownOption(command, word.option, context));
    else if (!word.value) return unclear(missingValue(command, word.option, context));
    else named.push([word.option, word.option === taker ? word.value : unquote(word.value)]);
  }
  const misspelled = free.map((text) => misspelledOption(text, names)).find((name) => name !== undefined);
  if (misspelled !== undefined) return unclear(unknownOption(command, misspelled, context));
  return fill(command, named, free.join(' '), context);
}

function fill(
  command: CommandSyntax,
  named: readonly (readonly [string, string])[],
  free: string,
  context: LineContext,
): ParsedLine {
  const { refusals } = context.say;
  const options = new Map<string, string>();
  for (const [name, value] of named) {
    if (options.has(name)) return unclear(refusals.optionTwice(name));
    options.set(name, value);
  }
  const channelNamed = command.takesChannel ? options.get(channelOption) : undefined;
  if (channelNamed !== undefined) options.delete(channelOption);
  const taker = freeOption(command);
  if (free && taker === undefined) return unclear(refusals.noWords(`${context.prefix}${command.name}`, free));
  if (free && taker !== undefined) options.set(taker, [options.get(taker), free].filter(Boolean).join(' '));
  const call = check(command, options, context);
  return channelNamed === undefined || call.kind === 'unclear' ? call : { ...call, channelNamed };
}

function check(command: CommandSyntax, options: Map<string, string>, context: LineContext): ParsedLine {
  const { say } = context;
  for (const [name, definition] of Object.entries(command.options)) {
    const value = options.get(name);
    if (value === undefined && definition.required) return unclear(missingOption(command, name, context));
    if (value === undefined || !definition.choices) continue;
    const named = (each: Choice) => [each.value, each.label, choiceIn(say)(each).label];
    const choice = definition.choices.find((each) => named(each).some((text) => sameWords(text, value)));
    const values = definition.choices.map((each) => each.value);
    if (!choice) return unclear(say.errors.unknownChoice(name, value, eitherOf(values, say)));
    options.set(name, choice.value);
  }
  return { kind: 'call', command: command.name, options: Object.fromEntries(options) };
}

function sameWords(one: string, other: string): boolean {
  return alike(one) === alike(other);
}

function alike(text: string): string {
  return text.trim().toLowerCase();
}

function unclear(problem: string): ParsedLine {
  return { kind: 'unclear', problem };
}

/** What problems with a typed line are reported with. */
interface LineContext {
  /** The prefix before a command's name where people type it. */
  readonly prefix: string;
  readonly say: Catalog;
}

/** With the nearest names, or all. */
function unknownCommand(name: string, commands: readonly CommandSyntax[], { prefix, say }: LineContext): string {
  const names = commands.map((each) => each.name);
  const near = nearest(name, names);
  const shown = eitherOf(
    (near.length > 0 ? near : names).map((each) => `${prefix}${each}`),
    say,
  );
  if (!name) return say.refusals.noCommand(shown);
  return near.length > 0 ? say.refusals.nearCommand(name, shown) : say.refusals.unknownCommand(name, shown);
}

/** With the options that there are. */
function unknownOption(command: CommandSyntax, name: string, { prefix, say }: LineContext): string {
  const names = Object.keys(command.options);
  const typed = `${prefix}${command.name}`;
  if (names.length === 0) return say.refusals.noOptions(name, typed);
  return say.refusals.unknownOption(name, typed, eitherOf(names, say));
}

/** With an example of how a value is given. */
function missingValue(command: CommandSyntax, option: string, { prefix, say: { refusals } }: LineContext): string {
  return refusals.noValue(option, `${prefix}${command.name}`, `${option}:${refusals.value}`);
}

/** With what the option is, and an example. */
function missingOption(command: CommandSyntax, name: string, { prefix, say }: LineContext): string {
  const example = `${prefix}${command.example.replace(/^\//u, '')}`;
  const description = commandIn(command, say).options[name]?.description ?? '';
  return say.refusals.needs(`${prefix}${command.name}`, name, description, example);
}

/**
 * `zoen:Asia/Seoul`: a misspelled option, and `to:@ann`: one that there is not, since no words to look for begin with a mention or a channel.
 * Not a URL, a time or a title with a colon.
 */
function misspelledOption(text: string, names: readonly string[]): string | undefined {
  const [, addressed] = /^(\p{L}{2,12}):(?:@|#|<[@#!])/u.exec(text) ?? [];
  if (addressed !== undefined) return addressed;
  const [, name] = /^([a-z]{4,}):[^/\s]/u.exec(text) ?? [];
  return name !== undefined && names.some((known) => isClose(known, name)) ? name : undefined;
}

/** Commands that people also type in words of their own: "subscribe asia at 8", "move asia to 9". */
const looseCommands: ReadonlySet<string> = new Set([
  'ask',
  'background',
  'brief',
  'move',
  'search',
  'subscribe',
  'who',
  'why',
]);

/**
 * Whether a line is to be taken by the word: it names options, or writes an interest with operators, or its command is typed in no other
 * way. Scripts write such lines; what people type otherwise is read (src/intents).
 */
export function isStrict(line: string, parsed: ParsedLine, commands: readonly CommandSyntax[]): boolean {
  if (parsed.kind === 'unclear') return /\s(?:--\w|[a-z]+:\S)/u.test(line);
  if (!looseCommands.has(parsed.command)) return true;
  const command = commands.find(({ name }) => name === parsed.command);
  const free = command && freeOption(command);
  if (parsed.channelNamed !== undefined || Object.keys(parsed.options).some((name) => name !== free)) return true;
  // "/ask why ..." rather than a question alone.
  if (parsed.command === 'ask') return parsed.options[free ?? ''] !== line.trim();
  if (parsed.command === 'move') return /^#?\d+$/u.test(parsed.options[free ?? ''] ?? '');
  return parsed.command === 'subscribe' && /[()]|\b(?:AND|OR|NOT)\b|\b[a-z]+:/u.test(line);
}

/** The command for plain questions. */
const questionCommand = 'ask';

/**
 * Parses free text addressed to the bot: a command, or a question. `who is ...?` is a question, `who ...` the command; an empty text asks
 * for help.
 */
export function readSpokenLine(
  line: string,
  commands: readonly CommandSyntax[],
  { prefix = '/', say = en }: Pick<ParseOptions, 'prefix' | 'say'> = {},
): ParsedLine {
  const spoken = line.trim() || 'help';
  const [, first = ''] = /^\/?([\w-]+)/u.exec(spoken) ?? [];
  const isCommand = commands.some(({ name }) => name === first.toLowerCase()) && !spoken.endsWith('?');
  if (isCommand || spoken.startsWith('/'))
    return parseCommandLine(`/${spoken.replace(/^\//u, '')}`, commands, { prefix, say });
  return parseCommandLine(spoken, commands, { plainTextCommand: questionCommand, say });
}
