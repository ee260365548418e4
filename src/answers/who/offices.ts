import { findCountry } from '../../text/countries.ts';
import { fold } from '../../text/terms.ts';

/** What somebody is to others, not what they are. */
const relational = new Set(
  'counterpart predecessor successor colleague friend partner critic defender rival ally opponent challenger amtskollege kollege nachfolger vorganger freund'.split(
    ' ',
  ),
);
/** Words that may stand before an office and leave it what it is; the two halves of states among them. */
const adorning = new Set(
  'incumbent current new acting outgoing designate former then late south north korean the of'.split(' '),
);

/** Offices in German, folded and without the feminine ending, as the same words in English. */
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
  generalsekretar: 'secretary-general',
  burgermeister: 'mayor',
};

/** Whether a role is an office or calling, not a relation like "counterpart". */
export function isOffice(role: string): boolean {
  return !relational.has(coreOf(role).at(-1) ?? '') && !/^party of\b/iu.test(role);
}

/** Whether two roles name one office: "German Chancellor" and "chancellor of Germany", "Minister" and "Foreign Minister"; prime and foreign ministers are two. */
export function isSameOffice(one: string, other: string): boolean {
  const [words, others] = [new Set(coreOf(one)), new Set(coreOf(other))];
  return words.isSubsetOf(others) || others.isSubsetOf(words);
}

/** Whether two roles say the same office in as many words, the state apart: "Indian Prime Minister" and "Prime Minister". */
export function isEqualOffice(one: string, other: string): boolean {
  return coreOf(one).toSorted().join(' ') === coreOf(other).toSorted().join(' ');
}

/** Whether a role says in which state it is held. */
export function namesState(role: string): boolean {
  const words = role.split(/[^\p{L}]+/u);
  const pairs = words.map((word, index) => `${word} ${words[index + 1] ?? ''}`);
  return [...words, ...pairs].some(
    (name) => /^\p{Lu}/u.test(name) && (findCountry(name, 'en') ?? findCountry(name, 'de')) !== undefined,
  );
}

/** The words of a role without the state it is held in. */
function coreOf(role: string): readonly string[] {
  return role
    .replace(/ (?:of|for|von) .*$/u, '')
    .split(/[^\p{L}-]+/u)
    .filter((word) => word !== '' && !adorning.has(fold(word)) && !findCountry(word, 'en') && !findCountry(word, 'de'))
    .map(fold)
    .flatMap((word) => (inEnglish[word] ?? inEnglish[word.replace(/in$/u, '')] ?? word).split(' '));
}
