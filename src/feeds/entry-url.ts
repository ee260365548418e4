import { lengthLimits } from '../text/limits.ts';
import type { PageKind } from './entry.ts';

/** `<kind>-<content id>`, which ends every path of DW since 2009. */
const pathTail = /\/(a|live|g|video|audio|av|l|s|t|person|e)-(\d+)\/?$/;
/** DW's paths before that: `/dw/article/0,,4708386,00.html`. */
const oldTail = /\/dw(?:\/(\w+))?\/\d+,,(\d+)(?:_\w+)?,\d+\.html$/;
const trackers = /([?&])(?:(?:maca|utm_\w+)=[^&#\s]*(?:&|(?=[#\s]|$)))+/g;
const hostAndPath = /^\s*https?:\/\/(?:[^/?#@]*@)?([^/?#:]*)(?::\d+)?([^?#\s]*)/i;
const shortLinkDigits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const kinds: Readonly<Record<string, PageKind>> = {
  a: 'article',
  live: 'live',
  g: 'gallery',
  video: 'video',
  audio: 'audio',
  // Media of both sorts, before 2023.
  av: 'video',
};

/**
 * A link as we keep it: without the tail that differs from feed to feed, without fragment, and its path percent-encoded (feeds give
 * it raw, pages encoded). Undefined for what is not a web address, or longer than one.
 */
export function canonicalUrl(link: string): string | undefined {
  if (link.length > lengthLimits.link) return undefined;
  const url = URL.parse(link.replace(trackers, '$1').trimEnd().replace(/[?&]$/, ''));
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  return url.hash === '' ? url.href : url.href.slice(0, -url.hash.length);
}

/** The kind of page a link leads to, by DW's path. Links to other publishers count as articles. */
export function pageKind(link: string): PageKind {
  const { host, path } = parts(link);
  const tail = pathTail.exec(path);
  if (tail) return kinds[tail[1] ?? ''] ?? 'other';
  if (oldTail.test(path)) return oldKind(path);
  return isDw(host) && host !== 'p.dw.com' ? 'other' : 'article';
}

/** DW's content id: the number that ends the path, in all forms it had; a short link is that number with 62 digits. */
export function contentId(link: string): string | undefined {
  const { host, path } = parts(link);
  if (host === 'p.dw.com') return shortLinkId(/^\/p\/([\dA-Za-z]{3,7})$/.exec(path)?.[1]);
  return pathTail.exec(path)?.[2] ?? oldTail.exec(path)?.[2];
}

/** Is the host one of DW's, old names included? */
export function isDw(host: string): boolean {
  return /(?:^|\.)(?:dw\.com|dw\.de|dw-world\.de)$/.test(host);
}

/** Host and path without fully parsing the URL: every entry needs them twice. */
function parts(link: string): { host: string; path: string } {
  const [, host = '', path = ''] = hostAndPath.exec(link) ?? [];
  return { host: host.toLowerCase(), path };
}

function oldKind(path: string): PageKind {
  const type = oldTail.exec(path)?.[1];
  return type === undefined || type === 'article' ? 'article' : 'other';
}

function shortLinkId(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  let id = 0;
  for (const digit of code) id = id * shortLinkDigits.length + shortLinkDigits.indexOf(digit);
  return String(id);
}
