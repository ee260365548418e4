import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { parseTopics } from './articles/topic-list.ts';
import type { Topic } from './articles/topics.ts';
import { defaultRankWeights, type RankFactor } from './briefings/rank-stories.ts';
import type { Feed } from './feeds/entry.ts';
import { addedFeed, parseFeedCatalog } from './feeds/feed-catalog.ts';
import type { PollBounds } from './ingest/poll-schedule.ts';
import { modelSchema } from './models/model-schema.ts';
import { byLine, type Place, readYaml } from './read-yaml.ts';
import { defaultBreakingRate } from './stories/phase.ts';

const zone = z.string().refine(isZone, {
  error: (issue) => `unknown time zone "${issue.input}"; use an IANA name such as Europe/Berlin or Asia/Seoul`,
});

const addedFeedSchema = z.strictObject({
  id: z.string().regex(/^[\w-]+$/, 'use letters, digits, "-" and "_" only'),
  url: z.url({ protocol: /^https?$/, error: 'use an http or https address' }),
  name: z.string().optional(),
  language: z.string().default('en'),
  topics: z.array(z.string()).default([]),
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

function weight(factor: RankFactor) {
  return z.number().min(0, 'a weight is 0 or more').max(100).default(defaultRankWeights[factor]);
}

const fileSchema = z.strictObject({
  dataDir: z.string().min(1).default('data'),
  feeds: z
    .strictObject({
      use: z.array(z.string()).default(defaultFeeds),
      add: z.array(addedFeedSchema).default([]),
      everyMinutes: z.number().int().min(5, 'poll no feed more often than every 5 minutes').max(1_440).default(15),
      slowestMinutes: z.number().int().min(5).max(10_080).default(120),
      maxAgeDays: z.number().int().min(1).max(3_650).default(40),
      /** The least pause between two pages of one host; robots.txt may ask for more. */
      pagePauseSeconds: z.number().min(0).max(60).default(1),
    })
    .refine(({ everyMinutes, slowestMinutes }) => slowestMinutes >= everyMinutes, {
      path: ['slowestMinutes'],
      error: 'must not be less than everyMinutes; it is 120 where it is not set',
    })
    .prefault({}),
  contact: z.string().default(''),
  server: z
    .strictObject({ host: z.string().default('127.0.0.1'), port: z.number().int().min(0).max(65_535).default(8_787) })
    .prefault({}),
  chat: z
    .strictObject({
      local: z
        .strictObject({
          channels: z
            .array(z.string().regex(/^[a-z0-9-]+$/, 'use lower case letters, digits and "-"'))
            .min(1)
            .default(['newsroom', 'asia-desk']),
        })
        .prefault({}),
      /** Runs where DISCORD_TOKEN is set. */
      discord: z
        .strictObject({
          style: z.enum(['components', 'embeds']).default('components'),
          crosspost: z.boolean().default(false),
          managedBy: z
            .enum(['ManageChannels', 'ManageGuild', 'ManageMessages', 'ManageWebhooks'])
            .default('ManageChannels'),
          /** What of people's messages is read: only `links` needs the privileged intent for their content. */
          reads: z.enum(['nothing', 'mentions', 'links']).default('mentions'),
          shards: z
            .union([
              z.literal('auto'),
              z.strictObject({ ids: z.array(z.number().int().min(0)).min(1), count: z.number().int().min(1) }),
            ])
            .default('auto'),
        })
        .prefault({}),
      /** Runs where SLACK_BOT_TOKEN and SLACK_APP_TOKEN are set, or what docs/slack.md names for several workspaces. */
      slack: z
        .strictObject({
          command: z
            .string()
            .regex(/^\/[a-z0-9_-]{1,31}$/, 'use a slash and lower case letters')
            .default('/dw'),
          /** Who may change subscriptions; when empty, every member of a channel. */
          admins: z.array(z.string().regex(/^[UW][A-Z0-9]+$/, 'use user ids such as U012AB3CD')).default([]),
          /** Where people reach the pages by which workspaces install the app. */
          url: z.url({ protocol: /^https$/, error: 'use an https address, such as https://news.example' }).optional(),
          /** Tokens that live twelve hours; Slack does not let an app go back. */
          rotateTokens: z.boolean().default(false),
          pictures: z.boolean().default(true),
          unfurl: z.boolean().default(false),
          looks: z.boolean().default(false),
          /** Where Slack's requests are taken, when there is no SLACK_APP_TOKEN but a SLACK_SIGNING_SECRET, and the pages are served. */
          http: z
            .strictObject({
              host: z.string().default('127.0.0.1'),
              port: z.number().int().min(0).max(65_535).default(8_788),
            })
            .prefault({}),
        })
        .prefault({}),
    })
    .prefault({}),
  briefings: z
    .strictObject({
      zone: zone.default('Europe/Berlin'),
      maxStories: z.number().int().min(1).max(20).default(5),
      /** Posts are corrected this long when DW revises what they say; 0 leaves them as they are. */
      correctForDays: z.number().int().min(0).max(60).default(7),
      /** What each factor counts when stories are ordered. */
      ranking: z
        .strictObject({
          articles: weight('articles'),
          desks: weight('desks'),
          freshness: weight('freshness'),
          actors: weight('actors'),
          novelty: weight('novelty'),
          moved: weight('moved'),
          prominence: weight('prominence'),
          interest: weight('interest'),
        } satisfies Record<RankFactor, z.ZodType>)
        .prefault({}),
    })
    .prefault({}),
  /** When a story breaks, and how many alerts of such stories a channel that asked gets. */
  breaking: z
    .strictObject({
      articles: z
        .number()
        .int()
        .min(2, 'one article is no breaking story')
        .max(100)
        .default(defaultBreakingRate.articles),
      hours: z.number().int().min(1).max(48).default(defaultBreakingRate.hours),
      topPlaces: z.number().int().min(0).max(100).default(10),
      alertsPerDay: z.number().int().min(0).max(100).default(4),
    })
    .prefault({}),
  alerts: z
    .strictObject({
      /** Where the operator is told of feeds that are not read; without it the log tells alone. */
      channel: z
        .strictObject({
          platform: z.enum(['local', 'discord', 'slack']),
          workspaceId: z.string().min(1),
          channelId: z.string().min(1),
        })
        .optional(),
    })
    .prefault({}),
  model: modelSchema.prefault({}),
  retention: z
    .strictObject({
      /** Deliveries that ended, and briefings that none carries, are kept so long. */
      deliveryDays: z
        .number()
        .int()
        .min(61, 'posts may be corrected for 60 days, so deliveries are kept longer')
        .max(36_500)
        .default(90),
    })
    .prefault({}),
  log: z.strictObject({ level: z.enum(['debug', 'info', 'warn', 'error']).default('info') }).prefault({}),
});

interface FeedSettings extends PollBounds {
  readonly list: readonly Feed[];
  readonly maxAgeDays: number;
  readonly pagePauseSeconds: number;
}

export interface Config extends Readonly<Omit<z.infer<typeof fileSchema>, 'feeds'>> {
  readonly feeds: FeedSettings;
  readonly topics: readonly Topic[];
}

/** Every problem of a configuration at once, each with its place and what to do. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(source: string, problems: readonly string[]) {
    super(
      `${source}: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/**
 * Reads the configuration named by KURZWELLE_CONFIG, else kurzwelle.yaml where it exists, else all defaults. KURZWELLE_DATA_DIR,
 * KURZWELLE_HOST and KURZWELLE_PORT override the file, for containers. Throws ConfigError with every problem.
 */
export function loadConfig(
  env: Readonly<Record<string, string | undefined>>,
  read: (path: string) => string | undefined = readIfThere,
): Config {
  const named = env.KURZWELLE_CONFIG;
  const path = named ?? 'kurzwelle.yaml';
  const text = read(path);
  if (text === undefined && named !== undefined) {
    throw new ConfigError(path, ['the file named by KURZWELLE_CONFIG cannot be read; check the path']);
  }
  const config = parseConfig(text ?? '', path);
  const port = env.KURZWELLE_PORT === undefined ? config.server.port : Number(env.KURZWELLE_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigError('environment', [
      `KURZWELLE_PORT is "${env.KURZWELLE_PORT}"; use a port number from 0 to 65535`,
    ]);
  }
  const host = env.KURZWELLE_HOST ?? config.server.host;
  return { ...config, dataDir: env.KURZWELLE_DATA_DIR ?? config.dataDir, server: { host, port } };
}

/** Validates a configuration text. Pure but for the bundled feed catalogue. */
export function parseConfig(text: string, source: string): Config {
  const reading = readYaml(
    text,
    fileSchema,
    'unknown setting; see config/kurzwelle.example.yaml for the settings there are',
  );
  if (reading.kind === 'wrong') throw new ConfigError(source, reading.problems);
  const { value, place } = reading;
  const catalog = parseFeedCatalog(readBundled('feeds.yaml'));
  const topics = parseTopics(readBundled('topics.yaml'));
  const problems = feedProblems(value.feeds, { catalog, topics, place });
  if (problems.length > 0) throw new ConfigError(source, problems);
  const { use, add, ...rest } = value.feeds;
  return {
    ...value,
    topics,
    feeds: { ...rest, list: [...use.flatMap((id) => catalog.get(id) ?? []), ...add.map(addedFeed)] },
  };
}

/** What the schema cannot see: feeds and topics that there are not, ids that are there twice. */
function feedProblems(
  { use, add }: z.infer<typeof fileSchema>['feeds'],
  { catalog, topics, place }: { catalog: ReadonlyMap<string, Feed>; topics: readonly Topic[]; place: Place },
): readonly string[] {
  const known = new Set(topics.map(({ id }) => id));
  const ids = [...use, ...add.map(({ id }) => id)];
  const unknown = use.flatMap((id, index) =>
    catalog.has(id)
      ? []
      : `${place(['feeds', 'use', index])}: no feed "${id}" in config/feeds.yaml; use ids from there, or add the feed under feeds.add`,
  );
  const wrongTopics = add.flatMap((feed, index) =>
    feed.topics
      .filter((topic) => !known.has(topic))
      .map(
        (topic) =>
          `${place(['feeds', 'add', index, 'topics'])}: no topic "${topic}"; there are ${[...known].join(', ')}`,
      ),
  );
  const twice = add.flatMap(({ id }, index) =>
    ids.filter((other) => other === id).length > 1
      ? `${place(['feeds', 'add', index, 'id'])}: there is another feed "${id}"; each needs an id of its own`
      : [],
  );
  return byLine([...unknown, ...wrongTopics, ...twice]);
}

/** A file of config/, which ships with the program. */
function readBundled(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../config/${name}`, import.meta.url)), 'utf8');
}

function isZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
