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
        'Maximum sentences that a briefing quotes from one article. A long briefing quotes up to five, a normal one three, a short one one.',
      ),
    pictures: z
      .enum(pictureChoices)
      .default('first')
      .describe(
        'Which pictures to show: for the first story that has one, for every story, or none. Only pictures for which the feed has alternative text are shown.',
      ),
    quiet: z
      .enum(['weekly', 'daily'])
      .default('weekly')
      .describe(
        'What to post when nothing is new for a channel. `weekly`: nothing, except one line after seven days without a briefing. `daily`: that line each time.',
      ),
    correctForDays: z
      .number()
      .int()
      .min(0)
      .max(60)
      .default(7)
      .describe(
        'For how many days a post is edited, with a note, when DW revises a sentence that it quotes; 0 for never.',
      ),
    ranking: z
      .strictObject({
        articles: weight('articles', 'How many articles the story has: 0 for one, 0.5 for two, nearly 1 for many.'),
        desks: weight('desks', 'How many agencies and publishers report it.'),
        freshness: weight('freshness', 'How recent the newest article is.'),
        actors: weight('actors', 'How much of the archive is about its main actors.'),
        novelty: weight('novelty', 'How much of it is new to the channel.'),
        moved: weight('moved', 'A number that the channel was sent has changed.'),
        prominence: weight('prominence', 'Its place in a top feed.'),
        interest: weight('interest', 'How much of it matches the interest.'),
        conflict: weight('conflict', 'The event belongs to a war or is an attack.'),
        peace: weight('peace', 'The event is a truce or a peace accord.'),
        power: weight('power', 'The event is a change of power.'),
        election: weight('election', 'The event is an election or its result.'),
        accord: weight('accord', 'The event is a treaty, a summit or a deal.'),
        ruling: weight('ruling', 'The event is a decision of a court or prosecutor.'),
        disaster: weight('disaster', 'The event is a disaster or an accident.'),
        emergency: weight('emergency', 'The event is an emergency of health, hunger or supply.'),
        death: weight('death', 'People were killed.'),
        decision: weight('decision', 'The event is a decision: a ban, a sanction, a vote, a plan.'),
        stance: weight('stance', 'Somebody threatens, accuses, demands or refuses.'),
        record: weight('record', 'The event is the first or the greatest of its kind.'),
        society: weight('society', 'It is about daily life, research or history.'),
        toll: weight('toll', 'How many people were killed (logarithm).'),
        government: weight('government', 'A government, parliament, leader or international organization acts.'),
        greatPower: weight('greatPower', 'Its headline names a permanent member of the UN Security Council.'),
        live: weight('live', 'It is followed live.'),
        roundup: weight('roundup', 'It takes all news of a state, one after another.'),
        reports: weight(
          'reports',
          'It reports: its first sentences give a source or a day, or its headline says what came before.',
        ),
        discusses: weight('discusses', 'It discusses how things are or might be, rather than what happened.'),
        explains: weight('explains', 'Its headline asks or explains.'),
        comments: weight('comments', 'It is a comment.'),
        portrays: weight('portrays', 'It is a portrait, a look back or a feature.'),
        pastime: weight('pastime', 'It is about sport, culture, animals or leisure.'),
      } satisfies Record<RankFactor, z.ZodType>)
      .describe(
        'Weights that order the stories of a briefing; a negative one counts against a story. Factors range from 0 to 1. `/why` shows the score of a story.',
      )
      .prefault({}),
  })
  .describe('What briefings contain, and for how long posts are corrected.')
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
      .describe(
        'A story is breaking news when this many articles were published within `breaking.hours`, at three times its usual rate or more.',
      ),
    hours: z
      .number()
      .int()
      .min(1)
      .max(48)
      .default(defaultBreakingRate.hours)
      .describe('The hours for `breaking.articles`.'),
    topPlaces: z
      .number()
      .int()
      .min(0)
      .max(100)
      .default(10)
      .describe(
        'If a top feed in the same language is read, the story must be among this many of its first entries; 0 for no such limit.',
      ),
    consequence: z
      .number()
      .min(0)
      .max(10)
      .default(3.2)
      .describe(
        "A story also breaks with its first article if its event weighs this much by `briefings.ranking` (kind of event, who acts, how many people it affects; in English and German). 0 turns this off. With DW's English news, 3.2 gives about one alert every two days, and 2.8 nearly one a day.",
      ),
    alertsPerDay: z.number().int().min(0).max(100).default(4).describe('Maximum alerts per channel and day.'),
  })
  .describe('What counts as breaking news, and how many alerts a channel gets that has subscribed to them.')
  .prefault({});

/** `alerts`: where the operator is notified of problems. */
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
      .describe('The channel for alerts to the operator; if unset, they appear only in the log.'),
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
