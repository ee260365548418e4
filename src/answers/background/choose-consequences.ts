import { endsInQuestion } from '../../text/marks.ts';
import { type ArticleSentence, areAlike, oldestFirst } from '../article-sentences.ts';
import { termWeights } from '../term-weights.ts';
import { centrality } from './build-timeline.ts';

/** Words that mark consequences. */
const consequence =
  /\b(?:first (?:time|such|visit|ever)|for the first time|unprecedented|historic|significan\w+|important|crucial|key (?:role|issue)|at stake|consequences?|repercussions?|could (?:lead|affect|mean|have|face|trigger)|may (?:lead|affect|mean)|would mean|fears?|raises? (?:questions?|concerns?)|the (?:worst|biggest|largest|deadliest|most)|since (?:19|20)\d\d|in (?:\w+ )?(?:years|decades)|turning point|precedent|impact)\b|(?<![\p{L}])(?:zum ersten Mal|erstmals|historisch|bedeut\w+|wichtig\w*|entscheidend\w*|Folgen|könnte[n]?|befürcht\w+|größte[nr]?|schwerste[nr]?)(?![\p{L}])/iu;

/** Sentences that say why it matters: a first time, a precedent, possible consequences. */
export function chooseConsequences(
  lines: readonly ArticleSentence[],
  shown: readonly ArticleSentence[],
  most: number,
): readonly ArticleSentence[] {
  const weights = termWeights(lines);
  const fitting = lines
    .filter(
      (line) =>
        !line.needsContext &&
        !line.isSpeakerless &&
        (consequence.test(line.sentence.text) || isAskedFor(line)) &&
        !endsInQuestion(line.sentence.text),
    )
    .map((line) => ({ line, score: centrality(line, weights) + (isAskedFor(line) ? 0.5 : 0) }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ line }) => line);
  const chosen: ArticleSentence[] = [];
  for (const line of fitting) {
    if (chosen.length >= most) break;
    if ([...shown, ...chosen].every((other) => !areAlike(other, line))) chosen.push(line);
  }
  return chosen.toSorted(oldestFirst);
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
