import { markupText } from '../text/clean-text.ts';
import { parseFeedDate } from '../text/found-date.ts';
import { languageTag } from '../text/languages.ts';
import { countLimits, cutTitle, cutTo, lengthLimits } from '../text/limits.ts';
import type { Entry, EntryPicture, PageKind } from './entry.ts';
import { canonicalUrl, contentId, pageKind } from './entry-url.ts';
import type { FeedItem } from './feed-document.ts';

/** The context of an entry: its feed, and its position in the document. */
export interface EntrySetting {
  readonly namespace: string;
  readonly language?: string | undefined;
  readonly position: number;
}

/** The entry of an item, or undefined without a usable link. */
export function makeEntry(whole: FeedItem, { namespace, language, position }: EntrySetting): Entry | undefined {
  const item = withinLimits(whole);
  const url = entryUrl(item);
  if (url === undefined) return undefined;
  const lead = filled(cutTo('paragraph', markupText(item.description ?? '')));
  const publishedAt = parseFeedDate(item.date ?? '');
  const entryLanguage = languageTag(item.language) ?? language;
  const picture = pictureOf(item.pictures);
  return {
    id: `${namespace}:${localId(item, url, namespace)}`,
    kind: entryKind(item, url),
    url,
    title: filled(markupText(item.title ?? '')) ?? lead ?? url,
    ...(lead !== undefined && { lead }),
    ...(publishedAt && { publishedAt }),
    categories: categoriesOf(item),
    ...(entryLanguage !== undefined && { language: entryLanguage }),
    ...(picture && { picture }),
    position,
  };
}

/** Whether an item has a link, longer than any that is read. */
export function hasOverlongLink({ link = '', guid = '' }: FeedItem): boolean {
  return Math.max(link.length, guid.length) > lengthLimits.link;
}

/** What the item says, no field longer than there is a reason for. */
function withinLimits(item: FeedItem): FeedItem {
  const linkLike = (text = '') => (text.length <= lengthLimits.link ? text : undefined);
  return {
    title: cutTitle(item.title ?? ''),
    link: linkLike(item.link),
    guid: linkLike(item.guid),
    contentId: linkLike(item.contentId),
    description: cutTo('description', item.description ?? ''),
    date: cutTo('label', item.date ?? ''),
    language: cutTo('label', item.language ?? ''),
    categories: item.categories.slice(0, countLimits.categories).map((category) => cutTo('label', category)),
    enclosureType: item.enclosureType,
    pictures: (item.pictures ?? [])
      .slice(0, countLimits.partsOfPage)
      .filter(({ url }) => url.length <= lengthLimits.link),
  };
}

function entryUrl({ link, guid }: FeedItem): string | undefined {
  return canonicalUrl(link ?? '') ?? canonicalUrl(guid ?? '');
}

function categoriesOf({ categories }: FeedItem): readonly string[] {
  const names = categories.map(markupText).filter((category) => category !== '');
  return names.length > 1 ? [...new Set(names)] : names;
}

/** DW's content id wherever the form puts it; other publishers are known by their guid. */
function localId({ guid = '', contentId: given = '' }: FeedItem, url: string, namespace: string): string {
  const own = guid.trim();
  if (namespace === 'dw') {
    const id = contentId(url) ?? numberAtEnd(given) ?? numberAtEnd(own) ?? contentId(own);
    if (id !== undefined) return id;
  }
  return canonicalUrl(own) ?? filled(own) ?? url;
}

/** `79534734`, or the tail of `tag:dw.com,2026:79534734`. */
function numberAtEnd(id: string): string | undefined {
  return /^(?:tag:.*:)?\s*(\d+)\s*$/.exec(id)?.[1];
}

function entryKind({ enclosureType = '' }: FeedItem, url: string): PageKind {
  if (enclosureType.startsWith('audio/')) return 'audio';
  if (enclosureType.startsWith('video/')) return 'video';
  return pageKind(url);
}

/** Wide enough for a message; wider pictures only take longer to load. */
const pictureWidth = 1_200;

/** The picture of an entry in its best size; none if the feed has several, or does not describe it. */
function pictureOf(pictures: FeedItem['pictures'] = []): EntryPicture | undefined {
  const shown = pictures.flatMap(({ url, kind, width, alt = '' }) => {
    const words = cutTitle(markupText(cutTo('paragraph', alt)));
    const address = URL.canParse(url) ? new URL(url) : undefined;
    const isPicture = kind === 'image' || kind.startsWith('image/');
    return isPicture && address?.protocol === 'https:' && words !== ''
      ? [{ url: address.href, width, alt: words }]
      : [];
  });
  if (new Set(shown.map(({ alt }) => alt)).size !== 1) return undefined;
  const distance = ({ width = 0 }: { readonly width: number | undefined }) => Math.abs(pictureWidth - (width || 0));
  const [best] = shown.toSorted((a, b) => distance(a) - distance(b));
  return best && { url: best.url, alt: best.alt };
}

function filled(text: string): string | undefined {
  return text === '' ? undefined : text;
}
