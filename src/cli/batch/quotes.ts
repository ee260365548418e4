import { z } from 'zod';
import type { Quote } from '../../actors/actor.ts';
import { findQuotes } from '../../actors/find-quotes.ts';
import { textFields } from './fields.ts';

const inputSchema = z.object(textFields);

/** One line of `batch quotes`: what its text quotes, and whom. */
export function quotesTask(line: unknown): { id: string; quotes: Quote[] } {
  const { id, text, language } = inputSchema.parse(line);
  return { id, quotes: findQuotes(text, language) };
}
