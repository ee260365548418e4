import { findDates } from '../../text/dates.ts';
import { dayOf } from '../../text/found-date.ts';
import { termsOf } from '../../text/terms.ts';

/** A text with its publication day and sentences. */
export interface DatedText {
  readonly id: string;
  readonly publishedAt: Temporal.Instant;
  readonly sentences: readonly string[];
}

/** A day (ISO) with the sentences about it. */
export interface ChosenDay {
  readonly date: string;
  readonly sentences: readonly { readonly text: string; readonly sourceId: string }[];
}

/** The query and the date range to choose days for. */
export interface DayRequest {
  readonly query: string;
  readonly language: string;
  readonly from: string;
  readonly until: string;
  readonly max: number;
}

interface Candidate {
  readonly text: string;
  readonly sourceId: string;
  readonly day: string;
  readonly terms: readonly string[];
  /** Whether the text names the day; else it is the day of publication. */
  readonly isNamed: boolean;
  readonly position: number;
  /** Days from the day named to publication. */
  readonly age: number;
}

/** Weights of the kinds of evidence for a day. A day still named a week later mattered most. */
const weights = { published: 0.5, onTopic: 0.5, namedSoon: 1, namedLater: 2.5 };
const soonDays = 7;
/** An article is on topic if its first sentences contain this many of the query's terms. */
const topicTerms = 4;
const sentencesADay = 3;
const headSentences = 5;
const longestWords = 60;

/** The most important days: many articles on the topic were published then, or name them. Each with the sentences that describe it best. */
export function chooseDays(texts: readonly DatedText[], request: DayRequest): readonly ChosenDay[] {
  const candidates = texts.flatMap((text) => candidatesOf(text, request.language));
  const inRange = candidates.filter(({ day }) => day >= request.from && day <= request.until);
  const asked = new Set(termsOf(request.query, request.language));
  const topic = topicWeights(candidates, asked);
  const days = [...Map.groupBy(inRange, ({ day }) => day)]
    .map(([date, own]) => ({ date, own, score: dayScore(own, asked) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, request.max);
  return days
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .map(({ date, own }) => ({ date, sentences: tell(own, topic) }));
}

function candidatesOf({ id, publishedAt, sentences }: DatedText, language: string): Candidate[] {
  const published = dayOf(publishedAt);
  return sentences.flatMap((text, position): Candidate[] => {
    const terms = termsOf(text, language);
    if (terms.length < 4 || terms.length > longestWords) return [];
    const named = findDates(text, language, publishedAt).filter(({ date, until }) => date.length === 10 && !until);
    const days = new Set(named.map(({ date }) => date));
    const base = { text, sourceId: id, terms, position };
    const own = [...days].map((day): Candidate => ({ ...base, day, isNamed: true, age: daysBetween(day, published) }));
    const isHead = position < headSentences && !days.has(published);
    return isHead ? [...own, { ...base, day: published, isNamed: false, age: 0 }] : own;
  });
}

function daysBetween(day: string, later: string): number {
  return Temporal.PlainDate.from(day).until(later).days;
}

/** Salience of each term: by the number of texts that contain it, the query's own terms most. */
function topicWeights(candidates: readonly Candidate[], asked: ReadonlySet<string>): ReadonlyMap<string, number> {
  const holders = new Map<string, Set<string>>();
  for (const { terms, sourceId } of candidates) {
    for (const term of terms) (holders.get(term) ?? holders.set(term, new Set()).get(term))?.add(sourceId);
  }
  const most = Math.max(1, ...[...holders.values()].map(({ size }) => size));
  return new Map([...holders].map(([term, { size }]) => [term, Math.sqrt(size / most) + (asked.has(term) ? 1 : 0)]));
}

function dayScore(own: readonly Candidate[], asked: ReadonlySet<string>): number {
  const today = Map.groupBy(
    own.filter(({ age }) => age === 0),
    ({ sourceId }) => sourceId,
  );
  const onTopic = [...today.values()].map((lines) => {
    const contained = lines.flatMap(({ terms }) => terms).filter((term) => asked.has(term)).length;
    return Math.min(contained, topicTerms) / topicTerms;
  });
  const soon = own.filter(({ age }) => age > 0 && age <= soonDays).length;
  const later = own.filter(({ age }) => age > soonDays).length;
  return (
    today.size * weights.published +
    onTopic.reduce((sum, share) => sum + share, 0) * weights.onTopic +
    Math.log1p(soon) * weights.namedSoon +
    Math.log1p(later) * weights.namedLater
  );
}

function worth({ terms }: Candidate, topic: ReadonlyMap<string, number>): number {
  return terms.reduce((sum, term) => sum + (topic.get(term) ?? 0), 0) / (terms.length + 6);
}

function tell(own: readonly Candidate[], topic: ReadonlyMap<string, number>): ChosenDay['sentences'] {
  const local = localWeights(own);
  const ranked = own
    .map((candidate) => ({ candidate, score: fitness(candidate, topic, local) }))
    .toSorted((a, b) => b.score - a.score);
  const chosen: Candidate[] = [];
  for (const { candidate } of ranked) {
    if (chosen.length >= sentencesADay) break;
    if (!chosen.some((other) => overlap(candidate, other) > 0.5)) chosen.push(candidate);
  }
  return chosen.map(({ text, sourceId }) => ({ text, sourceId }));
}

function fitness(candidate: Candidate, topic: ReadonlyMap<string, number>, local: ReadonlyMap<string, number>): number {
  const early = candidate.position === 0 ? 0.2 : candidate.position < 3 ? 0.1 : 0;
  return worth(candidate, topic) + worth(candidate, local) + early + (candidate.isNamed ? 0.15 : 0);
}

function localWeights(own: readonly Candidate[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of own) for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const most = Math.max(1, ...counts.values());
  return new Map([...counts].map(([term, count]) => [term, Math.sqrt(count / most)]));
}

function overlap(one: Candidate, other: Candidate): number {
  const shared = one.terms.filter((term) => other.terms.includes(term)).length;
  return shared / Math.max(1, Math.min(one.terms.length, other.terms.length));
}
