import type { Article } from '../../articles/article.ts';
import { endsInQuestion } from '../../text/marks.ts';
import { termsOf } from '../../text/terms.ts';
import type { ActorProfile, Archive } from '../archive.ts';
import { type ArticleSentence, charactersOf, isNew, oldestFirst, pickNew } from '../article-sentences.ts';
import { passageOf, standsAlone } from '../passages.ts';
import { centrality } from './build-timeline.ts';
import { termWeights } from './topical-sentences.ts';

const context =
  /\b(?:has been|have been|had been|since|is (?:a|an|the)|was (?:a|an|the)|were (?:a|an|the)|began|started|founded|following|after|when|due to|because|over|under)\b|(?<![\p{L}])(?:seit|war|wurde|ist|begann|nachdem|wegen|weil)(?![\p{L}])/iu;

/** What adds to a sentence's worth beside the new terms; tuned on some 290 facts that readers ask for in 60 small archives. */
const worths = {
  number: 0.5,
  topic: 0.3,
  headline: 0.3,
  toldBefore: 0.15,
  context: 1.15,
  opening: 1.2,
  otherArticle: 1.3,
};
/** Numbers that count per sentence; a table in words is no better for having more. */
const mostNumbers = 2;
const openingLines = 3;
/** Length penalties: the closer to 1, the more a long sentence or passage has to say. */
const lineCost = { exponent: 0.8, padding: 6 };
const passageCost = 0.5;

export interface ContextLimits {
  /** Passages: a sentence with those before it that its reader needs. */
  readonly most: number;
  /** Characters. */
  readonly maxLength?: number;
  /** What the reader knows without a sentence. */
  readonly title: string;
  /** Sentences of a passage. */
  readonly longest?: number;
  /** What the reader sees elsewhere in the answer. */
  readonly besides?: readonly ArticleSentence[];
}

/**
 * Sentences that explain the topic and what the articles share, each adding to those before and to those shown `besides`, balanced over the
 * articles; oldest first. A sentence that needs others comes right after them.
 */
export function chooseContext(
  lines: readonly ArticleSentence[],
  topic: ReadonlySet<string>,
  { most, maxLength = Number.POSITIVE_INFINITY, title, besides = [], longest = 3 }: ContextLimits,
): readonly ArticleSentence[] {
  const usable = new Set(lines.filter(isUsable));
  const reading = { weights: termWeights(lines), headlines: headlineTerms(lines), topic, besides };
  const coveredTerms = new Set(besides.flatMap(({ terms }) => [...terms]));
  const chosen: ArticleSentence[] = [];
  const reader = {
    title,
    longest,
    shown: chosen,
    mayLead: (line: ArticleSentence) => usable.has(line) || chosen.includes(line),
  };
  const passages = new Map([...usable].map((line) => [line, passageOf(line, reader)]));
  for (;;) {
    const [best] = [...passages.values()]
      .map((passage = []) => passage.filter((line) => !chosen.includes(line)))
      .filter((passage) => passage.length > 0 && passage.every((line) => isNew(line, chosen)))
      .filter((passage) => fits([...chosen, ...passage], most, maxLength))
      .map((passage) => ({ passage, score: worthOf(passage, { ...reading, coveredTerms, chosen }) }))
      .toSorted((a, b) => b.score - a.score);
    if (!best) return chosen.toSorted(oldestFirst);
    chosen.push(...best.passage);
    for (const { terms } of best.passage) for (const term of terms) coveredTerms.add(term);
    // What is shown now may be what others of the article need.
    for (const [line, passage] of passages)
      if (line.article === best.passage[0]?.article && passage?.length !== 1)
        passages.set(line, passageOf(line, reader));
  }
}

function isUsable({ sentence }: ArticleSentence): boolean {
  return !/\?["”]?$|^["“„]/u.test(sentence.text);
}

function fits(lines: readonly ArticleSentence[], most: number, maxLength: number): boolean {
  const length = charactersOf(lines);
  return lines.filter(({ needsContext }) => !needsContext).length <= most && length <= maxLength;
}

function headlineTerms(lines: readonly ArticleSentence[]): ReadonlySet<string> {
  const articles = new Set(lines.map(({ article }) => article));
  return new Set([...articles].flatMap(({ headline, language }) => termsOf(headline, language)));
}

interface Choice {
  readonly weights: ReadonlyMap<string, number>;
  readonly topic: ReadonlySet<string>;
  readonly headlines: ReadonlySet<string>;
  readonly coveredTerms: ReadonlySet<string>;
  readonly chosen: readonly ArticleSentence[];
  readonly besides: readonly ArticleSentence[];
}

/** Between the sum of its sentences and their mean: a passage takes more room, but reads as one. */
function worthOf(passage: readonly ArticleSentence[], choice: Choice): number {
  const each = passage.map((line, index) => {
    const before = passage.slice(0, index);
    const chosen = [...choice.chosen, ...before];
    const coveredTerms = new Set([...choice.coveredTerms, ...before.flatMap(({ terms }) => [...terms])]);
    return worth(line, { ...choice, coveredTerms, chosen });
  });
  return each.reduce((sum, one) => sum + one, 0) / passage.length ** passageCost;
}

