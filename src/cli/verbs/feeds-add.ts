import { isCancel, multiselect } from '@clack/prompts';
import { loadConfig } from '../../config/config.ts';
import type { FoundFeed } from '../../feeds/find-feeds.ts';
import { createDocumentPool } from '../../ingest/document-parser.ts';
import { systemClock } from '../../runtime/clock.ts';
import { createHttp } from '../../runtime/http.ts';
import { createRobots } from '../../runtime/robots.ts';
import { changeConfiguration, mergeFeeds, withFeeds } from '../../services/change-configuration.ts';
import { chosenFeed, findSiteFeeds } from '../../services/feed-editor.ts';
import { httpSettings, userAgent } from '../../services/http-settings.ts';
import { configurationPath } from '../../services/setup/set-up.ts';
import { UserError } from '../../user-error.ts';
import { readAnew } from './feeds-opml.ts';

export interface AddFeedOptions {
  readonly name?: string;
  readonly language?: string;
  readonly topics?: string;
  readonly all?: boolean;
  readonly print?: boolean;
}

/** `kurzwelle feeds add`: finds the feeds of a site by the address of any of its pages, and adds those that are chosen to the configuration file. */
export async function addFeeds(
  address: string,
  options: AddFeedOptions,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const config = loadConfig(env);
  const path = configurationPath(env);
  const found = await find(address, config);
  const chosen = options.all || found.length === 1 ? found : await choose(found);
  const topics = (options.topics ?? '').split(/[\s,]+/u).filter((topic) => topic !== '');
  const unknown = topics.filter((topic) => !config.topics.some(({ id }) => id === topic));
  if (unknown.length > 0)
    throw new UserError(
      `Unknown topic "${unknown.join('", "')}". Use ${config.topics.map(({ id }) => id).join(', ')}.`,
    );
  const added = chosen.flatMap(({ url, title, language }) => {
    const wanted = { url, title: options.name ?? title, language: options.language ?? language, topics };
    return chosenFeed(wanted, config).added;
  });
  if (options.print) return void process.stdout.write(withFeeds(path, added));
  changeConfiguration(path, (text) => mergeFeeds(text, added));
  const lines = added.map(({ id, url, name, language }) => `  ${id}  ${name} (${language})  ${url}`);
  process.stdout.write(`${[`Added to ${path}:`, ...lines, readAnew].join('\n')}\n`);
}

async function find(address: string, config: ReturnType<typeof loadConfig>): Promise<readonly FoundFeed[]> {
  const http = createHttp(httpSettings(config));
  const documents = createDocumentPool();
  const robots = createRobots({ http, userAgent: userAgent(config), clock: systemClock });
  try {
    return await findSiteFeeds(address, { http, documents, robots });
  } finally {
    await documents.stop();
    await http.stop();
  }
}

/** Asks which of several; without somebody to ask, says how to name one. */
async function choose(found: readonly FoundFeed[]): Promise<readonly FoundFeed[]> {
  if (!(process.stdin.isTTY && process.stdout.isTTY)) {
    const lines = found.map(({ url, title, entries }) => `  ${url}  ${title} (${entries} entries)`);
    throw new UserError(
      `There are ${found.length} feeds. Run it again with the address of one, or with --all:\n${lines.join('\n')}`,
    );
  }
  const answer = await multiselect({
    message: 'Which feeds should be added? (Space selects)',
    options: found.map((feed) => ({
      value: feed.url,
      label: feed.title,
      hint: `${feed.entries} entries, ${feed.url}`,
    })),
  });
  if (isCancel(answer)) throw new UserError('Canceled; nothing was written.');
  return found.filter(({ url }) => answer.includes(url));
}
