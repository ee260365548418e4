import type { Article, Sentence } from '../articles/article.ts';
import { toldAt } from '../articles/told-at.ts';
import type { Pausing } from '../take-turns.ts';
import type { Statement } from './briefing.ts';
import { headlineKind } from './headline-kind.ts';
import { findMisprints } from './misprints.ts';
import { quoteSentence } from './quote-sentence.ts';
import { isOnTopic, restates } from './restates.ts';
import { pointOf } from './scene.ts';
import { standsAlone } from './sentence-fitness.ts';
import { isBareQuotation, isPersonal, isPlan, saysWhoThinks } from './sentence-voice.ts';
import { findWhatIsNeeded } from './shown-before.ts';
import { hasStaleToll, hasToll } from './stale-tolls.ts';
import { type FreshArticle, unsaidSentences } from './story-news.ts';
import { bestSentence, firstOfBody, isOwnNews, opening } from './story-opening.ts';

/** A further article of a story gets a sentence of its own where one is new to this degree beside what is said already. */
const ownNewsFrom = 1.5;
const fillerNewsFrom = 1.3;
/** In chat a sentence says one thing; longer ones are for openings. */
const fillerWords = 45;
/** What is longer, and no agency's, tells of more than its news. */
const featureSentences = 15;
/** Plans of an article so much older than the newest may have been carried out. */
const plansHoldHours = 3;

interface Choice {
  readonly article: Article;
  readonly sentence: Sentence;
}

/** One story while its statements are chosen. */
interface Draft {
  /** Whose headline is the title. */
  readonly main: Article;
  readonly fresh: readonly FreshArticle[];
  readonly misprints: readonly string[];
  readonly chosen: Choice[];
  /** What its first article opens with, where no toll moved. */
  readonly opener?: Choice;
}

/**
 * The statements that tell a story under a title: the toll that moved, if one did, else the editors' own lead; then what adds most, from the
 * first article on. Each thing once, and nothing whose person or thing the reader was not shown: a lead, a first paragraph and the title
 * often say the same, and so do two articles. Pauses after each sentence.
 */
export function* chooseStatements(fresh: readonly FreshArticle[], max: number): Pausing<readonly Statement[]> {
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

function textsOf({ article }: FreshArticle): readonly string[] {
  return [article.headline, ...article.sentences.map(({ text }) => text)];
}

function hoursBetween(earlier: Article, later: Article): number {
  return toldAt(earlier).until(toldAt(later)).total('hours');
}

function isLater(one: Article, other: Article): boolean {
  return hoursBetween(other, one) > 0;
}

/** The opening's article first, then the articles' order, and within each its own, whichever was chosen first. */
function inReadingOrder(chosen: readonly Choice[], fresh: readonly FreshArticle[]): readonly Choice[] {
  const opener = chosen[0]?.article;
  const order = [...new Set([...(opener ? [opener] : []), ...fresh.map(({ article }) => article)])];
  return order.flatMap((article) =>
    chosen.filter((choice) => choice.article === article).toSorted((a, b) => a.sentence.index - b.sentence.index),
  );
}

function movedFirst(fresh: readonly FreshArticle[]): Choice[] {
  for (const { article, moved } of fresh) {
    const [first] = moved.filter(({ sentence }) => standsAlone(sentence.text, article.language));
    if (first) return [{ article, sentence: first.sentence }];
  }
  return [];
}

function begin(main: Article, fresh: readonly FreshArticle[]): Draft {
  const moved = movedFirst(fresh);
  const misprints = findMisprints(fresh.map(textsOf));
  if (moved.length > 0) return { main, fresh, misprints, chosen: moved };
  const opener = findOpener(fresh, misprints) ?? findOpener(fresh, []);
  return opener ? { main, fresh, misprints, chosen: [opener], opener } : { main, fresh, misprints, chosen: [] };
}

/** The opening of the first article that has one of its own; else the best sentence of the first that has any. */
function findOpener(fresh: readonly FreshArticle[], misprints: readonly string[]): Choice | undefined {
  for (const choose of [opening, bestSentence]) {
    for (const { article, sentences } of fresh) {
      const usable = sentences.filter((sentence) => isQuotable(sentence, article, misprints));
      const sentence = choose(article, usable, []);
      if (sentence) return { article, sentence };
    }
  }
  return undefined;
}

function* add(fresh: FreshArticle, count: number, novelty: number, draft: Draft): Pausing<void> {
  const { article } = fresh;
  const { headline: title } = draft.main;
  const isMain = article === draft.main;
  const point = pointOf(article);
  const isOvertaken = draft.fresh.some((one) => hoursBetween(article, one.article) > plansHoldHours);
  const newer = draft.fresh.filter((one) => isLater(one.article, article)).flatMap(textsOf);
  const knows = findWhatIsNeeded(
    article.sentences.map(({ text }) => text),
    article.language,
  );
  // A title may count the dead; who says so, and what later moves from it, is in the sentence.
  for (let left = count; left > 0; left--) {
    const said = draft.chosen.map(({ sentence }) => sentence.text);
    const usable = unsaidSentences(fresh, said, novelty).filter(
      (sentence) =>
        isQuotable(sentence, article, draft.misprints) &&
        !isBeforeOpening(sentence, article, draft) &&
        (point === undefined || sentence.role === 'lead' || sentence.index >= point.index) &&
        sentence.text.split(' ').length <= fillerWords &&
        (isMain || isOwnNews(sentence, article)) &&
        !(isOvertaken && isPlan(sentence.text, article.language)) &&
        !hasStaleToll(sentence.text, newer, article.language) &&
        knows(article.sentences.indexOf(sentence), title, said) &&
        isOfTheMatter(sentence, article, draft) &&
        !restates(
          sentence.text,
          hasToll(sentence.text, article.language) ? said : [title, ...said],
          article.language,
          sameness(sentence, article, draft),
        ),
    );
    const best = (isMain ? undefined : firstOfBody(article, usable)) ?? bestSentence(article, usable, said);
    if (!best) return;
    draft.chosen.push({ article, sentence: best });
    yield;
  }
}

/** A voice that a reader of the briefing could not place is not quoted, nor a name that is misprinted, nor a comment without whose it is. */
function isQuotable({ text }: Sentence, { language, headline }: Article, misprints: readonly string[]): boolean {
  if (headlineKind(headline, language) === 'comments' && !saysWhoThinks(text, language)) return false;
  return !isPersonal(text, language) && !isBareQuotation(text) && !misprints.some((name) => text.includes(name));
}

/** How alike a sentence may be to what is shown: an article repeats its own lead in its first paragraph. */
function sameness({ index, role }: Sentence, article: Article, { main }: Draft): Parameters<typeof restates>[3] {
  if (article !== main) return 'other';
  const first = article.sentences.find((sentence) => sentence.role === 'body');
  return role === 'body' && first?.index === index && index > 0 ? 'firstParagraph' : 'sameArticle';
}

/** A report stays with its news; a long feature does where a sentence has a word of what is shown, or goes on from it. */
function isOfTheMatter({ text, index }: Sentence, article: Article, { main, chosen }: Draft): boolean {
  const isFeature = article.agencies.length === 0 && article.sentences.length > featureSentences;
  if (!isFeature || chosen.some((one) => one.article === article && one.sentence.index === index - 1)) return true;
  return isOnTopic(text, [main.headline, ...chosen.map(({ sentence }) => sentence.text)], article.language);
}

/** What an article sets before its news is no news. */
function isBeforeOpening({ index }: Sentence, article: Article, { opener }: Draft): boolean {
  return opener?.article === article && index < opener.sentence.index;
}
