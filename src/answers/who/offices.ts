import { findCountry } from '../../text/countries.ts';
import { fold } from '../../text/terms.ts';

/** Words for relations to others, not for offices. */
const relational = new Set(
  'counterpart predecessor successor colleague friend partner critic defender rival ally opponent challenger amtskollege kollege nachfolger vorganger freund'.split(
    ' ',
  ),
);
const pointing = new Set(['this', 'that', 'these', 'those']);
/** Modifiers that do not change an office, including the two halves of state names. */
const adorning = new Set(
  'incumbent current new acting interim caretaker transitional outgoing designate former then late south north korean the of'.split(
    ' ',
  ),
);

/** German offices, folded and without the feminine ending, with their English words. */
const inEnglish: Readonly<Record<string, string>> = {
  kanzler: 'chancellor',
  bundeskanzler: 'chancellor',
  prasident: 'president',
  bundesprasident: 'president',
  staatsprasident: 'president',
  ministerprasident: 'prime minister',
  premierminister: 'prime minister',
  aussenminister: 'foreign minister',
  bundesaussenminister: 'foreign minister',
  verteidigungsminister: 'defense minister',
  innenminister: 'interior minister',
  finanzminister: 'finance minister',
  wirtschaftsminister: 'economy minister',
  justizminister: 'justice minister',
  generalsekretar: 'secretary general',
  burgermeister: 'mayor',
};

/** Whether a role is an office or occupation that is clear alone, not a relation like "counterpart" or a "victim in all this". */
export function isOffice(role: string): boolean {
  const words = fold(role).split(' ');
  if (words.some((word) => pointing.has(word)) || (words[0] === 'party' && words[1] === 'of')) return false;
  return !relational.has(officeWords(role).at(-1) ?? '');
}

/** Whether two roles name the same office: "German Chancellor" and "chancellor of Germany", "Minister" and "Foreign Minister", but not prime and foreign minister. */
export function isSameOffice(one: string, other: string): boolean {
  const [words, others] = [new Set(officeWords(one)), new Set(officeWords(other))];
  return words.isSubsetOf(others) || others.isSubsetOf(words);
}

/** Whether two roles name the same office in the same words except for the state: "Indian Prime Minister" and "Prime Minister". */
export function isEqualOffice(one: string, other: string): boolean {
  return officeWords(one).toSorted().join(' ') === officeWords(other).toSorted().join(' ');
}

/** Whether a role names its state. */
export function namesState(role: string): boolean {
  const words = role.split(/[^\p{L}]+/u);
  const pairs = words.map((word, index) => `${word} ${words[index + 1] ?? ''}`);
  return [...words, ...pairs].some(
    (name) => /^\p{Lu}/u.test(name) && (findCountry(name, 'en') ?? findCountry(name, 'de')) !== undefined,
  );
}

/** The words of an office, in English where we know them, without states, "of ..." and what does not change it. */
export function officeWords(role: string): readonly string[] {
  const words = role
    .replace(/ (?:of|for|von) .*$/u, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const names = (word: string) => findCountry(word, 'en') ?? findCountry(word, 'de');
  return words
    .filter((word, at) => !adorning.has(fold(word)) && !names(word) && !names(`${words[at - 1]} ${word}`))
    .map(fold)
    .flatMap((word) => (inEnglish[word] ?? inEnglish[word.replace(/in$/u, '')] ?? word).split(' '));
}
