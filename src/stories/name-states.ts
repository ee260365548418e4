import { countryNames, findCountry, withoutCaseEnding } from '../text/countries.ts';
import { baseLanguage, fold, type Word } from '../text/terms.ts';

/** Cached names per language. Cleared when full, so that memory stays bounded. */
const namesKept = 20_000;

/** The code of the state of a name: a state's name, its capital, or its demonym. */
export const stateCode = remember((name, language) => findCountry(name, language)?.code);

/** Two words as one name, if only a space separates them and some state's name begins with the first: "South Korea". */
export function pairName(word: Word, next: Word | undefined, language: string): string | undefined {
  if (next?.start !== word.end + 1 || !opensName(word.text, language)) return undefined;
  return `${word.text} ${next.text}`;
}

const opensName = remember((word, language) => {
  const [base, folded] = [baseLanguage(language), fold(word)];
  const words = firstWords(base);
  return words.has(folded) || words.has(withoutCaseEnding(folded, base));
});

const firstWordsByLanguage = new Map<string, ReadonlySet<string>>();

/** First words of the names that have several, folded, with and without their case endings. */
function firstWords(base: string): ReadonlySet<string> {
  let words = firstWordsByLanguage.get(base);
  if (!words) {
    const firsts = [...countryNames(base).keys()].flatMap((name) => (name.includes(' ') ? name.split(' ', 1) : []));
    words = new Set(firsts.flatMap((first) => [first, withoutCaseEnding(first, base)]));
    firstWordsByLanguage.set(base, words);
  }
  return words;
}

/** Caches lookups: words repeat, and looking up a name's forms is slow. */
function remember<Found>(find: (name: string, language: string) => Found): (name: string, language: string) => Found {
  const caches = new Map<string, Map<string, Found>>();
  return (name, language) => {
    const cache = caches.get(language) ?? new Map<string, Found>();
    const known = cache.get(name);
    if (known !== undefined || cache.has(name)) return known as Found;
    const found = find(name, language);
    if (cache.size >= namesKept) cache.clear();
    caches.set(language, cache.set(name, found));
    return found;
  };
}
