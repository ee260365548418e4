import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { parseTopics, type Topic } from '../articles/topics.ts';
import type { Feed } from '../feeds/entry.ts';
import { addedFeed, parseFeedCatalog } from '../feeds/feed-catalog.ts';
import type { PollBounds } from '../ingest/poll-schedule.ts';
import { byLine, type Place, readYaml } from './read-yaml.ts';
import { fileSchema } from './schema.ts';

interface FeedSettings extends PollBounds {
  readonly list: readonly Feed[];
  readonly maxAgeDays: number;
  readonly pagePauseSeconds: number;
}

/** Everything an operator decides, validated and frozen. */
export interface Config extends Readonly<Omit<z.infer<typeof fileSchema>, 'feeds' | 'topics'>> {
  readonly feeds: FeedSettings;
  /** The bundled ones with the operator's own. */
  readonly topics: readonly Topic[];
}

/** Every problem of a configuration at once, each with its place and what to do. */
export class ConfigError extends Error {
  /** The file, or `environment`. */
  readonly source: string;
  readonly problems: readonly string[];

  constructor(source: string, problems: readonly string[]) {
    super(
      `${source}: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigError';
    this.source = source;
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
  const ofPort = portProblems(env.KURZWELLE_PORT);
  if (text === undefined && named !== undefined) {
    throw new ConfigError(path, ['cannot read the file named by KURZWELLE_CONFIG; check the path', ...ofPort]);
  }
  const config = withProblems(ofPort, () => parseConfig(text ?? '', path));
  const port = env.KURZWELLE_PORT === undefined ? config.server.port : Number(env.KURZWELLE_PORT);
  const host = env.KURZWELLE_HOST ?? config.server.host;
  const { proxy = proxyOf(env), noProxy } = config.http;
  const except = (env.NO_PROXY ?? env.no_proxy ?? '').split(/[\s,]+/u).filter((name) => name !== '');
  const http = { ...config.http, ...(proxy && { proxy }), noProxy: [...noProxy, ...except] };
  return {
    ...config,
    http,
    dataDir: env.KURZWELLE_DATA_DIR ?? config.dataDir,
    server: { ...config.server, host, port },
  };
}

/** https://curl.se/docs/manpage.html#ENVIRONMENT; one proxy serves both schemes. */
function proxyOf(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return env.HTTPS_PROXY || env.https_proxy || env.HTTP_PROXY || env.http_proxy;
}

function portProblems(port: string | undefined): readonly string[] {
  if (port === undefined || (/^\d{1,5}$/u.test(port) && Number(port) <= 65_535)) return [];
  return [`KURZWELLE_PORT in the environment is "${port}"; use a port from 0 to 65535`];
}

/** The settings that are read; problems found elsewhere are reported with those of the file. */
function withProblems(others: readonly string[], read: () => Config): Config {
  try {
    const config = read();
    if (others.length > 0) throw new ConfigError('environment', others);
    return config;
  } catch (error) {
    if (!(error instanceof ConfigError) || error.problems === others) throw error;
    throw new ConfigError(error.source, [...error.problems, ...others]);
  }
}

/** The feeds and topics that ship with the program, read once per process. */
let shipped: { readonly catalog: ReadonlyMap<string, Feed>; readonly bundled: readonly Topic[] } | undefined;

/** Validates a configuration text. Pure but for the bundled feed catalog. */
export function parseConfig(text: string, source: string): Config {
  const reading = readYaml(text, fileSchema, 'unknown setting; config/kurzwelle.example.yaml lists all settings');
  shipped ??= {
    catalog: parseFeedCatalog(readBundled('feeds.yaml')),
    bundled: parseTopics(readBundled('topics.yaml')),
  };
  const { catalog, bundled } = shipped;
  if (reading.kind === 'wrong') {
    const { raw, problems } = reading;
    throw new ConfigError(source, byLine([...problems, ...(raw ? problemsOfNamed(raw, { catalog, bundled }) : [])]));
  }
  const { value, place } = reading;
  const topics = withOwnTopics(bundled, value.topics);
  const problems = byLine([...twiceIn(value.topics, place), ...feedProblems(value.feeds, { catalog, topics, place })]);
  if (problems.length > 0) throw new ConfigError(source, problems);
  const { use, add, ...rest } = value.feeds;
  return {
    ...value,
    topics,
    feeds: { ...rest, list: [...use.flatMap((id) => catalog.get(id) ?? []), ...add.map(addedFeed)] },
  };
}

/** The operator's topics join the bundled ones; one with a known id adds its words to it. */
function withOwnTopics(
  bundled: readonly Topic[],
  own: readonly { readonly id: string; readonly name?: string | undefined; readonly words: readonly string[] }[],
): readonly Topic[] {
  const joined = new Map(bundled.map((topic) => [topic.id, topic]));
  for (const { id, name, words } of own) {
    const known = joined.get(id);
    const names = known && name === undefined ? known.name : { ...known?.name, en: name ?? id };
    const all = new Set([...(known?.words ?? []), ...(name === undefined ? [] : [name]), ...words]);
    joined.set(id, { regions: [], countries: [], ...known, id, name: names, words: [...all], ownWords: words });
  }
  return [...joined.values()];
}

function twiceIn(own: readonly { readonly id: string }[], place: Place): readonly string[] {
  return own.flatMap(({ id }, index) =>
    own.findIndex((other) => other.id === id) < index
      ? `${place(['topics', index, 'id'])}: another topic has the id "${id}"; each needs its own`
      : [],
  );
}

/** The ids in a file that has mistakes; what is no text there has its own problem already. */
const ids = z.array(z.string().catch('')).catch([]);
const namedFeeds = z
  .object({
    feeds: z
      .object({
        use: ids,
        add: z.array(z.object({ id: z.string().catch(''), topics: ids }).catch({ id: '', topics: [] })).catch([]),
      })
      .catch({ use: [], add: [] }),
    topics: z.array(z.object({ id: z.string().catch('') }).catch({ id: '' })).catch([]),
  })
  .catch({ feeds: { use: [], add: [] }, topics: [] });

/** Problems with ids in a file that has others, too. */
function problemsOfNamed(
  { value, place }: { readonly value: unknown; readonly place: Place },
  { catalog, bundled }: { readonly catalog: ReadonlyMap<string, Feed>; readonly bundled: readonly Topic[] },
): readonly string[] {
  const { feeds, topics: own } = namedFeeds.parse(value);
  const topics = withOwnTopics(
    bundled,
    own.map(({ id }) => ({ id, words: [] })),
  );
  return feedProblems(feeds, { catalog, topics, place });
}

/** What the schema cannot see: feeds and topics that there are not, ids that are there twice. */
function feedProblems(
  { use, add }: z.infer<typeof namedFeeds>['feeds'],
  { catalog, topics, place }: { catalog: ReadonlyMap<string, Feed>; topics: readonly Topic[]; place: Place },
): readonly string[] {
  const known = new Set(topics.map(({ id }) => id));
  const all = [...use, ...add.map(({ id }) => id)];
  const unknown = use.flatMap((id, index) =>
    id === '' || catalog.has(id)
      ? []
      : `${place(['feeds', 'use', index])}: no feed "${id}" in config/feeds.yaml; use ids from there, or add the feed under feeds.add`,
  );
  const wrongTopics = add.flatMap((feed, index) =>
    feed.topics
      .filter((topic) => topic !== '' && !known.has(topic))
      .map(
        (topic) =>
          `${place(['feeds', 'add', index, 'topics'])}: unknown topic "${topic}"; use ${[...known].join(', ')}`,
      ),
  );
  const twice = add.flatMap(({ id }, index) =>
    id !== '' && all.filter((other) => other === id).length > 1
      ? `${place(['feeds', 'add', index, 'id'])}: another feed has the id "${id}"; each needs its own`
      : [],
  );
  return byLine([...unknown, ...wrongTopics, ...twice]);
}

/** A file of config/, which ships with the program. */
export function readBundled(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../config/${name}`, import.meta.url)), 'utf8');
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
