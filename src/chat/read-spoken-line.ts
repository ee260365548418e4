import { en } from '../wording/en/index.ts';
import { type CommandSyntax, type ParsedLine, type ParseOptions, parseCommandLine } from './parse-command-line.ts';

/** The command that takes a line whole, where people just ask. */
const plainTextCommand = 'ask';

/**
 * What a person says to the bot in their own words: a command's words, or a question. `who is ...?` is a question, `who ...` the command;
 * nothing at all asks for help.
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
  return parseCommandLine(spoken, commands, { plainTextCommand, say });
}
