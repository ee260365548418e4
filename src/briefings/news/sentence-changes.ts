import type { Article, Sentence } from '../../articles/article.ts';
import { diffRevisions } from '../../articles/diff-revisions.ts';
import { newCorrectionNotes } from '../../articles/recalls.ts';
import { termsOf } from '../../text/terms.ts';
import { shareOfTerms, stateTheSame } from './same-facts.ts';

/** What a later revision made of a sentence. `kept` too where only its wording is another, or where the article moved on. */
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
/** Where another sentence has so much of what one said, it is still said. */
const saidElsewhereFrom = 0.7;
/** If more of an article than this is new text, it was rewritten, and what is no longer in it was not taken back. */
const rewrittenFrom = 0.5;

/** Looks for a sentence of an article in a later revision of it. */
export function findOutcome(sentence: Sentence, before: Article, now: Article): SentenceOutcome {
  if (now.fromFeedOnly) return { kind: 'kept' };
  const { removed, added, numbers } = diffRevisions(before, now);
  const moved = numbers.find((pair) => pair.before.index === sentence.index);
  if (moved) return { kind: 'changed', sentence: moved.now, numbers: moved.changes };
  if (!removed.some(({ index }) => index === sentence.index)) return { kind: 'kept' };
  const successor = nearest(sentence, added, now.language);
  if (successor) {
    const isSame = stateTheSame(sentence.text, successor.text, now.language);
    return isSame ? { kind: 'kept' } : { kind: 'changed', sentence: successor, numbers: [] };
  }
  const isRetracted =
    (newCorrectionNotes(before, now).length > 0 || isRetraction({ removed, added }, before)) &&
    !isSaidIn(sentence, now);
  return { kind: isRetracted ? 'gone' : 'kept' };
}

/** Sentences went and none came for them: else the article continues with its news. */
function isRetraction(
  { removed, added }: { readonly removed: readonly Sentence[]; readonly added: readonly Sentence[] },
  { sentences, language }: Article,
): boolean {
  const lost = removed.filter((one) => !nearest(one, added, language));
  if (lost.length > rewrittenFrom * sentences.length) return false;
  const come = added.filter((one) => !nearest(one, removed, language));
  return lost.length > come.length;
}

function isSaidIn({ text }: Sentence, { headline, sentences, language }: Article): boolean {
  const terms = new Set(termsOf(text, language));
  return [headline, ...sentences.map((one) => one.text)].some(
    (other) => terms.intersection(new Set(termsOf(other, language))).size >= saidElsewhereFrom * terms.size,
  );
}

function nearest({ text }: Sentence, added: readonly Sentence[], language: string): Sentence | undefined {
  const terms = new Set(termsOf(text, language));
  const [best] = added
    .map((sentence) => ({ sentence, share: shareOfTerms(terms, new Set(termsOf(sentence.text, language))) }))
    .toSorted((a, b) => b.share - a.share);
  return best && best.share >= inPlaceFrom ? best.sentence : undefined;
}
