import type { ActorKind } from '../../actors/actor.ts';
import { isGivenName, isRoleNoun } from '../../actors/name-words.ts';
import { namesInFull } from '../../briefings/statements/introduced-names.ts';
import { coreArguments, type ParsedText } from '../../reading/core-arguments.ts';
import { findNames } from '../../reading/find-names.ts';
import { isVerb } from '../../reading/find-verbs.ts';
import { isA, type Kind } from '../../reading/lexicon.ts';
import { hasPhrases } from '../../reading/phrases.ts';
import { readText } from '../../reading/read-text.ts';
import { endsInQuestion } from '../../text/marks.ts';
import { fold } from '../../text/terms.ts';
import { type ArticleSentence, headlineOf } from '../article-sentences.ts';

/** A sentence that names an actor, with the sentence that continues about it ("He taught there until 2003."). */
export interface NamingSentence extends ArticleSentence {
  readonly follower?: ArticleSentence;
  /** The sentence is about the actor, rather than only mentioning it. */
  readonly isOwn: boolean;
}

/** The actor whose sentences are wanted. */
export interface Named {
  readonly names: readonly string[];
  /** A company is not referred to as "he". */
  readonly kind?: ActorKind | undefined;
  readonly isNaming: (line: ArticleSentence) => boolean;
}

/** How a sentence begins that goes on about a person, or a thing. */
const continuing = {
  person: /^["“„]?(?:he|she|his|her|the \d\d-year-old|er|sie|seine?|ihre?|(?:der|die) \d\d-jährige)(?!\p{L})/iu,
  thing: /^["“„]?(?:it|its|they|their|er|sie|es|seine?|ihre?)(?!\p{L})/iu,
};

/** The sentences of an article that name an actor, in order, with their continuations; its headline if only that does. */
export function withFollowers(lines: readonly ArticleSentence[], named: Named): readonly NamingSentence[] {
  const { names, kind, isNaming } = named;
  const kinds = kind === undefined ? (['person', 'thing'] as const) : ([kind === 'person' ? kind : 'thing'] as const);
  const naming = lines.flatMap((line, index): NamingSentence[] => {
    if (!isNaming(line)) return [];
    const isOwn = isAboutActor(line, names);
    const next = lines[index + 1];
    const follows = isOwn && next && !isNaming(next) && kinds.some((each) => continuing[each].test(next.sentence.text));
    return [{ ...line, isOwn, ...(follows && { follower: next }) }];
  });
  const [first] = lines;
  if (naming.length > 0 || !first) return naming;
  const headline = headlineOf(first.article);
  const { text } = headline.sentence;
  const isNamed = isNaming(headline) || names.some((name) => name.includes(' ') && text.includes(name));
  return isNamed && !endsInQuestion(text) ? [{ ...headline, isOwn: true }] : [];
}

/** "Omar Doe", where Jane is meant; not "President Doe". */
export function namesRelative(text: string, surname: string, names: readonly string[]): boolean {
  return namesInFull(text).some((full) => {
    const words = full.split(' ');
    return words.at(-1) === surname && !names.includes(full) && !isRoleNoun(fold(words.at(-2) ?? ''));
  });
}

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

/** Characters within which a sentence on what an actor did names it. */
export const early = 60;

/**
 * Whether a sentence is about the actor rather than about somebody beside whom it names the actor: as what acts or is acted on in the main
 * clause, not as an owner, behind a preposition, in what leads to another, or in a relative clause. An article's first sentence may name the
 * actor anywhere early in the main clause, if the headline does. In a language that is not read so, any sentence is.
 */
export function isAboutActor(line: ArticleSentence, names: readonly string[]): boolean {
  const { article, sentence } = line;
  if (!positionOf(sentence.text, names)) return false;
  if (!hasPhrases(article.language)) return true;
  const read = parse(line);
  const own = new Set(names.map((name) => fold(name.split(/[ -]/u).at(-1) ?? name)));
  const isMain = read.words.map(
    ({ key }, at) => own.has(fold(key)) && !isNamesake(read, at, names) && !isAside(read, at),
  );
  const involved = new Set(coreArguments(read.words, read));
  const isOpening = sentence.index === 0 && positionOf(article.headline, names) !== undefined;
  return read.words.some(
    (word, at) => isMain[at] && (involved.has(word) || actsAllTheSame(read, at) || (isOpening && word.start < early)),
  );
}

function parse({ sentence, article }: ArticleSentence): ParsedText {
  const text = readText(sentence.text, article.language);
  const verbs = new Set(text.words.filter((_, at) => isVerb(text, at)));
  return { ...text, verbs, names: new Set(findNames(text).flat()) };
}

/** In what leads to the subject ("Days after the attack by Doe, Roe ..."), or in a relative clause. */
function isAside({ words, language, text }: ParsedText, at: number): boolean {
  const is = (place: number, kind: Kind) => isA(kind, words[place]?.key, language);
  const isBehindComma = (place: number) => text.slice(words[place - 1]?.end ?? 0, words[place]?.start).includes(',');
  const leads = is(0, 'preposition') || (is(0, 'subordinator') && !is(0, 'speech')) || is(0, 'clause');
  const comma = words.findIndex((_, place) => place > 0 && isBehindComma(place));
  if (at < comma && (leads || (is(1, 'clause') && comma > 1))) return true;
  const first = words.findIndex(({ clause }) => clause === words[at]?.clause);
  // "Said that Doe left" says what, "the board that had named Doe" says which.
  const saysWhat = is(first, 'opens-content') && !is(first + 1, 'after-relative');
  return first > 0 && (is(first, 'relative') || is(first, 'subordinator')) && !saysWhat;
}

/** "Adam Doe", where Jane is meant. */
function isNamesake({ words, text }: ParsedText, at: number, names: readonly string[]): boolean {
  const [given, own] = [words[at - 1], words[at]];
  if (!given?.isCapital || !own || text.slice(given.end, own.start) !== ' ') return false;
  return isGivenName(fold(given.text)) && !names.some((name) => name.split(/[ -]/u).includes(given.text));
}

/** "According to Foreign Minister Jane Doe", "after former minister Jane Doe was shot": what a preposition before it does not rule out. */
function actsAllTheSame({ words, language }: ParsedText, at: number): boolean {
  const is = (place: number, kind: Kind) => isA(kind, words[place]?.key, language);
  let from = at;
  while (words[from - 1]?.isCapital || is(from - 1, 'office') || is(from - 1, 'former')) from--;
  const isSource = is(from - 2, 'speech') && is(from - 2, 'subordinator') && is(from - 1, 'preposition');
  return isSource || (is(from - 1, 'clause') && is(at + 1, 'be'));
}
