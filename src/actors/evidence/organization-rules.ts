import { organizationNouns } from '../lists/context.ts';
import { commonAcronyms, isOrganizationHead, knownOrganizations } from '../lists/organizations.ts';
import { placeHeads } from '../lists/places.ts';
import { isDefinedAs } from './definition.ts';
import type { Rule } from './evidence.ts';
import type { RunInText } from './run-in-text.ts';

const bare = (folded: string) => folded.replace(/^the /, '');
const isLong = ({ words }: RunInText) => words.length > 1;
/** Ends in a word like "Bank", opens with one, or has one before "of": "Norwegian Ministry of Health". */
const endsInHead = ({ foldedWords, words, head }: RunInText) =>
  isOrganizationHead(head) ||
  (words.length > 2 && isOrganizationHead(foldedWords[0] ?? '')) ||
  foldedWords.some((word, i) => isOrganizationHead(word) && /^(?:of|for|fur)$/.test(foldedWords[i + 1] ?? ''));
const endsInPlaceHead = ({ head }: RunInText) => placeHeads.has(head);

export const organizationRules: readonly Rule[] = [
  [4, ({ folded }) => knownOrganizations.has(folded) || knownOrganizations.has(bare(folded))],
  [4, (run) => isLong(run) && endsInHead(run)],
  [2, (run) => isLong(run) && !endsInHead(run) && !endsInPlaceHead(run) && run.foldedWords.some(isOrganizationHead)],
  [2.5, ({ first, words }) => words.length === 1 && first.acronym && !commonAcronyms.has(first.text)],
  [1, (run) => isLong(run) && run.words.some((word) => /^\p{Lu}{2,5}$/u.test(word) && !commonAcronyms.has(word))],
  [1.5, ({ text }) => text.includes('&')],
  [1, ({ determiner }) => determiner !== undefined],
  [
    1.5,
    ({ determiner, words, foldedWords }) =>
      (determiner !== undefined || foldedWords[0] === 'the') &&
      words.length > 1 &&
      /\p{Ll}s$/u.test(words.at(-1) ?? ''),
  ],
  [1.5, ({ foldedWords }) => foldedWords[0] === 'the'],
  [2.5, ({ before }) => before !== undefined && organizationNouns.has(before)],
  [1.5, ({ next }) => next !== undefined && organizationNouns.has(next)],
  [0.4, ({ before }) => /^(?:joined|signed|join|left|joining|with|for|against|für|gegen)$/.test(before ?? '')],
  [3, (run) => isDefinedAs(run, (word) => organizationNouns.has(word))],
  [2, ({ foldedWords }) => foldedWords.some((word) => /.(?:partei|gruppe|verband|verein|werke)$/.test(word))],
];
