import { createHash } from 'node:crypto';
import type { Block, ExtractedPage } from '../../src/articles/article.ts';

/** What is kept of a text that is not ours to keep: enough to see where it differs, nothing to read. */
export interface TextShape {
  /** SHA-256 of the blocks' texts, each in a line of its own. */
  readonly sha256: string;
  /** One line a block: its kind, then its first and last word. */
  readonly blocks: readonly string[];
}

/** The shape of an extracted text, for comparing with one that a person has checked against the page. */
export function textShape({ blocks }: Pick<ExtractedPage, 'blocks'>): TextShape {
  const text = blocks.map((block) => block.text).join('\n');
  return { sha256: createHash('sha256').update(text).digest('hex'), blocks: blocks.map(outline) };
}

function outline({ kind, text }: Block): string {
  const words = text.split(' ');
  return `${kind}: ${words[0]} … ${words.at(-1)}`;
}
