import type { Catalog } from '../../wording/catalog.ts';
import { eitherOf } from '../../wording/formats.ts';
import { type CommandSyntax, type ParsedLine, parseCommandLine } from '../parse-command-line.ts';
import type { Body } from './api-requests.ts';

/** What was typed, or would have been. */
export function lineOf(body: Body<'run'>): string {
  if ('line' in body) return body.line.trim();
  return [`/${body.command}`, ...Object.entries(body.options).map(([name, value]) => `${name}:${value}`)].join(' ');
}

/** Which command a request means, with its options; what is wrong with it is told in the words of `say`. */
export function callOf(
  body: Body<'run'>,
  commands: readonly CommandSyntax[],
  { plainTextCommand, say }: { readonly plainTextCommand: string | undefined; readonly say: Catalog },
): ParsedLine {
  if ('line' in body) {
    return parseCommandLine(body.line, commands, { say, ...(plainTextCommand !== undefined && { plainTextCommand }) });
  }
  const names = commands.map(({ name }) => name);
  if (!names.includes(body.command)) {
    const problem = say.refusals.unknownCommand(body.command, eitherOf(names, say));
    return { kind: 'unclear', problem };
  }
  return { kind: 'call', command: body.command, options: body.options };
}
