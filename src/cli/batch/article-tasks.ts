import { z } from 'zod';
import type { Mention, Quote } from '../../actors/actor.ts';
import { findMentions } from '../../actors/find-mentions.ts';
import { findQuotes } from '../../actors/find-quotes.ts';
import { extractPage } from '../../articles/extract-page.ts';
import { corpusArticle } from '../corpus-line.ts';

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** An instant as ISO writes it; a bare day counts from its noon, so that no zone moves it. */
export const instantField = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(dayPattern.test(text) ? `${text}T12:00:00Z` : text);
  } catch {
    context.addIssue({
      code: 'custom',
      message: `"${text}" is not a time; use the form 2026-05-01 or 2026-05-01T08:00:00Z`,
    });
    return z.NEVER;
  }
});

/** A day as ISO writes it. */
export const dayField = z.string().regex(dayPattern, 'is not a day; use the form 2026-05-01');

/** Articles that a line brings, as corpus lines. */
export const articlesField = z.array(
  z.unknown().transform((value, context) => {
    try {
      return corpusArticle(value);
    } catch {
      context.addIssue({ code: 'custom', message: 'is not an article: it needs id, title, text and language' });
      return z.NEVER;
    }
  }),
);

/** A text with its id and language, as most tasks take it. */
export const textFields = { id: z.string(), text: z.string(), language: z.string().default('en') };

const pageSchema = z.object({ id: z.string(), url: z.string(), html: z.string() });

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
  const { id, url, html } = pageSchema.parse(line);
  const { headline, blocks } = extractPage(html, url);
  const paragraphs = blocks.map(({ text }) => text);
  return { id, ...(headline && { title: headline }), text: paragraphs.join('\n\n'), paragraphs };
}

const actorsInputSchema = z.object(textFields);

/** One line of `batch actors`: who and what its text names. */
export function actorsTask(line: unknown): { id: string; mentions: Mention[] } {
  const { id, text, language } = actorsInputSchema.parse(line);
  return { id, mentions: findMentions(text, language) };
}

const quotesInputSchema = z.object(textFields);

/** One line of `batch quotes`: its quotations and their speakers. */
export function quotesTask(line: unknown): { id: string; quotes: Quote[] } {
  const { id, text, language } = quotesInputSchema.parse(line);
  return { id, quotes: findQuotes(text, language) };
}
