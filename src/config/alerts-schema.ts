import { z } from 'zod';
import { defaultBreakingRate } from '../stories/phase.ts';

/** `breaking`: of which stories channels are alerted, and how often. */
export const breakingSchema = z
  .strictObject({
    articles: z
      .number()
      .int()
      .min(2, 'one article is no breaking story')
      .max(100)
      .default(defaultBreakingRate.articles)
      .describe('A story breaks with so many articles ...'),
    hours: z
      .number()
      .int()
      .min(1)
      .max(48)
      .default(defaultBreakingRate.hours)
      .describe('... published in so many hours, and at least three times its usual rate.'),
    topPlaces: z
      .number()
      .int()
      .min(0)
      .max(100)
      .default(10)
      .describe('Where a top feed of its language is read: only stories among its first so many; 0: all.'),
    alertsPerDay: z.number().int().min(0).max(100).default(4).describe('Alerts a channel gets a day, at most.'),
  })
  .describe('When a story breaks, and how many alerts of such stories a channel that asked gets.')
  .prefault({});

/** `alerts`: where the operator is told of trouble. */
export const alertsSchema = z
  .strictObject({
    channel: z
      .strictObject({
        platform: z.enum(['local', 'discord', 'slack']).describe('Where the channel is.'),
        workspaceId: z.string().min(1).describe("Slack's workspace or Discord's server; `local` of the local page."),
        channelId: z.string().min(1).describe('Its id; its name on the local page.'),
      })
      .optional()
      .describe('The channel; without it the log tells alone.'),
    diskFreeMegabytes: z
      .number()
      .int()
      .min(0)
      .max(10_000_000)
      .default(500)
      .describe('The operator is told when less than so many megabytes are free where `dataDir` is; 0: never.'),
  })
  .describe(
    'Where the operator is told of trouble, once, and that it is over: feeds that are not read, deliveries given up, a chat that cannot be reached, a full disk.',
  )
  .prefault({});
