import { termsOf } from '../../text/terms.ts';
import { type ArticleSentence, areAlike } from '../article-sentences.ts';
import { termWeights } from '../term-weights.ts';
import { readerKnows } from './reader-knows.ts';

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
  unknown: 0.7,
};
/** Numbers that count per sentence; a table in words is no better for having more. */
const mostNumbers = 2;
const openingLines = 3;
/** Length penalties: the closer to 1, the more a long sentence or passage has to say. */
const lineCost = { exponent: 0.8, padding: 6 };
const passageCost = 0.5;
const longestPassage = 4;

export interface ContextLimits {
  /** Passages: a sentence with the sentences that need it as context. */
  readonly most: number;
  /** Characters. */
  readonly maxLength?: number;
  readonly title?: string;
  /** What the reader sees elsewhere in the answer. */
  readonly besides?: readonly ArticleSentence[];
}

/**
 * Sentences that explain the topic and what the articles share, each adding to those before and to those shown `besides`, balanced over the
 * articles. A sentence that needs context comes right after its antecedents.
 */
export function chooseContext(
  lines: readonly ArticleSentence[],
  topic: ReadonlySet<string>,
  { most, maxLength = Number.POSITIVE_INFINITY, title, besides = [] }: ContextLimits,
): readonly ArticleSentence[] {
  const passages = lines
    .filter(isUsable)
    .map((line) => passageOf(line, lines))
    .filter((passage) => passage !== undefined);
  const reading = { weights: termWeights(lines), headlines: headlineTerms(lines), topic, title, besides };
  const coveredTerms = new Set(besides.flatMap(({ terms }) => [...terms]));
  const chosen: ArticleSentence[] = [];
  for (;;) {
    const [best] = passages
      .map((passage) => passage.filter((line) => !chosen.includes(line)))
      .filter((passage) => isNew(passage, chosen) && fits([...chosen, ...passage], most, maxLength))
      .map((passage) => ({ passage, score: worthOf(passage, { ...reading, coveredTerms, chosen }) }))
      .toSorted((a, b) => b.score - a.score);
    if (!best) return inPassages(chosen, passages);
    chosen.push(...best.passage);
    for (const { terms } of best.passage) for (const term of terms) coveredTerms.add(term);
  }
}

function isUsable({ sentence }: ArticleSentence): boolean {
  return !/\?["”]?$|^["“„]/u.test(sentence.text) && !introduces.test(sentence.text);
}

/** Refers to the article itself: "Here's a guide to ...", "DW correspondent Jane Doe has followed the case." */
const introduces =
  /\bHere(?:['’]s| is| are) (?:an? |the |our |some |what|how|why|where)|\bDW (?:(?:correspondent|reporter)s? (?:\p{Lu}[\p{L}-]+ ){1,3}(?:has|have|looks?|takes?|explains?|reports?)|looks|takes|explains|has compiled|answers)\b/u;

/** A sentence after its antecedents; undefined if these are not near. */
function passageOf(line: ArticleSentence, lines: readonly ArticleSentence[]): readonly ArticleSentence[] | undefined {
  if (!line.needsContext) return [line];
  const before = lines.find((other) => follows(line, other));
  const opening = before && isUsable(before) ? passageOf(before, lines) : undefined;
  return opening && opening.length < longestPassage ? [...opening, line] : undefined;
}

/** Under the same subhead, right after. */
function follows(line: ArticleSentence, other: ArticleSentence): boolean {
  return (
    line.article === other.article &&
    line.subhead?.text === other.subhead?.text &&
    line.sentence.index === other.sentence.index + 1
  );
}

function isNew(passage: readonly ArticleSentence[], chosen: readonly ArticleSentence[]): boolean {
  return passage.length > 0 && passage.every((line) => chosen.every((other) => !areAlike(other, line)));
}

function fits(lines: readonly ArticleSentence[], most: number, maxLength: number): boolean {
  const length = lines.reduce((sum, { sentence }) => sum + sentence.text.length, 0);
  return lines.filter(({ needsContext }) => !needsContext).length <= most && length <= maxLength;
}

/** In the order chosen, but each sentence right after its antecedent. */
function inPassages(
  chosen: readonly ArticleSentence[],
  passages: readonly (readonly ArticleSentence[])[],
): readonly ArticleSentence[] {
  const withFollowers = (line: ArticleSentence): readonly ArticleSentence[] => {
    const followers = passages.flatMap((passage) => (passage.at(-2) === line ? passage.slice(-1) : []));
    return [line, ...followers.filter((each) => chosen.includes(each)).flatMap(withFollowers)];
  };
  return chosen.filter(({ needsContext }) => !needsContext).flatMap(withFollowers);
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
  readonly title: string | undefined;
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

function worth(
  line: ArticleSentence,
  { weights, topic, headlines, coveredTerms, chosen, besides, title }: Choice,
): number {
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
    (chosen.some(({ article }) => article === line.article) ? 1 : worths.otherArticle) *
    (title === undefined || readerKnows(line, title, chosen) ? 1 : worths.unknown)
  );
}

/** Tolls, sums, shares and years not shown yet: readers ask for them. */
function freshNumbers({ sentence }: ArticleSentence, coveredTerms: readonly ArticleSentence[]): readonly string[] {
  const numbers = sentence.text.match(/(?<![\p{L}\d])[\d.,]*\d(?![\p{L}\d])/gu) ?? [];
  return numbers.filter((number) => !coveredTerms.some((line) => line.sentence.text.includes(number)));
}
