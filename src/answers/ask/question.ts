import { readFileSync } from 'node:fs';
import { baseLanguage, fold, termOf, type Word, wordsOf } from '../../text/terms.ts';
import { countriesIn } from '../article-sentences.ts';
import type { WantedTerm } from './match-terms.ts';

/** What a question asks for by its form; 'what' is anything else: where, why, how. */
export type QuestionKind = 'when' | 'number' | 'age' | 'name' | 'whether' | 'what';

/** A question as it is asked of the articles of one language. */
export interface Question {
  readonly text: string;
  readonly language: string;
  readonly kind: QuestionKind;
  /** It has a question word; of a follow-up without one, the question before says what is asked for. */
  readonly isAsking: boolean;
  /** Its words but those that ask, each once. */
  readonly terms: readonly WantedTerm[];
}

/** Beside what questions ask for: what continues the question before, and what refers to somebody in it. */
type WordKind = QuestionKind | 'follow' | 'refer';

interface QuestionWord<Kind extends WordKind = WordKind> {
  readonly kind: Kind;
  /** Folded words, as `wordsOf` parts them. */
  readonly words: readonly string[];
}

/** Question words stand among the first words: "and so who ...", "since when ...". */
const openingWords = 3;

/** Reads a question from its words alone, in the language of the articles that are searched. */
export function readQuestion(text: string, language: string): Question {
  const trimmed = text.trim();
  const words = wordsOf(trimmed, language);
  const spelledOut = words.map(({ text: word }) => withoutContraction(fold(word), language));
  const found = findQuestionWord(spelledOut, language);
  const terms = new Map<string, WantedTerm>();
  for (const [index, word] of words.entries()) {
    if (found && index >= found.at && index < found.at + found.length) continue;
    if (spelledOut[index] !== fold(word.text)) continue;
    // "US" is a state and "us" a stop word.
    const isState = countriesIn([word], language).size > 0;
    const term = termOf(word.text, language) ?? (isState ? fold(word.text) : undefined);
    if (term === undefined || terms.has(term)) continue;
    const [country] = statesIn([word], language);
    terms.set(term, { term, surface: word.text, ...(country !== undefined && { country }) });
  }
  return {
    text: trimmed,
    language: baseLanguage(language),
    kind: found?.kind ?? 'what',
    isAsking: found !== undefined && !asksTheSame(spelledOut, language),
    terms: [...terms.values()],
  };
}

/** The questions of a line, two at most: parted by a question mark, or by a comma or "and" before a question word. */
export function splitQuestions(text: string, language: string): readonly [string, string?] {
  const marked = /^(?<first>[^?？؟]+[?？؟])\s*(?<second>\S.*)$/su.exec(text.trim())?.groups;
  const parts = marked ? [marked.first ?? '', marked.second ?? ''] : splitAtQuestionWord(text.trim(), language);
  const [first, second] = parts;
  const isWhole = (part: string | undefined) => part !== undefined && readQuestion(part, language).terms.length > 0;
  return first !== undefined && second !== undefined && isWhole(first) && isWhole(second) ? [first, second] : [text];
}

function splitAtQuestionWord(text: string, language: string): readonly string[] {
  const words = wordsOf(text, language);
  const asking = questionWords(language).filter(({ kind }) => isQuestionKind(kind) && kind !== 'whether');
  const joining = questionWords(language).filter(({ kind, words: own }) => kind === 'follow' && own.length === 1);
  for (const [index, { text: word, start }] of words.entries()) {
    const before = words[index - 1];
    if (!before || index < openingWords || !asking.some(({ words: own }) => own[0] === fold(word))) continue;
    const isJoined = joining.some(({ words: [own] }) => own === fold(before.text)) && before.start > 0;
    if (isJoined && findQuestionWord([fold(words[0]?.text ?? '')], language) !== undefined)
      return [text.slice(0, words[index - 2]?.end ?? before.start), text.slice(start)];
  }
  return [text];
}

/** "What" of "whats", "does" of "doesn't", however they are typed; any other word as it is. */
function withoutContraction(word: string, language: string): string {
  const { asking, asserting } = /^(?:(?<asking>.+?)'?s|(?<asserting>.+?)n'?t)$/u.exec(word)?.groups ?? {};
  const isKnown = questionWords(language).some(
    ({ kind, words }) =>
      isQuestionKind(kind) && words.length === 1 && words[0] === (kind === 'whether' ? asserting : asking),
  );
  return (isKnown && (asking ?? asserting)) || word;
}

