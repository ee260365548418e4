import { z } from 'zod';
import { extractPage } from '../../articles/extract-page.ts';

const inputSchema = z.object({ id: z.string(), url: z.string(), html: z.string() });

/** A line of output: a page's text. */
export interface ExtractedLine {
  readonly id: string;
  readonly title?: string;
  /** The body without headline, paragraphs parted by blank lines. */
  readonly text: string;
  readonly paragraphs: readonly string[];
}

/** Extracts one page's title and body. */
export function extractTask(line: unknown): ExtractedLine {
  const { id, url, html } = inputSchema.parse(line);
  const { headline, blocks } = extractPage(html, url);
  const paragraphs = blocks.map(({ text }) => text);
  return { id, ...(headline && { title: headline }), text: paragraphs.join('\n\n'), paragraphs };
}
