import type { Article, Sentence } from '../articles/article.ts';
import type { Statement } from './briefing.ts';
import { quoteSentence } from './quote-sentence.ts';
import { isFit, standsAlone } from './sentence-fitness.ts';
import { isBareQuotation, isPersonal } from './sentence-voice.ts';
import { type FreshArticle, unsaidSentences } from './story-news.ts';
import { summarize } from './summarize.ts';

/** A further article of a story gets a sentence of its own where one is new to this degree beside what is said already. */
const ownNewsFrom = 1.5;
const fillerNewsFrom = 1.3;

interface Choice {
  readonly article: Article;
  readonly sentence: Sentence;
}

/**
 * The statements that tell a story: the toll that moved, if one did, else the editors' own lead; then what adds most, from the newest
 * article first. Each thing once: a lead and a first paragraph often say the same, and so do two articles.
 */
export function chooseStatements(fresh: readonly FreshArticle[], max: number): readonly Statement[] {
  const [main, ...others] = fresh;
  if (!main || max === 0) return [];
  const chosen: Choice[] = movedFirst(fresh);
  const reserved = Math.min(others.length, Math.floor(max / 3));
  add(main, max - reserved - chosen.length, fillerNewsFrom, chosen);
  for (const other of others) add(other, Math.min(1, max - chosen.length), ownNewsFrom, chosen);
  for (const article of fresh) add(article, max - chosen.length, fillerNewsFrom, chosen);
  // In the articles' order, and within each in its own, whichever was chosen first.
  return fresh.flatMap(({ article }) =>
    chosen
      .filter((choice) => choice.article === article)
      .toSorted((a, b) => a.sentence.index - b.sentence.index)
      .map(({ sentence }) => quoteSentence(article, sentence)),
  );
}

function movedFirst(fresh: readonly FreshArticle[]): Choice[] {
  for (const { article, moved } of fresh) {
    const [first] = moved.filter(({ sentence }) => standsAlone(sentence.text, article.language));
    if (first) return [{ article, sentence: first.sentence }];
  }
  return [];
}

function add(fresh: FreshArticle, count: number, novelty: number, chosen: Choice[]): void {
  const { article } = fresh;
  for (let left = count; left > 0; left--) {
    const said = chosen.map(({ sentence }) => sentence.text);
    const unsaid = unsaidSentences(fresh, said, novelty).filter((sentence) => isQuotable(sentence, article));
    const best = said.length === 0 ? opening(article, unsaid) : bestSentence(article, unsaid, said);
    if (!best) return;
    chosen.push({ article, sentence: best });
  }
}

/** A voice that a reader of the briefing could not place is not quoted. */
function isQuotable({ text }: Sentence, { language }: Article): boolean {
  return !isPersonal(text, language) && !isBareQuotation(text);
}

/** The editors' own lead opens a story, else their first sentence, where it is news and can stand alone. */
function opening(article: Article, sentences: readonly Sentence[]): Sentence | undefined {
  const [first] = sentences;
  const opens = first?.role === 'lead' || first?.index === 0;
  const isOpening =
    opens &&
    standsAlone(first.text, article.language) &&
    (first.role === 'lead' || isFit(first.text, article.language));
  return isOpening ? first : bestSentence(article, sentences, []);
}

function bestSentence(
  article: Article,
  sentences: readonly Sentence[],
  alreadyTold: readonly string[],
): Sentence | undefined {
  return summarize(sentences, { max: 1, headline: article.headline, language: article.language, alreadyTold })[0];
}
