import { readFileSync } from 'node:fs';
import { inLatin } from '../text/name-spellings.ts';
import { fold } from '../text/terms.ts';
import { wordFileEntries } from '../text/word-file.ts';

let lists: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** Whether a folded word is of a kind that `name-words.txt` lists: a given name, what ends a place's name, what opens a role. */
export function isNameWord(kind: NameKind, word: string): boolean {
  return listOf(kind).has(word);
}

/** Whether a folded word is a given name we know, in Latin or Cyrillic letters; of a double one, whether its first part is. */
export function isGivenName(folded = ''): boolean {
  return isNameWord('first-name', inLatin(folded.split('-')[0] ?? ''));
}

/** The gender that a given name suggests; undefined where it suggests none. */
export function genderOf(name: string): 'female' | 'male' | undefined {
  const given = fold(name.split(/[\s-]/)[0] ?? '');
  if (isNameWord('male-name', given)) return 'male';
  if (isNameWord('female-name', given)) return 'female';
  if (!isNameWord('first-name', given) || !name.includes(' ')) return undefined;
  return given.endsWith('a') ? 'female' : 'male';
}

/** "Vice-chair" is a chair. */
export function withoutRank(folded: string): string {
  return folded.replace(/^(?:vice|deputy|co|ex|vize)-/, '');
}

/** Whether a folded word says what a person is, German compounds included. */
export function isRoleNoun(word: string): boolean {
  const folded = withoutRank(word);
  return (
    roleKinds.some((kind) => isNameWord(kind, folded)) ||
    endsIn('role-ending', folded.replace(/(?:in|r|n)$/, ''), folded)
  );
}

const roleKinds = ['role', 'german-role', 'other-role'] as const;

/** Whether a folded German word is an institution's kind, compounds included: what follows names it ("Institut für Weltwirtschaft"). */
export function isGermanInstitution(folded: string): boolean {
  return endsIn('institution-ending', folded);
}

const nounEndings = ['', 'e', 'en', 'n', 'er', 'ern', 's', 'es', 'em', 'in', 'innen', 'se', 'sen'];
const shortestTail = 4;
const shortestBeforeEnding = 3;

/** Whether a folded German word is a common noun: listed, built on a listed one, a role, or abstract by its ending. */
export function isCommonNoun(folded: string): boolean {
  if (isNameWord('first-name', folded) && !isNameWord('common-noun', folded)) return false;
  return (
    isRoleNoun(folded) ||
    nounEndings.some((ending) => folded.endsWith(ending) && isStem(folded.slice(0, folded.length - ending.length)))
  );
}

function isStem(stem: string): boolean {
  if (isNameWord('common-noun', stem) || isRoleNoun(stem)) return true;
  if (endsIn('abstract-ending', stem.slice(shortestBeforeEnding))) return true;
  for (let at = 2; at <= stem.length - shortestTail; at++) {
    const tail = stem.slice(at);
    if (isNameWord('common-noun', tail) && !isNameWord('name-tail', tail)) return true;
  }
  return false;
}

function endsIn(kind: NameKind, ...words: readonly string[]): boolean {
  for (const ending of listOf(kind)) if (words.some((word) => word.endsWith(ending))) return true;
  return false;
}

const none: ReadonlySet<string> = new Set();

function listOf(kind: NameKind): ReadonlySet<string> {
  lists ??= readLists(readFileSync(new URL('name-words.txt', import.meta.url), 'utf8'));
  return lists.get(kind) ?? none;
}

/** Reads entries "kind: words", or "kind: names, of several words". */
function readLists(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    wordFileEntries(text).map((line) => {
      const colon = line.indexOf(':');
      const list = line.slice(colon + 1).trim();
      const words = list.includes(',') ? list.split(/,\s*/).map(fold) : list.split(/\s+/);
      return [line.slice(0, colon), new Set(words)];
    }),
  );
}

/** The kinds of `name-words.txt`, which says what each is. */
export type NameKind =
  | 'first-name'
  | 'leading-family-name'
  | 'female-name'
  | 'male-name'
  | 'address'
  | 'role'
  | 'office-role'
  | 'role-modifier'
  | 'former'
  | 'ends-term'
  | 'german-role'
  | 'other-role'
  | 'organization-head'
  | 'organization'
  | 'acronym'
  | 'place-head'
  | 'place-opener'
  | 'place'
  | 'calendar'
  | 'people'
  | 'other-head'
  | 'work-noun'
  | 'organization-noun'
  | 'place-noun'
  | 'person-verb'
  | 'name-particle'
  | 'government-verb'
  | 'verb-follower'
  | 'scene-preposition'
  | 'common-noun'
  | 'name-tail'
  | 'of-head'
  | 'department'
  | 'clause-break'
  | 'relative'
  | 'phrase-end'
  | 'skipped'
  | 'leading'
  | 'relation'
  | 'role-leading'
  | 'owning'
  | 'role-or-verb'
  | 'of'
  | 'never-surname'
  | 'office-verb'
  | 'present-verb'
  | 'opener-en'
  | 'opener-de'
  | 'title-word'
  | 'german-determiner'
  | 'german-particle'
  | 'organization-opener'
  | 'governs-place'
  | 'defining-end'
  | 'after-of'
  | 'abbreviation'
  | 'role-ending'
  | 'institution-ending'
  | 'abstract-ending'
  | 'relative-noun'
  | 'before-organization'
  | 'ship'
  | 'after-other'
  | 'river'
  | 'never-in-role'
  | 'of-whom'
  | 'ends-role'
  | 'adjective-tail';
