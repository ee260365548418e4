import { countryNames, findCountry, withoutCaseEnding } from '../text/countries.ts';
import { baseLanguage, fold, type Word } from '../text/terms.ts';

/** Names kept a language. Emptied when full, so that memory stays bounded. */
const namesKept = 20_000;

/** The code of the state that a name stands for: its own name, its capital, its people. */
export const stateCode = remember((name, language) => findCountry(name, language)?.code);

/** Two words as one name, where there is only a blank between them and some state's name begins with the first: "South Korea". */
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

/** Words repeat, and looking up a name's forms is slow. */
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
