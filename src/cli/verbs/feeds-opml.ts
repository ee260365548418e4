import { readFileSync } from 'node:fs';
import { loadConfig } from '../../config/config.ts';
import type { Feed } from '../../feeds/entry.ts';
import {
  changeConfiguration,
  chooseFeeds,
  mergeFeeds,
  type ProposedFeed,
  withFeeds,
} from '../../services/change-configuration.ts';
import { configurationPath } from '../../services/setup/set-up.ts';
import { parseLanguage } from '../../subscriptions/parse-language.ts';
import { linkedom, markupText } from '../../text/clean-text.ts';
import { nestsTooDeep } from '../../text/nests-too-deep.ts';
import { UserError } from '../../user-error.ts';
import { checkSize } from '../read-document.ts';

/** What an operator does after the file was changed from the command line. */
export const readAnew = "A running service reads them with SIGHUP, or with Reload on the operator's page.";

/** `kurzwelle feeds export`: the configured feeds as OPML 2.0. */
export function exportFeeds(env: Readonly<Record<string, string | undefined>>): void {
  process.stdout.write(renderOpml(loadConfig(env).feeds.list, Temporal.Now.instant()));
}

/**
 * `kurzwelle feeds import`: appends the feeds of an OPML file to feeds.add of the configuration file, or prints what it would be. `language` is
 * that of feeds for which the file names none.
 */
export function importFeeds(
  file: string,
  { print = false, language = 'en' }: { readonly print?: boolean; readonly language?: string },
  env: Readonly<Record<string, string | undefined>>,
): void {
  const config = loadConfig(env);
  const path = configurationPath(env);
  const assumed = parseLanguage(language);
  const proposed = parseOpml(readText(file));
  const { added, leftOut } = chooseFeeds(
    proposed.map((feed) => ({ language: assumed, ...feed })),
    { known: config.feeds.list, topics: new Set(config.topics.map(({ id }) => id)) },
  );
  const unnamed = proposed.filter((feed) => feed.language === undefined).length;
  if (print) return void process.stdout.write(withFeeds(path, added));
  if (added.length > 0) changeConfiguration(path, (text) => mergeFeeds(text, added));
  const lines = [
    `${added.length} ${added.length === 1 ? 'feed' : 'feeds'} added to ${path}.`,
    ...added.map(({ id, url, language: tag }) => `  ${id}  (${tag})  ${url}`),
    ...(added.length > 0 && unnamed > 0
      ? [
          `The file names no language for ${unnamed} of its ${proposed.length} feeds; ${assumed} was assumed. If that is wrong, edit the file, or import with --language.`,
        ]
      : []),
    ...(leftOut.length > 0 ? ['Left out:', ...leftOut.map((line) => `  ${line}`)] : []),
    ...(added.length > 0 ? [readAnew] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UserError(`Cannot read ${file}. Check the path.`);
  }
}

interface OutlineElement {
  readonly nodeName: string;
  readonly documentElement?: OutlineElement;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<OutlineElement>;
}

/** The feeds of an OPML file of any version, in any folder. Throws UserError if it is not OPML. */
export function parseOpml(text: string): readonly ProposedFeed[] {
  checkSize(text);
  if (nestsTooDeep(text, { isHtml: false }))
    throw new UserError('The folders in this OPML file are nested too deeply. Export it with fewer levels.');
  const { DOMParser } = linkedom();
  const document = new DOMParser().parseFromString(text.trimStart(), 'text/xml') as unknown as OutlineElement;
  if (document.documentElement?.nodeName.toLowerCase() !== 'opml') {
    throw new UserError(
      'This is not an OPML file: it does not begin with <opml>. Export the feeds from your reader as OPML.',
    );
  }
  return [...document.querySelectorAll('outline')].flatMap((outline) => {
    // linkedom leaves entities in attributes of XML.
    const read = (name: string): string => markupText(outline.getAttribute(name) ?? '');
    const url = read('xmlUrl') || read('xmlurl');
    if (url === '') return [];
    const language = read('language');
    return {
      title: read('title') || read('text') || url,
      url,
      ...(language ? { language } : {}),
      categories: read('category')
        .split(/[,/]/)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    };
  });
}

/** The feeds as OPML 2.0, which other readers and `kurzwelle feeds import` read. */
export function renderOpml(feeds: readonly Feed[], createdAt: Temporal.Instant): string {
  const outlines = feeds.map(({ name, url, language, topics }) => {
    const attributes = { type: 'rss', text: name, title: name, xmlUrl: url, language, category: topics.join(',') };
    return `    <outline ${Object.entries(attributes)
      .filter(([, value]) => value !== '')
      .map(([key, value]) => `${key}="${escapeXml(value)}"`)
      .join(' ')}/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>Feeds of Kurzwelle</title>
    <dateCreated>${new Date(createdAt.epochMilliseconds).toUTCString()}</dateCreated>
  </head>
  <body>
${outlines.join('\n')}
  </body>
</opml>
`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