/** The longest question word among the first words of a question; yes/no questions open with theirs. */
function findQuestionWord(
  words: readonly string[],
  language: string,
): { readonly kind: QuestionKind; readonly at: number; readonly length: number } | undefined {
  const known = questionWords(language).filter((word): word is QuestionWord<QuestionKind> => isQuestionKind(word.kind));
  for (let at = 0; at < Math.min(openingWords, words.length); at++) {
    const fits = known.filter(
      ({ kind, words: own }) =>
        (at === 0 || kind !== 'whether') && own.every((word, index) => words[at + index] === word),
    );
    const [longest] = fits.toSorted((a, b) => b.words.length - a.words.length);
    if (longest) return { kind: longest.kind, at, length: longest.words.length };
  }
  return undefined;
}

/** A question with at most this many words of its own depends on the one before. */
const fewWords = 1;
/** What a word of the question before counts. */
const ofBefore = 0.25;

/** Whether a question continues the one before: it opens as one that does, refers by a pronoun, or has hardly a word of its own. */
export function continues({ text, language, terms }: Question): boolean {
  const words = wordsOf(text, language).map(({ text: word }) => fold(word));
  const refers = questionWords(language).some(
    ({ kind, words: [own = '', ...more] }) =>
      !isQuestionKind(kind) && more.length === 0 && words.slice(0, openingWords).includes(own),
  );
  return refers || asksTheSame(words, language) || terms.length <= fewWords;
}

/** Whether nobody knows whom a question means without the one before: "who replaces her". */
export function refersBack({ text, language, terms }: Question): boolean {
  const words = new Set(wordsOf(text, language).map(({ text: word }) => fold(word)));
  const refers = questionWords(language).some(({ kind, words: [own = ''] }) => kind === 'refer' && words.has(own));
  return refers && terms.length <= fewWords;
}

/** "What about France": the question before, of something else. */
function asksTheSame(words: readonly string[], language: string): boolean {
  return questionWords(language).some(
    ({ kind, words: own }) => kind === 'follow' && own.length > 1 && own.every((word, index) => words[index] === word),
  );
}

/** A question with the words of the one before; it asks for its own kind of thing, and a state of its own stands in place of the other's. */
export function joinQuestions(question: Question, before: Question): Question {
  const own = new Set(question.terms.map(({ term }) => term));
  const namesState = question.terms.some(({ country }) => country !== undefined);
  const kept = before.terms.filter(({ term, country }) => !own.has(term) && !(namesState && country !== undefined));
  return {
    ...question,
    kind: question.isAsking ? question.kind : before.kind,
    terms: [...question.terms, ...kept.map((term) => ({ ...term, weight: ofBefore, isContext: true as const }))],
  };
}

const byLanguage = new Map<string, readonly QuestionWord[]>();

function isQuestionKind(kind: WordKind): kind is QuestionKind {
  return kind !== 'follow' && kind !== 'refer';
}

function questionWords(language: string): readonly QuestionWord[] {
  if (byLanguage.size === 0) readQuestionWords();
  return byLanguage.get(baseLanguage(language)) ?? [];
}

/** The words are data, beside this file. */
function readQuestionWords(): void {
  const text = readFileSync(new URL('question-words.txt', import.meta.url), 'utf8');
  for (const [, language = '', kind = '', phrases = ''] of text.matchAll(/^(\w+) (\w+): (.+)$/gmu)) {
    const words = phrases.split(', ').map((phrase) => ({
      kind: kind as WordKind,
      words: wordsOf(phrase, language).map(({ text: word }) => fold(word)),
    }));
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), ...words]);
  }
}

/** Acronyms of states have so few letters: "uk". */
const longestAcronym = 3;

/** The states that typed words name, in lower case too: "whats new in germany", "uk". */
export function statesIn(words: readonly Word[], language: string): ReadonlySet<string> {
  const spelled = (spell: (word: string) => string) =>
    countriesIn(
      words.map((word) => ({ ...word, text: spell(word.text) })),
      language,
    );
  const found = spelled((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return found.size > 0 ? found : spelled((word) => (word.length <= longestAcronym ? word.toUpperCase() : word));
}
