import { quantitiesOf } from '../../stories/quantities.ts';
import { multiplierOf, numbersIn, numberValue } from '../../text/numbers.ts';
import { termsOf, wordsOf } from '../../text/terms.ts';

/**
 * Overlap from which a sentence restates another (`ofOne`, as a share of the shorter one's terms) or everything shown (`ofAll`). Lower for
 * the article whose lead was shown: other articles share its names without restating it.
 */
const limits = {
  /** Below its own lead, which it usually repeats. */
  firstParagraph: { ofOne: 0.5, ofAll: 0.42 },
  sameArticle: { ofOne: 0.65, ofAll: 0.5 },
  other: { ofOne: 0.75, ofAll: 0.7 },
};
/** A count that was shown makes the sentence that repeats it redundant at a lower overlap: "2,500 firefighters". */
const withSameCount = 0.25;
const smallCount = 12;
/** Terms shared by two sentences on the same deaths. */
const ofOneEvent = 2;
const death =
  /(?<!\p{L})(?:killed|killing|dead|died|die|dies|tote[nr]?|getötet|starben|gestorben|ums leben)(?!\p{L})/iu;
const twoPeople = /(?<!\p{L})(?:an?|eine?) \p{L}+ (?:and|und) (?:an?|eine?) \p{L}+/iu;
/** Fewer shared terms are coincidence. */
const fewestTerms = 3;
/** The least length of a word that is part of a longer one ("Kredit", "Milliardenkredit"); one letter less if it begins it ("prüf", "prüft"). */
const shortestPart = 5;

/**
 * Whether a sentence restates the title or sentences already shown. An article's first paragraph usually paraphrases its lead, and both
 * repeat the headline.
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
  if (from !== 'other' && shown.some((one) => tellsSameDeaths(text, one, language))) return true;
  const all = known.reduce((sum, one) => sum.union(one), new Set<string>());
  const limit = from !== 'other' && repeatsCount(text, shown, language) ? withSameCount : limits[from].ofAll;
  return isSame || (own.size >= fewestTerms && shared(own, all) >= limit * own.size);
}

/** "A firefighter and a shepherd have died in a wildfire", then "the wildfire has killed two people": the same event and the same count. */
function tellsSameDeaths(text: string, shownText: string, language: string): boolean {
  if (!death.test(text) || !death.test(shownText)) return false;
  const [counts, shownCounts] = [deathsIn(text, language), deathsIn(shownText, language)];
  if (counts.some((count) => !shownCounts.includes(count))) return false;
  return shared(contentOf(text, language), contentOf(shownText, language)) >= ofOneEvent;
}

/** Two if they are listed individually. */
function deathsIn(text: string, language: string): readonly number[] {
  const counted = quantitiesOf(text, language).flatMap(({ of, value }) => (of === 'killed' ? value : []));
  return twoPeople.test(text) ? [...counted, 2] : counted;
}

function repeatsCount(text: string, shown: readonly string[], language: string): boolean {
  const shownText = shown.flatMap((one) => quantitiesOf(one, language));
  return quantitiesOf(text, language).some(
    ({ value, of, isToll }) =>
      !isToll && value > smallCount && shownText.some((one) => one.value === value && one.of === of),
  );
}

/** Whether a sentence shares a word with what is shown: else it is about something else, a caption or a scene. */
export function isOnTopic(text: string, shown: readonly string[], language: string): boolean {
  const all = shown.reduce((sum, one) => sum.union(contentOf(one, language)), new Set<string>());
  return shared(contentOf(text, language), all) > 0;
}

/** Terms, with "a thousand" and "1,000" as one. */
function contentOf(text: string, language: string): ReadonlySet<string> {
  const words = wordsOf(text, language).map(({ text: word }) => word);
  const round = words.flatMap((word, at) => {
    const counted = numberValue(words[at - 1] ?? '', language) !== undefined;
    return counted ? [] : (multiplierOf(word, language) ?? []);
  });
  const numbers = [...numbersIn(text, language).map(({ value }) => value), ...round].map((value) => `=${value}`);
  const terms = termsOf(text, language).filter(
    (term) => numberValue(term, language) === undefined && multiplierOf(term, language) === undefined,
  );
  return new Set([...terms, ...numbers]);
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((term) => other.has(term) || [...other].some((longer) => isPart(term, longer))).length;
}

/** Compounds that share a part, mostly in German. */
function isPart(one: string, other: string): boolean {
  const [part, whole] = one.length < other.length ? [one, other] : [other, one];
  if (part.startsWith('=')) return false;
  return part.length >= shortestPart
    ? whole.includes(part)
    : part.length === shortestPart - 1 && whole.startsWith(part);
}