function worth(line: ArticleSentence, { weights, topic, headlines, coveredTerms, chosen, besides }: Choice): number {
  const terms = [...line.terms];
  const fresh = terms.filter((term) => !coveredTerms.has(term));
  const sumOf = (some: readonly string[]) => some.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);
  const news = sumOf(fresh) * (1 - worths.toldBefore) + sumOf(terms) * worths.toldBefore;
  const numbers = Math.min(mostNumbers, freshNumbers(line, [...chosen, ...besides]).length) * worths.number;
  const onTopic = terms.filter((term) => topic.has(term)).length * worths.topic;
  const inHeadline = fresh.filter((term) => headlines.has(term)).length * worths.headline;
  return (
    ((news + numbers + onTopic + inHeadline) / (terms.length + lineCost.padding) ** lineCost.exponent) *
    (context.test(line.sentence.text) ? worths.context : 1) *
    (line.sentence.index < openingLines ? worths.opening : 1) *
    (chosen.some(({ article }) => article === line.article) ? 1 : worths.otherArticle)
  );
}

/** Tolls, sums, shares and years not shown yet: readers ask for them. */
function freshNumbers({ sentence }: ArticleSentence, coveredTerms: readonly ArticleSentence[]): readonly string[] {
  const numbers = sentence.text.match(/(?<![\p{L}\d])[\d.,]*\d(?![\p{L}\d])/gu) ?? [];
  return numbers.filter((number) => !coveredTerms.some((line) => line.sentence.text.includes(number)));
}

/** Words that mark consequences. */
const consequence =
  /\b(?:first (?:time|such|visit|ever)|for the first time|unprecedented|historic|significan\w+|important|crucial|key (?:role|issue)|at stake|consequences?|repercussions?|could (?:lead|affect|mean|have|face|trigger)|may (?:lead|affect|mean)|would mean|fears?|raises? (?:questions?|concerns?)|the (?:worst|biggest|largest|deadliest|most)|since (?:19|20)\d\d|in (?:\w+ )?(?:years|decades)|turning point|precedent|an impact|impacts? (?:of|on))\b|(?<![\p{L}])(?:zum ersten Mal|erstmals|historisch|bedeut\w+|wichtig\w*|entscheidend\w*|Folgen|könnte[n]?|befürcht\w+|größte[nr]?|schwerste[nr]?)(?![\p{L}])/iu;

/** Sentences that say why it matters: a first time, a precedent, possible consequences. */
export function chooseConsequences(
  lines: readonly ArticleSentence[],
  shown: readonly ArticleSentence[],
  most: number,
): readonly ArticleSentence[] {
  const weights = termWeights(lines);
  const fitting = lines
    .filter((line) => (consequence.test(line.sentence.text) || isAskedFor(line)) && !endsInQuestion(line.sentence.text))
    .map((line) => ({ line, score: centrality(line, weights) + (isAskedFor(line) ? 0.5 : 0) }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ line }) => line);
  return pickNew(fitting, most, shown).toSorted(oldestFirst);
}

/** Under a subhead like "Why is this important?". */
function isAskedFor({ subhead }: ArticleSentence): boolean {
  return (
    subhead !== undefined &&
    /\b(?:why|important|matters?|significan\w+|mean|consequences?)\b|\b(?:warum|wichtig|bedeutet|folgen)\b/iu.test(
      subhead.text,
    )
  );
}

export const mostPositions = 3;
const actorsRead = 20;
const quotesRead = 10;

/** One sentence with each speaker's own words, most mentioned speakers first, without sentences already shown. */
export async function choosePositions(
  articles: readonly Article[],
  {
    title,
    lines,
    shown,
  }: { readonly title: string; readonly lines: readonly ArticleSentence[]; readonly shown: readonly ArticleSentence[] },
  archive: Archive,
): Promise<readonly ArticleSentence[]> {
  const chosen: ArticleSentence[] = [];
  const byPlace = new Map(lines.map((line) => [`${line.article.id} ${line.sentence.index}`, line]));
  const ids = articles.map(({ id }) => id);
  for (const { actor } of await archive.actorsIn(ids, actorsRead)) {
    if (chosen.length >= mostPositions) break;
    if (actor.kind === 'place') continue;
    const quotes = await archive.quotesOf(actor.id, quotesRead);
    const own = quotes
      .flatMap(({ articleId, sentence }) => byPlace.get(`${articleId} ${sentence}`) ?? [])
      .filter((line) => isPosition(line, actor) && isNew(line, [...shown, ...chosen]));
    const best = own.find((line) => standsAlone(line, title, shown));
    if (best) chosen.push(best);
  }
  return chosen.toSorted(oldestFirst);
}

function isPosition({ sentence }: ArticleSentence, { name }: ActorProfile): boolean {
  return name.split(' ').some((word) => sentence.text.includes(word));
}
