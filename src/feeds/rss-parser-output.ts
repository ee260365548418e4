import type { FeedDocument, FeedItem } from './feed-document.ts';

/** Reads rss-parser's output, with the fields it is asked for by `customFields`, into our own shape. */
export function fromRssParser(output: RssParserOutput): FeedDocument {
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

/** What rss-parser passes over unless told. */
export const customFields = {
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
  ],
};

/** An element of xml2js: its text, or an object where it has attributes. */
type Node = string | { readonly _?: string; readonly $?: Readonly<Record<string, string>> };

/** What rss-parser returns with `customFields`. */
export interface RssParserOutput {
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
  readonly content?: Node;
  readonly summary?: Node;
  readonly pubDate?: Node;
  readonly date?: Node;
  readonly language?: Node;
  readonly categoryNodes?: readonly Node[];
  readonly subjects?: readonly Node[];
  readonly enclosure?: Readonly<Record<string, string>>;
}

function itemOf(item: OutputItem): FeedItem {
  const categories = [...(item.categoryNodes ?? []), ...(item.subjects ?? [])];
  return {
    title: textOf(item.title),
    link: linkOf(item.links, 'alternate') ?? textOf(item.link) ?? item['rdf:about'],
    guid: textOf(item.guid) ?? textOf(item.id),
    contentId: textOf(item.contentId),
    description: textOf(item.summary) ?? textOf(item.content),
    date: textOf(item.pubDate) ?? textOf(item.date),
    language: textOf(item.language),
    categories: categories.map((node) => attributesOf(node)?.term ?? textOf(node) ?? ''),
    enclosureType: item.enclosure?.type,
  };
}

/** The `href` of an Atom link. rss-parser takes the first link for want of `rel="alternate"`, though one without `rel` is just that. */
function linkOf(links: readonly Node[] = [], rel: string): string | undefined {
  return links.map(attributesOf).find((link) => link?.href !== undefined && (link.rel ?? 'alternate') === rel)?.href;
}

function textOf(node: Node | undefined): string | undefined {
  return typeof node === 'object' ? node._ : node;
}

function attributesOf(node: Node): Readonly<Record<string, string>> | undefined {
  return typeof node === 'object' ? node.$ : undefined;
}
