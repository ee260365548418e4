import type { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import type Parser from 'rss-parser';
import type { FeedDocument, FeedItem, FeedPicture } from './feed-document.ts';

const require = createRequire(import.meta.url);

/**
 * Parses a well-formed RSS or Atom document by rss-parser, in time linear in its length; rejects what is not well-formed, or lacks
 * an element rss-parser takes for granted. `prolog` is everything before the root element.
 */
export async function parseStrictly(prolog: string, root: string): Promise<FeedDocument> {
  refuseDeclarations(root);
  const parser = createParser();
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  // sax continues to the end after an error, and makes another one at each character: what is thrown here ends it.
  parser.xmlParser.on('error', (error: Error) => {
    reject(error);
    throw error;
  });
  parser.parseString(prolog + root).then(resolve, reject);
  return toFeedDocument((await promise) as RssParserOutput);
}

/** What may begin with `<!` inside of a root element, with its end. */
const markedSections: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
];

/** sax reads all that it has of another `<!...` again at each character of it. XML knows no such thing inside of a root. */
function refuseDeclarations(root: string): void {
  for (let start = root.indexOf('<!'); start >= 0; ) {
    const section = markedSections.find(([opening]) => root.startsWith(opening, start));
    if (!section) throw new Error('A declaration is inside the document');
    const end = root.indexOf(section[1], start + section[0].length);
    if (end < 0) throw new Error(`"${section[0]}" is never closed`);
    start = root.indexOf('<!', end);
  }
}

/**
 * rss-parser makes a snippet of each of these by expressions whose cost grows with the square of the text, or writes nested elements out
 * as XML again. Under another name it leaves them alone.
 */
const renamed: ReadonlyMap<string, string> = new Map(
  ['description', 'content', 'content:encoded', 'summary'].map((name) => [name, `raw-${name}`]),
);

/**
 * One for each document: the XML parser inside remembers that it failed, and from then on neither resolves nor rejects for any other
 * document that is broken. The library is loaded by the first document.
 */
function createParser(): Parser & { readonly xmlParser: EventEmitter } {
  const RssParser: typeof Parser = require('rss-parser');
  return new RssParser({
    // RSS without a version, or with one unknown to rss-parser.
    defaultRSS: 2,
    xml2js: { tagNameProcessors: [(name: string) => renamed.get(name) ?? name] },
    // Its types allow neither renaming nor `keepArray` for the feed's own fields.
    customFields: customFields as never,
  }) as Parser & { readonly xmlParser: EventEmitter };
}

/** Reads rss-parser's output, with the `customFields`, into our own shape. */
function toFeedDocument(output: RssParserOutput): FeedDocument {
  return {
    title: textOf(output.title),
    language: textOf(output.language) ?? textOf(output.dcLanguage) ?? output.attributes?.['xml:lang'],
    link: linkOf(output.links, 'alternate') ?? linkOf(output.links, 'related') ?? textOf(output.link),
    ttl: textOf(output.ttl),
    updated: textOf(output.lastBuildDate) ?? textOf(output.pubDate) ?? textOf(output.dcDate),
    items: output.items.map(itemOf),
  };
}

const keepArray = { keepArray: true };

/** Fields that rss-parser skips unless configured. */
const customFields = {
  feed: [
    ['dc:date', 'dcDate'],
    ['dc:language', 'dcLanguage'],
    ['link', 'links', keepArray],
    ['$', 'attributes', keepArray],
  ],
  item: [
    ['dwsyn:contentID', 'contentId'],
    ['category', 'categoryNodes', keepArray],
    ['dc:subject', 'subjects', keepArray],
    ['link', 'links', keepArray],
    ['raw-description', 'description', keepArray],
    ['raw-summary', 'summaries', keepArray],
    ['raw-content', 'contents', keepArray],
    ['media:content', 'mediaContents', keepArray],
  ],
};

/** An element of xml2js: its text, or an object where it has attributes. */
type Node = string | ElementNode;

