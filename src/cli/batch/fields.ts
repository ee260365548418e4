import { z } from 'zod';

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** An instant as ISO writes it; a bare day counts from its noon, so that no zone moves it. */
export const instantField = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(dayPattern.test(text) ? `${text}T12:00:00Z` : text);
  } catch {
    context.addIssue({ code: 'custom', message: `"${text}" is no time; write 2026-05-01 or 2026-05-01T08:00:00Z` });
    return z.NEVER;
  }
});

/** A day as ISO writes it. */
export const dayField = z.string().regex(dayPattern, 'is no day; write 2026-05-01');

/** A text with its id and language, as most tasks take it. */
export const textFields = { id: z.string(), text: z.string(), language: z.string().default('en') };
