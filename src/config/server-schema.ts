import { z } from 'zod';

/** `server`: the built-in one. */
export const serverSchema = z
  .strictObject({
    host: z.string().default('127.0.0.1').describe('Address to listen at; KURZWELLE_HOST overrides it.'),
    port: z.number().int().min(0).max(65_535).default(8_787).describe('Port; KURZWELLE_PORT overrides it.'),
    page: z
      .boolean()
      .optional()
      .describe(
        'Whether there is the local page; without it there are health and metrics only. Unset: where neither Discord nor Slack runs.',
      ),
  })
  .describe('The built-in server: local page, health, metrics. Whoever reaches the page may change every subscription.')
  .prefault({});
