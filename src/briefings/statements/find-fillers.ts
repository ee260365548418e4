import { type Article, revisedAt, type Sentence } from '../../articles/article.ts';
import { type Quantity, quantitiesOf } from '../../stories/quantities.ts';
import { turnsToOtherNews } from '../../stories/story-document.ts';
import { baseLanguage } from '../../text/terms.ts';
import { type FreshArticle, unsaidSentences } from '../news/story-news.ts';
import { isOnTopic, restates } from './restates.ts';
import { isFit, isQuotable, isSelfContained } from './sentence-fitness.ts';
import { isPlan } from './sentence-voice.ts';
import { createReferenceCheck } from './shown-before.ts';
import { sentencesRead } from './summarize.ts';
import { type Filler, newsBegins } from './weigh-sentence.ts';

/** In chat a sentence should say one thing; more characters are for openings. */
const longestFiller = 210;
/** A longer text that is not from an agency covers more than its news. */
const featureSentences = 15;
/** Plans in an article this much older than the newest may have been carried out. */
const plansHoldHours = 3;
/** A further sentence is at least this new beside the chosen ones. */
const newsFrom = 1.05;
/** News of a further article is among its first sentences. */
const topSentences = 4;
/** "Sixty people were hurt." */
const fewestTerms = 3;

/**
 * What may be added of an article to what a draft has chosen by now: new beside it, understandable to its readers, and not overtaken by a
 * later article.
 */
export function createFillers(fresh: FreshArticle, draft: StoryDraft): () => readonly Filler[] {
  const { article } = fresh;
  const { language } = article;
  const { headline: title } = draft.main;
  const isMain = article === draft.main;
  const begins = newsBegins(article);
  const isOvertaken = draft.fresh.some((one) => hoursBetween(article, one.article) > plansHoldHours);
  const newer = draft.fresh.filter((one) => hoursBetween(article, one.article) > 0).flatMap(textsOf);
  const texts = article.sentences.map(({ text }) => text);
  const resolves = createReferenceCheck(texts, language);

  const isUsable = (sentence: Sentence): boolean =>
    sentence.index < sentencesRead &&
    sentence.text.length <= longestFiller &&
    isFit(sentence.text, language, fewestTerms) &&
    isQuotable(sentence, article, draft.misprints) &&
    !turnsToOtherNews(sentence.text, language) &&
    !isBeforeOpening(sentence, article, draft) &&
    (sentence.role === 'lead' || sentence.index >= begins) &&
    (isMain || isOwnNews(sentence, article)) &&
    !(isOvertaken && isPlan(sentence.text, language)) &&
    !hasStaleToll(sentence.text, newer, language);
  const usable = fresh.sentences.filter(isUsable);

  const adds = (sentence: Sentence, said: readonly string[]): boolean =>
    isOnSubject(sentence, article, draft) &&
    // A title may give the death toll; its source and the figures that later change are in the sentence.
    !restates(
      sentence.text,
      hasToll(sentence.text, language) ? said : [title, ...said],
      language,
      sameness(sentence, article, draft),
    );
  const isUnderstood = ({ index, text }: Sentence, said: readonly string[]): boolean =>
    (isSelfContained(text, language) || said.includes(texts[index - 1] ?? '')) && resolves(index, title, said);

  return () => {
    const said = draft.chosen.map(({ sentence }) => sentence.text);
    const unsaid = unsaidSentences({ article, sentences: usable }, said, newsFrom).filter((one) => adds(one, said));
    const alone = unsaid.filter((one) => isUnderstood(one, said));
    const pairs = alone.flatMap((first): Filler[] => {
      const second = unsaid.find(({ index }) => index === first.index + 1);
      const both = [...said, first.text];
      return second && !alone.includes(second) && isUnderstood(second, both) && adds(second, both)
        ? [[first, second]]
        : [];
    });
    return [...alone.map((one): Filler => [one]), ...pairs];
  };
}

/** How similar a sentence may be to what is shown: an article repeats its own lead in its first paragraph. */
function sameness({ index, role }: Sentence, article: Article, { main }: StoryDraft): Parameters<typeof restates>[3] {
  if (article !== main) return 'other';
  const first = article.sentences.find((sentence) => sentence.role === 'body');
  return role === 'body' && first?.index === index && index > 0 ? 'firstParagraph' : 'sameArticle';
}

/** A report stays on its news; a sentence of a long feature does if it shares a word with what is shown, or continues it. */
function isOnSubject({ text, index }: Sentence, article: Article, { main, chosen }: StoryDraft): boolean {
  const isFeature = article.agencies.length === 0 && article.sentences.length > featureSentences;
  if (!isFeature || chosen.some((one) => one.article === article && one.sentence.index === index - 1)) return true;
  return isOnTopic(text, [main.headline, ...chosen.map(({ sentence }) => sentence.text)], article.language);
}

/**
 * A further article's news is at its top and contains a name or a number; the rest is background and comment. A lead is written to follow
 * its own headline; below another headline, the body's sentences explain more.
 */
function isOwnNews({ role, text, index }: Sentence, { sentences, language }: Article): boolean {
  const top = sentences.find((one) => one.role === 'body')?.index;
  if (top !== undefined && (role === 'lead' || index >= top + topSentences)) return false;
  return baseLanguage(language) !== 'en' || /\p{N}|[^\p{L}]\p{Lu}/u.test(text.slice(1));
}

/** What an article puts before its news is not news. */
function isBeforeOpening({ index }: Sentence, article: Article, { opener }: StoryDraft): boolean {
  return opener?.article === article && index < opener.sentence.index;
}

/**
 * Whether a sentence has a lower death or injury toll than later ones, or a different number of missing: beside them it would read as a contradiction.
 */
function hasStaleToll(text: string, later: readonly string[], language: string): boolean {
  const own = tollsOf(text, language);
  if (own.length === 0) return false;
  const newer = later.flatMap((one) => tollsOf(one, language));
  return own.some((toll) => {
    const same = newer.filter(({ of }) => of === toll.of).map(({ value }) => value);
    if (same.length === 0) return false;
    return toll.of === 'missing' ? !same.includes(toll.value) : toll.value < Math.max(...same);
  });
}

/** Whether a sentence contains a toll. */
function hasToll(text: string, language: string): boolean {
  return tollsOf(text, language).length > 0;
}

function tollsOf(text: string, language: string): readonly Quantity[] {
  return quantitiesOf(text, language).filter(({ isToll }) => isToll);
}

/** A chosen sentence of a story. */
export interface Choice {
  readonly article: Article;
  readonly sentence: Sentence;
  /** The other side of what is chosen before it. */
  readonly isReply?: true;
}

/** The state of a story while its statements are chosen. */
export interface StoryDraft {
  /** The article whose headline is the title. */
  readonly main: Article;
  readonly fresh: readonly FreshArticle[];
  readonly misprints: readonly string[];
  readonly chosen: Choice[];
  /** The opening of its first article, if no toll changed. */
  readonly opener?: Choice;
}

/** All texts of an article, its headline first. */
export function textsOf({ article }: FreshArticle): readonly string[] {
  return [article.headline, ...article.sentences.map(({ text }) => text)];
}

/** Hours from one article to another, by revision date. */
function hoursBetween(earlier: Article, later: Article): number {
  return revisedAt(earlier).until(revisedAt(later)).total('hours');
}
