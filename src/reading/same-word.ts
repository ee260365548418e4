import { groupsOf } from './lexicon.ts';
import { type ReadWord, shareStem } from './read-text.ts';
import { isSameVerb } from './verb-forms.ts';

type Compared = Pick<ReadWord, 'key' | 'term' | 'isCapital' | 'joined'>;

/** Whether two words are forms of one word, or synonyms. */
export function isSameWord(one: Compared, other: Compared, language: string): boolean {
  // "Schloss einen Vertrag aus" is not "schloss einen Vertrag".
  if (one.key === other.key && one.joined !== other.joined) return false;
  if (one.key === other.key || (one.term !== undefined && one.term === other.term)) return true;
  if (shareStem(one.key, other.key) || (language === 'de' && isDeclined(one.key, other.key))) return true;
  const areVerbs = language !== 'de' || (!one.isCapital && !other.isCapital);
  if (areVerbs && isSameVerb(one, other, language)) return true;
  return areSynonyms(one, other, language);
}

function areSynonyms(one: Compared, other: Compared, language: string): boolean {
  const groups = groupsOf('same', one.key, language);
  return groups.length > 0 && groupsOf('same', other.key, language).some((group) => groups.includes(group));
}

/** "Zoo" and "Zoos": too short to share a stem. */
function isDeclined(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length >= 3 && long.startsWith(short) && /^(?:e?s|e?n|e|er|ern)$/.test(long.slice(short.length));
}
