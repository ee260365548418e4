import { wordsOf } from '../../text/terms.ts';
import { type ArticleSentence, countriesIn, readContent } from '../article-sentences.ts';
import { type AnswerTypeFit, fitAnswerType, reportsEvent } from '../question/answer-type.ts';
import { isOnlyExpected } from '../question/only-expected.ts';
import { keepsOrder } from '../question/ordered-pairs.ts';
import type { Question } from '../question/question.ts';
import type { QuestionTerm } from '../question/question-terms.ts';
import { explainsWhy } from './explained-sentences.ts';
import type { TermMatcher } from './match-terms.ts';
import { matchesKeyWords, matchesRoles, type TermMatch } from './matched-terms.ts';
import { isOfOtherDay } from './other-day.ts';
import { lacksObject } from './requires-object.ts';
import { isSpokenBySubject } from './speakers.ts';
import { statesAsDone } from './stated-as-done.ts';
import { isAboutSomebodyElse, subjectIsNotAgent } from './subject-not-agent.ts';
import { hasWrongAgent } from './wrong-agent.ts';

/** A sentence with how well it answers. */
export interface RankedSentence {
  readonly line: ArticleSentence;
  readonly score: number;
  /** Every keyword and name of the question is matched in the sentence or its context, and it can contain the type of answer asked for. */
  readonly answers: boolean;
  /** Share of the question's weight matched in the sentence itself. */
  readonly own: number;
}

/** The question with the term weights of its archive, while sentences are judged. */
export interface QuestionContext {
  readonly question: Question;
  readonly strengthIn: TermMatcher;
  readonly weights: ReadonlyMap<string, number>;
}

/** For a sentence that matches too little of the question to be examined. */
const noFit: AnswerTypeFit = { fit: 0, spans: [] };
/** Right under a heading that asks the same, a sentence gives the reason without a causal word. */
const explained: AnswerTypeFit = { fit: 1, spans: [] };
/** Weight of the right type of answer; higher for reasons, where having one at all matters most. */
const answerTypeWeight = 0.15;
const causeWeight = 0.5;
const statedInOrderWeight = 0.4;
/** Characters on either side of a number or date that belong to it. */
const reach = 40;
/** The same for the counted thing, which may have a long description. */
const countReach = 60;
/** The least share of the question's weight that the sentence itself must match. */
const leastOwn = 0.15;
/** "In a statement, she said:" introduces a quotation in the next paragraph. */
const opensOnly = /:\s*$/u;
const asksDone =
  /^(?:(?:when|why|where) )?(?:is|are|was|were|has|have|had|did|ist|sind|war|waren|wurde|wurden|hat|haben)\b/iu;

/** How well a sentence answers, by the terms of the question matched in it and in its context. */
export function judgeSentence(
  line: ArticleSentence,
  around: readonly ArticleSentence[],
  matches: readonly TermMatch[],
  reading: QuestionContext,
): RankedSentence {
  const { question, weights } = reading;
  const weightOf = ({ wanted }: TermMatch) => weights.get(wanted.term) ?? 0;
  const sum = matches.reduce((total, each) => total + weightOf(each), 0) || 1;
  const own = matches.reduce((total, each) => total + weightOf(each) * each.own, 0) / sum;
  const total = matches.reduce((all, each) => all + weightOf(each) * each.total, 0) / sum;
  const isExplained = explainsWhy(question, line, reading.strengthIn);
  const answerFit = isExplained ? explained : own >= leastOwn ? fitAnswerType(question, line) : noFit;
  const close = closeness(line, answerFit, reading);
  return {
    line,
    own,
    score:
      own * 0.6 +
      total * 0.4 +
      answerFit.fit * (question.kind === 'why' ? causeWeight : answerTypeWeight) +
      close * 0.2 +
      (isExplained || (answerFit.fit > 0 && isStatedInOrder(question, line)) ? statedInOrderWeight : 0) -
      (line.needsContext ? 0.12 : 0) +
      (line.sentence.index < 2 ? 0.05 : 0),
    answers:
      answerFit.fit > 0 &&
      !opensOnly.test(line.sentence.text) &&
      countsWhatIsAsked(line, answerFit, reading) &&
      (isExplained || (own >= leastOwn && matchesKeyWords(question, matches) && matchesRoles(question, matches))) &&
      isStatedAsDone(line, reading) &&
      isSpokenBySubject(question, line) &&
      !isOfOtherDay(question, line) &&
      !isOnlyExpected(question, line, reading.strengthIn) &&
      !lacksObject(question, line, reading.strengthIn) &&
      !subjectIsNotAgent(question, line, reading.strengthIn) &&
      !isAboutSomebodyElse(question, line, matches) &&
      !hasWrongAgent(question, line, around, reading.strengthIn),
  };
}

