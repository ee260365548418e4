import { type CountryMatch, findCountry } from '../../text/countries.ts';
import { baseLanguage, fold } from '../../text/terms.ts';
import type { NameRun } from '../name-run.ts';
import { isNameWord } from '../name-words.ts';
import type { Token } from '../tokens.ts';

/** A feature that is evidence for a class: its weight, and when it applies. */
export type Rule = readonly [weight: number, holds: (run: RunInText) => boolean];

/** A possible name with the evidence for its kind: its own words and its context. */
export interface RunInText {
  readonly run: NameRun;
  readonly text: string;
  readonly folded: string;
  readonly words: readonly string[];
  readonly foldedWords: readonly string[];
  /** The head of the name, folded: the last word that is not a numeral ("war" in "World War II"). */
  readonly head: string;
  readonly first: Token;
  readonly last: Token;
  /** The word right before, separated only by a space; `before` skips "the". */
  readonly determiner: string | undefined;
  readonly before: string | undefined;
  readonly beforeThat: string | undefined;
  /** The text right after the name, and the words after it in the same sentence. */
  readonly gapAfter: string;
  readonly after: readonly Token[];
  /** The word right after, separated only by a space. */
  readonly next: string | undefined;
  readonly country: CountryMatch | undefined;
  /** Inside a quotation that looks like a title: "Capricorn (A Brand New Name)". */
  readonly inTitle: boolean;
  /** In Latin letters between words of another script. */
  readonly isForeign: boolean;
  /** One capitalized word inside a sentence, no acronym and not in quotation marks, in a language that keeps capitals for names. */
  readonly isLone: boolean;
  readonly language: string;
}

const determiners = new Set(['the', 'der', 'die', 'das', 'dem', 'den', 'des']);
const numeral = /^(?:\d+|[IVX]+|One|Two|Three)$/;
const wordsAfter = 9;
const isLatin = /^\p{Script=Latin}/u;
const isOtherScript = /^(?!\p{Script=Latin})\p{L}/u;
const quoteBefore = /\p{Quotation_Mark}/u;

/** Whether capitals mark names in text and little else: German has them for nouns, English for much besides; for both we have lists. */
export function keepsCapitals(language: string): boolean {
  return !['en', 'de'].includes(baseLanguage(language));
}

/** Collects the context of a run. */
export function inText(
  run: NameRun,
  tokens: readonly Token[],
  text: string,
  language: string,
  inTitle: boolean,
): RunInText {
  const own = tokens.slice(run.from, run.to);
  const first = own[0] as Token;
  const last = own.at(-1) as Token;
  const name = text.slice(first.start, last.end);
  const [direct, second, third] = wordsBefore(tokens, run.from);
  const hasDeterminer = direct !== undefined && determiners.has(direct);
  const after = tokens.slice(run.to, run.to + wordsAfter);
  const end = after.findIndex(({ opensSentence }) => opensSentence);
  const words = own.map((token) => token.text);
  return {
    run,
    text: name,
    folded: fold(name),
    words,
    foldedWords: own.map((token) => token.folded),
    head: own.findLast(({ text: word }) => !numeral.test(word))?.folded ?? last.folded,
    first,
    last,
    determiner: hasDeterminer ? direct : undefined,
    before: hasDeterminer ? second : direct,
    beforeThat: hasDeterminer ? third : second,
    gapAfter: after[0]?.gap ?? '',
    after: end < 0 ? after : after.slice(0, end),
    next: after[0]?.gap === ' ' && !last.possessive ? after[0].folded : undefined,
    country: findCountry(name, language),
    inTitle,
    isForeign: isLatin.test(name) && isOtherScript.test(tokens[run.from - 1]?.text ?? tokens[run.to]?.text ?? ''),
    isLone:
      own.length === 1 &&
      !first.acronym &&
      !first.opensSentence &&
      keepsCapitals(language) &&
      !quoteBefore.test(first.gap),
    language: baseLanguage(language),
  };
}

/** Up to three words before a token, separated only by spaces. */
function wordsBefore(tokens: readonly Token[], at: number): string[] {
  const found: string[] = [];
  for (let i = at; i > at - 3 && i > 0 && tokens[i]?.gap === ' ' && !tokens[i]?.opensSentence; i--) {
    const token = tokens[i - 1] as Token;
    if (token.possessive) break;
    found.push(token.folded);
  }
  return found;
}

const copulas = new Set(['is', 'was', 'are', 'were', 'ist', 'war', 'sind', 'waren', 'became', 'wurde']);
const articles = new Set(['a', 'an', 'the', 'one', 'ein', 'eine', 'der', 'die', 'das']);

/** Whether the text says what the name is: "Aisby is a small village". The defining noun ends the phrase, so commas and "of" end the search. */
export function isDefinedAs({ after, gapAfter }: RunInText, fits: (word: string) => boolean): boolean {
  const verb = gapAfter.includes('(') ? -1 : after.findIndex(({ folded }) => copulas.has(folded));
  if (verb !== 0 || !articles.has(after[1]?.folded ?? '')) return false;
  const phrase = after.slice(2);
  const end = phrase.findIndex(({ gap, folded }) => gap !== ' ' || isNameWord('defining-end', folded));
  const nouns = end < 0 ? phrase : phrase.slice(0, Math.max(end, 1));
  return nouns.slice(-2).some(({ folded }) => fits(folded));
}
