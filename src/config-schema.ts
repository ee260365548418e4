import { z } from 'zod';
import { defaultRankWeights, type RankFactor } from './briefings/rank-stories.ts';
import { modelSchema } from './models/model-schema.ts';
import { defaultBreakingRate } from './stories/phase.ts';

/*
 * Descriptions are read by operators: docs/configuration.md and config/kurzwelle.schema.json are made of them (npm run generate).
 * Say what a setting does and in which unit; limits and defaults follow from the schema.
 */

const zone = z.string().refine(isZone, {
  error: (issue) => `unknown time zone "${issue.input}"; use an IANA name such as Europe/Berlin or Asia/Seoul`,
});

const addedFeedSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[\w-]+$/, 'use letters, digits, "-" and "_" only')
    .describe('Its name here; unlike all others.'),
  url: z
    .url({ protocol: /^https?$/, error: 'use an http or https address' })
    .describe('Where it is: RSS 1.0, RSS 2.0 or Atom.'),
  name: z.string().optional().describe('As people read it; else the id.'),
  language: z.string().default('en').describe('Language tag of its articles.'),
  topics: z.array(z.string()).default([]).describe('Ids of config/topics.yaml that all its articles belong to.'),
});

const defaultFeeds = [
  'rss-en-top',
  'rss-en-all',
  'rss-en-world',
  'rss-en-ger',
  'rss-en-eu',
  'rss-en-bus',
  'rss-en-asia',
  'rss-en-sports',
  'rss_en_science',
  'rss_en_environment',
  'rss-en-cul',
];

const feedsSchema = z
  .strictObject({
    use: z
      .array(z.string())
      .default(defaultFeeds)
      .describe('Feeds of Deutsche Welle, by their ids in config/feeds.yaml.'),
    add: z
      .array(addedFeedSchema)
      .default([])
      .describe('Feeds of any publisher; `kurzwelle feeds import <file.opml>` adds those of an OPML file.'),
    everyMinutes: z
      .number()
      .int()
      .min(5, 'poll no feed more often than every 5 minutes')
      .max(1_440)
      .default(15)
      .describe('A feed is asked at least so far apart.'),
    slowestMinutes: z
      .number()
      .int()
      .min(5)
      .max(10_080)
      .default(120)
      .describe('The more rarely a feed brings something, the less often it is asked, but never less often than this.'),
    maxAgeDays: z
      .number()
      .int()
      .min(1)
      .max(3_650)
      .default(40)
      .describe('Entries older than so many days are recorded and not fetched.'),
    pagePauseSeconds: z
      .number()
      .min(0)
      .max(60)
      .default(1)
      .describe('The least pause between two pages of one site; its robots.txt may ask for more.'),
  })
  .refine(({ everyMinutes, slowestMinutes }) => slowestMinutes >= everyMinutes, {
    path: ['slowestMinutes'],
    error: 'must not be less than everyMinutes; it is 120 where it is not set',
  })
  .describe('What is read, and how often.')
  .prefault({});

const localChatSchema = z
  .strictObject({
    channels: z
      .array(z.string().regex(/^[a-z0-9-]+$/, 'use lower case letters, digits and "-"'))
      .min(1)
      .default(['newsroom', 'asia-desk'])
      .describe('Channels of the local page.'),
  })
  .describe('The page of the built-in server.')
  .prefault({});

const discordSchema = z
  .strictObject({
    style: z
      .enum(['components', 'embeds'])
      .default('components')
      .describe('How posts are built; embeds are for servers whose members use old clients.'),
    crosspost: z
      .boolean()
      .default(false)
      .describe('Publish posts of announcement channels to the servers that follow them.'),
    managedBy: z
      .enum(['ManageChannels', 'ManageGuild', 'ManageMessages', 'ManageWebhooks'])
      .default('ManageChannels')
      .describe("The permission that lets a member change a channel's subscriptions."),
    reads: z
      .enum(['nothing', 'mentions', 'links'])
      .default('mentions')
      .describe(
        "What of people's messages is read: nothing; @mentions and direct messages, which are answered; or links to dw.com too, which needs the privileged Message Content Intent.",
      ),
    shards: z
      .union([
        z.literal('auto'),
        z.strictObject({ ids: z.array(z.number().int().min(0)).min(1), count: z.number().int().min(1) }),
      ])
      .default('auto')
      .describe(
        "Connections to Discord: auto, or this process's share of several, such as `{ ids: [0, 1], count: 4 }`.",
      ),
  })
  .describe('Runs where DISCORD_TOKEN is set; see docs/discord.md.')
  .prefault({});

const slackSchema = z
  .strictObject({
    command: z
      .string()
      .regex(/^\/[a-z0-9_-]{1,31}$/, 'use a slash and lower case letters')
      .default('/dw')
      .describe("The one slash command, as the app's manifest names it."),
    admins: z
      .array(z.string().regex(/^[UW][A-Z0-9]+$/, 'use user ids such as U012AB3CD'))
      .default([])
      .describe('Ids of those who may change subscriptions; empty: every member of a channel.'),
    url: z
      .url({ protocol: /^https$/, error: 'use an https address, such as https://news.example' })
      .optional()
      .describe('Where people reach the pages by which several workspaces install the app.'),
    rotateTokens: z
      .boolean()
      .default(false)
      .describe('Tokens that live twelve hours; Slack does not let an app go back.'),
    pictures: z.boolean().default(true).describe('Charts as pictures. Needs a right: print the manifest anew.'),
    unfurl: z
      .boolean()
      .default(false)
      .describe('A line under links to dw.com, in channels that ask for it. Needs rights: print the manifest anew.'),
    looks: z
      .boolean()
      .default(false)
      .describe("A subscription's own name and icon. Needs a right: print the manifest anew."),
    http: z
      .strictObject({
        host: z.string().default('127.0.0.1').describe('Address to listen at.'),
        port: z.number().int().min(0).max(65_535).default(8_788).describe('Port to listen at.'),
      })
      .describe(
        "Where a proxy with an https address hands on Slack's requests: with SLACK_SIGNING_SECRET in place of SLACK_APP_TOKEN, and for the pages by which workspaces install the app.",
      )
      .prefault({}),
  })
  .describe(
    'Runs where SLACK_BOT_TOKEN and SLACK_APP_TOKEN are set, or what docs/slack.md names for several workspaces.',
  )
  .prefault({});

function weight(factor: RankFactor, what: string) {
  return z.number().min(0, 'a weight is 0 or more').max(100).default(defaultRankWeights[factor]).describe(what);
}

const briefingsSchema = z
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

const breakingSchema = z
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

const alertsSchema = z
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
  server: z
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
    .describe(
      'The built-in server: local page, health, metrics. Whoever reaches the page may change every subscription.',
    )
    .prefault({}),
  chat: z
    .strictObject({ local: localChatSchema, discord: discordSchema, slack: slackSchema })
    .describe('Where briefings go.')
    .prefault({}),
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

function isZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
