import type { Catalog } from '../../wording/catalog.ts';
import { type Message, pluralForms } from '../../wording/message.ts';

/** The words of the page, as its scripts read them. */
interface PageWords {
  readonly locale: string;
  readonly words: Readonly<Record<string, unknown>>;
}

type PluralMessage = Message<readonly [count: number]>;

interface PageParts {
  readonly html: string;
  readonly head: string;
  /** Words, plurals, and groups of words for the scripts. */
  readonly words: Readonly<Record<string, string | PluralMessage | Readonly<Record<string, string>>>>;
}

/** A page in a language: `{{head}}` becomes what all pages begin with, `{{send}}` that word, `"{{words}}"` all of them as JSON for the scripts. */
export function fillPage(
  { html, head, words: given }: PageParts,
  { locale, dir }: Pick<Catalog, 'locale' | 'dir'>,
): string {
  const words = Object.fromEntries(
    Object.entries(given).map(([name, word]) => [name, typeof word === 'function' ? pluralForms(word) : word]),
  );
  const marked = html
    .replace('{{head}}', head.trimEnd())
    .replace('lang="en" dir="ltr"', `lang="${locale}" dir="${dir}"`);
  return marked.replace(/"\{\{words\}\}"|\{\{(\w+)\}\}/gu, (mark, name: string | undefined) => {
    if (name === undefined) return jsonInHtml({ locale, words });
    const word: unknown = words[name];
    if (typeof word !== 'string') throw new Error(`The page asks for ${mark}, which is no word`);
    return escapeHtml(word);
  });
}

/** JSON that no script element ends early. */
function jsonInHtml(words: PageWords): string {
  return JSON.stringify(words).replaceAll('<', '\\u003c');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
