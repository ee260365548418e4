import { multiplierOf, numbersIn, numberValue } from '../language/numbers.ts';
import { termsOf, wordsOf } from '../language/terms.ts';

/**
 * Sharing so much of what says less, two sentences tell one thing; and so does one with so much of its words in all that was shown together.
 * Of the article whose lead was shown sooner: others share its names without telling the same.
 */
const limits = { sameArticle: { ofOne: 0.65, ofAll: 0.5 }, other: { ofOne: 0.75, ofAll: 0.7 } };
/** Fewer words than these are shared by chance. */
const fewestTerms = 3;
/** A word that is part of a longer one ("Kredit", "Milliardenkredit") is at least so long; one that opens it ("prüf", "prüft"), a letter less. */
const shortestPart = 5;

/**
 * Whether a sentence says again what the reader has before them: title or sentences. An article's first paragraph mostly repeats its lead
 * in other words, and both repeat the headline.
 */
export function restates(
  text: string,
  shown: readonly string[],
  language: string,
  from: keyof typeof limits = 'other',
): boolean {
  const own = contentOf(text, language);
  const known = shown.map((one) => contentOf(one, language));
  const isSame = known.some((one) => {
    const less = Math.min(own.size, one.size);
    return less >= fewestTerms && shared(own, one) >= limits[from].ofOne * less;
  });
  const all = known.reduce((sum, one) => sum.union(one), new Set<string>());
  return isSame || (own.size >= fewestTerms && shared(own, all) >= limits[from].ofAll * own.size);
}

/** Whether a sentence has a word of what the reader has before them: else it is of another thing, a caption or a scene. */
export function isOnTopic(text: string, shown: readonly string[], language: string): boolean {
  const all = shown.reduce((sum, one) => sum.union(contentOf(one, language)), new Set<string>());
  return shared(contentOf(text, language), all) > 0;
}

/** Terms, with "a thousand" and "1,000" as one. */
function contentOf(text: string, language: string): ReadonlySet<string> {
  const words = wordsOf(text, language).map(({ text: word }) => word);
  const round = words.flatMap((word, at) => {
    const counted = numberValue(words[at - 1] ?? '', language) !== undefined;
    return counted ? [] : (multiplierOf(word) ?? []);
  });
  const numbers = [...numbersIn(text, language).map(({ value }) => value), ...round].map((value) => `=${value}`);
  const terms = termsOf(text, language).filter(
    (term) => numberValue(term, language) === undefined && multiplierOf(term) === undefined,
  );
  return new Set([...terms, ...numbers]);
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((term) => other.has(term) || [...other].some((longer) => isPart(term, longer))).length;
}

/** Compounds share a part: German ones, mostly. */
function isPart(one: string, other: string): boolean {
  const [part, whole] = one.length < other.length ? [one, other] : [other, one];
  if (part.startsWith('=')) return false;
  return part.length >= shortestPart
    ? whole.includes(part)
    : part.length === shortestPart - 1 && whole.startsWith(part);
}
