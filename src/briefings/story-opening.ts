import type { Article, Sentence } from '../articles/article.ts';
import { baseLanguage, termsOf } from '../language/terms.ts';
import { isFit, standsAlone } from './sentence-fitness.ts';
import { summarize } from './summarize.ts';

/** The news stands among the first sentences. */
const openingSentences = 4;
/** Share of the headline's words from which a sentence tells its news, and below which it sets a scene. */
const tellsFrom = 0.5;
const setsSceneBelow = 0.25;

/**
 * The editors' own lead opens a story, else their first sentence, where it is news and can stand alone. A first sentence that has nothing of
 * the headline sets a scene; the one that has most of it tells the news.
 */
export function opening(article: Article, sentences: readonly Sentence[]): Sentence | undefined {
  const [first] = sentences;
  const opens = first?.role === 'lead' || first?.index === 0;
  if (!opens || !standsAlone(first.text, article.language)) return undefined;
  if (first.role === 'lead') return first;
  const headline = new Set(termsOf(article.headline, article.language));
  const share = ({ text }: Sentence) =>
    headline.intersection(new Set(termsOf(text, article.language))).size / Math.max(headline.size, 1);
  const telling = sentences
    .slice(0, openingSentences)
    .filter(({ text }) => standsAlone(text, article.language) && isFit(text, article.language))
    .find((sentence) => share(sentence) >= tellsFrom);
  if (share(first) < setsSceneBelow && telling) return telling;
  return isFit(first.text, article.language) ? first : undefined;
}

/** What adds most to what was told. */
export function bestSentence(
  article: Article,
  sentences: readonly Sentence[],
  alreadyTold: readonly string[],
): Sentence | undefined {
  return summarize(sentences, { max: 1, headline: article.headline, language: article.language, alreadyTold })[0];
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
