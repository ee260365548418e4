import type { Article, Sentence } from '../../articles/article.ts';
import { endsInColon, endsInEllipsis, endsSentence } from '../../text/marks.ts';
import { baseLanguage } from '../../text/terms.ts';
import { isCutBack } from './cut-teaser.ts';
import { isNews, ledeOf, opensWithQuotation, sentencesRead } from './scene-setting.ts';
import { isFit, isSelfContained } from './sentence-fitness.ts';
import { summarize } from './summarize.ts';

/** The news is among the first sentences. */
const openingSentences = 4;
/** The most letters of a complete lead without a full stop. */
const longestWithoutEnd = 150;

/**
 * The editors' own lead opens a story, else their first sentence, if it is news and self-contained. If the first sets a scene, the delayed
 * lede.
 */
export function opening(article: Article, sentences: readonly Sentence[]): Sentence | undefined {
  const [first] = sentences;
  if (first?.role === 'lead' && isSelfContained(first.text, article.language) && !isCut(first.text)) return first;
  const lede = ledeOf(article);
  if (lede && sentences.includes(lede)) return lede;
  const opens = first?.index === 0 && isSelfContained(first.text, article.language) && !opensWithQuotation(first);
  return opens && isFit(first.text, article.language) ? first : undefined;
}

/** A feed may truncate a lead; editors only leave out the full stop. */
function isCut(text: string): boolean {
  return (
    (endsInEllipsis(text) && !isCutBack(text)) ||
    (text.length > longestWithoutEnd && !endsSentence(text) && !endsInColon(text))
  );
}

/** If neither is self-contained, the best of the first sentences that may open a story. */
export function earlyNews(article: Article, sentences: readonly Sentence[]): Sentence | undefined {
  const early = sentences.filter((sentence) => sentence.index < sentencesRead && isNews(sentence, article));
  return bestSentence(article, early, []);
}

/** The sentence that adds most to what was shown; one that follows a shown sentence has its context there. */
export function bestSentence(
  article: Article,
  sentences: readonly Sentence[],
  alreadyShown: readonly string[],
): Sentence | undefined {
  const { headline, language } = article;
  const continues = ({ index }: Sentence) => alreadyShown.includes(article.sentences[index - 1]?.text ?? '');
  return summarize(sentences, { max: 1, headline, language, alreadyShown, continues })[0];
}

/**
 * A further article's news is at its top and contains a name or a number; the rest is background and comment. A lead is written to follow
 * its own headline; below another headline, the body's sentences explain more.
 */
export function isOwnNews({ role, text, index }: Sentence, { sentences, language }: Article): boolean {
  const top = sentences.find((one) => one.role === 'body')?.index;
  if (top !== undefined && (role === 'lead' || index >= top + openingSentences)) return false;
  return baseLanguage(language) !== 'en' || /\p{N}|[^\p{L}]\p{Lu}/u.test(text.slice(1));
}
