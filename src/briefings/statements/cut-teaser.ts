import type { Article, Sentence } from '../../articles/article.ts';
import { isVerb } from '../../reading/find-verbs.ts';
import { isA } from '../../reading/lexicon.ts';
import { hasPhrase } from '../../reading/phrases.ts';
import { readText } from '../../reading/read-text.ts';
import { endsInColon, endsSentence, marks } from '../../text/marks.ts';
import { baseLanguage } from '../../text/terms.ts';

/** Where a quoted sentence was cut. */
const cutMark = ' […]';
/** Feeds cut their teasers at 200 characters and more; editors leave out the full stop of shorter ones. */
const shortestCutTeaser = 150;
/** What is kept of the broken sentence: enough to say something. */
const fewestWords = 5;

const afterMark = new RegExp(`[${marks.comma};]\\s|\\s[–—-]\\s`, 'gu');
/** Before one of these a clause, a time or a place begins that the words before it do without. The verb of a German clause ends it. */
const opensPart: Readonly<Record<string, RegExp>> = {
  en: /(?<!\b(?:those|people|is|are|was|were|be|been|of|by|even|and)),? (?=(?:in|since|during|after|amid|following|while|because|although|when|starting|beginning|including) )|, (?=(?:where|which|who) )/gu,
};
const betweenClauses = new RegExp(`[${marks.comma};]\\s|\\s[–—-]\\s`, 'u');
const insertion = /(?<=^[^,]+), [^,]+,(?= \p{Ll})/u;
const coordinated = /^(?:and|but|or|yet|meanwhile|und|aber|oder|doch)\s/iu;

/**
 * The last sentence of a teaser that its feed cut off inside a sentence, or inside a word: back to the last border of a clause or phrase,
 * and marked. Undefined if it has no such border, or if what is left has no verb of its own. Other sentences stay as they are.
 */
export function cutBack(sentence: Sentence, article: Article): Sentence | undefined {
  if (!isBrokenOff(sentence, article)) return sentence;
  const { text } = sentence;
  const base = baseLanguage(article.language);
  const borders = [...text.matchAll(afterMark), ...(opensPart[base] ? text.matchAll(opensPart[base]) : [])];
  // The verb after an insertion, the source of what is said, and what is said against it are never cut off.
  const last = borders
    .filter((border) => hasPhrase('cannot-be-cut', text.slice(border.index + border[0].length), article.language))
    .reduce((most, { index }) => Math.max(most, index), -1);
  const [kept] = borders
    .filter(({ index }) => index > last)
    .filter(({ index }) => !isInList(text.slice(0, index), text.slice(index)))
    .toSorted((one, other) => other.index - one.index)
    .map(({ index }) => text.slice(0, index))
    .filter((part) => isWhole(part, article.language));
  return kept === undefined ? undefined : { ...sentence, text: kept + cutMark };
}

const endsInName = /(?:^|\s)\p{Lu}[\p{L}\p{M}’'.-]*$/u;
/** A name, behind an "and" of any language. */
const nextOfList = /^\s+(?:\p{Ll}{1,3}\s+)?\p{Lu}/u;

/** "attacks on Odesa, Poltava and ...": without the rest of the list, everything happened at its first place. */
function isInList(before: string, after: string): boolean {
  const [mark = ''] = after;
  return `${marks.comma};`.includes(mark) && endsInName.test(before) && nextOfList.test(after.slice(mark.length));
}

/** A sentence longer than this is cut if that loses no figure, source or "not". */
const longestWhole = 210;
const shortestKept = 80;

/** A long sentence without its tail, from a mark between clauses on; as it is where it has no such border, or the tail says what counts. */
export function cutLong(sentence: Sentence, { language }: Article): Sentence {
  const { text } = sentence;
  if (text.length <= longestWhole) return sentence;
  const [kept] = [...text.matchAll(afterMark)]
    .filter(({ index }) => index >= shortestKept && index + cutMark.length <= longestWhole)
    .map(({ index }) => text.slice(0, index))
    .filter((part) => isWhole(part, language) && onlyAdds(text.slice(part.length), language))
    .toReversed();
  return kept === undefined ? sentence : { ...sentence, text: kept + cutMark };
}

/** Whether what follows a mark only adds: a participle or clause up to the end, without figure, source or "not". */
function onlyAdds(tail: string, language: string): boolean {
  const rest = tail.replace(/^\P{L}+/u, '');
  return (
    hasPhrase('only-adds', rest, language) &&
    !rest
      .split(betweenClauses)
      .some((part, at) => at > 0 && (finite.test(part) || hasPhrase('cannot-be-cut', part, language))) &&
    !/\p{N}/u.test(rest) &&
    !readText(rest, language).words.some(({ key }) => counting.some((kind) => isA(kind, key, language)))
  );
}

/** "Sites, which the firm ran, were closed": the verb of the main clause comes after the border. */
const finite = /^\p{Ll}+(?:ed|s)\s/u;

/** Kinds of words without which a sentence may be false, or nobody's. */
const counting = ['speech', 'weak-speech', 'negation', 'denial', 'alleged', 'condition', 'possible'] as const;

/** Whether a text was cut back by `cutBack`. */
export function isCutBack(text: string): boolean {
  return text.endsWith(cutMark);
}

function isBrokenOff({ index, role, text }: Sentence, { sentences, lead = '' }: Article): boolean {
  const isLast = role === 'lead' && index === sentences.at(-1)?.index;
  return isLast && lead.length > shortestCutTeaser && !endsSentence(text) && !endsInColon(text);
}

/** Whether a main clause, and what was added to it by "and" or "but", is complete: insertions and opening clauses have verbs of their own. */
function isWhole(part: string, language: string): boolean {
  const hasOpenMark = (part.match(/["“”„]/gu)?.length ?? 0) % 2 === 1;
  if (hasOpenMark || part.split(' ').length < fewestWords) return false;
  const segments = part.replace(insertion, '').split(betweenClauses);
  const main = segments.findIndex((segment) => !opensSubordinate(segment, language));
  const added = segments.findLastIndex((segment) => coordinated.test(segment));
  return main >= 0 && [main, Math.max(main, added)].every((at) => hasVerb(segments[at] ?? '', language));
}

function opensSubordinate(segment: string, language: string): boolean {
  const [first = ''] = readText(segment.replace(coordinated, ''), language).words.map(({ key }) => key);
  return isA('preposition', first, language) || isA('subordinator', first, language);
}

function hasVerb(segment: string, language: string): boolean {
  const text = readText(segment, language);
  return text.words.some((_, at) => at > 0 && isVerb(text, at));
}
