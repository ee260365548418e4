import type { Article, Sentence } from '../../articles/article.ts';
import { isA } from '../../reading/lexicon.ts';
import { hasPhrase } from '../../reading/phrases.ts';
import type { Yielding } from '../../runtime/yield-to-event-loop.ts';
import { fold, wordsOf } from '../../text/terms.ts';
import type { Statement } from '../briefing.ts';
import type { FreshArticle } from '../news/story-news.ts';
import { cutLong } from './cut-teaser.ts';
import { type Choice, createFillers, type StoryDraft, textsOf } from './find-fillers.ts';
import { findMisprints } from './misprints.ts';
import { quoteSentence } from './quote-sentence.ts';
import { isOnTopic } from './restates.ts';
import { isQuotable, isSelfContained } from './sentence-fitness.ts';
import { createReferenceCheck } from './shown-before.ts';
import { bestSentence, earlyNews, opening } from './story-opening.ts';
import { bestAddition, createWeighing } from './weigh-sentence.ts';

/**
 * The statements of a story under its title, by worth: a changed toll, if there is one, else the opening; then what adds most in the same
 * article, since another one may be about an event beside it. No repetition, and no reference to anything not shown: a lead, a first
 * paragraph and the title often say the same. Yields after each sentence.
 */
export function* chooseStatements(
  news: readonly FreshArticle[],
  max: number,
  room = Number.POSITIVE_INFINITY,
): Yielding<readonly Statement[]> {
  const fresh = news.map((one) => ({ ...one, sentences: one.sentences.map((each) => cutLong(each, one.article)) }));
  const [main] = fresh;
  if (!main || max === 0) return [];
  const draft = begin(main.article, fresh);
  yield;
  const { chosen } = draft;
  if (chosen.length === 0) return [];
  const source = fresh.find(({ article }) => article === chosen[0]?.article) ?? main;
  const fillers = createFillers(source, draft);
  const findReply = createReplies(source.article, draft);
  while (chosen.length < max) {
    const reply = findReply();
    if (reply) {
      chosen.push({ article: source.article, sentence: reply, isReply: true });
      continue;
    }
    const said = chosen.map(({ sentence }) => sentence.text);
    const left = room - said.join('').length;
    const all = fillers().filter(({ length }) => chosen.length + length <= max);
    const fitting = all.filter((filler) => filler.reduce((sum, { text }) => sum + text.length, 0) <= left);
    const added = bestAddition(source.article, fitting, said) ?? bestAddition(source.article, all, said);
    if (!added) break;
    chosen.push(...added.map((sentence) => ({ article: source.article, sentence })));
    yield;
  }
  // A charge in the last place, whose reply has none.
  if (chosen.length > 1 && findReply()) chosen.pop();
  const answered = chosen.filter((one, place) => place === 0 || !isUnanswered(one, chosen));
  return answered.map(({ article, sentence, isReply }) => ({
    ...quoteSentence(article, sentence),
    ...(isReply && { isReply }),
  }));
}

/** What is charged or claimed has its reply so soon behind it; below a title that charges somebody, it may stand further down. */
const replyWithin = 2;
const replyToTitleWithin = 20;

/** Finds the reply to what a draft has chosen by now, if that is a charge or claim with one that readers understand. */
function createReplies(article: Article, draft: StoryDraft): () => Sentence | undefined {
  const { headline, language, sentences } = article;
  const replies = sentences.filter(
    (one) => hasPhrase('reply', one.text, language) && isQuotable(one, article, draft.misprints),
  );
  const resolves = createReferenceCheck(
    sentences.map(({ text }) => text),
    language,
  );
  return () => {
    const { chosen } = draft;
    if (replies.length === 0 || chosen.some(({ isReply }) => isReply)) return undefined;
    const said = chosen.map(({ sentence }) => sentence.text);
    if (said.some((text) => hasPhrase('reply', text, language))) return undefined;
    const charges = [headline, said[0] ?? ''].some((text) => isCharge(text, language));
    return replies.find(({ index, text }) => {
      const isNear = chosen.some(({ sentence }) => index > sentence.index && index <= sentence.index + replyWithin);
      const follows = said.includes(sentences[index - 1]?.text ?? '');
      return (
        (isNear || (charges && index < replyToTitleWithin)) &&
        (follows || (isSelfContained(text, language) && resolves(index, headline, said)))
      );
    });
  };
}

