import { findCountry } from '../text/countries.ts';

/** Small words that are lost against a link's edge; `open` where one begins a run, `close` where one ends it. */
const open = {
  beforeName: words('a an the in on at of to by for from with and that after as former outlet'),
  beforeWord: words('that has had was were have and which from their these'),
};
const close = {
  afterName: words(
    'in on at of to by for from with and that has had have was were are who will would could said which',
  ),
  afterWord: words('he she they that said was were had which'),
};
/** No name and no other word ends like this, so the part before it needs no check. */
const sure = words('would could which');
const small = words('and that to of in on by for from with at as but');
const smaller = words('the these those this that their which have had was were');
const leastLetters = 4;
/** Not "Frenchwoman". */
const behindPeople = /^(?!wom[ae]n$)\p{L}{5,}$/u;

/** What reads as a word of the text by itself. */
type IsWord = (part: string) => boolean;

/**
 * An English text whose links lost the blanks around them, as copies of pages have it: "fromSouth Korea", "Trumpsaid", "inFranceto". Parted are
 * only words that are none, at a small word, where what is left is a word of the text or a state; also a comma without a blank.
 */
export function partWords(text: string): string {
  const found = text.match(/\p{L}{2,}/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
  const isWord: IsWord = (part) =>
    [part, `${part}s`, part.replace(/y$/u, 'ies')].some((each) => counts.has(each)) ||
    findCountry(part, 'en') !== undefined;
  return text
    .replaceAll(/(?<=\p{L}\))(?=\p{Ll}{4})/gu, ' ')
    .replaceAll(/(?<=\p{Ll}{2}),(?=[\p{Ll}\p{Lu}])/gu, ', ')
    .replaceAll(/(?<![\p{L}\p{N}.@/#-])\p{L}{5,}(?![\p{N}.@/-]\p{L})/gu, (word) =>
      (counts.get(word) ?? 0) > 1 ? word : (partsOf(word, isWord)?.join(' ') ?? word),
    );
}

function partsOf(word: string, isWord: IsWord): readonly string[] | undefined {
  const [, head = '', tail = ''] = /^(\p{L}\p{Ll}*)(\p{Lu}\p{Ll}.*)$/u.exec(word) ?? [];
  if (open.beforeName.has(head.toLowerCase())) return [head, ...(partsOf(tail, isWord) ?? [tail])];
  return placesIn(word)
    .map((at) => [word.slice(0, at), word.slice(at)] as const)
    .find((parts) => areParts(parts, isWord));
}

function areParts([first, last]: readonly [string, string], isWord: IsWord): boolean {
  if (small.has(first) && smaller.has(last)) return true;
  if (/^\p{Lu}/u.test(first))
    return isNameEnd(first, last, isWord) || (isPeople(first) && behindPeople.test(last) && isWord(last));
  const isEnd = first.length >= leastLetters && close.afterWord.has(last) && isWord(first);
  return isEnd || (last.length >= leastLetters && open.beforeWord.has(first) && isWord(last));
}

function isNameEnd(first: string, last: string, isWord: IsWord): boolean {
  return first.length >= leastLetters && close.afterName.has(last) && (sure.has(last) || isWord(first));
}

/** "Jordanianpilot". */
function isPeople(word: string): boolean {
  return findCountry(word, 'en')?.by === 'demonym';
}

/** Where it may be parted; the longest last part first. */
function placesIn(word: string): readonly number[] {
  return Array.from({ length: word.length - 3 }, (_, index) => index + 2);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
