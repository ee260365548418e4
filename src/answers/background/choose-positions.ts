import type { Article } from '../../articles/article.ts';
import type { ActorProfile, Archive } from '../archive.ts';
import { type ArticleSentence, areAlike, oldestFirst } from '../article-sentences.ts';
import { readerKnows } from './reader-knows.ts';

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
    const best = own.find((line) => readerKnows(line, title, shown));
    if (best) chosen.push(best);
  }
  return chosen.toSorted(oldestFirst);
}

function isPosition({ needsContext, isSpeakerless, sentence }: ArticleSentence, { name }: ActorProfile): boolean {
  return !needsContext && !isSpeakerless && name.split(' ').some((word) => sentence.text.includes(word));
}

function isNew(line: ArticleSentence, shown: readonly ArticleSentence[]): boolean {
  return shown.every((other) => other.sentence !== line.sentence && !areAlike(other, line));
}
