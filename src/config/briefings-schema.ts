import { z } from 'zod';
import { pictureChoices } from '../briefings/compose-briefing.ts';
import { defaultRankWeights, type RankFactor } from '../briefings/ranking/rank-factors.ts';
import { platforms } from '../chat/platforms.ts';
import { defaultBreakingRate } from '../stories/phase.ts';
import { parseZone } from '../subscriptions/parse-zone.ts';
import { UserError } from '../user-error.ts';

/** An IANA zone, or a city as chat takes it. */
const zone = z.string().transform((typed, { addIssue }) => {
  try {
    return parseZone(typed);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    addIssue(error.message);
    return z.NEVER;
  }
});

/** `briefings`: size, zone, corrections and ranking. */
export const briefingsSchema = z
  .strictObject({
    zone: zone.prefault('Europe/Berlin').describe('Time zone for channels that have not set one.'),
    maxStories: z.number().int().min(1).max(20).default(5).describe('Maximum stories in a briefing.'),
    sentencesPerArticle: z
      .number()
      .int()
      .min(1)
      .max(5)
      .default(5)
      .describe(
        'Maximum sentences that a briefing quotes from one article. A long briefing has up to five, a normal one three, a short one one.',
      ),
    pictures: z
      .enum(pictureChoices)
      .default('first')
      .describe(
        'Pictures from the feed that have alternative text: for the first story that has one, for every story, or none.',
      ),
    quiet: z
      .enum(['weekly', 'daily'])
      .default('weekly')
      .describe(
        'When nothing is new for a channel: `weekly` posts nothing, but one line after seven days without a briefing; `daily` posts that line each time.',
      ),
    correctForDays: z
      .number()
      .int()
      .min(0)
      .max(60)
      .default(7)
      .describe('For how many days a post is edited, with a note, when DW revises what it says; 0 for never.'),
    ranking: z
      .strictObject({
        articles: weight('articles', 'The logarithm of the number of articles.'),
        desks: weight('desks', 'Agencies and publishers.'),
        freshness: weight('freshness', 'How recent the newest article is.'),
        actors: weight('actors', 'How much of the archive is about its main actors.'),
        novelty: weight('novelty', 'The share that is new to the channel.'),
        moved: weight('moved', 'Whether a number sent before has changed.'),
        prominence: weight('prominence', 'The place in a top feed.'),
        interest: weight('interest', 'The share that matches the interest.'),
        conflict: weight('conflict', 'The event is of war or an attack.'),
        peace: weight('peace', 'A truce, a peace accord.'),
        power: weight('power', 'A change of power.'),
        election: weight('election', 'An election or its result.'),
        accord: weight('accord', 'A treaty, a summit, a deal.'),
        ruling: weight('ruling', 'What a court or prosecutor decides.'),
        disaster: weight('disaster', 'A disaster or accident.'),
        emergency: weight('emergency', 'An emergency of health, hunger or supply.'),
        death: weight('death', 'People were killed.'),
        decision: weight('decision', 'A law, a ban, a sanction.'),
        toll: weight('toll', 'The logarithm of the number of people killed.'),
        government: weight('government', 'A government, army, court or international organization acts.'),
        affair: weight('affair', 'How many other stories are about the same names.'),
        live: weight('live', 'Whether it is followed live.'),
        reports: weight(
          'reports',
          'Whether its first sentences say who says so, or on which day, or its headline after what.',
        ),
        discusses: weight('discusses', 'Whether it says how things are or might be, more than what happened.'),
        explains: weight('explains', 'Whether its headline asks or explains.'),
        comments: weight('comments', 'Whether it is a comment.'),
        portrays: weight('portrays', 'Whether it is a portrait, a look back or a feature.'),
        pastime: weight('pastime', 'Whether it is about sport, culture, animals or leisure.'),
      } satisfies Record<RankFactor, z.ZodType>)
      .describe(
        'What each factor counts when the stories of a briefing are ordered, less than 0 against a story; all but articles are about 0 to 1, and `/why` shows the sum.',
      )
      .prefault({}),
  })
  .describe('What briefings hold.')
  .prefault({});

function weight(factor: RankFactor, what: string) {
  return z.number().min(-100, 'a weight is -100 or more').max(100).default(defaultRankWeights[factor]).describe(what);
}

/** `breaking`: of which stories channels are alerted, and how often. */
export const breakingSchema = z
  .strictObject({
    articles: z
      .number()
      .int()
      .min(2, 'use 2 or more: a single article is never breaking news')
      .max(100)
      .default(defaultBreakingRate.articles)
      .describe('A story is breaking news with this many articles ...'),
    hours: z
      .number()
      .int()
      .min(1)
      .max(48)
      .default(defaultBreakingRate.hours)
      .describe('... published within this many hours, at three times its usual rate or more.'),
    topPlaces: z
      .number()
      .int()
      .min(0)
      .max(100)
      .default(10)
      .describe(
        'If a top feed in the same language is read, the story must be among its first entries, this many; 0 for any.',
      ),
    consequence: z
      .number()
      .min(0)
      .max(10)
      .default(2.35)
      .describe(
        "A story breaks with its first article if its event weighs this much by `briefings.ranking` (kind of event, who acts, for how many; in English and German); 0 turns this off. 2.35 is about one alert in two days of DW's English news, 2 more than one a day.",
      ),
    alertsPerDay: z.number().int().min(0).max(100).default(4).describe('Maximum alerts per channel and day.'),
  })
  .describe('When a story breaks, and how many alerts of such stories a channel that asked gets.')
  .prefault({});

/** `alerts`: where the operator is alerted to trouble. */
export const alertsSchema = z
  .strictObject({
    channel: z
      .strictObject({
        platform: z.enum(platforms).describe('Where the channel is.'),
        workspaceId: z
          .string()
          .min(1)
          .describe('ID of the Slack workspace or Discord server; `local` for the local page.'),
        channelId: z.string().min(1).describe('Its ID, or its name on the local page.'),
      })
      .optional()
      .describe('The channel; without it the log tells alone.'),
    diskFreeMegabytes: z
      .number()
      .int()
      .min(0)
      .max(10_000_000)
      .default(500)
      .describe('Notify the operator when less than this is free on the disk of `dataDir`; 0 for never.'),
  })
  .describe(
    "Where the operator is notified once of each problem, and once when it is resolved: feeds that can't be read, failed deliveries, a chat that can't be reached, a full disk.",
  )
  .prefault({});
