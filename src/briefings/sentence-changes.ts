import type { Article, Sentence } from '../articles/article.ts';
import { diffRevisions } from '../articles/diff-revisions.ts';
import { numbersIn } from '../language/numbers.ts';
import { termsOf, wordsOf } from '../language/terms.ts';
import { negates } from '../stories/reversal-words.ts';
import { findReversals } from '../stories/reversals.ts';

/** What a later revision made of a sentence. `kept` too where only its wording is another. */
export type SentenceOutcome =
  | { readonly kind: 'kept' }
  | {
      readonly kind: 'changed';
      readonly sentence: Sentence;
      readonly numbers: readonly { readonly before: string; readonly now: string }[];
    }
  | { readonly kind: 'gone' };

/** Share of common words from which an added sentence stands in the place of a removed one. */
const inPlaceFrom = 0.5;
/** Where more of an article than this is other text, it was written anew, and what is not in it was not taken back. */
const rewrittenFrom = 0.5;

/** Looks for a sentence of an article in a later revision of it. */
export function whatBecameOf(sentence: Sentence, before: Article, now: Article): SentenceOutcome {
  if (now.fromFeedOnly) return { kind: 'kept' };
  const { removed, added, numbers } = diffRevisions(before, now);
  const moved = numbers.find((pair) => pair.before.index === sentence.index);
  if (moved) return { kind: 'changed', sentence: moved.now, numbers: moved.changes };
  if (!removed.some(({ index }) => index === sentence.index)) return { kind: 'kept' };
  const successor = nearest(sentence, added, now.language);
  if (successor) {
    const isSame = sayTheSame(sentence.text, successor.text, now.language);
    return isSame ? { kind: 'kept' } : { kind: 'changed', sentence: successor, numbers: [] };
  }
  const lost = removed.filter((one) => !nearest(one, added, now.language));
  return lost.length > rewrittenFrom * before.sentences.length ? { kind: 'kept' } : { kind: 'gone' };
}

function nearest({ text }: Sentence, added: readonly Sentence[], language: string): Sentence | undefined {
  const terms = new Set(termsOf(text, language));
  const [best] = added
    .map((sentence) => ({ sentence, likeness: likeness(terms, new Set(termsOf(sentence.text, language))) }))
    .toSorted((a, b) => b.likeness - a.likeness);
  return best && best.likeness >= inPlaceFrom ? best.sentence : undefined;
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return (2 * one.intersection(other).size) / Math.max(one.size + other.size, 1);
}

/** The same numbers, names and negations, and no fact turned: the rest is wording. */
function sayTheSame(before: string, now: string, language: string): boolean {
  const refer = (text: string): { text: string; ref: string } => ({ text, ref: text });
  return (
    factsOf(before, language) === factsOf(now, language) &&
    findReversals([refer(before)], [refer(now)], language).length === 0
  );
}

function factsOf(text: string, language: string): string {
  const words = wordsOf(text, language).map(({ text: word }) => word);
  const names = new Set(words.slice(1).filter((word) => /^\p{Lu}/u.test(word)));
  const numbers = numbersIn(text, language).map(({ value }) => value);
  const negations = words.filter((word) => negates(word, language)).length;
  return JSON.stringify([[...names].toSorted(), numbers.toSorted(), negations]);
}
