import type { ReadText } from '../../reading/read-text.ts';
import { tollOf } from '../../stories/tolls.ts';
import type { GateCase, Objection } from './gate.ts';

/** A toll must be of the same kind as in the source. */
export function checkTolls({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  if (!sameLanguage) return undefined;
  const tollsIn = ({ words, language }: ReadText) => words.flatMap(({ text }) => tollOf(text, language) ?? []);
  const cited = new Set(evidence.flatMap(tollsIn));
  const unseen = tollsIn(statement).find((toll) => !cited.has(toll));
  return cited.size > 0 && unseen ? { reason: 'support', detail: `no cited sentence has any ${unseen}` } : undefined;
}
