import type { Catalog } from '../../wording/catalog.ts';
import { type CommandSyntax, type ParsedLine, parseCommandLine } from '../parse-command-line.ts';
import { readSpokenLine } from '../read-spoken-line.ts';

export interface ReadLineOptions {
  readonly commands: readonly CommandSyntax[];
  /** With its slash: `/dw`. */
  readonly slashCommand: string;
  /** The language in which problems are told. */
  readonly say: Catalog;
}

/** What follows `/dw`. */
export function readSlashText(text: string, { commands, slashCommand, say }: ReadLineOptions): ParsedLine {
  const line = plainText(text) || 'help';
  return parseCommandLine(`/${line.replace(/^\//u, '')}`, commands, { prefix: `${slashCommand} `, say });
}

/** What a person writes to the bot. */
export function readSpokenText(
  text: string,
  botUserId: string,
  { commands, slashCommand, say }: ReadLineOptions,
): ParsedLine {
  const spoken = plainText(text.replaceAll(`<@${botUserId}>`, ' '));
  return readSpokenLine(spoken, commands, { prefix: `${slashCommand} `, say });
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
