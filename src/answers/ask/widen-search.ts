import type { AnswerContext } from '../answer-archive.ts';
import { gatherCandidates } from './candidates.ts';
import { type Question, readQuestion } from './question.ts';
import { rankCandidates } from './select-sentences.ts';
import type { Candidate } from './signals.ts';

/** Candidates that widening may add to those found by the question's own words. */
const mostWidened = 12;
const perWording = 6;
/** Opening lines of an article that is near in meaning; its news is among them. */
const perNearest = 4;
/** What is compared by meaning: the newest articles of these days. */
const nearestDays = 14;
const mostCompared = 400;

/** Candidates that the question's own words may miss, by turns the best of each search. */
export async function gatherWidened(
  question: Question,
  { archive, now, before, widening = {} }: AnswerContext,
): Promise<readonly Candidate[]> {
  const conversation = before ? [before.question] : [];
  const rewording = async () => {
    const wordings = await widening.reword?.(question.text, conversation, await archive.languages());
    const read = (wordings ?? []).map(({ language, terms }) => readQuestion(terms, language));
    const found = await Promise.all(read.map((one) => gatherCandidates(one, { archive, now })));
    return found.map((own) => bestOf(own));
  };
  const comparing = async () => {
    if (!widening.nearest) return [];
    const since = now.subtract({ hours: nearestDays * 24 });
    const articles = await archive.listArticles({ since, limit: mostCompared });
    const nearest = await widening.nearest(question.text, articles);
    if (nearest.length === 0) return [];
    const known = nearest.map(({ id }) => id);
    const all = await gatherCandidates({ ...question, terms: [] }, { archive, now, known });
    return nearest.map(({ id }) => all.filter(({ line }) => line.article.id === id).slice(0, perNearest));
  };
  const [byWording, byMeaning] = await Promise.all([rewording(), comparing()]);
  return inTurns([...byWording, ...byMeaning]).map((candidate) => ({ ...candidate, isWidened: true }));
}

/** What the question's own words found, as a selector sees it, with room kept for what widening adds. */
export function withWidened(
  ranked: readonly Candidate[],
  widened: readonly Candidate[],
  most: number,
): readonly Candidate[] {
  const seen = new Set(ranked.slice(0, most - mostWidened).map(keyOf));
  const added = widened.filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one))).slice(0, mostWidened);
  const isAdded = new Set(added.map(keyOf));
  return [...ranked.filter((one) => !isAdded.has(keyOf(one))).slice(0, most - added.length), ...added];
}

function bestOf(candidates: readonly Candidate[]): readonly Candidate[] {
  return rankCandidates(candidates)
    .slice(0, perWording)
    .map(({ candidate }) => candidate);
}

function inTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list.slice(place, place + 1))).flat();
}

function keyOf({ line: { article, sentence } }: Candidate): string {
  return `${article.id}@${article.revision}#${sentence.index}`;
}
