import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { Topic } from '../articles/topics.ts';
import { parseTopics } from '../articles/topics.ts';
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
    throw new ConfigError(path, ['cannot read the file named by KURZWELLE_CONFIG; check the path']);
  }
  const config = parseConfig(text ?? '', path);
  const port = env.KURZWELLE_PORT === undefined ? config.server.port : Number(env.KURZWELLE_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigError('environment', [`KURZWELLE_PORT is "${env.KURZWELLE_PORT}"; use a port from 0 to 65535`]);
  }
  const host = env.KURZWELLE_HOST ?? config.server.host;
  return { ...config, dataDir: env.KURZWELLE_DATA_DIR ?? config.dataDir, server: { ...config.server, host, port } };
}

/** Validates a configuration text. Pure but for the bundled feed catalog. */
export function parseConfig(text: string, source: string): Config {
  const reading = readYaml(text, fileSchema, 'unknown setting; config/kurzwelle.example.yaml lists all settings');
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
          `${place(['feeds', 'add', index, 'topics'])}: unknown topic "${topic}"; use ${[...known].join(', ')}`,
      ),
  );
  const twice = add.flatMap(({ id }, index) =>
    ids.filter((other) => other === id).length > 1
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
