import type { Article } from '../../articles/article.ts';
import type { Yielding } from '../../runtime/yield-to-event-loop.ts';
import type { Statement } from '../briefing.ts';
import type { FreshArticle } from '../news/story-news.ts';
import { findFillers } from './find-fillers.ts';
import { findMoved, findOpener } from './find-opener.ts';
import { findMisprints } from './misprints.ts';
import { quoteSentence } from './quote-sentence.ts';
import { type Choice, type StoryDraft, textsOf } from './story-draft.ts';
import { firstOfBody } from './story-opening.ts';
import { bestAddition } from './weigh-sentence.ts';

/** A further article of a story gets a sentence of its own if one is at least this new beside the chosen ones. */
const ownNewsFrom = 1.5;
const fillerNewsFrom = 1.3;

/**
 * The statements of a story under its title: a changed toll, if there is one, else the editors' own lead; then what adds most, from the
 * first article on. No repetition, and no reference to anything not shown: a lead, a first paragraph and the title often say the same,
 * and so do two articles. Yields after each sentence.
 */
export function* chooseStatements(fresh: readonly FreshArticle[], max: number): Yielding<readonly Statement[]> {
  const [main, ...others] = fresh;
  if (!main || max === 0) return [];
  const draft = begin(main.article, fresh);
  yield;
  const { chosen } = draft;
  const reserved = Math.min(others.length, Math.floor(max / 3));
  yield* add(main, max - reserved - chosen.length, fillerNewsFrom, draft);
  for (const other of others) yield* add(other, Math.min(1, max - chosen.length), ownNewsFrom, draft);
  for (const article of fresh) yield* add(article, max - chosen.length, fillerNewsFrom, draft);
  return inReadingOrder(chosen, fresh).map(({ article, sentence }) => quoteSentence(article, sentence));
}

function begin(main: Article, fresh: readonly FreshArticle[]): StoryDraft {
  const moved = findMoved(fresh);
  const misprints = findMisprints(fresh.map(textsOf));
  if (moved) return { main, fresh, misprints, chosen: [moved] };
  const opener = findOpener(fresh, misprints) ?? findOpener(fresh, []);
  return opener ? { main, fresh, misprints, chosen: [opener], opener } : { main, fresh, misprints, chosen: [] };
}

function* add(fresh: FreshArticle, count: number, novelty: number, draft: StoryDraft): Yielding<void> {
  const { article } = fresh;
  const fillers = findFillers(fresh, draft);
  for (let left = count; left > 0; left--) {
    const usable = fillers(novelty);
    const said = draft.chosen.map(({ sentence }) => sentence.text);
    const own = article === draft.main ? undefined : firstOfBody(article, usable);
    const best = own ?? bestAddition(article, usable, said);
    if (!best) return;
    draft.chosen.push({ article, sentence: best });
    yield;
  }
}

/** The opening's article first, then the articles in their order, and the sentences of each in reading order. */
function inReadingOrder(chosen: readonly Choice[], fresh: readonly FreshArticle[]): readonly Choice[] {
  const opener = chosen[0]?.article;
  const order = [...new Set([...(opener ? [opener] : []), ...fresh.map(({ article }) => article)])];
  return order.flatMap((article) =>
    chosen.filter((choice) => choice.article === article).toSorted((a, b) => a.sentence.index - b.sentence.index),
  );
}
