import { cutTo, lengthLimits } from '../../text/limits.ts';
import type { Catalog } from '../../wording/catalog.ts';
import { type CommandSyntax, type ParsedLine, parseCommandLine, readSpokenLine } from '../parse-command-line.ts';
import type { SpokenMessage } from './payloads.ts';

export interface ReadLineOptions {
  readonly commands: readonly CommandSyntax[];
  /** With its slash: `/dw`. */
  readonly slashCommand: string;
  /** The language of error messages. */
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
  return readSpokenLine(spokenWords(text, botUserId), commands, { prefix: `${slashCommand} `, say });
}

/** What is said to the bot, without its mention. */
export function spokenWords(text: string, botUserId: string): string {
  return plainText(text.replaceAll(`<@${botUserId}>`, ' '));
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

/**
 * What a message that somebody wrote says: without markup, with what a bot's blocks and a link's preview say. Addresses behind words
 * follow on lines of their own, so that the words stay a sentence. People, channels and groups that it mentions are left out, for they
 * are ids here.
 */
export function messageWords({ text, blocks, attachments }: SpokenMessage): string {
  const written = readMarkup(text);
  // A message with blocks repeats them in its text, or sums them up there.
  const shown = [...wordsIn(blocks), ...wordsIn(attachments)].filter((words) => !written.includes(words));
  return [written, ...shown].filter(Boolean).join('\n').slice(0, lengthLimits.message);
}

/** `the <https://a.example|talks>` as "the talks", and "https://a.example" on the next line. */
function readMarkup(text: string): string {
  const addresses: string[] = [];
  const words = cutTo('message', text)
    .replaceAll(/<[@#!][^<>]*>/gu, ' ')
    .replaceAll(/<(https?:\/\/[^<>|\s]+)\|([^<>]*)>/gu, (_whole, address: string, label: string) => {
      // Slack labels a typed "dw.com" with itself.
      if (label.includes(address) || address.includes(label)) return address;
      addresses.push(plainText(address));
      return label;
    });
  return [withoutMarks(plainText(words)), ...addresses].filter(Boolean).join('\n');
}

function withoutMarks(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*(?:>|[-*\u2022])\s+/u, '')
        .replaceAll(/(?<![\p{L}\p{N}/])([*_~`]{1,3})(.{1,300}?)\1(?![\p{L}\p{N}/])/gu, '$2')
        .replaceAll(/\s+/gu, ' ')
        .trim(),
    )
    .join('\n')
    .trim();
}

/** Fields of blocks and attachments that hold words or addresses, whatever holds them. */
const wordFields = new Set(['text', 'title', 'fallback', 'url', 'title_link', 'from_url', 'original_url']);

function wordsIn(json: unknown): string[] {
  const words: string[] = [];
  const visit = (value: unknown, key = ''): void => {
    if (typeof value === 'string') {
      const plain = wordFields.has(key) ? readMarkup(value) : '';
      if (plain && !words.includes(plain)) words.push(plain);
    } else if (Array.isArray(value)) for (const each of value) visit(each);
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) visit(each, name);
  };
  visit(json);
  return words;
}
