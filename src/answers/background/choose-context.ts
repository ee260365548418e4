import { termsOf } from '../../text/terms.ts';
import { areAlike, type Line } from '../lines.ts';
import { termWeights } from '../term-weights.ts';
import { readerKnows } from './reader-knows.ts';

const context =
  /\b(?:has been|have been|had been|since|is (?:a|an|the)|was (?:a|an|the)|were (?:a|an|the)|began|started|founded|following|after|when|due to|because|over|under)\b|(?<![\p{L}])(?:seit|war|wurde|ist|begann|nachdem|wegen|weil)(?![\p{L}])/iu;

/** What counts for a line beside the terms it adds; chosen on the facts that readers ask for, of some 290 in 60 small archives. */
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
/** Of one line; a table in words is no better for having more. */
const mostNumbers = 2;
const openingLines = 3;
/** A long line has to say more, and a passage more than a line; the more, the nearer these are to 1. */
const lineCost = { exponent: 0.8, padding: 6 };
const passageCost = 0.5;
const longestPassage = 4;

export interface ContextLimits {
  /** Passages: a line, and lines that lean on it. */
  readonly most: number;
  /** Characters. */
  readonly maxLength?: number;
  readonly title?: string;
  /** What the reader is told in other places. */
  readonly besides?: readonly Line[];
}

/**
 * Lines that say what it is about: on the topic, on what the articles share, each adding to those before and to those told `besides`,
 * no article left out for another. A line that leans comes right after those it leans on.
 */
export function chooseContext(
  lines: readonly Line[],
  topic: ReadonlySet<string>,
  { most, maxLength = Number.POSITIVE_INFINITY, title, besides = [] }: ContextLimits,
): readonly Line[] {
  const passages = lines
    .filter(isUsable)
    .map((line) => passageOf(line, lines))
    .filter((passage) => passage !== undefined);
  const reading = { weights: termWeights(lines), headlines: headlineTerms(lines), topic, title, besides };
  const told = new Set(besides.flatMap(({ terms }) => [...terms]));
  const chosen: Line[] = [];
  for (;;) {
    const [best] = passages
      .map((passage) => passage.filter((line) => !chosen.includes(line)))
      .filter((passage) => isNew(passage, chosen) && fits([...chosen, ...passage], most, maxLength))
      .map((passage) => ({ passage, score: worthOf(passage, { ...reading, told, chosen }) }))
      .toSorted((a, b) => b.score - a.score);
    if (!best) return inPassages(chosen, passages);
    chosen.push(...best.passage);
    for (const { terms } of best.passage) for (const term of terms) told.add(term);
  }
}

function isUsable({ sentence }: Line): boolean {
  return !/\?["”]?$|^["“„]/u.test(sentence.text) && !leadsOn.test(sentence.text);
}

/** Speaks of the article itself: "Here's a guide to ...", "DW correspondent Jane Doe has followed the case." */
const leadsOn =
  /\bHere(?:['’]s| is| are) (?:an? |the |our |some |what|how|why|where)|\bDW (?:(?:correspondent|reporter)s? (?:\p{Lu}[\p{L}-]+ ){1,3}(?:has|have|looks?|takes?|explains?|reports?)|looks|takes|explains|has compiled|answers)\b/u;

/** A line after those it leans on; undefined where these are not near. */
function passageOf(line: Line, lines: readonly Line[]): readonly Line[] | undefined {
  if (!line.leans) return [line];
  const before = lines.find((other) => follows(line, other));
  const opening = before && isUsable(before) ? passageOf(before, lines) : undefined;
  return opening && opening.length < longestPassage ? [...opening, line] : undefined;
}

/** Under the same subhead, right after. */
function follows(line: Line, other: Line): boolean {
  return (
    line.article === other.article &&
    line.subhead?.text === other.subhead?.text &&
    line.sentence.index === other.sentence.index + 1
  );
}

function isNew(passage: readonly Line[], chosen: readonly Line[]): boolean {
  return passage.length > 0 && passage.every((line) => chosen.every((other) => !areAlike(other, line)));
}

function fits(lines: readonly Line[], most: number, maxLength: number): boolean {
  const length = lines.reduce((sum, { sentence }) => sum + sentence.text.length, 0);
  return lines.filter(({ leans }) => !leans).length <= most && length <= maxLength;
}

/** In the order chosen, but each line right after the one it leans on. */
function inPassages(chosen: readonly Line[], passages: readonly (readonly Line[])[]): readonly Line[] {
  const withFollowers = (line: Line): readonly Line[] => {
    const followers = passages.flatMap((passage) => (passage.at(-2) === line ? passage.slice(-1) : []));
    return [line, ...followers.filter((each) => chosen.includes(each)).flatMap(withFollowers)];
  };
  return chosen.filter(({ leans }) => !leans).flatMap(withFollowers);
}

function headlineTerms(lines: readonly Line[]): ReadonlySet<string> {
  const articles = new Set(lines.map(({ article }) => article));
  return new Set([...articles].flatMap(({ headline, language }) => termsOf(headline, language)));
}

interface Choice {
  readonly weights: ReadonlyMap<string, number>;
  readonly topic: ReadonlySet<string>;
  readonly headlines: ReadonlySet<string>;
  readonly told: ReadonlySet<string>;
  readonly chosen: readonly Line[];
  readonly besides: readonly Line[];
  readonly title: string | undefined;
}

/** Between the sum of its lines and their mean: they take more room, but are read as one. */
function worthOf(passage: readonly Line[], choice: Choice): number {
  const each = passage.map((line, index) => {
    const before = passage.slice(0, index);
    const chosen = [...choice.chosen, ...before];
    const told = new Set([...choice.told, ...before.flatMap(({ terms }) => [...terms])]);
    return worth(line, { ...choice, told, chosen });
  });
  return each.reduce((sum, one) => sum + one, 0) / passage.length ** passageCost;
}

function worth(line: Line, { weights, topic, headlines, told, chosen, besides, title }: Choice): number {
  const terms = [...line.terms];
  const fresh = terms.filter((term) => !told.has(term));
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

/** Tolls, sums, shares and years are what readers ask for; those they were not told. */
function freshNumbers({ sentence }: Line, told: readonly Line[]): readonly string[] {
  const numbers = sentence.text.match(/(?<![\p{L}\d])[\d.,]*\d(?![\p{L}\d])/gu) ?? [];
  return numbers.filter((number) => !told.some((line) => line.sentence.text.includes(number)));
}