/** An element with attributes or children, which are lists by name. */
interface ElementNode {
  readonly _?: string;
  readonly $?: Readonly<Record<string, string>>;
  readonly 'media:description'?: readonly Node[];
  readonly 'media:title'?: readonly Node[];
}

/** What rss-parser returns with `customFields`. */
interface RssParserOutput {
  readonly title?: Node;
  readonly language?: Node;
  readonly dcLanguage?: Node;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly link?: Node;
  readonly links?: readonly Node[];
  readonly ttl?: Node;
  readonly lastBuildDate?: Node;
  readonly pubDate?: Node;
  readonly dcDate?: Node;
  readonly items: readonly OutputItem[];
}

interface OutputItem {
  readonly title?: Node;
  readonly link?: Node;
  readonly links?: readonly Node[];
  readonly guid?: Node;
  readonly id?: Node;
  readonly 'rdf:about'?: string;
  readonly contentId?: Node;
  readonly description?: readonly Node[];
  readonly summaries?: readonly Node[];
  readonly contents?: readonly Node[];
  readonly pubDate?: Node;
  readonly date?: Node;
  readonly language?: Node;
  readonly categoryNodes?: readonly Node[];
  readonly subjects?: readonly Node[];
  readonly enclosure?: Readonly<Record<string, string>>;
  readonly mediaContents?: readonly Node[];
}

function itemOf(item: OutputItem): FeedItem {
  const categories = [...(item.categoryNodes ?? []), ...(item.subjects ?? [])];
  return {
    title: textOf(item.title),
    link: linkOf(item.links, 'alternate') ?? textOf(item.link) ?? item['rdf:about'],
    guid: textOf(item.guid) ?? textOf(item.id),
    contentId: textOf(item.contentId),
    description: textWithin(item.summaries) ?? textWithin(item.description) ?? textWithin(item.contents),
    date: textOf(item.pubDate) ?? textOf(item.date),
    language: textOf(item.language),
    categories: categories.map((node) => attributesOf(node)?.term ?? textOf(node) ?? ''),
    enclosureType: item.enclosure?.type,
    ...(item.mediaContents && { pictures: item.mediaContents.flatMap(pictureOf) }),
  };
}

/** A `media:content`, with the description or title inside of it. */
function pictureOf(node: Node): readonly FeedPicture[] {
  if (typeof node !== 'object' || node.$?.url === undefined) return [];
  const { url, medium, type, width } = node.$;
  const alt = textOf(node['media:description']?.[0]) ?? textOf(node['media:title']?.[0]);
  return [{ url, kind: medium ?? type ?? '', width: width === undefined ? undefined : Number(width), alt }];
}

/** The `href` of an Atom link. rss-parser takes the first link for lack of `rel="alternate"`, though one without `rel` is just that. */
function linkOf(links: readonly Node[] = [], rel: string): string | undefined {
  return links.map(attributesOf).find((link) => link?.href !== undefined && (link.rel ?? 'alternate') === rel)?.href;
}

function textOf(node: Node | undefined): string | undefined {
  return typeof node === 'object' ? node._ : node;
}

/** The text of the first element, or what is said by those inside it: XHTML in an Atom feed. Without recursion, however deep they are. */
function textWithin(nodes: readonly Node[] | undefined): string | undefined {
  const first = nodes?.[0];
  if (typeof first !== 'object' || first._ !== undefined) return textOf(first);
  const texts: string[] = [];
  const ahead: unknown[] = [first];
  while (ahead.length > 0) {
    const node = ahead.pop();
    if (typeof node === 'string') texts.push(node);
    else if (Array.isArray(node)) for (const child of node.toReversed()) ahead.push(child);
    else for (const [name, children] of Object.entries(node ?? {}).reverse()) if (name !== '$') ahead.push(children);
  }
  return texts.join(' ');
}

function attributesOf(node: Node): Readonly<Record<string, string>> | undefined {
  return typeof node === 'object' ? node.$ : undefined;
}
