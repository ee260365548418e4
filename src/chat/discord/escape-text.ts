/**
 * A text as Discord shows it letter for letter: no Markdown, mention, timestamp, emoji or link can come of it. One line, without control
 * characters and direction overrides.
 */
export function escapeText(text: string): string {
  return plainLine(text)
    .replace(/[\\*_~`|<>[\]()#]/gu, '\\$&')
    .replace(/:(?=\/\/)|(?<=\b(?:https?|steam|discord)):$/giu, '\\:')
    .replace(/@(?=everyone|here|[!&]?\d|$)/giu, `@${zeroWidthSpace}`)
    .replace(/:(?=[\w~+-]+:)/gu, `:${zeroWidthSpace}`)
    .replace(/^(\s*)([-+])(?=\s)/u, '$1\\$2')
    .replace(/^(\s*\d+)\.(?=\s)/u, '$1\\.');
}

const zeroWidthSpace = '\u200B';

/** One line of text for places that know no Markdown: labels, titles, names. */
export function plainLine(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
      .replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/gu, ' ')
      .replace(/[\u202A-\u202E\u2066-\u2069]/gu, '')
      .replace(/\p{Surrogate}/gu, '\uFFFD')
  );
}

/** A web address that cannot end its Markdown link early; undefined for anything but http and https. */
export function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return undefined;
  return parsed.href.replace(/[()<>\\*_~|`[\]\s]/gu, (character) => percentEncode(character));
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** A label cut to its limit between words, with an ellipsis; for names of things, never for sentences. */
export function shortLabel(text: string, limit: number): string {
  const line = plainLine(text).trim();
  if (line.length <= limit) return line;
  const head = line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/u, '');
  const atWord = head.replace(/\s+\S*$/u, '');
  return `${atWord.length >= limit / 2 ? atWord : head}…`;
}
