const fullName = /\p{Lu}[\p{L}'’-]+(?:\s(?:\p{Lu}\.|al-|bin|von|van|de|der|da|dos|el|\p{Lu}[\p{L}'’-]+)){1,3}/gu;
const singleName = /\p{Lu}[\p{L}'’-]+/gu;
const possessive = /['’]s$/;

/**
 * For each sentence, the names it uses in short ("Falkner") after an earlier sentence gave them in full ("Ilse Falkner"), with the
 * places of those sentences: without one of them shown, readers ask who that is.
 */
export function findShortNames(texts: readonly string[]): ReadonlyMap<string, readonly number[]>[] {
  const introductions = new Map<string, number[]>();
  return texts.map((text, place) => {
    const full = (text.match(fullName) ?? []).map((name) => name.replace(possessive, ''));
    const lastWords = new Set(full.map((name) => name.slice(name.lastIndexOf(' ') + 1)));
    const spelledOut = new Set(full.flatMap((name) => name.split(' ')));
    const short = new Map<string, readonly number[]>();
    for (const [word] of text.matchAll(singleName)) {
      const name = word.replace(possessive, '');
      const places = introductions.get(name);
      if (places && !spelledOut.has(name)) short.set(name, [...places]);
    }
    for (const name of lastWords) introductions.set(name, [...(introductions.get(name) ?? []), place]);
    return short;
  });
}
