import { isA } from '../../reading/lexicon.ts';
import { type Clause, readClauses } from '../../reading/read-clauses.ts';
import type { ReadText } from '../../reading/read-text.ts';
import type { GateCase, Objection } from './gate-case.ts';

const fewestTerms = 2;
/** Less is chance. */
const leastOverlap = 0.34;

/** A flag of a clause, with the objection if it differs in the source. */
const flags: readonly {
  readonly flag: 'isNegated' | 'isPossible' | 'isAlleged';
  readonly reason: 'negation' | 'hedge';
  readonly missing: string;
  readonly added?: string;
}[] = [
  { flag: 'isNegated', reason: 'negation', missing: 'drops a "not"', added: 'adds a "not"' },
  { flag: 'isAlleged', reason: 'hedge', missing: 'tells as fact what is only alleged' },
  { flag: 'isPossible', reason: 'hedge', missing: 'tells as fact what may come' },
];

/** "Not", "may" and "allegedly" must stay where they are: compares each clause of the statement with its source clause. */
export function checkClauses({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  const doubt = sameLanguage ? unseenDoubt(statement, evidence) : undefined;
  if (doubt) return { reason: 'hedge', detail: `"${doubt}" is in no cited sentence` };
  const own = readClauses(statement);
  const cited = evidence.flatMap(readClauses);
  if (!sameLanguage) return checkWhole(own, cited);
  const lost = lostNegation(own, cited);
  if (lost) return { reason: 'negation', detail: `drops the "not" of ${lost}` };
  for (const clause of own) {
    const near = sources(clause, cited);
    if (clause.isCertain && near.length > 0 && near.every(({ isWish }) => isWish))
      return { reason: 'hedge', detail: 'tells as to come what is only wished for' };
    if (dropsCondition(clause, near) && !isOpen(statement)) return { reason: 'hedge', detail: 'drops a condition' };
    for (const { flag, reason, missing, added } of flags) {
      if (near.length === 0 || near.some((known) => known[flag] === clause[flag])) continue;
      const detail = clause[flag] ? added : missing;
      // Another clause of the statement may negate the same source: "Since the strike began, no ship has left."
      const sharesNegation =
        flag === 'isNegated' &&
        clause.isNegated &&
        cited.some(({ negated }) => negated.intersection(clause.negated).size > 0);
      const isElsewhere =
        sharesNegation || own.some((other) => other[flag] !== clause[flag] && sources(other, near).length > 0);
      if (detail && !isElsewhere) return { reason, detail };
    }
  }
  return undefined;
}

/** Whether a clause consists of conditional more than of unconditional source terms. */
function dropsCondition({ terms }: Clause, near: readonly Clause[]): boolean {
  const isFree = new Set(near.flatMap((clause) => (clause.isConditional ? [] : [...clause.terms])));
  const onCondition = new Set(near.flatMap((clause) => (clause.isConditional ? [...clause.terms] : [])));
  return [...terms].filter((term) => onCondition.has(term) && !isFree.has(term)).length >= fewestTerms;
}

/** Whether a statement leaves open whether something happens. */
function isOpen({ words, language }: ReadText): boolean {
  return words.some(({ key }) => isA('open', key, language));
}

/** A word that is only negated in the sources, in a statement without negation. */
function lostNegation(own: readonly Clause[], cited: readonly Clause[]): string | undefined {
  if (own.some(({ isNegated }) => isNegated)) return undefined;
  const free = new Set(cited.flatMap(({ isNegated, terms }) => (isNegated ? [] : [...terms])));
  const denied = cited.flatMap(({ isNegated, negated }) => (isNegated ? [...negated] : []));
  return denied.find((term) => !free.has(term) && own.some(({ terms }) => terms.has(term)));
}

function unseenDoubt(statement: ReadText, evidence: readonly ReadText[]): string | undefined {
  const isDoubtful = (text: ReadText) => readClauses(text).some(({ isPossible, isAlleged }) => isPossible || isAlleged);
  if (evidence.some(isDoubtful)) return undefined;
  return statement.words.find(
    ({ text, key, opensSentence }) => isA('doubt', key, statement.language) && !(opensSentence && text === 'May'),
  )?.text;
}

/** The source clauses of a clause: those with most of its words. */
function sources(clause: Clause, cited: readonly Clause[]): readonly Clause[] {
  const scored = cited.map((known) => ({ known, share: overlap(clause, known) }));
  const best = Math.max(0, ...scored.map(({ share }) => share));
  if (best < leastOverlap || clause.terms.size < fewestTerms) return [];
  return scored.filter(({ share }) => share >= 0.8 * best).map(({ known }) => known);
}

/** Across languages clauses cannot be aligned: only compares whether any is negated. */
function checkWhole(own: readonly Clause[], cited: readonly Clause[]): Objection | undefined {
  const isNegated = (clauses: readonly Clause[]) => clauses.some((clause) => clause.isNegated);
  if (isNegated(own) === isNegated(cited)) return undefined;
  return { reason: 'negation', detail: isNegated(own) ? 'adds a "not"' : 'drops a "not"' };
}

function overlap(own: Clause, known: Clause): number {
  const shared = [...own.terms].filter((term) => known.terms.has(term)).length;
  return own.terms.size === 0 ? 0 : shared / own.terms.size;
}
