import { coreArguments, type ParsedText } from '../../reading/core-arguments.ts';
import { findNames } from '../../reading/find-names.ts';
import { isVerb } from '../../reading/find-verbs.ts';
import { isA } from '../../reading/lexicon.ts';
import { hasPhrases } from '../../reading/phrases.ts';
import { readText } from '../../reading/read-text.ts';
import { findCountry } from '../../text/countries.ts';
import { fold } from '../../text/terms.ts';
import type { ArticleSentence } from '../article-sentences.ts';

/** Where a text names an actor: by a full name, else by its last word. */
export function positionOf(text: string, names: readonly string[]): { start: number; end: number } | undefined {
  const whole = names.toSorted((a, b) => b.length - a.length);
  const parts = [...whole, ...whole.flatMap((name) => name.split(' ').slice(-1))].filter(
    (name) => name.length > 2 || wordOfTwo.test(name),
  );
  for (const name of parts) {
    const at = placeOfName(fold(text), fold(name));
    if (at !== undefined) return { start: at, end: at + name.length };
  }
  return undefined;
}

/** Where a name stands as a word: neither in "Tirana" for Iran, nor in "Taliban-ruled". A script without blanks has no such borders. */
function placeOfName(text: string, name: string): number | undefined {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const isInWord =
      inWord.test(text.slice(Math.max(0, at - 1), at)) || continuesWord.test(text.slice(at + name.length));
    if (!isInWord || !hasBlanks.test(name)) return at;
  }
  return undefined;
}

const hasBlanks = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const inWord = /[\p{L}\p{N}-]/u;
const continuesWord = /^(?:[-‑]\p{L}|(?!s(?!\p{L}))[\p{L}\p{N}])/u;

/** In Chinese two characters are a name; in an alphabet two letters stand in many words. */
const wordOfTwo = /^\p{Ideographic}{2}$/u;

/**
 * Whether a sentence is about the actor rather than about somebody beside whom it names the actor: as what acts or is acted on, not as an
 * owner, behind a preposition, or in a clause that leads to another. In a language that is not read so, any sentence is.
 */
export function isAboutActor(line: ArticleSentence, names: readonly string[]): boolean {
  if (!positionOf(line.sentence.text, names)) return false;
  if (opensOn(line, names) || !hasPhrases(line.article.language)) return true;
  const { words, language, read } = parse(line);
  const own = lastWords(names);
  const isLeading = isA('clause', words[0]?.key, language) || isA('subordinator', words[0]?.key, language);
  // "After Jane Doe was shot" looks like "after Jane Doe", but for the verb.
  const acting = words.filter(
    ({ text }, at) => !/['’]s?$/u.test(text) && isPredicate(read, at + 1) && !isBehindAnother(read, at),
  );
  return [...coreArguments(words, read), ...acting].some(
    ({ key, clause }) => own.has(fold(key)) && !(isLeading && clause === words[0]?.clause),
  );
}

/** "Talks between Roe and Doe ended", "the situation in Norland is the issue": what stands before the verb is not what acts. */
function isBehindAnother({ words, language }: ParsedText, at: number): boolean {
  let from = at;
  while (words[from - 1]?.isCapital) from--;
  const key = words[from - 1]?.key;
  return isA('and', key, language) || (isA('preposition', key, language) && !isA('clause', key, language));
}

function isPredicate(read: ParsedText, at: number): boolean {
  const key = read.words[at]?.key;
  return isA('be', key, read.language) || isA('ahead', key, read.language) || isVerb(read, at);
}

/** Whether the first name of a sentence is the actor's: "he" in the next one may be somebody else otherwise. */
export function isFirstNamed(
  line: ArticleSentence,
  names: readonly string[],
  lines: readonly ArticleSentence[],
): boolean {
  const { read } = parse(line);
  const own = lastWords(names);
  // The first word of a sentence is always capitalized; a name is so within sentences too.
  const isSmallElsewhere = (word: string) =>
    lines.some(({ sentence }) => sentence.text.includes(` ${word.toLowerCase()} `));
  const first = findNames(read).find((run) =>
    run.some(
      ({ text, opensSentence }) =>
        findCountry(text, read.language) === undefined &&
        !(run.length === 1 && opensSentence && isSmallElsewhere(text)),
    ),
  );
  return first === undefined || first.some(({ key }) => own.has(fold(key)));
}

function parse({ sentence, article }: ArticleSentence) {
  const text = readText(sentence.text, article.language);
  const verbs = new Set(text.words.filter((_, at) => isVerb(text, at)));
  const read: ParsedText = { ...text, verbs, names: new Set(findNames(text).flat()) };
  return { words: text.words, language: text.language, read };
}

function lastWords(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => fold(name.split(' ').at(-1) ?? name)));
}

/** The first sentence of an article whose headline names the actor. */
function opensOn({ article, sentence }: ArticleSentence, names: readonly string[]): boolean {
  return sentence.index === 0 && positionOf(article.headline, names) !== undefined;
}

/** "For Jane Doe, the plan is ...": what follows the comma is not about her. */
export const leadIn =
  /^(?:For|With|Without|To|Like|Unlike|Under|Beside|Besides|According to|Für|Mit|Ohne|Laut|Unter) $/u;
