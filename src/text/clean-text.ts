import { createRequire } from 'node:module';
import { nestsTooDeep } from './nests-too-deep.ts';

/** Blanks among the control characters part words; the others are damage. */
const control = /[\p{Cc}--\s]/gv;
const invisible = /[\u00AD\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g;
/** Scripts whose spelling or shapes need the joiners: in Persian, Hindi or Bengali a word is another one without them. */
const joining =
  '\\p{Script=Arabic}\\p{Script=Bengali}\\p{Script=Devanagari}\\p{Script=Gujarati}\\p{Script=Gurmukhi}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Oriya}\\p{Script=Sinhala}\\p{Script=Tamil}\\p{Script=Telugu}';
/** A non-joiner is valid only between two letters. */
const strayNonJoiner = new RegExp(`(?<![${joining}])\\u200C|\\u200C(?![\\p{L}\\p{M}])`, 'gu');
/** The joiner also makes one emoji of several. */
const strayJoiner = new RegExp(`(?<![${joining}\\p{Emoji}]|\\uFE0F)\\u200D`, 'gu');
/** Marks of direction say where a Latin name or a stop belongs in a line from right to left; in other text they are leftovers. */
const directionMark = /[\u061C\u200E\u200F]/g;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const special = /[\p{Cc}\u00AD\u061C\u200B-\u200F\u2011\u202A-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/u;

/**
 * One line of text as we keep it: NFC, without invisible characters that do nothing for the reader, every run of white space (no-break
 * too) one blank. Embeddings, overrides and isolates go: unbalanced, they would turn the text around ours.
 */
export function cleanText(text: string): string {
  const normal = text.toWellFormed().normalize('NFC');
  const visible = special.test(normal) ? withoutInvisible(normal) : normal;
  return visible.replace(/\s{2,}|[^\S ]/g, ' ').trim();
}

function withoutInvisible(text: string): string {
  const plain = text
    .replace(control, '')
    .replace(invisible, '')
    .replace(strayNonJoiner, '')
    .replace(strayJoiner, '')
    .replaceAll('\u2011', '-');
  return rightToLeft.test(plain) ? plain : plain.replace(directionMark, '');
}

const require = createRequire(import.meta.url);
const tag = /<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>/i;
const entity = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i;
const notProse = 'script, style';

/**
 * The plain text of what a feed gives as title or description. It is text already in DW's news feeds; elsewhere it may hold
 * HTML, and entities escaped twice.
 */
export function markupText(text: string): string {
  const isText = !(text.includes('<') && tag.test(text)) && !(text.includes('&') && entity.test(text));
  if (isText) return cleanText(text);
  if (nestsTooDeep(text, { isHtml: true })) return '';
  const { document } = linkedom().parseHTML(`<!doctype html><html><body>${spaced(text)}</body></html>`);
  for (const element of document.querySelectorAll(notProse)) element.remove();
  return cleanText(document.body.textContent ?? '');
}

/** A blank where a block ends, so that its last word does not touch the next; a lone `<` is a sign, not a tag. */
function spaced(text: string): string {
  return text.replace(/<(?!\/?[a-z!])/gi, '&lt;').replace(/<\/?(?:p|br|div|li|ul|ol|h\d|tr|td|blockquote)\b/gi, ' $&');
}

/** linkedom, loaded by the first page or text that needs it: it takes more memory than all else that an idle service loads. */
export function linkedom(): typeof import('linkedom') {
  return require('linkedom');
}
