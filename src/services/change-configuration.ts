import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parse,
  parseDocument,
  Scalar,
  visit,
  type YAMLMap,
  YAMLSeq,
} from 'yaml';
import { parseConfig } from '../config/config.ts';
import type { AddedFeed } from '../feeds/feed-catalog.ts';
import { fold } from '../text/terms.ts';
import { UserError } from '../user-error.ts';
import { writeWhole } from './setup/write-files.ts';

/**
 * Changes the text of the configuration file, whole or not at all; a file that is not there counts as empty. Throws ConfigError, before anything is
 * written, where the next start would refuse the result, and UserError where the file cannot be written.
 */
export function changeConfiguration(path: string, change: (text: string) => string): void {
  const changed = checked(path, change);
  try {
    writeWhole({ path, text: changed });
  } catch (cause) {
    const { code = 'unknown error' } = cause as NodeJS.ErrnoException;
    throw new UserError(({ errors }) => errors.cannotWrite(resolve(path), code), { cause });
  }
}

/** The text of the configuration file with feeds added, checked as the next start would. */
export function withFeeds(path: string, feeds: readonly AddedFeed[]): string {
  return checked(path, (text) => mergeFeeds(text, feeds));
}

function checked(path: string, change: (text: string) => string): string {
  const before = readIfThere(path);
  // A mistake that is there already is named by its own line.
  parseConfig(before, path);
  const changed = change(before);
  parseConfig(changed, path);
  return changed;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/** A feed that may be added: from another reader, or found on a site. */
export interface ProposedFeed {
  readonly title: string;
  readonly url: string;
  readonly language?: string;
  readonly categories: readonly string[];
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
export function chooseFeeds(feeds: readonly ProposedFeed[], { known, topics }: MergeSetting): ChosenFeeds {
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
  return changeList(text, ['feeds', 'add'], (list, createNode) => {
    for (const { topics, ...feed } of feeds) list.add(createNode({ ...feed, ...(topics.length > 0 && { topics }) }));
  });
}

/** What can be changed of a feed of feeds.add. */
export type FeedEdit = Pick<AddedFeed, 'id' | 'language' | 'topics'> & { readonly name: string };

/** The configuration text with the name, language and topics of a feed of feeds.add changed; its address stays. */
export function changeFeed(text: string, { id, name, language, topics }: FeedEdit): string {
  return changeList(text, ['feeds', 'add'], (list, createNode) => {
    const feed = list.items.find((item) => isMap(item) && item.get('id') === id);
    if (!isMap(feed)) throw new UserError(({ errors }) => errors.noSuchFeed(id));
    feed.set('name', name);
    feed.set('language', language);
    if (topics.length > 0) feed.set('topics', createNode([...topics]));
    else feed.delete('topics');
  });
}

/** The configuration text without a feed. `used`: those of the bundled catalog that are read now, which the file need not name. */
export function removeFeed(text: string, id: string, used: readonly string[]): string {
  if (!used.includes(id))
    return changeList(text, ['feeds', 'add'], (list) => {
      const index = list.items.findIndex((item) => isMap(item) && item.get('id') === id);
      if (index < 0) throw new UserError(({ errors }) => errors.noSuchFeed(id));
      list.delete(index);
    });
  return changeList(text, ['feeds', 'use'], (list, createNode) => {
    if (list.items.length === 0) for (const each of used) list.add(createNode(each));
    list.delete(list.items.findIndex((item) => isScalar(item) && item.value === id));
  });
}

/** The configuration text with a list of it changed, which is made where there is none; comments and everything else stay as they are. */
function changeList(
  text: string,
  path: readonly string[],
  change: (list: YAMLSeq, createNode: (value: unknown) => Node) => void,
): string {
  const document = parseDocument(text);
  if (document.contents !== null && !isCollection(document.contents)) {
    throw new UserError('The configuration file is not a YAML mapping. Correct it first.');
  }
  for (const [depth] of path.entries()) {
    const above = path.slice(0, depth);
    if (depth > 0 && !isCollection(document.getIn(above))) document.setIn(above, document.createNode({}));
  }
  const there = document.getIn(path);
  const list = isSeq(there) ? there : new YAMLSeq(document.schema);
  if (list !== there) document.setIn(path, list);
  list.flow = false;
  change(list, (value) => document.createNode(value));
  const kept = keepFlows(document, text);
  const changed = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return kept.reduce((whole, { name, source }) => whole.replace(name, () => source), changed);
}

/**
 * Puts a name in the place of each `{ ... }` and `[ ... ]` on one line that is as it was: the library writes them anew, with its own blanks.
 * Returns the names with what was typed.
 */
function keepFlows(document: Document, text: string): { readonly name: string; readonly source: string }[] {
  const kept: { readonly name: string; readonly source: string }[] = [];
  const keep = (key: unknown, node: YAMLMap | YAMLSeq): Scalar | undefined => {
    if (!node.flow || !node.range || key === 'key') return undefined;
    const source = text.slice(node.range[0], node.range[1]);
    if (source.includes('\n') || !isDeepStrictEqual(parse(source), node.toJS(document))) return undefined;
    const name = `kept-as-it-was-${kept.length}-`;
    kept.push({ name, source });
    const { comment = null, commentBefore = null, spaceBefore = false } = node;
    return Object.assign(new Scalar(name), { comment, commentBefore, spaceBefore });
  };
  // What is used elsewhere has to be found there.
  const isShared = /(?<=[\s[{,])[&*!]/u.test(text);
  if (!isShared) visit(document, { Map: (key, node) => keep(key, node), Seq: (key, node) => keep(key, node) });
  return kept;
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

/** A topic of the operator, as `topics` of the configuration names it. */
export interface OwnTopic {
  readonly id: string;
  readonly name?: string | undefined;
  readonly words: readonly string[];
}

/** The configuration text with a topic of the operator added, changed, or, without any content, removed. */
export function mergeTopic(text: string, { id, name, words }: OwnTopic): string {
  return changeList(text, ['topics'], (list, createNode) => {
    const index = list.items.findIndex((item) => isMap(item) && item.get('id') === id);
    const isEmpty = name === undefined && words.length === 0;
    const node = createNode({ id, ...(name !== undefined && { name }), ...(words.length > 0 && { words }) });
    if (isEmpty && index >= 0) list.delete(index);
    else if (!isEmpty && index >= 0) list.set(index, node);
    else if (!isEmpty) list.add(node);
  });
}
