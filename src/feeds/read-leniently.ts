import { linkedom } from '../text/clean-text.ts';
import { nestsTooDeep } from '../text/nests-too-deep.ts';
import type { FeedDocument, FeedItem } from './feed-document.ts';

interface XmlNode {
  readonly nodeName: string;
  readonly textContent: string;
}

interface XmlElement extends XmlNode {
  readonly childNodes: Iterable<XmlNode>;
  readonly children: Iterable<XmlElement>;
  getAttribute(name: string): string | null;
}

/**
 * Reads a feed that is not well-formed (a bare `&`, an element never closed, a document cut off) as far as it goes. Slower than the
 * strict way and blind to namespaces: elements are known by their local names, items wherever they stand.
 */
export function readLeniently(text: string): FeedDocument {
  if (nestsTooDeep(text, { isHtml: false })) return { items: [] };
  const { DOMParser } = linkedom();
  const document = new DOMParser().parseFromString(text.trimStart(), 'text/xml') as unknown as XmlElement;
  const items: FeedItem[] = [];
  let channel: Fields | undefined;
  // An item that is never closed contains those that follow it.
  for (const element of descendantsOf(document)) {
    const name = localName(element);
    if (isItem(element)) items.push(readItem(fieldsOf(element)));
    else if (name === 'channel' || name === 'feed') channel = fieldsOf(element);
  }
  return { ...(channel && readChannel(channel)), items };
}

/** Elements by local name; the element itself under ''. */
type Fields = ReadonlyMap<string, readonly XmlElement[]>;

const fieldNames = new Set(
  'title link guid id contentID description summary date pubDate published updated language category subject enclosure ttl lastBuildDate'.split(
    ' ',
  ),
);

/** Also those deeper down, since an element never closed contains those that follow it; but not another item's. */
function fieldsOf(element: XmlElement): Fields {
  const fields = descendantsOf(element, (child) => !isItem(child)).filter((child) => fieldNames.has(localName(child)));
  return Map.groupBy([...fields, element], (field) => (field === element ? '' : localName(field)));
}

/** In document order, without recursion: a broken document may nest without end. */
function descendantsOf(root: XmlElement, enters: (element: XmlElement) => boolean = () => true): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const ahead = [...root.children].reverse();
  for (let element = ahead.pop(); element; element = ahead.pop()) {
    if (!enters(element)) continue;
    found.push(element);
    // One by one: as arguments of a call, a hundred thousand overflow the stack.
    for (const child of [...element.children].reverse()) ahead.push(child);
  }
  return found;
}

function isItem(element: XmlElement): boolean {
  return /^(?:item|entry)$/.test(localName(element));
}

function readChannel(fields: Fields): Omit<FeedDocument, 'items'> {
  return {
    title: first(fields, 'title'),
    language: first(fields, 'language') ?? fields.get('')?.[0]?.getAttribute('xml:lang') ?? undefined,
    link: linkOf(fields),
    ttl: first(fields, 'ttl'),
    updated:
      first(fields, 'lastBuildDate') ?? first(fields, 'pubDate') ?? first(fields, 'date') ?? first(fields, 'updated'),
  };
}

function readItem(fields: Fields): FeedItem {
  const categories = [...(fields.get('category') ?? []), ...(fields.get('subject') ?? [])];
  return {
    title: first(fields, 'title'),
    link: linkOf(fields) ?? fields.get('')?.[0]?.getAttribute('rdf:about') ?? undefined,
    guid: first(fields, 'guid') ?? first(fields, 'id'),
    contentId: first(fields, 'contentID'),
    description: first(fields, 'description') ?? first(fields, 'summary'),
    date: first(fields, 'pubDate') ?? first(fields, 'published') ?? first(fields, 'date') ?? first(fields, 'updated'),
    language: first(fields, 'language'),
    categories: categories.map((element) => element.getAttribute('term') ?? ownText(element)),
    enclosureType: fields.get('enclosure')?.[0]?.getAttribute('type') ?? undefined,
  };
}

/** RSS has the URL as text, Atom in `href` of the alternate link. */
function linkOf(fields: Fields): string | undefined {
  const links = (fields.get('link') ?? []).filter((link) => (link.getAttribute('rel') ?? 'alternate') === 'alternate');
  const [link] = links;
  return link && (link.getAttribute('href') ?? ownText(link));
}

function first(fields: Fields, name: string): string | undefined {
  const element = fields.get(name)?.[0];
  return element && ownText(element);
}

/** The text of an element, without that of fields nested in it by mistake. */
function ownText({ childNodes }: XmlElement): string {
  return [...childNodes].map((node) => (fieldNames.has(localName(node)) ? '' : node.textContent)).join('');
}

function localName({ nodeName }: XmlNode): string {
  return nodeName.slice(nodeName.indexOf(':') + 1);
}
