import type { Article, Sentence } from '../../articles/article.ts';
import { isA } from '../../reading/lexicon.ts';
import type { Yielding } from '../../runtime/yield-to-event-loop.ts';
import { fold, wordsOf } from '../../text/terms.ts';
import type { Statement } from '../briefing.ts';
import type { FreshArticle } from '../news/story-news.ts';
import { findFillers } from './find-fillers.ts';
import { findMoved, findOpener } from './find-opener.ts';
import { findMisprints } from './misprints.ts';
import { quoteSentence } from './quote-sentence.ts';
import { isQuotable, isSelfContained } from './sentence-fitness.ts';
import { type StoryDraft, textsOf } from './story-draft.ts';
import { bestAddition } from './weigh-sentence.ts';

/** A further sentence is at least this new beside the chosen ones. */
const newsFrom = 1.3;

/**
 * The statements of a story under its title, by worth: a changed toll, if there is one, else the opening; then what adds most in the same
 * article, since another one may be about an event beside it. No repetition, and no reference to anything not shown: a lead, a first
 * paragraph and the title often say the same. Yields after each sentence.
 */
export function* chooseStatements(fresh: readonly FreshArticle[], max: number): Yielding<readonly Statement[]> {
  const [main] = fresh;
  if (!main || max === 0) return [];
  const draft = begin(main.article, fresh);
  yield;
  const { chosen } = draft;
  if (chosen.length === 0) return [];
  const source = fresh.find(({ article }) => article === chosen[0]?.article) ?? main;
  const reply = max > 1 ? replyTo(chosen[0]?.sentence, source.article, draft) : undefined;
  if (reply) chosen.push({ article: source.article, sentence: reply });
  const fillers = findFillers(source, draft);
  while (chosen.length < max) {
    const said = chosen.map(({ sentence }) => sentence.text);
    const sentence = bestAddition(source.article, fillers(newsFrom), said);
    if (!sentence) break;
    chosen.push({ article: source.article, sentence });
    yield;
  }
  return chosen.map(({ article, sentence }) => quoteSentence(article, sentence));
}

/** A charge is not shown without its denial where that follows so soon, however little it adds. */
const replyWithin = 2;

function replyTo(shown: Sentence | undefined, article: Article, { misprints }: StoryDraft): Sentence | undefined {
  const { language, sentences } = article;
  const denies = ({ text }: Sentence) =>
    wordsOf(text, language).some((word) => isA('denial', fold(word.text), language));
  return sentences.find(
    (one) =>
      shown !== undefined &&
      one.index > shown.index &&
      one.index <= shown.index + replyWithin &&
      denies(one) &&
      isQuotable(one, article, misprints) &&
      (one.index === shown.index + 1 || isSelfContained(one.text, language)),
  );
}

function begin(main: Article, fresh: readonly FreshArticle[]): StoryDraft {
  const moved = findMoved(fresh);
  const misprints = findMisprints(fresh.map(textsOf));
  if (moved) return { main, fresh, misprints, chosen: [moved] };
  const opener = findOpener(fresh, misprints) ?? findOpener(fresh, []);
  return opener ? { main, fresh, misprints, chosen: [opener], opener } : { main, fresh, misprints, chosen: [] };
}
