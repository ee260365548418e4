import { isA } from '../../reading/lexicon.ts';
import { type Quantity, readQuantities } from '../../reading/read-quantities.ts';
import type { ReadText } from '../../reading/read-text.ts';
import { findDates } from '../../text/dates.ts';
import type { GateCase, Objection } from './gate-case.ts';

interface Placed {
  readonly quantity: Quantity;
  readonly text: ReadText;
}

/** The greatest relative error of a marked rounding ("about 1,200" for 1,187). */
const roundingShare = 0.05;
/** What most numbers in the news count, so that it does not distinguish them. */
const counted = /^(?:people|persons?|menschen|personen)$/;
/** Words before and after a number that say what it counts. */
const reach = 5;
/** How much the words around two numbers must share for one to be the other's; less where the stated number shares none. */
const leastShared = 0.3;
const leastAlone = 0.1;

/** Every number of the statement must be in a cited sentence, in the same unit, as exact, and counting the same. */
export function checkNumbers({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  const cited = evidence.flatMap((text) => readQuantities(text).map((quantity): Placed => ({ quantity, text })));
  const spans = evidence.flatMap(({ publishedAt }) => findDates(statement.text, statement.language, publishedAt));
  const own = readQuantities(statement).filter(
    ({ start, end }) => !spans.some((date) => date.start <= start && date.end >= end),
  );
  const turned = scoreOf(statement).find((score) => {
    const [one, other] = score.split(':');
    return evidence.some((text) => scoreOf(text).includes(`${other}:${one}`) && !scoreOf(text).includes(score));
  });
  if (turned !== undefined) return { reason: 'number', detail: `${turned} is the other way round` };
  const compared = comparisonOf(statement).find(({ one, other }) =>
    evidence.some((text) => comparisonOf(text).some((cited) => cited.one === other && cited.other === one)),
  );
  if (compared)
    return { reason: 'number', detail: `${compared.one} and ${compared.other} are compared the other way round` };
  for (const quantity of own) {
    const equal = cited.filter((one) => agrees(quantity, one.quantity));
    if (equal.length === 0) return { reason: 'number', detail: `${quantity.text} is in no cited sentence` };
    if (sameLanguage && countsAnother(quantity, statement, equal, cited))
      return { reason: 'number', detail: `${quantity.text} counts something else` };
  }
  return undefined;
}

/** "112 to 87", "112:87": the result of a vote or match; not "from 87 to 112". */
function scoreOf({ text }: ReadText): readonly string[] {
  return [
    ...text.matchAll(
      /(?<!(?:from|von|to|zu|auf|:)\s*)(?<![\d.,])(\d+)(?: to | zu |:|-|–)(\d+)(?![\d.,]*\s?(?:percent|Prozent|%))/gu,
    ),
  ].map(([, one, other]) => `${one}:${other}`);
}

/** "Less in 2022 than in 2012". */
function comparisonOf({ text }: ReadText): readonly { readonly one: string; readonly other: string }[] {
  return [...text.matchAll(/(\d{4}) (?:than|as|als|wie) (?:in |im Jahr )?(\d{4})/gu)].map(
    ([, one = '', other = '']) => ({ one, other }),
  );
}

function agrees(own: Quantity, cited: Quantity): boolean {
  if (typeof own.value === 'string' || typeof cited.value === 'string') return own.value === cited.value;
  if (own.direction && cited.direction && own.direction !== cited.direction) return false;
  if (cited.isFormer && !own.isFormer) return false;
  const [ownValue, citedValue] = [asShare(own), asShare(cited)];
  if (!sameUnit(own.unit, cited.unit)) return false;
  if (Math.abs(ownValue - citedValue) <= 1e-9 * Math.abs(citedValue))
    return own.bound === cited.bound || mayMark(own, cited);
  return isMarkedRounding(own, cited);
}

/** Half is 50 percent. */
function asShare({ value, unit }: Quantity): number {
  return unit === 'fraction' ? Number(value) * 100 : Number(value);
}

function sameUnit(own: string | undefined, cited: string | undefined): boolean {
  const share = (unit: string | undefined) => (unit === 'fraction' ? 'percent' : unit);
  return share(own) === share(cited);
}

/** "About 12" is true of 12; "12" does not follow from "about 12" or "at least 12". */
function mayMark(own: Quantity, cited: Quantity): boolean {
  return cited.bound === 'exact' ? own.bound === 'about' : own.bound === 'about' && cited.bound === 'nearly';
}

function isMarkedRounding({ value, bound }: Quantity, cited: Quantity): boolean {
  const [own, exact] = [Number(value), Number(cited.value)];
  if (cited.bound !== 'exact' || !isRounder(own, exact)) return false;
  const share = (own - exact) / exact;
  if (bound === 'about') return Math.abs(share) <= roundingShare;
  if (bound === 'nearly') return share > 0 && share <= roundingShare;
  return bound === 'atLeast' && share < 0 && share >= -2 * roundingShare;
}

function isRounder(own: number, exact: number): boolean {
  const digits = (value: number) => String(value).replace(/\.|(?<!0)0+$/g, '').length;
  return digits(own) < digits(exact);
}

/** Whether the words around the number belong to another number: "9 dead, 12 missing" from "12 dead, 9 missing". */
function countsAnother(own: Quantity, statement: ReadText, equal: readonly Placed[], all: readonly Placed[]): boolean {
  // "From 4.8 percent" is the old value in both.
  if (own.direction === 'from' && equal.some(({ quantity }) => quantity.direction === 'from')) return false;
  const around = termsAround(own, statement);
  const score = ({ quantity, text }: Placed): number => {
    const cited = termsAround(quantity, text);
    return [...around].reduce((sum, [term, weight]) => sum + weight * (cited.get(term) ?? 0), 0);
  };
  const best = Math.max(...equal.map(score));
  const others = all.filter(
    ({ quantity }) =>
      quantity.value !== own.value && sameUnit(quantity.unit, own.unit) && typeof quantity.value === typeof own.value,
  );
  return others.some((one) => score(one) > 1.5 * best && score(one) >= (best === 0 ? leastAlone : leastShared));
}

/** The terms around a number in its clause, nearer ones weighing more; the counted thing usually follows. */
function termsAround({ from, to }: Quantity, { words, language }: ReadText): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  for (let index = Math.max(0, from - reach); index <= Math.min(words.length - 1, to + reach); index += 1) {
    const word = words[index];
    if (
      !word?.term ||
      counted.test(word.key) ||
      isA('unit', word.key, language) ||
      (index >= from && index <= to) ||
      word.clause !== words[from]?.clause
    )
      continue;
    const distance = index > to ? index - to : 1.5 * (from - index);
    terms.set(word.term, Math.max(terms.get(word.term) ?? 0, 1 / distance));
  }
  return terms;
}
