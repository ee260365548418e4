import { fold, termOf, type Word, wordsOf } from '../text/terms.ts';
import { type Appointment, appointmentsIn } from './appointments.ts';
import type { ReferencedSentence } from './find-news.ts';
import { isUncertain, negates, reversibleWords } from './reversal-words.ts';

/** A delivered statement that a later one retracts: "has not been found" -> "was found", "named Kade as chief" -> "Holm returns as chief". */
export interface Reversal<DeliveredRef, Ref> {
  readonly beforeRef: DeliveredRef;
  readonly nowRef: Ref;
}

/** What a sentence asserts about a fact, or who it says takes an office. */
interface StatedFact {
  readonly about: string;
  readonly says: string;
  /** The adjacent words. */
  readonly things: ReadonlySet<string>;
}

interface Claim<Ref> extends StatedFact {
  readonly ref: Ref;
  readonly terms: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** Words a negation reaches: "unable to even locate". */
const negationReach = 4;
const besideReach = 3;
const sharedAtLeast = 2;

/** Pairs delivered and later sentences that contradict each other, the first pair of each contradiction. */
export function findReversals<DeliveredRef, Ref>(
  delivered: readonly ReferencedSentence<DeliveredRef>[],
  sentences: readonly ReferencedSentence<Ref>[],
  language: string,
): Reversal<DeliveredRef, Ref>[] {
  const before = delivered.flatMap((sentence) => claimsOf(sentence, language));
  if (before.length === 0) return [];
  const found = new Map<string, Reversal<DeliveredRef, Ref>>();
  for (const now of sentences.flatMap((sentence) => claimsOf(sentence, language))) {
    const earlier = found.has(now.about) ? undefined : retractedClaim(before, now);
    if (earlier) found.set(now.about, { beforeRef: earlier.ref, nowRef: now.ref });
  }
  return [...found.values()];
}

/** The delivered claim that this one retracts; of those with most in common, the latest. None if this one was delivered, too. */
function retractedClaim<DeliveredRef>(
  before: readonly Claim<DeliveredRef>[],
  now: Claim<unknown>,
): Claim<DeliveredRef> | undefined {
  const same = before.filter((earlier) => earlier.about === now.about && isOfSameThing(earlier, now));
  if (same.some(({ says }) => says === now.says)) return undefined;
  return same.toSorted((a, b) => common(a, now) - common(b, now)).at(-1);
}

function isOfSameThing(a: Claim<unknown>, b: Claim<unknown>): boolean {
  if (a.names.isDisjointFrom(b.names) || common(a, b) < sharedAtLeast) return false;
  // "No accomplices were found", "weapons were found": not the same thing.
  return a.things.size === 0 || b.things.size === 0 || !a.things.isDisjointFrom(b.things);
}

function common(a: Claim<unknown>, b: Claim<unknown>): number {
  return a.terms.intersection(b.terms).size;
}

function claimsOf<Ref>({ text, ref }: ReferencedSentence<Ref>, language: string): Claim<Ref>[] {
  const words = wordsOf(text, language);
  const said = [...factsIn(words, text, language), ...appointmentsIn(text, language).map(asClaim)];
  if (said.length === 0) return [];
  const terms = new Set(words.flatMap(({ text: word }) => termOf(word, language) ?? []));
  const names = new Set(
    words.flatMap(({ text: word }) => (/^\p{Lu}/u.test(word) ? (termOf(word, language) ?? []) : [])),
  );
  return said.map((one) => ({ ...one, ref, terms, names }));
}

function asClaim({ office, person }: Appointment): StatedFact {
  return { about: `office ${office}`, says: person, things: new Set() };
}

function factsIn(words: readonly Word[], text: string, language: string): StatedFact[] {
  const turnable = reversibleWords(language);
  return words.flatMap(({ text: word, start }, index) => {
    const turn = turnable.get(fold(word));
    // "The colony, located in the north" does not mean it was found.
    if (!turn || /,\s*$/.test(text.slice(0, start))) return [];
    const lead = words.slice(Math.max(0, index - negationReach), index).map(({ text }) => text);
    const isNegated = lead.some((one) => negates(one, language));
    if (!isNegated && lead.some((one) => isUncertain(one, language))) return [];
    const beside = [
      ...words.slice(Math.max(0, index - besideReach), index),
      ...words.slice(index + 1, index + 1 + besideReach),
    ];
    const things = beside.flatMap(({ text }) =>
      negates(text, language) || fold(text) === fold(word) ? [] : (termOf(text, language) ?? []),
    );
    return [{ about: turn.fact, says: isNegated === turn.isOpposite ? 'so' : 'not so', things: new Set(things) }];
  });
}
