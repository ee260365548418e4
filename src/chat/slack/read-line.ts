import { type CommandSyntax, type ParsedLine, parseCommandLine } from '../parse-command-line.ts';

export interface ReadLineOptions {
  readonly commands: readonly CommandSyntax[];
  /** With its slash: `/dw`. */
  readonly slashCommand: string;
  readonly plainTextCommand: string;
}

/** What follows `/dw`. */
export function readSlashText(text: string, options: ReadLineOptions): ParsedLine {
  return parse(plainText(text) || 'help', options);
}

/** What a person writes to the bot: a command's words, or a question. `who is ...?` is a question, `who ...` the command. */
export function readSpokenText(text: string, botUserId: string, options: ReadLineOptions): ParsedLine {
  const spoken = plainText(text.replaceAll(`<@${botUserId}>`, ' ')) || 'help';
  const [, first = ''] = /^\/?([\w-]+)/u.exec(spoken) ?? [];
  const isCommand = options.commands.some(({ name }) => name === first.toLowerCase()) && !spoken.endsWith('?');
  if (isCommand || spoken.startsWith('/')) return parse(spoken, options);
  const { commands, plainTextCommand } = options;
  return parseCommandLine(spoken, commands, { plainTextCommand });
}

/** Typed words as typed: Slack escapes `& < >` and makes links of addresses. */
export function plainText(text: string): string {
  return text
    .replaceAll(/<(?:mailto:)?((?:https?:\/\/)?[^<>|\s]+)\|[^<>]*>/gu, (whole, address: string) =>
      /^[@#!]/u.test(address) ? whole : address,
    )
    .replaceAll(/<(https?:\/\/[^<>\s]+)>/gu, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

function parse(line: string, { commands, slashCommand }: ReadLineOptions): ParsedLine {
  return parseCommandLine(`/${line.replace(/^\//u, '')}`, commands, { prefix: `${slashCommand} ` });
}
