import { en } from '../wording/en/index.ts';
import { type CommandSyntax, type ParsedLine, type ParseOptions, parseCommandLine } from './parse-command-line.ts';

/** The command for plain questions. */
const plainTextCommand = 'ask';

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
  return parseCommandLine(spoken, commands, { plainTextCommand, say });
}
