import { findCountry } from '../../text/countries.ts';
import { isNameWord } from '../name-words.ts';
import { isDefinedAs, type Rule, type RunInText } from './run-in-text.ts';

const bare = (folded: string) => folded.replace(/^the /, '');
const isLong = ({ words }: RunInText) => words.length > 1;
/** Ends in a word like "Bank", opens with one, or has one before "of": "Norwegian Ministry of Health". */
const endsInHead = ({ foldedWords, words, head }: RunInText) =>
  isNameWord('organization-head', head) ||
  (words.length > 2 && isNameWord('organization-head', foldedWords[0] ?? '')) ||
  foldedWords.some(
    (word, i) => isNameWord('organization-head', word) && /^(?:of|for|fur)$/.test(foldedWords[i + 1] ?? ''),
  );
const endsInPlaceHead = ({ head }: RunInText) => isNameWord('place-head', head);

const isTown = (word: string) => isNameWord('place', word.toLowerCase()) || findCountry(word, 'en')?.by === 'capital';
/** "Ajax Amsterdam": a word that is not a given name before a town. */
const endsInTown = ({ foldedWords, words, language }: RunInText) =>
  words.length === 2 &&
  language !== 'de' &&
  !isNameWord('first-name', foldedWords[0] ?? '') &&
  !isNameWord('place-opener', foldedWords[0] ?? '') &&
  !isTown(foldedWords[0] ?? '') &&
  findCountry(words[0] ?? '', 'en') === undefined &&
  isTown(words[1] ?? '');
/** "Texas Instruments", "Chicago Bulls": a place before a plural that is not a kind of place. */
const opensWithTown = ({ foldedWords, words, head }: RunInText) =>
  words.length > 1 &&
  !isNameWord('place-head', head) &&
  /\p{Ll}{3}s$/u.test(words.at(-1) ?? '') &&
  isNameWord('place', foldedWords.slice(0, -1).join(' '));
/** A row of a table: "Minnesota 27 15 .643". */
const opensTableRow = ({ after, country, first }: RunInText) =>
  first.opensSentence &&
  country?.by !== 'name' &&
  after.length > 2 &&
  after.slice(0, 3).every(({ text }) => /^\d/.test(text));

export const organizationRules: readonly Rule[] = [
  [1, ({ isForeign, words }) => isForeign && words.length === 1],
  [4, ({ folded }) => isNameWord('organization', folded) || isNameWord('organization', bare(folded))],
  [4, (run) => isLong(run) && endsInHead(run)],
  [
    2,
    (run) =>
      isLong(run) &&
      !endsInHead(run) &&
      !endsInPlaceHead(run) &&
      run.foldedWords.some((word) => isNameWord('organization-head', word)),
  ],
  [2.5, ({ first, words }) => words.length === 1 && first.acronym && !isNameWord('acronym', first.text)],
  [1, (run) => isLong(run) && run.words.some((word) => /^\p{Lu}{2,5}$/u.test(word) && !isNameWord('acronym', word))],
  [1.5, ({ text }) => text.includes('&')],
  [3, (run) => isLong(run) && isNameWord('organization-opener', run.foldedWords[0] ?? '')],
  [2, endsInTown],
  [2.5, opensWithTown],
  [4, opensTableRow],
  [4, ({ after, gapAfter }) => gapAfter === ' ' && after[0]?.folded === 'news' && after[1]?.folded === 'agency'],
  [1, ({ determiner }) => determiner !== undefined],
  [
    1.5,
    ({ determiner, words, foldedWords }) =>
      (determiner !== undefined || foldedWords[0] === 'the') &&
      words.length > 1 &&
      /\p{Ll}s$/u.test(words.at(-1) ?? ''),
  ],
  [1.5, ({ foldedWords }) => foldedWords[0] === 'the'],
  [2.5, ({ before }) => before !== undefined && isNameWord('organization-noun', before)],
  [1.5, ({ next }) => next !== undefined && isNameWord('organization-noun', next)],
  [0.4, ({ before }) => isNameWord('before-organization', before ?? '')],
  [3, (run) => isDefinedAs(run, (word) => isNameWord('organization-noun', word))],
  [2, ({ foldedWords }) => foldedWords.some((word) => /.(?:partei|gruppe|verband|verein|werke)$/.test(word))],
];
