import { numbersIn } from '../text/numbers.ts';
import { fold, termsOf } from '../text/terms.ts';
import type { Article, Sentence } from './article.ts';

/** The differences between two revisions of an article. */
export interface RevisionDiff {
  readonly headline?: { readonly before: string; readonly now: string };
  /** Sentences of the later revision that are not in the earlier one, even with other numbers. */
  readonly added: readonly Sentence[];
  readonly removed: readonly Sentence[];
  readonly numbers: readonly ChangedNumbers[];
}

/** A sentence that stayed but for its numbers. */
export interface ChangedNumbers {
  readonly before: Sentence;
  readonly now: Sentence;
  /** Each changed number, old and new, in reading order. */
  readonly changes: readonly { readonly before: string; readonly now: string }[];
}

/** Share of common words from which two sentences are about the same thing. */
const sameThing = 0.6;

/** Compares two revisions sentence by sentence. A sentence that only moved, or whose punctuation changed, did not change. */
export function diffRevisions(before: Article, now: Article): RevisionDiff {
  const removed = without(before.sentences, now.sentences);
  const added = without(now.sentences, before.sentences);
  const numbers = pairByNumbers(removed, added, now.language);
  const paired = new Set(numbers.flatMap((pair) => [pair.before, pair.now]));
  return {
    ...(before.headline !== now.headline && { headline: { before: before.headline, now: now.headline } }),
    added: added.filter((sentence) => !paired.has(sentence)),
    removed: removed.filter((sentence) => !paired.has(sentence)),
    numbers,
  };
}

/** Those of `some` that `others` do not say, each as often as it is said there. */
function without(some: readonly Sentence[], others: readonly Sentence[]): readonly Sentence[] {
  const counts = new Map<string, number>();
  for (const { text } of others) counts.set(keyOf(text), (counts.get(keyOf(text)) ?? 0) + 1);
  return some.filter(({ text }) => {
    const left = counts.get(keyOf(text)) ?? 0;
    counts.set(keyOf(text), left - 1);
    return left <= 0;
  });
}

/** Words and numbers alone: quotation marks and dashes may change without a change of content. */
function keyOf(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{M}\p{N}.,]+/gu, ' ')
    .replace(/[.,](?!\p{N})/gu, '')
    .trim();
}

/** Removed and added sentences that differ in their numbers and little else, the likest first; each is in one pair. */
function pairByNumbers(
  removed: readonly Sentence[],
  added: readonly Sentence[],
  language: string,
): readonly ChangedNumbers[] {
  const [earlier, later] = [removed, added].map((sentences) => sentences.map((one) => readCounted(one, language)));
  const candidates = (earlier ?? [])
    .flatMap((before) => (later ?? []).map((now) => ({ before, now, likeness: likeness(before, now) })))
    .filter(({ likeness }) => likeness >= sameThing)
    .toSorted((a, b) => b.likeness - a.likeness);
  const taken = new Set<Counted>();
  const pairs: ChangedNumbers[] = [];
  for (const { before, now } of candidates) {
    const changes = changesBetween(before, now);
    if (changes.length === 0 || taken.has(before) || taken.has(now)) continue;
    taken.add(before).add(now);
    pairs.push({ before: before.sentence, now: now.sentence, changes });
  }
  return pairs.toSorted((a, b) => a.now.index - b.now.index);
}

interface Counted {
  readonly sentence: Sentence;
  readonly numbers: ReturnType<typeof numbersIn>;
  /** Its words without the numbers. */
  readonly terms: ReadonlySet<string>;
}

function readCounted(sentence: Sentence, language: string): Counted {
  const numbers = numbersIn(sentence.text, language);
  const spoken = new Set(numbers.flatMap(({ text }) => termsOf(text, language)));
  const terms = termsOf(sentence.text, language).filter((term) => !spoken.has(term));
  return { sentence, numbers, terms: new Set(terms) };
}

function likeness(one: Counted, other: Counted): number {
  const common = one.terms.intersection(other.terms).size;
  return common === 0 ? 0 : (2 * common) / (one.terms.size + other.terms.size);
}

/** Removed and added numbers, paired in text order. */
function changesBetween(before: Counted, now: Counted): ChangedNumbers['changes'] {
  const isIn = ({ numbers }: Counted, value: number) => numbers.some((number) => number.value === value);
  const gone = before.numbers.filter(({ value }) => !isIn(now, value));
  const come = now.numbers.filter(({ value }) => !isIn(before, value));
  return gone.flatMap(({ text }, index) => {
    const next = come[index];
    return next ? [{ before: text, now: next.text }] : [];
  });
}
