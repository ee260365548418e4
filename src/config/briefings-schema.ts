import { z } from 'zod';
import { pictureChoices } from '../briefings/compose-briefing.ts';
import { defaultRankWeights, type RankFactor } from '../briefings/ranking/rank-stories.ts';
import { platforms } from '../chat/platforms.ts';
import { defaultBreakingRate } from '../stories/phase.ts';

const zone = z.string().refine(isZone, {
  error: (issue) => `unknown time zone "${issue.input}"; use an IANA name such as Europe/Berlin or Asia/Seoul`,
});

/** `briefings`: size, zone, corrections and ranking. */
export const briefingsSchema = z
  .strictObject({
    zone: zone.default('Europe/Berlin').describe('Time zone of who sets none.'),
    maxStories: z.number().int().min(1).max(20).default(5).describe('Stories of a briefing, at most.'),
    pictures: z
      .enum(pictureChoices)
      .default('first')
      .describe('Pictures with alternative text that a feed gives: of the first story that has one, of each, or none.'),
    correctForDays: z
      .number()
      .int()
      .min(0)
      .max(60)
      .default(7)
      .describe('A post is edited, with a note, when DW revises what it says: for so many days, with 0 never.'),
    ranking: z
      .strictObject({
        articles: weight('articles', 'The logarithm of the number of articles.'),
        desks: weight('desks', 'Agencies and publishers.'),
        freshness: weight('freshness', 'How recent the newest article is.'),
        actors: weight('actors', 'How much of the archive is about its main actors.'),
        novelty: weight('novelty', 'The share that is new to the channel.'),
        moved: weight('moved', 'Whether a number that was told has changed.'),
        report: weight('report', 'Whether it reports what happened, rather than explains or comments.'),
        impact: weight(
          'impact',
          'How far what the headline tells reaches: power, war, disaster and death most, then acts of state and of courts.',
        ),
        toll: weight('toll', 'The logarithm of the number of people killed.'),
        prominence: weight('prominence', 'The place in a top feed.'),
        interest: weight('interest', 'The share that matches the interest.'),
      } satisfies Record<RankFactor, z.ZodType>)
      .describe(
        'What each factor counts when the stories of a briefing are ordered; all but articles are about 0 to 1, and `/why` shows the sum for a story.',
      )
      .prefault({}),
  })
  .describe('What briefings hold.')
  .prefault({});

function weight(factor: RankFactor, what: string) {
  return z.number().min(0, 'a weight is 0 or more').max(100).default(defaultRankWeights[factor]).describe(what);
}

function isZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

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

/** `alerts`: where the operator is alerted to trouble. */
export const alertsSchema = z
  .strictObject({
    channel: z
      .strictObject({
        platform: z.enum(platforms).describe('Where the channel is.'),
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
