import type { Feed } from '../../feeds/entry.ts';
import { linkedom, markupText } from '../../text/markup-text.ts';
import { UserError } from '../../user-error.ts';
import { checkSize } from '../read-document.ts';

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

/** The feeds of an OPML file of any version, in whatever folders they lie. Throws UserError for what is no OPML. */
export function parseOpml(text: string): readonly OpmlFeed[] {
  checkSize(text);
  const { DOMParser } = linkedom();
  const document = new DOMParser().parseFromString(text.trimStart(), 'text/xml') as unknown as OutlineElement;
  if (document.documentElement?.nodeName.toLowerCase() !== 'opml') {
    throw new UserError(
      'This is no OPML file: it does not begin with <opml>. Export the feeds of your reader as OPML.',
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
