import { isDw } from './entry-url.ts';

/**
 * What the folders of an address may say of its topic: `https://www.dw.com/en/asia/a-123` and `https://news.example/world/asia/2026/slug`
 * both give `asia`. The end of the path names the page, not its section; a headline in between is no topic's name and does no harm.
 */
export function pathSections(address: string): readonly string[] {
  const url = URL.parse(address);
  if (!url) return [];
  const folders = url.pathname.split('/').filter((folder) => folder !== '');
  // DW's first folder is the language: "id" and "ha" are no sections.
  return folders.slice(isDw(url.hostname) ? 1 : 0, -1).flatMap(sectionWords);
}

function sectionWords(folder: string): string[] {
  try {
    const words = decodeURIComponent(folder)
      .replaceAll(/[-_+]+/g, ' ')
      .trim();
    return /\p{L}/u.test(words) ? [words] : [];
  } catch {
    return [];
  }
}
