import { z } from 'zod';
import { modelSchema } from '../models/model-schema.ts';
import { alertsSchema, breakingSchema } from './alerts-schema.ts';
import { briefingsSchema } from './briefings-schema.ts';
import { chatSchema } from './chat-schema.ts';
import { feedsSchema } from './feeds-schema.ts';
import { retentionSchema } from './retention-schema.ts';
import { serverSchema } from './server-schema.ts';

/*
 * Descriptions are read by operators: docs/configuration.md and config/kurzwelle.schema.json are made of them (npm run generate).
 * Say what a setting does and in which unit; limits and defaults follow from the schema.
 */

/** The configuration file. Refinements hold what a JSON schema cannot say; feeds and topics that there are not are found in config.ts. */
export const fileSchema = z.strictObject({
  dataDir: z.string().min(1).default('data').describe('Folder of the archive; KURZWELLE_DATA_DIR overrides it.'),
  database: z
    .strictObject({
      connections: z
        .number()
        .int()
        .min(2)
        .max(1_000)
        .default(10)
        .describe(
          'Connections of this process to the server that DATABASE_URL names, at most; the server allows all processes 100 by default.',
        ),
    })
    .describe('The archive on a PostgreSQL server; see docs/postgresql.md.')
    .prefault({}),
  feeds: feedsSchema,
  contact: z
    .string()
    .default('')
    .describe('Who runs this instance, an address or link: sent with every request, so that publishers can reach you.'),
  server: serverSchema,
  chat: chatSchema,
  briefings: briefingsSchema,
  breaking: breakingSchema,
  alerts: alertsSchema,
  model: modelSchema.describe('A language model that words briefings; see docs/models.md.').prefault({}),
  retention: retentionSchema,
  log: z
    .strictObject({
      level: z.enum(['debug', 'info', 'warn', 'error']).default('info').describe('The least that is written.'),
    })
    .describe('What is logged, to standard error.')
    .prefault({}),
});
