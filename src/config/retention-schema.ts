import { z } from 'zod';

/** `retention`: how long deliveries and articles are kept, in days. */
export const retentionSchema = z
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
