import type { Article, Sentence } from '../../articles/article.ts';
import { isA } from '../../reading/lexicon.ts';
import { hasPhrase } from '../../reading/phrases.ts';
import type { Yielding } from '../../runtime/yield-to-event-loop.ts';
import { endsInColon, endsInEllipsis, endsSentence, opensWithQuote } from '../../text/marks.ts';
import { fold, wordsOf } from '../../text/terms.ts';
import type { Statement } from '../briefing.ts';
import type { FreshArticle } from '../news/story-news.ts';
import { cutLong, isCutBack } from './cut-teaser.ts';
import { type Choice, createFillers, type StoryDraft, textsOf } from './find-fillers.ts';
import { findMisprints } from './misprints.ts';
import { quoteSentence } from './quote-sentence.ts';
import { isOnTopic } from './restates.ts';
import { isFit, isQuotable, isSelfContained } from './sentence-fitness.ts';
import { createReferenceCheck } from './shown-before.ts';
import { bestAddition, bestOpening, onlyRepeatsTitle } from './weigh-sentence.ts';

/**
 * The statements of a story under its title, by worth: a changed toll, if there is one, else the opening; then what adds most in the same
 * article, since another one may be about an event beside it. No repetition, and no reference to anything not shown: a lead, a first
 * paragraph and the title often say the same. Yields after each sentence.
 */
export function* chooseStatements(
  news: readonly FreshArticle[],
  max: number,
  room = Number.POSITIVE_INFINITY,
  mostOfArticle = Number.POSITIVE_INFINITY,
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
  const answers = createAnswers(source.article, draft);
  while (true) {
    const reply = answers.next();
    // What is answered has its answer in any case.
    if (reply && chosen.length < Math.min(max + 1, mostOfArticle)) {
      chosen.push({ article: source.article, sentence: reply, isReply: true });
      continue;
    }
    if (chosen.length >= max) break;
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
  if (chosen.length > 1 && answers.next()) chosen.pop();
  const answered = chosen.filter((one, place) => place === 0 || !answers.isMissing(one));
  return answered.map(({ article, sentence, isReply }) => ({
    ...quoteSentence(article, sentence),
    ...(isReply && { isReply }),
  }));
}

/** What is charged or claimed is answered so soon behind it; what a title or an opening charges, perhaps further down. */
const answerWithin = 3;
const answerToTitleWithin = 20;

interface Answers {
  /** The reply to what the draft has chosen by now, if readers understand it and have none yet. */
  next(): Sentence | undefined;
  /** Whether a charge is shown without the denial of it, or without saying that it came to nothing. */
  isMissing(choice: Choice): boolean;
}

/** How an article answers what it charges or claims. */
function createAnswers(article: Article, { chosen, misprints }: StoryDraft): Answers {
  const { headline, language, sentences } = article;
  const denies = ({ text }: Sentence) => hasPhrase('reply', text, language) || hasPhrase('unverified', text, language);
  const answers = sentences.filter((one) => denies(one) || hasPhrase('came-to-nothing', one.text, language));
  const replies = answers.filter((one) => denies(one) && isQuotable(one, article, misprints));
  const resolves = createReferenceCheck(
    sentences.map(({ text }) => text),
    language,
  );
  const isBehind = ({ index }: Sentence, { sentence }: Choice) =>
    index > sentence.index && index <= sentence.index + answerWithin;
  return {
    next() {
      if (replies.length === 0 || chosen.some(({ sentence }) => denies(sentence))) return undefined;
      const said = chosen.map(({ sentence }) => sentence.text);
      const charges = [headline, said[0] ?? ''].some((text) => isCharge(text, language));
      return replies.find((one) => {
        const { index, text } = one;
        const isNear = chosen.some((choice) => isBehind(one, choice));
        const follows = said.includes(sentences[index - 1]?.text ?? '');
        return (
          (isNear || (charges && index < answerToTitleWithin)) &&
          (follows || (isSelfContained(text, language) && resolves(index, headline, said)))
        );
      });
    },
    isMissing: (choice) =>
      isCharge(choice.sentence.text, language) &&
      answers.some((one) => isBehind(one, choice) && !chosen.some(({ sentence }) => sentence.index === one.index)),
  };
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
  return { ...draft, opener, chosen: [instead(opener, { ...draft, opener, chosen: [] }) ?? opener] };
}

/** How soon the fact follows an opening that only repeats the title. */
const sentencesInstead = 4;
const likelyInstead = 0.4;

/** Where the opening only repeats the title, what adds most to it soon after. */
function instead({ article, sentence }: Choice, draft: StoryDraft): Choice | undefined {
  const [main] = draft.fresh;
  if (!main || !onlyRepeatsTitle(sentence, article)) return undefined;
  const near = createFillers(main, draft)().filter(
    ([one, second]) =>
      !second &&
      one.index > sentence.index &&
      one.index <= sentence.index + sentencesInstead &&
      isOnTopic(one.text, [article.headline], article.language),
  );
  const [best] = bestAddition(article, near, [sentence.text], likelyInstead) ?? [];
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

/** An opening is among so many sentences: what a report has further down is background. */
const openingSentences = 16;
/** "The Port" is a novel of 1964: a title, not speech. */
const titleInQuotes = /^["“„«»‘][^"“”„«»’,.!?]{1,60}["“”»«’]\s(?!said|says|told|wrote|was how|sagte|schrieb)\p{Ll}/u;
/** The most letters of a complete lead without a full stop. */
const longestWithoutEnd = 150;

/**
 * The sentence of the title's article that opens a story, if readers of the title understand one. A sentence of the body shares a word with
 * the title; where none does, the title stands alone.
 */
function findOpener([main]: readonly FreshArticle[], misprints: readonly string[]): Choice | undefined {
  const sentence = main && bestOpening(main.article, possibleOpenings(main, misprints));
  return sentence && { article: main.article, sentence };
}

/** The sentences of an article that may stand first below its title. */
export function possibleOpenings(
  { article, sentences }: FreshArticle,
  misprints: readonly string[],
): readonly Sentence[] {
  const { headline, language } = article;
  const resolves = createReferenceCheck(
    article.sentences.map(({ text }) => text),
    language,
  );
  return sentences.filter(
    (one) =>
      one.index < openingSentences &&
      isQuotable(one, article, misprints) &&
      (one.role === 'lead' ? !isCut(one.text) : isFit(one.text, language)) &&
      (one.role === 'lead' || headline === '' || isOnTopic(one.text, [headline], language)) &&
      // The speaker comes after the quotation, and why it matters later still.
      (!opensWithQuote(one.text) || titleInQuotes.test(one.text)) &&
      isSelfContained(one.text, language) &&
      // Nobody was introduced before the first.
      (one.index === 0 || resolves(one.index, headline, [])),
  );
}

/** A feed may truncate a lead; editors only leave out the full stop. */
function isCut(text: string): boolean {
  return (
    (endsInEllipsis(text) && !isCutBack(text)) ||
    (text.length > longestWithoutEnd && !endsSentence(text) && !endsInColon(text))
  );
}