/** An action the question presumes must be stated as done. */
function isStatedAsDone(
  line: ArticleSentence,
  { question: { predicate, verb, terms, text, kind }, strengthIn }: QuestionContext,
): boolean {
  const named = predicate ?? verb;
  const wanted = terms.find(({ term }) => term === named);
  // With a reason, a place or a day, the action itself may be in the sentence before.
  if (wanted && predicate === undefined && strengthIn(wanted, line) === 0) return true;
  return !wanted || !asksDone.test(text) || statesAsDone(wanted, line, strengthIn, kind === 'yes-no');
}

/** "How many migrants were sent": the number must be near the migrants, not in "the two countries". */
function countsWhatIsAsked(line: ArticleSentence, answerFit: AnswerTypeFit, reading: QuestionContext): boolean {
  const { sentence, article } = line;
  const { spans } = answerFit;
  const { question, strengthIn } = reading;
  const price = question.terms.find(({ isOptional, text }) => isOptional && asksPrice.test(text));
  if (price && strengthIn(price, line) === 0) return isPricedRightThere(line, answerFit, reading);
  const thing =
    question.kind === 'how-many' && question.terms.find(({ term, isLight }) => term === question.counted && !isLight);
  if (!thing) return true;
  if (!statesPredicateToo(thing, line, reading)) return false;
  return spans.some(
    ({ start, end }) =>
      (thing.country === undefined || isCountedPeople(thing, sentence.text.slice(end), article.language)) &&
      strengthIn(
        thing,
        readContent(sentence.text.slice(Math.max(0, start - countReach), end + countReach), article.language),
      ) > 0,
  );
}

/** "How many goals did Doe score?": "two goals" alone does not mention scoring. */
function statesPredicateToo(
  thing: QuestionTerm,
  { terms, countries }: ArticleSentence,
  { question: { terms: asked, verb }, strengthIn }: QuestionContext,
): boolean {
  const actionTerm = asked.find(({ term, isLight }) => term === verb && !isLight);
  return (
    !actionTerm ||
    [...terms].some((term) => {
      const alone = { terms: new Set([term]), countries };
      return strengthIn(actionTerm, alone) > strengthIn(thing, alone);
    })
  );
}

/** "The $2 million mission". */
function isPricedRightThere(
  { sentence, article }: ArticleSentence,
  { spans }: AnswerTypeFit,
  { question, strengthIn }: QuestionContext,
): boolean {
  const things = question.terms.filter(({ isLight, isDate, isOptional }) => !isLight && !isDate && !isOptional);
  return spans.some(({ end }) => {
    const behind = readContent(sentence.text.slice(end, end + priceReach).split(/[,.;]/u)[0] ?? '', article.language);
    return things.some((thing) => strengthIn(thing, behind) > 0);
  });
}

/** Characters after a price within which the priced thing is named; another currency may come between. */
const priceReach = 45;
const asksPrice = /^(?:costs?|worth|price)$/iu;

/** "Seven Norlanders", not "Norland police held seven Southlanders". */
function isCountedPeople({ country }: QuestionTerm, behind: string, language: string): boolean {
  const [next = ''] = behind.split(/[,.;:]/u);
  const people = wordsOf(next, language).slice(0, wordsToPeople);
  return country !== undefined && countriesIn(people, language).has(country);
}

/** Words after a number within which the counted people are named. */
const wordsToPeople = 4;

/** In the question's own order ("first elected"), or as an event held then. */
function isStatedInOrder(question: Question, line: ArticleSentence): boolean {
  return keepsOrder(question.pairs, line) || reportsEvent(question, line.sentence.text);
}

/** Share of the question's weight close to the possible answer: "sold for $3 million", not "sold in 1978". */
function closeness(
  line: ArticleSentence,
  { spans, fit }: AnswerTypeFit,
  { question, weights, strengthIn }: QuestionContext,
): number {
  if (spans.length === 0) return fit;
  const sum = question.terms.reduce((total, { term }) => total + (weights.get(term) ?? 0), 0) || 1;
  const shares = spans.map(({ start, end }) => {
    const around = line.sentence.text.slice(Math.max(0, start - reach), end + reach);
    const content = readContent(around, line.article.language);
    return (
      question.terms.reduce((total, term) => total + (weights.get(term.term) ?? 0) * strengthIn(term, content), 0) / sum
    );
  });
  return Math.max(...shares) * fit;
}
