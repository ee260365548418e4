import { newsTerms } from '../../stories/news-words.ts';
import type { GateCase, Objection } from './gate.ts';
import { hasWord } from './gate-text.ts';

/**
 * Share of the statement's words that a cited sentence has, in whatever form. Chosen on the cases in tests/briefings/gate: a paraphrase has
 * more, a lead made up from what a model remembers has less.
 */
const leastShare = 0.6;

/** Of the words of the trade those that claim nothing. */
const neutral =
  /^(?:nearly|late|early|percent|hundred|thousand|million\p{L}*|billion|milliarde\p{L}*|prozent|europa\p{L}*|accus\w*|suspect\w*|people|official\w*|authorit\w*|government|minist\w*|country|state|cit(?:y|ies)|area|region|say|tell|call\w*|report\w*|accord\w*|includ\w*|man|men|wom[ae]n|group|day|week|month|year|part|place|side|new|local|national|foreign|statement|announce\w*|leader\w*|president|police|protest\w*|news|angaben|behorde\w*|mensch\w*|land|staat\w*|stadt|gebiet|tag|woche|monat|jahr|regierung|minister\w*|person\w*|teil|bericht\w*|mann|frau\w*|teilt\w*|mitteil\w*|neu|\p{L}*tags?)$/u;

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
