import type { Catalog } from '../../wording/catalog.ts';

/** The words of the page, as its scripts read them. */
interface PageWords {
  readonly locale: string;
  readonly words: Readonly<Record<string, unknown>>;
}

/** A page in a language: `{{head}}` becomes what all pages begin with, `{{send}}` that word, `"{{words}}"` all of them as JSON for the scripts. */
export function fillPage(
  { html, head }: { readonly html: string; readonly head: string },
  { locale, dir, page }: Catalog,
): string {
  const words = Object.fromEntries(
    Object.entries(page).map(([name, word]) => [name, typeof word === 'string' ? word : word.forms]),
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
