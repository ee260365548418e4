import { extractPage } from '../../articles/extract-page.ts';

/** A line of `batch extract`. */
export interface ExtractLine {
  readonly id: string;
  readonly url: string;
  readonly html: string;
}

export interface ExtractedLine {
  readonly id: string;
  readonly title?: string;
  /** The body without headline, paragraphs parted by blank lines. */
  readonly text: string;
  readonly paragraphs: readonly string[];
}

/** Extracts one page's title and body. */
export function extractTask({ id, url, html }: ExtractLine): ExtractedLine {
  const { headline, blocks } = extractPage(html, url);
  const paragraphs = blocks.map(({ text }) => text);
  return { id, ...(headline && { title: headline }), text: paragraphs.join('\n\n'), paragraphs };
}
