import { fold, stopWords } from '../text/terms.ts';

const byScript: readonly (readonly [language: string, letters: RegExp])[] = [
  ['zh', /\p{Script=Han}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['am', /\p{Script=Ethiopic}/gu],
  ['el', /\p{Script=Greek}/gu],
];
const byWords = ['en', 'de', 'fr', 'es', 'pt', 'ru', 'uk', 'tr'];

/**
 * The language of a text that does not name it: by its script where that is enough, else by its commonest words. Undefined where
 * no language stands out, or where its words would be those of a language we have no list for.
 */
export function detectLanguage(text: string): string | undefined {
  const sample = text.slice(0, 5_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const script = byScript.find(([, pattern]) => (sample.match(pattern)?.length ?? 0) > letters / 2);
  if (script) return script[0];

  const words = fold(sample).match(/\p{L}+/gu) ?? [];
  const shares = byWords.map((language) => {
    const known = stopWords(language);
    return { language, share: words.filter((word) => known.has(word)).length / words.length };
  });
  const [best, second] = shares.toSorted((a, b) => b.share - a.share);
  return best && second && best.share > 0.15 && best.share > 1.3 * second.share ? best.language : undefined;
}
