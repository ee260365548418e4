import { type CommandSyntax, type ParsedLine, parseCommandLine } from '../parse-command-line.ts';
import type { Body } from './api-requests.ts';

/** What was typed, or would have been. */
export function lineOf(body: Body<'run'>): string {
  if ('line' in body) return body.line.trim();
  return [`/${body.command}`, ...Object.entries(body.options).map(([name, value]) => `${name}:${value}`)].join(' ');
}

/** Which command a request means, with its options. */
export function callOf(
  body: Body<'run'>,
  commands: readonly CommandSyntax[],
  plainTextCommand: string | undefined,
): ParsedLine {
  if ('line' in body) {
    return parseCommandLine(body.line, commands, plainTextCommand === undefined ? {} : { plainTextCommand });
  }
  const known = commands.some(({ name }) => name === body.command);
  if (!known) return { kind: 'unclear', problem: `Unknown command "${body.command}".` };
  return { kind: 'call', command: body.command, options: body.options };
}
