import { z } from 'zod';
import type { Mention } from '../../actors/actor.ts';
import { findMentions } from '../../actors/find-mentions.ts';
import { textFields } from './fields.ts';

const inputSchema = z.object(textFields);

/** One line of `batch actors`: who and what its text names. */
export function actorsTask(line: unknown): { id: string; mentions: Mention[] } {
  const { id, text, language } = inputSchema.parse(line);
  return { id, mentions: findMentions(text, language) };
}
