import { z } from 'zod';
import { defaultRankWeights, type RankFactor } from '../briefings/ranking/rank-stories.ts';

const zone = z.string().refine(isZone, {
  error: (issue) => `unknown time zone "${issue.input}"; use an IANA name such as Europe/Berlin or Asia/Seoul`,
});

/** `briefings`: size, zone, corrections and ranking. */
export const briefingsSchema = z
  .strictObject({
    zone: zone.default('Europe/Berlin').describe('Time zone of who sets none.'),
    maxStories: z.number().int().min(1).max(20).default(5).describe('Stories of a briefing, at most.'),
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
