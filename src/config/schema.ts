import { z } from 'zod';
import { modelSchema } from '../models/model-schema.ts';
import { alertsSchema, breakingSchema, briefingsSchema } from './briefings-schema.ts';
import { chatSchema } from './chat-schema.ts';
import { feedsSchema } from './feeds-schema.ts';

/** `server`: the built-in one. */
const serverSchema = z
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

/** `retention`: how long deliveries and articles are kept, in days. */
const retentionSchema = z
  .strictObject({
    deliveryDays: z
      .number()
      .int()
      .min(61, 'posts may be corrected for 60 days, so deliveries are kept longer')
      .max(36_500)
      .default(90)
      .describe(
        'Deliveries that ended, and briefings that none carries any more, are removed after so many days; what a channel was told of stories that still go on is kept.',
      ),
    articleDays: z
      .number()
      .int()
      .min(100, 'stories and what briefings told of them go on for weeks')
      .max(36_500)
      .optional()
      .describe(
        'Articles are removed so many days after they were archived, but never before feeds.maxAgeDays; unset: kept for ever. Kept in any case are those of stories that go on or that a channel follows, those that a kept briefing cites, and what a feed still lists.',
      ),
  })
  .describe('How long things are kept.')
  .prefault({});

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
