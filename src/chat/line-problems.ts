import { isClose, nearest } from '../text/similar-words.ts';
import type { Catalog } from '../wording/catalog.ts';
import { eitherOf } from '../wording/formats.ts';
import { commandIn } from './command-words.ts';
import type { CommandSyntax } from './parse-command-line.ts';

/** What problems with a typed line are reported with. */
export interface LineContext {
  /** The prefix before a command's name where people type it. */
  readonly prefix: string;
  readonly say: Catalog;
}

/** With the nearest names, or all. */
export function unknownCommand(name: string, commands: readonly CommandSyntax[], { prefix, say }: LineContext): string {
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
export function unknownOption(command: CommandSyntax, name: string, { prefix, say }: LineContext): string {
  const names = Object.keys(command.options);
  const typed = `${prefix}${command.name}`;
  if (names.length === 0) return say.refusals.noOptions(name, typed);
  return say.refusals.unknownOption(name, typed, eitherOf(names, say));
}

/** With an example of how a value is given. */
export function missingValue(
  command: CommandSyntax,
  option: string,
  { prefix, say: { refusals } }: LineContext,
): string {
  return refusals.noValue(option, `${prefix}${command.name}`, `${option}:${refusals.value}`);
}

/** With what the option is, and an example. */
export function missingOption(command: CommandSyntax, name: string, { prefix, say }: LineContext): string {
  const example = `${prefix}${command.example.replace(/^\//u, '')}`;
  const description = commandIn(command, say).options[name]?.description ?? '';
  return say.refusals.needs(`${prefix}${command.name}`, name, description, example);
}

/** `zoen:Asia/Seoul`: a misspelled option. Not a URL, a time or a title with a colon. */
export function misspelledOption(text: string, names: readonly string[]): string | undefined {
  const [, name] = /^([a-z]{4,}):[^/\s]/u.exec(text) ?? [];
  return name !== undefined && names.some((known) => isClose(known, name)) ? name : undefined;
}
