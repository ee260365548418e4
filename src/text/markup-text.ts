import { createRequire } from 'node:module';
import { cleanText } from './clean-text.ts';
import { nestsTooDeep } from './nests-too-deep.ts';

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
