import { mayCount } from '../text/numbers.ts';
import { termOf, wordsOf } from '../text/terms.ts';
import { backgroundCues } from './background-cues.ts';
import type { ReferencedSentence } from './novelty-evidence.ts';
import { type Quantity, quantitiesOf } from './quantities.ts';

/** A delivered number that has changed: "9 dead" -> "12 dead", with the sentences that say so. */
export interface MovedPair<DeliveredRef, Ref> {
  readonly before: string;
  readonly now: string;
  /** The counted thing: a toll (`killed`, `missing` ...) or a noun's stem. */
  readonly of: string;
  readonly isToll: boolean;
  readonly beforeRef: DeliveredRef;
  readonly nowRef: Ref;
}

interface Counted<Ref> {
  readonly ref: Ref;
  readonly quantity: Quantity;
  readonly terms: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
  /** Of long ago, counted with the culprit, or more than it says: what differs from another count has not moved. */
  readonly isEarlier: boolean;
  readonly withCulprit: boolean;
  readonly isAtLeast: boolean;
}

/** Pairs numbers that count the same thing in delivered and later sentences; for each thing, the pair with the most shared context. */
export function findMovedNumbers<DeliveredRef, Ref>(
  delivered: readonly ReferencedSentence<DeliveredRef>[],
  sentences: readonly ReferencedSentence<Ref>[],
  language: string,
): MovedPair<DeliveredRef, Ref>[] {
  const before = delivered.flatMap((sentence) => countedIn(sentence, language));
  if (before.length === 0) return [];
  const pairs = sentences
    .flatMap((sentence) => countedIn(sentence, language))
    .flatMap((now) => pairWithLatest(before, now) ?? [])
    .sort((a, b) => b.common - a.common);
  const moved = new Map<string, MovedPair<DeliveredRef, Ref>>();
  for (const { earlier, now } of pairs) {
    if (moved.has(now.quantity.of)) continue;
    moved.set(now.quantity.of, {
      before: figure(earlier.quantity),
      now: figure(now.quantity),
      of: now.quantity.of,
      isToll: now.quantity.isToll,
      beforeRef: earlier.ref,
      nowRef: now.ref,
    });
  }
  return [...moved.values()];
}

/** As printed where that is in digits, so that "five" and 12 can stand side by side. */
function figure({ text, value }: Quantity): string {
  return /\p{N}/u.test(text) ? text : String(value);
}

/** The delivered number that this one replaces: of the same thing, in the most similar context, the latest of equals. None if this one was delivered. */
function pairWithLatest<DeliveredRef, Ref>(
  before: readonly Counted<DeliveredRef>[],
  now: Counted<Ref>,
): { earlier: Counted<DeliveredRef>; now: Counted<Ref>; common: number } | undefined {
  const same = before.filter((earlier) => isSameThing(earlier, now));
  if (same.some(({ quantity }) => agrees(quantity.value, now))) return undefined;
  const earlier = same.toSorted((a, b) => shared(a, now) - shared(b, now)).at(-1);
  return earlier && { earlier, now, common: shared(earlier, now) };
}

/** "Over 700,000" is what 712,000 are. */
function agrees(value: number, { quantity, isAtLeast }: Counted<unknown>): boolean {
  return value === quantity.value || (isAtLeast && value > quantity.value);
}

function countedIn<Ref>({ text, ref }: ReferencedSentence<Ref>, language: string): Counted<Ref>[] {
  if (!mayCount(text, language)) return [];
  const quantities = quantitiesOf(text, language);
  if (quantities.length === 0) return [];
  const terms = new Set(
    wordsOf(text, language).flatMap(({ text: word }) => (/^\p{L}/u.test(word) ? (termOf(word, language) ?? []) : [])),
  );
  const years = new Set(text.match(/\b(?:19|20)\d\d\b/g) ?? []);
  const [isEarlier, withCulprit] = [backgroundCues(text, language).namesEarlierTime, culprit.test(text)];
  return quantities.map((quantity) => {
    const before = text.slice(0, text.indexOf(quantity.text));
    return { ref, quantity, terms, years, isEarlier, withCulprit, isAtLeast: lowerBound.test(before) };
  });
}

const lowerBound = /\b(?:over|more than|at least|über|mehr als|mindestens)\s$/iu;
/** "15 people, including the shooter" are the earlier 14. */
const culprit =
  /\b(?:(?:includ(?:ing|es)|plus|darunter|einschließlich|samt) (?:the|de[rsnm]) (?:\p{L}+ )?)(?:shooter|gunman|attacker|assailant|perpetrator|bomber|hijacker|suspect|Täters?|Schützen?|Angreifers?|Attentäters?|Amokläufers?)\b/u;

/** The wording around tolls of one event varies, so one more shared term is enough; other nouns must share their context. */
function isSameThing(a: Counted<unknown>, b: Counted<unknown>): boolean {
  if (a.quantity.of !== b.quantity.of || a.quantity.isToll !== b.quantity.isToll) return false;
  if (a.years.size + b.years.size > 0 && a.years.intersection(b.years).size === 0) return false;
  if (a.isEarlier !== b.isEarlier || a.withCulprit !== b.withCulprit) return false;
  const common = shared(a, b);
  const share = common / Math.min(a.terms.size, b.terms.size);
  return a.quantity.isToll
    ? common >= 3 || (common === 2 && share >= 0.4)
    : common >= 3 && share >= (common > 3 ? 0.4 : 0.5);
}

function shared(a: Counted<unknown>, b: Counted<unknown>): number {
  return a.terms.intersection(b.terms).size;
}
