import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isCollection, isSeq, parseDocument } from 'yaml';
import { loadConfig, parseConfig } from '../../config/config.ts';
import type { Feed } from '../../feeds/entry.ts';
import type { AddedFeed } from '../../feeds/feed-catalog.ts';
import { linkedom, markupText } from '../../text/clean-text.ts';
import { nestsTooDeep } from '../../text/nests-too-deep.ts';
import { fold } from '../../text/terms.ts';
import { UserError } from '../../user-error.ts';
import { checkSize } from '../read-document.ts';

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
    throw new UserError(`Cannot read ${file}. Check the path.`);
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The feeds and topics that there are already. */
export interface MergeSetting {
  /** Addresses and ids that are taken. */
  readonly known: readonly { readonly id: string; readonly url: string }[];
  readonly topics: ReadonlySet<string>;
}

/** Feeds to add, and why others are not. */
export interface ChosenFeeds {
  readonly added: readonly AddedFeed[];
  /** One line each: what was left out, and why. */
  readonly leftOut: readonly string[];
}

/** Which feeds of an OPML file are new and can be read, as feeds.add takes them. */
export function chooseFeeds(feeds: readonly OpmlFeed[], { known, topics }: MergeSetting): ChosenFeeds {
  const ids = new Set(known.map(({ id }) => id));
  const addresses = new Set(known.map(({ url }) => comparable(url)));
  const added: AddedFeed[] = [];
  const leftOut: string[] = [];
  for (const { title, url, language = 'en', categories } of feeds) {
    const isWeb = /^https?:$/.test(URL.parse(url)?.protocol ?? '');
    if (!isWeb) leftOut.push(`${title}: "${url}" is not an http or https address`);
    else if (addresses.has(comparable(url))) leftOut.push(`${title}: already configured`);
    else {
      const id = freeId(title, url, ids);
      ids.add(id);
      addresses.add(comparable(url));
      added.push({ id, url, name: title, language, topics: categories.filter((category) => topics.has(category)) });
    }
  }
  return { added, leftOut };
}

/** The configuration text with feeds appended to feeds.add; comments and everything else stay as they are. */
export function mergeFeeds(text: string, feeds: readonly AddedFeed[]): string {
  const document = parseDocument(text);
  if (document.contents !== null && !isCollection(document.contents)) {
    throw new UserError('The configuration file is not a YAML mapping. Correct it first.');
  }
  if (!isCollection(document.get('feeds'))) document.set('feeds', document.createNode({}));
  if (!isSeq(document.getIn(['feeds', 'add']))) document.setIn(['feeds', 'add'], document.createNode([]));
  const list = document.getIn(['feeds', 'add']);
  if (!isSeq(list)) throw new UserError('feeds.add in the configuration file is not a list. Correct it first.');
  list.flow = false;
  for (const { topics, ...feed } of feeds) {
    list.add(document.createNode({ ...feed, ...(topics.length > 0 ? { topics } : {}) }));
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Letters and digits of the title, else the host; numbered if that is taken. */
function freeId(title: string, url: string, taken: ReadonlySet<string>): string {
  const slug = fold(title)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|(?<!-)-+$/g, '');
  const base = slug || new URL(url).hostname.replaceAll('.', '-');
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  return id;
}

/** An address without what does not tell two feeds apart. */
function comparable(url: string): string {
  return url
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

/** A feed as an OPML file lists it. */
export interface OpmlFeed {
  readonly title: string;
  readonly url: string;
  readonly language?: string;
  readonly categories: readonly string[];
}

interface OutlineElement {
  readonly nodeName: string;
  readonly documentElement?: OutlineElement;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<OutlineElement>;
}

/** The feeds of an OPML file of any version, in any folder. Throws UserError if it is not OPML. */
export function parseOpml(text: string): readonly OpmlFeed[] {
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
