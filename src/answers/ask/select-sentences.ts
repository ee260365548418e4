import { hasLexicon } from '../../reading/lexicon.ts';
import { readClauses } from '../../reading/read-clauses.ts';
import { readText } from '../../reading/read-text.ts';
import { type ArticleSentence, areAlike } from '../article-sentences.ts';
import type { Question } from './question.ts';
import type { Candidate } from './signals.ts';

/** What a selector decides: whether the candidates answer, and the numbers of the sentences to show, best first. */
export interface Selection {
  /** `false-premise`: the sentences say what is so instead of what the question takes for granted. */
  readonly answered: 'yes' | 'no' | 'false-premise';
  /** None where the question is not answered. */
  readonly sentences: readonly number[];
}

/**
 * Chooses among numbered candidates, which come best first by `rankCandidates`. `conversation` is what the same person asked before, oldest
 * first; the question already has the subject of the last.
 */
export type Selector = (
  question: Question,
  conversation: readonly string[],
  candidates: readonly Candidate[],
) => Promise<Selection>;

/** Sentences that a selector chooses at most. */
export const mostSelected = 4;

/** Chosen on half a of chat-dev, XQuAD and qa-dev-languages, on questions-dev and our own labels; see "Answers" in bench/README.md. */
export const settings = {
  own: 0.2,
  total: 0.8,
  /** What a sentence loses that has not what is asked for. */
  form: 0.5,
  /** The newest state counts most: falls to a third within this many days. */
  newness: 0.3,
  newnessDays: 4,
  opening: 0.04,
  /** A sentence says more than the headline above it. */
  headline: -0.02,
  /** Below it nothing answers. */
  least: 0.72,
  /** Numbers are in many sentences beside the question, so that more is asked of one that answers. */
  leastOfNumber: 0.8,
  /** What has to be covered, however new it is. */
  leastCovered: 0.5,
  /** What its article may lack of the question's names and deeds, as a share of all its words. */
  mostMissing: 0.25,
  /** Another sentence is shown if it comes this near to the best. */
  nearly: 0.6,
};

/** How well a candidate answers; see `settings`. */
function scoreOf(candidate: Candidate, by: Readonly<typeof settings> = settings): number {
  const { fit, age, isOpening, line } = candidate;
  return (
    coverageOf(candidate, by) -
    (1 - fit) * by.form +
    by.newness * Math.exp(-age / by.newnessDays) +
    (isOpening ? by.opening : 0) +
    (line.sentence.index < 0 ? by.headline : 0)
  );
}

function coverageOf({ own, total }: Candidate, by: Readonly<typeof settings>): number {
  return own * by.own + total * by.total;
}

/** A candidate with its place among those given, and its score. */
export interface RankedCandidate {
  readonly candidate: Candidate;
  readonly number: number;
  readonly score: number;
}

/** Best first. */
export function rankCandidates(
  candidates: readonly Candidate[],
  by: Readonly<typeof settings> = settings,
): readonly RankedCandidate[] {
  return candidates
    .map((candidate, number) => ({ candidate, number, score: scoreOf(candidate, by) }))
    .toSorted((a, b) => b.score - a.score);
}

/**
 * The selector that knows no language, and shows sentences of one alone: what a sentence covers of the question, its form, and how new it is,
 * against one threshold; and what its article lacks.
 */
export const selectByWords: Selector = async (question, _conversation, candidates) =>
  selectBySettings(question, candidates, settings);

/** The same with other settings, to measure them. */
export function selectBySettings(
  { kind, isAsking }: Question,
  candidates: readonly Candidate[],
  by: Readonly<typeof settings>,
): Selection {
  const all = rankCandidates(candidates, by);
  const language = all[0]?.candidate.line.article.language;
  const ranked = all.filter(({ candidate }) => candidate.line.article.language === language);
  const best = ranked[0]?.score ?? 0;
  const chosen: RankedCandidate[] = [];
  for (const one of ranked) {
    if (chosen.length === mostSelected || one.score < best * by.nearly) break;
    if (!chosen.some(({ candidate }) => areAlike(candidate.line, one.candidate.line))) chosen.push(one);
  }
  const [first] = chosen;
  const least = kind === 'number' ? by.leastOfNumber : by.least;
  if (!first || best < least || coverageOf(first.candidate, by) < by.leastCovered)
    return { answered: 'no', sentences: [] };
  if (
    first.candidate.missing > by.mostMissing ||
    (isAsking && kind !== 'whether' && deniesOrSupposes(first.candidate.line))
  )
    return { answered: 'no', sentences: [] };
  return { answered: 'yes', sentences: chosen.map(({ number }) => number) };
}

/** Whether a sentence says that something is not so, or what would be if: hardly who did it, when or why. Undecided without a lexicon. */
function deniesOrSupposes({ sentence, article }: ArticleSentence): boolean {
  return (
    hasLexicon(article.language) &&
    readClauses(readText(sentence.text, article.language)).some(
      ({ isNegated, isConditional }) => isNegated || isConditional,
    )
  );
}
