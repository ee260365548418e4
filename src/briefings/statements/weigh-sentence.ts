import { type Article, revisedAt, type Sentence } from '../../articles/article.ts';
import { turnsToOtherNews } from '../../stories/event-text.ts';
import { opensWithQuote } from '../../text/marks.ts';
import { numbersIn } from '../../text/numbers.ts';
import { termsOf } from '../../text/terms.ts';
import { daysAhead } from './scene-setting.ts';
import { isFit, isSelfContained } from './sentence-fitness.ts';
import { sentencesRead } from './summarize.ts';
import { weighWords } from './word-importance.ts';

/** What makes a sentence a good one to follow the opening of a story. */
export const sentenceFactors = [
  /** Importance of the words that are not yet said, as an editor's summary would use them, by length. */
  'substance',
  /** 1 at the top of the article, falling. */
  'early',
  /** Numbers that are no years. */
  'figures',
  /** Words, in twenties. */
  'length',
  /** Dates something that was over a week ago. */
  'past',
  'quotation',
  /** Right behind a shown sentence. */
  'follows',
] as const;
export type SentenceFactor = (typeof sentenceFactors)[number];

/** Learned by bench/learn-sentences.ts. */
const weights: Readonly<Record<SentenceFactor, number>> = {
  substance: 0.93,
  early: 1.5,
  figures: 0.56,
  length: 0.62,
  past: -0.51,
  quotation: -0.64,
  follows: 0.39,
};
const usualWords = 14;
/** What happened earlier is background. */
const newsDays = 8;

/** The best of the sentences that may be added below what was said; undefined if readers would understand none. */
export function bestAddition(
  article: Article,
  usable: readonly Sentence[],
  said: readonly string[],
): Sentence | undefined {
  const weighed = weighSentences(article, usable, said).map(({ sentence, values }) => ({
    sentence,
    worth: sentenceFactors.reduce((sum, factor) => sum + weights[factor] * values[factor], 0),
  }));
  return weighed.toSorted((a, b) => b.worth - a.worth)[0]?.sentence;
}

/** The values of all factors for each of the sentences that readers of `said` understand. */
export function weighSentences(article: Article, usable: readonly Sentence[], said: readonly string[]) {
  const { headline, language, sentences } = article;
  const { importance } = weighWords(
    sentences.slice(0, sentencesRead).map(({ text }) => text),
    headline,
    language,
  );
  const known = new Set(said.flatMap((text) => termsOf(text, language)));
  const thisYear = revisedAt(article).toZonedDateTimeISO('UTC').year;
  const follows = ({ index }: Sentence) => said.includes(sentences[index - 1]?.text ?? '');
  return usable
    .filter(
      (one) =>
        one.index < sentencesRead &&
        isFit(one.text, language) &&
        !turnsToOtherNews(one.text, language) &&
        (isSelfContained(one.text, language) || follows(one)),
    )
    .map((sentence) => {
      const { text, index } = sentence;
      const terms = new Set(termsOf(text, language));
      const words = text.split(' ').length;
      const numbers = numbersIn(text, language).map(({ value }) => value);
      const isYear = (value: number) => value > 1500 && value <= thisYear + 1 && Number.isInteger(value);
      const gain = [...terms].reduce((sum, term) => sum + (known.has(term) ? 0 : (importance.get(term) ?? 0)), 0);
      const values: Record<SentenceFactor, number> = {
        substance: (10 * gain) / (words + usualWords),
        early: Math.exp(-index / 6),
        figures: Math.min(2, numbers.filter((value) => !isYear(value)).length),
        length: words / 20,
        past: daysAhead(sentence, article).some((days) => days < -newsDays) ? 1 : 0,
        quotation: opensWithQuote(text) ? 1 : 0,
        follows: follows(sentence) ? 1 : 0,
      };
      return { sentence, values };
    });
}
