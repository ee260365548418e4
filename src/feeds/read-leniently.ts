import { DOMParser } from 'linkedom';
import type { FeedDocument, FeedItem } from './feed-document.ts';

interface XmlElement {
  readonly nodeName: string;
  readonly textContent: string;
  readonly children: Iterable<XmlElement>;
  getAttribute(name: string): string | null;
}

/**
 * Reads a feed that is not well-formed (a bare `&`, an element never closed, a document cut off) as far as it goes. Slower than the
 * strict way and blind to namespaces: elements are known by their local names, items wherever they stand.
 */
export function readLeniently(text: string): FeedDocument {
  const document = new DOMParser().parseFromString(text.trimStart(), 'text/xml') as unknown as XmlElement;
  const items: FeedItem[] = [];
  let channel: Fields | undefined;
  const visit = (element: XmlElement): void => {
    const name = localName(element);
    if (name === 'item' || name === 'entry') items.push(readItem(fieldsOf(element)));
    else if (name === 'channel' || name === 'feed') channel = fieldsOf(element);
    // An item that is never closed contains those that follow it.
    for (const child of element.children) visit(child);
  };
  visit(document);
  return { ...(channel && readChannel(channel)), items };
}

type Fields = ReadonlyMap<string, readonly XmlElement[]>;

function fieldsOf(element: XmlElement): Fields {
  const fields = Map.groupBy(element.children, localName);
  fields.set('', [element]);
  return fields;
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
    categories: categories.map((element) => element.getAttribute('term') ?? element.textContent),
    enclosureType: fields.get('enclosure')?.[0]?.getAttribute('type') ?? undefined,
  };
}

/** RSS writes the address into the element, Atom into `href` of the alternate link. */
function linkOf(fields: Fields): string | undefined {
  const links = (fields.get('link') ?? []).filter((link) => (link.getAttribute('rel') ?? 'alternate') === 'alternate');
  const [link] = links;
  return link && (link.getAttribute('href') ?? link.textContent);
}

function first(fields: Fields, name: string): string | undefined {
  return fields.get(name)?.[0]?.textContent;
}

function localName({ nodeName }: XmlElement): string {
  return nodeName.slice(nodeName.indexOf(':') + 1);
}
