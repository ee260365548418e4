import { newsTerms } from '../../stories/news-words.ts';
import type { GateCase, Objection } from './gate.ts';
import { hasWord } from './gate-text.ts';
import { neutral } from './neutral-words.ts';

/**
 * Share of the statement's words that a cited sentence has, in whatever form. Chosen on the cases in tests/briefings/gate: a paraphrase has
 * more, a lead made up from what a model remembers has less.
 */
const leastShare = 0.6;

/** A statement must be made of its source's words; the other checks see names and numbers only. */
export function checkSupport({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  if (!sameLanguage) return undefined;
  const own = statement.words.filter(({ term }) => term !== undefined);
  const unseen = own.filter((word) => !hasWord(evidence, word));
  const claim = unseen.find(
    ({ term, key, isCapital }) =>
      !(isCapital && statement.language !== 'de') &&
      term !== undefined &&
      newsTerms(statement.language).has(term) &&
      !neutral.test(key),
  );
  if (claim) return { reason: 'support', detail: `no cited sentence has ${claim.text}` };
  return unseen.length > (1 - leastShare) * own.length
    ? { reason: 'support', detail: `no cited sentence has ${unseen.map(({ text }) => text).join(', ')}` }
    : undefined;
}
