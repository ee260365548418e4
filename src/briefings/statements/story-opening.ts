import type { Article, Sentence } from '../../articles/article.ts';
import { baseLanguage } from '../../text/terms.ts';
import { isNews, opensWithQuotation, pointOf, sentencesRead } from './scene.ts';
import { isFit, standsAlone } from './sentence-fitness.ts';
import { summarize } from './summarize.ts';

/** The news stands among the first sentences. */
const openingSentences = 4;
/** Letters of a lead that lacks its full stop and is whole. */
const longestWithoutEnd = 150;

/**
 * The editors' own lead opens a story, else their first sentence, where it is news and can stand alone. Where the first sets a scene, the one
 * that comes to the point.
 */
export function opening(article: Article, sentences: readonly Sentence[]): Sentence | undefined {
  const [first] = sentences;
  if (first?.role === 'lead' && standsAlone(first.text, article.language) && !isCut(first.text)) return first;
  const point = pointOf(article);
  if (point && sentences.includes(point)) return point;
  const opens = first?.index === 0 && standsAlone(first.text, article.language) && !opensWithQuotation(first);
  return opens && isFit(first.text, article.language) ? first : undefined;
}

/** Whoever lists an article may cut its lead at a length; editors only leave out a full stop. */
function isCut(text: string): boolean {
  return /(?:…|\.\.\.)$/u.test(text) || (text.length > longestWithoutEnd && !/[.!?:]["”“’»)]*$/u.test(text));
}

/** Where that cannot stand alone, the best of the first sentences that may open a story. */
export function earlyNews(article: Article, sentences: readonly Sentence[]): Sentence | undefined {
  const early = sentences.filter((sentence) => sentence.index < sentencesRead && isNews(sentence, article));
  return bestSentence(article, early, []);
}

/** The sentence that adds most to what was shown. */
export function bestSentence(
  article: Article,
  sentences: readonly Sentence[],
  alreadyShown: readonly string[],
): Sentence | undefined {
  return summarize(sentences, { max: 1, headline: article.headline, language: article.language, alreadyShown })[0];
}

/**
 * A further article's news stands at its top and names somebody or counts something; the rest is background and
 * comment. A lead is written to stand below its own headline; below another, the body's sentences say more of whom they speak.
 */
export function isOwnNews({ role, text, index }: Sentence, { sentences, language }: Article): boolean {
  const top = sentences.find((one) => one.role === 'body')?.index;
  if (top !== undefined && (role === 'lead' || index >= top + openingSentences)) return false;
  return baseLanguage(language) !== 'en' || /\p{N}|[^\p{L}]\p{Lu}/u.test(text.slice(1));
}

/** An article's first paragraph says what it is about, so a further article best begins there. */
export function firstOfBody({ sentences, language }: Article, usable: readonly Sentence[]): Sentence | undefined {
  const first = sentences.find(({ role }) => role === 'body');
  return usable.find((one) => one === first && isFit(one.text, language) && standsAlone(one.text, language));
}
