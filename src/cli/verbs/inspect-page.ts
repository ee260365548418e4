import type { ExtractedPage, Sentence, SkipReason } from '../../articles/article.ts';
import { hasProse } from '../../articles/fetch-page.ts';
import { makeArticle } from '../../articles/make-article.ts';
import type { Entry, PageKind } from '../../feeds/entry.ts';
import { contentId, pageKind } from '../../feeds/entry-url.ts';
import type { DocumentParser } from '../../ingest/document-parser.ts';
import { DocumentLimitError } from '../../text/document-limit-error.ts';
import { UserError } from '../../user-error.ts';
import type { Source } from './load-source.ts';

/** What the program reads in a page. */
export interface PageInspection extends ExtractedPage {
  readonly source: string;
  readonly id?: string;
  readonly kind: PageKind;
  readonly paragraphs: number;
  readonly sentences: readonly Sentence[];
  /** Set where reading an entry would keep what its feed says, not this page. */
  readonly fromFeedOnly?: SkipReason;
}

const firstSentences = 5;

/** Extracts the page as reading an entry would. */
export async function inspectPage(source: Source, documents: DocumentParser): Promise<PageInspection> {
  const { name, url, text } = source;
  if (/^\s*(?:<\?xml[^>]*>\s*)?<(?:rss|rdf:RDF|feed)\b/i.test(text)) {
    throw new UserError(`${name}: is a feed; use "inspect feed"`);
  }
  const page = await readPage(source, documents);
  if (page.headline === '' && page.blocks.length === 0) throw new UserError(`${name}: no article could be found in it`);
  const address = page.canonicalUrl ?? url;
  const number = contentId(address);
  const entry: Entry = {
    id: number ? `dw:${number}` : name,
    kind: pageKind(address),
    url: address,
    title: page.headline,
    categories: [],
    position: 0,
  };
  const { sentences } = makeArticle({
    entry,
    page,
    revision: 1,
    fallbackLanguage: 'en',
    topics: [],
    seenAt: page.publishedAt ?? epoch,
  });
  const fromFeedOnly = hasProse(entry.kind) ? (page.blocks.length === 0 ? 'no-text' : undefined) : 'kind';
  return {
    source: name,
    ...(number && { id: entry.id }),
    kind: entry.kind,
    ...page,
    paragraphs: page.blocks.filter(({ kind }) => kind === 'paragraph').length,
    sentences,
    ...(fromFeedOnly && { fromFeedOnly }),
  };
}

async function readPage(
  { name, url, document, isPlainText }: Source,
  documents: DocumentParser,
): Promise<ExtractedPage> {
  try {
    return await (isPlainText ? documents.extractPlainText(document) : documents.extractPage(document, url));
  } catch (cause) {
    if (cause instanceof DocumentLimitError) throw new UserError(`${name}: ${cause.message}`, { cause });
    throw cause;
  }
}

/** Never shown: an inspection has sentences, not a date of its own. */
const epoch = Temporal.Instant.fromEpochMilliseconds(0);

/** The inspection as lines: every field, then how the text begins. */
export function pageLines(page: PageInspection): string[] {
  const { kicker, pictures, sentences } = page;
  const facts: readonly (readonly [string, unknown])[] = [
    ['id', page.id],
    ['kind', page.kind],
    ['address', page.canonicalUrl],
    ['read by', page.method],
    ['headline', page.headline],
    ['kicker', kicker && [kicker.topic, kicker.region].filter((part) => part !== undefined).join(' · ')],
    ['section', page.section],
    ['lead', page.lead],
    ['authors', page.authors.join(', ') || undefined],
    ['place', page.place],
    ['agencies', page.agencies.join(', ') || undefined],
    ['published', page.publishedAt],
    ['modified', page.modifiedAt],
    ['language', page.language],
    ['kept', page.fromFeedOnly && `from the feed only (${page.fromFeedOnly})`],
    ['related', page.related?.map(({ url, title }) => `${title} <${url}>`).join(', ')],
    ['blocks', `${page.blocks.length}, ${page.paragraphs} of them paragraphs, ${sentences.length} sentences`],
    ...pictures.map(
      ({ url, caption, credit }) =>
        ['picture', [url, caption, credit && `(${credit})`].filter(Boolean).join('  ')] as const,
    ),
  ];
  const factLines = facts
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name.padEnd(9)} ${value}`);
  const opening = sentences
    .slice(0, firstSentences)
    .map(({ index, role, text }) => `  ${index} ${role.padEnd(4)}  ${text}`);
  return [page.source, ...factLines, '', ...opening, ''];
}
