import { z } from 'zod';
import { modelSchema } from '../models/model-schema.ts';
import { alertsSchema, breakingSchema, briefingsSchema } from './briefings-schema.ts';
import { chatSchema } from './chat-schema.ts';
import { feedsSchema, topicsSchema } from './feeds-schema.ts';
import { httpSchema, serverSchema } from './server-schema.ts';

/** `retention`: how long deliveries and articles are kept, in days. */
const retentionSchema = z
  .strictObject({
    deliveryDays: z
      .number()
      .int()
      .min(61, 'use 61 or more: posts can be corrected for 60 days')
      .max(36_500)
      .default(90)
      .describe(
        'Finished deliveries, and briefings that no delivery uses any more, are deleted after this many days. What a channel has been sent about ongoing stories is kept.',
      ),
    articleDays: z
      .number()
      .int()
      .min(100, 'use 100 or more: stories and the briefings about them can last for weeks')
      .max(36_500)
      .optional()
      .describe(
        'Articles are deleted this many days after they were archived, but never before feeds.maxAgeDays; if unset, they are kept forever. Articles of ongoing or followed stories, articles that a stored briefing cites, and articles that a feed still lists are always kept.',
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
          'Maximum connections from this process to the server in DATABASE_URL. A server allows 100 in total by default.',
        ),
    })
    .describe('The archive on a PostgreSQL server; see docs/postgresql.md.')
    .prefault({}),
  feeds: feedsSchema,
  topics: topicsSchema,
  contact: z
    .string()
    .default('')
    .describe('Your email address or a link. It is sent with every request so that publishers can reach you.'),
  http: httpSchema,
  server: serverSchema,
  chat: chatSchema,
  briefings: briefingsSchema,
  breaking: breakingSchema,
  alerts: alertsSchema,
  model: modelSchema.describe('A language model that chooses sentences; see docs/models.md.').prefault({}),
  retention: retentionSchema,
  log: z
    .strictObject({
      level: z.enum(['debug', 'info', 'warn', 'error']).default('info').describe('Lowest level that is logged.'),
    })
    .describe('The log, which goes to standard error.')
    .prefault({}),
});