/** A charge is answered in its article so soon behind it, by a denial or because it came to nothing. */
const answerWithin = 3;

/** Whether a charge below the opening is shown without the answer to it. */
function isUnanswered({ article, sentence }: Choice, chosen: readonly Choice[]): boolean {
  const { language, sentences } = article;
  if (!isCharge(sentence.text, language)) return false;
  const isShown = (index: number) => chosen.some((one) => one.article === article && one.sentence.index === index);
  return sentences.some(
    ({ index, text }) =>
      index > sentence.index &&
      index <= sentence.index + answerWithin &&
      !isShown(index) &&
      (hasPhrase('reply', text, language) || hasPhrase('came-to-nothing', text, language)),
  );
}

function isCharge(text: string, language: string): boolean {
  return wordsOf(text, language).some(
    (word) => isA('accusing', fold(word.text), language) || isA('alleged', fold(word.text), language),
  );
}

function begin(main: Article, fresh: readonly FreshArticle[]): StoryDraft {
  const moved = findMoved(fresh);
  const misprints = findMisprints(fresh.map(textsOf));
  const draft = { main, fresh, misprints };
  if (moved) return { ...draft, chosen: [moved] };
  const opener = findOpener(fresh, misprints) ?? findOpener(fresh, []);
  if (!opener) return { ...draft, chosen: [] };
  return { ...draft, opener, chosen: [figureInstead(opener, { ...draft, opener, chosen: [] }) ?? opener] };
}

/** New words, by their importance, below which an opening only repeats the title. */
const leastOfOpening = 3;
const sentencesInstead = 4;

/** Where the opening only repeats the title, the figure that follows it. */
function figureInstead({ article, sentence }: Choice, draft: StoryDraft): Choice | undefined {
  const [main] = draft.fresh;
  const valuesOf = createWeighing(article, []);
  const { gain, figures } = valuesOf(sentence);
  if (!main || sentence.role === 'lead' || figures > 0 || gain >= leastOfOpening) return undefined;
  const withFigure = createFillers(main, draft)().filter(
    ([one, second]) =>
      !second &&
      one.index > sentence.index &&
      one.index <= sentence.index + sentencesInstead &&
      valuesOf(one).figures > 0 &&
      isOnTopic(one.text, [article.headline], article.language),
  );
  const [best] = bestAddition(article, withFigure, []) ?? [];
  return best && { article, sentence: best };
}

/** The sentence in which a delivered toll changed, from the first article that has one. */
function findMoved(fresh: readonly FreshArticle[]): Choice | undefined {
  for (const { article, moved } of fresh) {
    const [first] = moved.filter(({ sentence }) => isSelfContained(sentence.text, article.language));
    if (first) return { article, sentence: first.sentence };
  }
  return undefined;
}

/**
 * The opening of the article of the title; else early news, then the best sentence, that readers of the title understand. A sentence of the
 * body shares a word with the title; where none does, the title stands alone.
 */
export function findOpener(fresh: readonly FreshArticle[], misprints: readonly string[]): Choice | undefined {
  const [main] = fresh;
  if (!main) return undefined;
  const { article } = main;
  const { headline, language } = article;
  const usable = main.sentences.filter(
    (one) =>
      isQuotable(one, article, misprints) &&
      (one.role === 'lead' || headline === '' || isOnTopic(one.text, [headline], language)),
  );
  const clear = understood(article, usable, headline);
  const sentence = opening(article, usable) ?? earlyNews(article, clear) ?? bestSentence(article, clear, []);
  return sentence && { article, sentence };
}

/** Those without references to anybody or anything that an earlier sentence introduced. */
function understood(article: Article, sentences: readonly Sentence[], title: string): readonly Sentence[] {
  const texts = article.sentences.map(({ text }) => text);
  const resolves = createReferenceCheck(texts, article.language);
  return sentences.filter((sentence) => resolves(sentence.index, title, []));
}
