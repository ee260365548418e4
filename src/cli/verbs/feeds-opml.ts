import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { loadConfig, parseConfig } from '../../config/config.ts';
import { UserError } from '../../user-error.ts';
import { chooseFeeds, mergeFeeds } from './merge-feeds.ts';
import { parseOpml, renderOpml } from './opml.ts';

/** `kurzwelle feeds export`: the configured feeds as OPML 2.0. */
export function exportFeeds(env: Readonly<Record<string, string | undefined>>): void {
  process.stdout.write(renderOpml(loadConfig(env).feeds.list, Temporal.Now.instant()));
}

/** `kurzwelle feeds import`: appends the feeds of an OPML file to feeds.add of the configuration file, or prints what it would be. */
export function importFeeds(
  file: string,
  { print = false }: { readonly print?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): void {
  const config = loadConfig(env);
  const path = env.KURZWELLE_CONFIG ?? 'kurzwelle.yaml';
  const { added, leftOut } = chooseFeeds(parseOpml(readText(file)), {
    known: config.feeds.list,
    topics: new Set(config.topics.map(({ id }) => id)),
  });
  const merged = mergeFeeds(readIfThere(path), added);
  // Nothing is written that the next start would refuse.
  parseConfig(merged, path);
  if (print) return void process.stdout.write(merged);
  if (added.length > 0) {
    writeFileSync(`${path}.new`, merged);
    renameSync(`${path}.new`, path);
  }
  const lines = [
    `${added.length} ${added.length === 1 ? 'feed' : 'feeds'} added to ${path}.`,
    ...added.map(({ id, url }) => `  ${id}  ${url}`),
    ...(leftOut.length > 0 ? ['Left out:', ...leftOut.map((line) => `  ${line}`)] : []),
    ...(added.length > 0 ? ['Restart the service to read them.'] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UserError(`${file} cannot be read; check the path.`);
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
