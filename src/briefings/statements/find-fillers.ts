import type { Article, Sentence } from '../../articles/article.ts';
import { type Quantity, quantitiesOf } from '../../stories/quantities.ts';
import { type FreshArticle, unsaidSentences } from '../news/story-news.ts';
import { isOnTopic, restates } from './restates.ts';
import { ledeOf } from './scene-setting.ts';
import { isQuotable } from './sentence-fitness.ts';
import { isPlan } from './sentence-voice.ts';
import { createReferenceCheck } from './shown-before.ts';
import { hoursBetween, type StoryDraft, textsOf } from './story-draft.ts';
import { isOwnNews } from './story-opening.ts';

/** In chat a sentence should say one thing; more characters are for openings. */
const longestFiller = 190;
/** A longer text that is not from an agency covers more than its news. */
const featureSentences = 15;
/** Plans in an article this much older than the newest may have been carried out. */
const plansHoldHours = 3;

/**
 * The sentences of an article that may be added to a draft: at least this new beside it, understandable to its readers, and not overtaken
 * by a later article.
 */
export function findFillers(fresh: FreshArticle, draft: StoryDraft): (novelty: number) => readonly Sentence[] {
  const { article } = fresh;
  const { headline: title } = draft.main;
  const isMain = article === draft.main;
  const lede = ledeOf(article);
  const isOvertaken = draft.fresh.some((one) => hoursBetween(article, one.article) > plansHoldHours);
  const newer = draft.fresh.filter((one) => hoursBetween(article, one.article) > 0).flatMap(textsOf);
  const texts = article.sentences.map(({ text }) => text);
  const resolves = createReferenceCheck(texts, article.language);

  const isUsable = (sentence: Sentence): boolean =>
    isQuotable(sentence, article, draft.misprints) &&
    !isBeforeOpening(sentence, article, draft) &&
    (lede === undefined || sentence.role === 'lead' || sentence.index >= lede.index) &&
    sentence.text.length <= longestFiller &&
    (isMain || isOwnNews(sentence, article)) &&
    !(isOvertaken && isPlan(sentence.text, article.language)) &&
    !hasStaleToll(sentence.text, newer, article.language);

  return (novelty) => {
    const said = draft.chosen.map(({ sentence }) => sentence.text);
    return unsaidSentences(fresh, said, novelty).filter(
      (sentence) =>
        isUsable(sentence) &&
        resolves(sentence.index, title, said) &&
        isOnSubject(sentence, article, draft) &&
        // A title may give the death toll; its source and the figures that later change are in the sentence.
        !restates(
          sentence.text,
          hasToll(sentence.text, article.language) ? said : [title, ...said],
          article.language,
          sameness(sentence, article, draft),
        ),
    );
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
