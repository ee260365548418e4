import type { Article } from '../../articles/article.ts';
import { findCountry } from '../../text/countries.ts';
import { fold, termOf, wordsOf } from '../../text/terms.ts';
import { type ArticleSentence, countriesIn } from '../article-sentences.ts';
import type { Question } from '../question/question.ts';
import { areRelated } from './related-words.ts';

/**
 * "What is the name of the Japanese foreign minister?": the role with a name right next to it. The role's owner ("of the ATP") may come
 * earlier in the sentence, unless the role there belongs to another ("Korean foreign minister") and is not shared ("France and Italy's
 * ministers"). It need not be named if the article is about that state, or its headline about that person.
 */
export function hasAdjacentName(question: Question, { sentence: { text }, article }: ArticleSentence): boolean {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)];
  const terms = question.terms.filter(({ isLight }) => !isLight);
  const role = terms.filter(({ isName, country }) => !isName && !country).map(({ text: word }) => bare(word));
  const owner = terms
    .filter(({ isName, country }) => isName || country)
    .flatMap((term) => ownerWords(term, question.language));
  return words.some((first, from) => {
    if (role.length === 0) return false;
    const near = words.slice(from, from + role.length + owner.length + 2);
    const places = role.map((word) =>
      near.findIndex(([each], index) =>
        isSameRole(word, bare(each), words.slice(Math.max(0, from + index - 2), from + index), owner),
      ),
    );
    const at = (word: OwnerWord) => near.findIndex(([each]) => isOwner(word, each));
    if (places.includes(-1) || Math.min(...places) > owner.length) return false;
    const start = from + Math.min(...places);
    const before = words.slice(0, start);
    const ends = [...places, ...owner.map(at)];
    const isOwn = owner.every((word) => at(word) >= 0);
    const isBefore = owner.every((word) => before.some(([each]) => isOwner(word, each)));
    const isMet =
      isOwn ||
      (!isOthers(text, words, start, owner) &&
        (isBefore || isOnState(question, article) || isOnPerson(owner, article)));
    return (
      isMet &&
      isNamedAt(question, text, words, {
        start: first.index,
        role: from + Math.max(...places),
        last: from + Math.max(...ends),
      })
    );
  });
}

interface OwnerWord {
  readonly word: string;
  readonly country?: string;
  readonly language: string;
}

function ownerWords({ text, country }: Question['terms'][number], language: string): readonly OwnerWord[] {
  const words = text.split(' ').map(bare);
  return words.map((word) => ({ word, language, ...(words.length === 1 && country && { country }) }));
}

function isOwner({ word, country, language }: OwnerWord, other: string): boolean {
  return (
    isSameWord(word, bare(other)) ||
    (country !== undefined && findCountry(other.replace(/['’]s$/u, ''), language)?.code === country)
  );
}

/** A lawyer is an attorney too. Titles of leaders are not interchangeable, except outside states: a party's chairman, a union's boss. */
function isSameRole(
  role: string,
  other: string,
  before: readonly RegExpExecArray[],
  owner: readonly OwnerWord[],
): boolean {
  if (isSameWord(role, other)) return true;
  const [one, two] = [role, other].map((word) => termOf(word, 'en') ?? word);
  if (one === undefined || two === undefined || !areRelated(one, two, 'en', false)) return false;
  if (!areRelated(one, 'leader', 'en', false)) return true;
  const isAnyHead = anyHead.has(role) && owner.length > 0 && owner.every(({ country }) => country === undefined);
  return isAnyHead && !before.some(([word]) => notTheHead.has(bare(word)));
}

/** Another owner's name right before the role: "Korean foreign minister". */
function isOthers(
  text: string,
  words: readonly RegExpExecArray[],
  start: number,
  owner: readonly OwnerWord[],
): boolean {
  const [previous, role] = [words[start - 1], words[start]];
  if (!previous || !role || !/^\p{Lu}/u.test(previous[0])) return false;
  if (/[^\s-]/u.test(text.slice(previous.index + previous[0].length, role.index))) return false;
  const shares = words[start - 2]?.[0] === 'and' && owner.some((word) => isOwner(word, words[start - 3]?.[0] ?? ''));
  return !shares;
}

/** The headline is about the person whose lawyer, wife or spokesman is asked for. */
function isOnPerson(owner: readonly OwnerWord[], { headline }: Article): boolean {
  const names = headline.split(/[^\p{L}\p{N}'’-]+/u);
  return (
    owner.length > 0 && owner.every((word) => word.country === undefined && names.some((name) => isOwner(word, name)))
  );
}

/** The state asked about is the first one named in the article's headline and first sentences. */
function isOnState({ terms }: Question, { headline, sentences, language }: Article): boolean {
  const owners = terms.filter(({ isName, country, isLight }) => !isLight && (isName || country));
  const head = [headline, ...sentences.slice(0, 2).map(({ text }) => text)].join(' \n ');
  const [first] = countriesIn(wordsOf(head, language), language);
  return owners.length > 0 && first !== undefined && owners.every(({ country }) => country === first);
}

/** A name right after the role, or before it: "Jane Doe, the foreign minister". After the owner only behind a comma: "the head of Acme, Jane Doe". */
function isNamedAt(
  question: Question,
  text: string,
  words: readonly RegExpExecArray[],
  { start, role, last }: { readonly start: number; readonly role: number; readonly last: number },
): boolean {
  const before = nameBefore.exec(text.slice(0, start))?.[1];
  if (isNewName(before?.split(' ').at(-1), question)) return true;
  const next = words[last + 1];
  const owner = words[last];
  if (!next || !owner || !(isNewName(next[0], question) || isNamedAsState(next[0], words[last + 2]?.[0], question)))
    return false;
  return role === last || /[,:–—-]/u.test(text.slice(owner.index + owner[0].length, next.index));
}

/** Words that ask for the leader by whatever title. */
const anyHead = new Set(['head', 'leader', 'boss', 'chief']);
/** Qualifiers before a title that make it somebody else's, or a former one. */
const notTheHead = new Set(['deputy', 'vice', 'former', 'ex', 'late', 'interim', 'then']);

const nameBefore =
  /((?:\p{Lu}[\p{L}'’-]+ ){1,3}?\p{Lu}[\p{L}'’-]+)(?:,| is| was| as) (?:the |a |an )?(?:\p{Ll}+ |[\p{Ll} -]{1,40} and )?$/u;

function bare(word: string): string {
  return fold(word).replace(/['’]s$/u, '');
}

/** "Japan" and "Japanese", not "minister" and "ministry". */
function isSameWord(one: string, other: string): boolean {
  return one === other || (Math.min(one.length, other.length) >= 5 && (one.startsWith(other) || other.startsWith(one)));
}

/** "Israel Katz" shares a name with a state. */
function isNamedAsState(word: string, next: string | undefined, question: Question): boolean {
  return findCountry(word, question.language)?.by === 'name' && isNewName(next, question);
}

function isNewName(word: string | undefined, question: Question): boolean {
  if (word === undefined || !/^\p{Lu}\p{Ll}/u.test(word)) return false;
  return !fold(question.text).includes(bare(word)) && findCountry(word, question.language) === undefined;
}
