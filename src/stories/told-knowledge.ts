import { fold, termOf, wordsOf } from '../language/terms.ts';

/** What a reader was told, indexed for comparing sentences with it. */
export interface ToldKnowledge {
  readonly terms: ReadonlySet<string>;
  /** The terms of each told sentence. */
  readonly sentences: readonly ReadonlySet<string>[];
  /** All told words, folded, single-spaced, with a space at both ends. */
  readonly words: string;
  /** How much a shared term says: low for the names that every sentence of the story repeats. */
  weight(term: string): number;
}

/** How a sentence differs from what was told; shares from 0 (all told) to 1 (nothing told). */
export interface NoveltyEvidence {
  readonly unseenTerms: number;
  /** Weighted share that the most similar told sentence lacks: known words in a new combination are news. */
  readonly unlikeAnySentence: number;
  readonly hasUnseenNameOrNumber: boolean;
  /** Share of the quoted runs of three words that were not told. */
  readonly unseenQuotation: number;
}

const nameOrNumber = /\p{Lu}\p{L}+|\p{N}[\p{N}.,:]*(?<=\p{N})/gu;
/** A quotation, or its beginning where it goes on in the next sentence; the closing mark is consumed so that it opens none. */
const quoted = /["“„«]([^"“”„«»]*)["”“»]?/gu;

/** Indexes the told sentences. */
export function gatherKnowledge(told: readonly string[], language: string): ToldKnowledge {
  const sentences = told.map((text) => new Set(contentTerms(text, language)));
  const counts = new Map<string, number>();
  for (const terms of sentences) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return {
    terms: new Set(counts.keys()),
    sentences,
    words: told.map((text) => plainWords(text, language)).join(''),
    weight: (term) => Math.log((sentences.length + 2) / ((counts.get(term) ?? 0) + 1)),
  };
}

/** Compares one sentence with what was told. */
export function compareWithTold(text: string, told: ToldKnowledge, language: string): NoveltyEvidence {
  const terms = contentTerms(text, language);
  return {
    unseenTerms: terms.filter((term) => !told.terms.has(term)).length / Math.max(terms.length, 1),
    unlikeAnySentence: unlikeAny(new Set(terms), told),
    hasUnseenNameOrNumber: namesAndNumbers(text, language).some(
      (name) => !told.words.includes(plainWords(name, language)),
    ),
    unseenQuotation: unseenQuotation(text, told, language),
  };
}

function contentTerms(text: string, language: string): string[] {
  return wordsOf(text, language).flatMap(({ text: word }) => termOf(word, language) ?? []);
}

function plainWords(text: string, language: string): string {
  return ` ${wordsOf(text, language)
    .map(({ text: word }) => fold(word).replace(/'s?$/, ''))
    .join(' ')} `;
}

function unlikeAny(terms: ReadonlySet<string>, told: ToldKnowledge): number {
  const weightOf = (some: Iterable<string>): number => [...some].reduce((sum, term) => sum + told.weight(term), 0);
  const most = Math.max(0, ...told.sentences.map((sentence) => weightOf(terms.intersection(sentence))));
  return 1 - most / (weightOf(terms) || 1);
}

/** Numbers, and capitalized words but for the sentence's first. German nouns are capitalized too, so only numbers count there. */
function namesAndNumbers(text: string, language: string): string[] {
  const found = text.replace(/^\P{L}*\p{L}+/u, '').match(nameOrNumber) ?? [];
  return language.startsWith('de') ? found.filter((one) => /^\p{N}/u.test(one)) : found;
}

function unseenQuotation(text: string, told: ToldKnowledge, language: string): number {
  const words = [...text.matchAll(quoted)].flatMap(([, words = '']) => plainWords(words, language).trim().split(' '));
  const runs = words.slice(2).map((word, index) => ` ${words[index]} ${words[index + 1]} ${word} `);
  return runs.filter((run) => !told.words.includes(run)).length / Math.max(runs.length, 1);
}
