import { centrality } from './build-timeline.ts';
import { areAlike, type Line } from './lines.ts';
import { readerKnows } from './reader-knows.ts';
import { termWeights } from './term-weights.ts';

/** Words that say what hangs on something. */
export const consequence =
  /\b(?:first (?:time|such|visit|ever)|for the first time|unprecedented|historic|significan\w+|important|crucial|key (?:role|issue)|at stake|consequences?|repercussions?|could (?:lead|affect|mean|have|face|trigger)|may (?:lead|affect|mean)|would mean|fears?|raises? (?:questions?|concerns?)|the (?:worst|biggest|largest|deadliest|most)|since (?:19|20)\d\d|in (?:\w+ )?(?:years|decades)|turning point|precedent|impact)\b|(?<![\p{L}])(?:zum ersten Mal|erstmals|historisch|bedeut\w+|wichtig\w*|entscheidend\w*|Folgen|könnte[n]?|befürcht\w+|größte[nr]?|schwerste[nr]?)(?![\p{L}])/iu;
const context =
  /\b(?:has been|have been|had been|since|is (?:a|an|the)|was (?:a|an|the)|were (?:a|an|the)|began|started|founded|following|after|when|due to|because|over|under)\b|(?<![\p{L}])(?:seit|war|wurde|ist|begann|nachdem|wegen|weil)(?![\p{L}])/iu;

const unknownWorth = 0.7;

/**
 * Lines that say what it is about: on the topic, on what the articles share, each adding to those before, no article left out for another.
 * A line that leans may follow the one it leans on.
 */
export function chooseContext(
  lines: readonly Line[],
  topic: ReadonlySet<string>,
  {
    most,
    maxLength = Number.POSITIVE_INFINITY,
    title,
  }: { readonly most: number; readonly maxLength?: number; readonly title?: string },
): readonly Line[] {
  const weights = termWeights(lines);
  const told = new Set<string>();
  const chosen: Line[] = [];
  const usable = lines.filter(({ sentence }) => !/\?["”]?$|^["“„]/u.test(sentence.text));
  let length = 0;
  while (chosen.length < most) {
    const [best] = usable
      .filter(
        (line) => !chosen.includes(line) && isReadable(line, chosen) && chosen.every((other) => !areAlike(other, line)),
      )
      .map((line) => ({ line, score: worth(line, { weights, topic, told, chosen }) * knownWorth(line, title, chosen) }))
      .toSorted((a, b) => b.score - a.score);
    if (!best || length + best.line.sentence.text.length > maxLength) break;
    length += best.line.sentence.text.length;
    chosen.push(best.line);
    for (const term of best.line.terms) told.add(term);
  }
  return afterAntecedents(chosen);
}

/** What a line that speaks of something not shown is worth, where the reader is shown a title. */
function knownWorth(line: Line, title: string | undefined, chosen: readonly Line[]): number {
  return title === undefined || readerKnows(line, title, chosen) ? 1 : unknownWorth;
}

function isReadable(line: Line, chosen: readonly Line[]): boolean {
  return !line.leans || chosen.some((other) => follows(line, other));
}

/** In the same paragraph, right after. */
function follows(line: Line, other: Line): boolean {
  return (
    line.article === other.article &&
    line.sentence.block === other.sentence.block &&
    line.sentence.index === other.sentence.index + 1
  );
}

function afterAntecedents(chosen: readonly Line[]): readonly Line[] {
  const followers = chosen.filter((line) => line.leans);
  return chosen
    .filter((line) => !line.leans)
    .flatMap((line) => {
      const row = [line];
      for (
        let next = followers.find((each) => follows(each, line));
        next;
        next = followers.find((each) => follows(each, row.at(-1) ?? line))
      ) {
        row.push(next);
      }
      return row;
    });
}

/** Lines that say why it matters: a first time, a precedent, what may follow. */
export function chooseConsequences(lines: readonly Line[], shown: readonly Line[], most: number): readonly Line[] {
  const weights = termWeights(lines);
  const fitting = lines
    .filter(
      (line) =>
        !line.leans &&
        (consequence.test(line.sentence.text) || isAskedFor(line)) &&
        !/\?["”]?$/u.test(line.sentence.text),
    )
    .map((line) => ({ line, score: centrality(line, weights) + (isAskedFor(line) ? 0.5 : 0) }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ line }) => line);
  const chosen: Line[] = [];
  for (const line of fitting) {
    if (chosen.length >= most) break;
    if ([...shown, ...chosen].every((other) => !areAlike(other, line))) chosen.push(line);
  }
  return chosen;
}

/** Stands under a subhead like "Why is this important?". */
function isAskedFor({ subhead }: Line): boolean {
  return (
    subhead !== undefined &&
    /\b(?:why|important|matters?|significan\w+|mean|consequences?)\b|\b(?:warum|wichtig|bedeutet|folgen)\b/iu.test(
      subhead.text,
    )
  );
}

interface Choice {
  readonly weights: ReadonlyMap<string, number>;
  readonly topic: ReadonlySet<string>;
  readonly told: ReadonlySet<string>;
  readonly chosen: readonly Line[];
}

function worth(line: Line, { weights, topic, told, chosen }: Choice): number {
  const gain = [...line.terms].reduce((sum, term) => sum + (weights.get(term) ?? 0) * (told.has(term) ? 0.15 : 1), 0);
  const onTopic = [...line.terms].filter((term) => topic.has(term)).length;
  const isContext = context.test(line.sentence.text) ? 1.15 : 1;
  const isEarly = line.sentence.index < 3 ? 1.2 : 1;
  const isOtherArticle = chosen.some(({ article }) => article === line.article) ? 1 : 1.3;
  return ((gain + onTopic * 0.3) / Math.sqrt(line.terms.size + 6)) * isContext * isEarly * isOtherArticle;
}
