import { wordsOf } from '../../text/terms.ts';
import { countriesIn, type Line, readContent } from '../lines.ts';
import { type Demand, meetDemand, tellsOfEvent } from '../question/demands.ts';
import { keepsOrder } from '../question/ordered-pairs.ts';
import { isOnlyProspect } from '../question/prospects.ts';
import type { Question } from '../question/question.ts';
import type { QuestionTerm } from '../question/question-terms.ts';
import { isOnSomebodyElse, standsBeside } from './beside-the-deed.ts';
import { explainsWhy } from './explained-lines.ts';
import type { TermMatcher } from './match-terms.ts';
import { type Met, meetsKeyWords, meetsRoles } from './meet-terms.ts';
import { isOfOtherDay } from './other-day.ts';
import { isSpoken } from './speakers.ts';
import { tellsDeed } from './told-deed.ts';
import { isToldOfAnother } from './told-of-another.ts';
import { leavesOutWhom } from './whom.ts';

/** A line with how well it answers. */
export interface RankedLine {
  readonly line: Line;
  readonly score: number;
  /** Every key word and name of the question is met in the line or right around it, and it can hold the sort of answer asked for. */
  readonly answers: boolean;
  /** Share of the question's weight met in the line itself. */
  readonly own: number;
}

/** The question with the term weights of its archive, while sentences are judged. */
export interface QuestionContext {
  readonly question: Question;
  readonly strengthIn: TermMatcher;
  readonly weights: ReadonlyMap<string, number>;
}

/** A line that holds too little of the question is not looked at for an answer. */
const noDemand: Demand = { fit: 0, spans: [] };
/** Right under a heading that asks the same, it is the reason without a word that says so. */
const explained: Demand = { fit: 1, spans: [] };
/** What the right sort of answer counts for; of a reason, whether there is one at all. */
const demandWeight = 0.15;
const causeWeight = 0.5;
const toldSoWeight = 0.4;
/** Characters on either side of a number or date that belong to it. */
const reach = 40;
/** The same for what is counted, which may be described at length. */
const countReach = 60;
/** The least share of the question's weight a line itself must meet. */
const leastOwn = 0.15;
/** "In a statement, she said:" has the words in the next paragraph. */
const opensOnly = /:\s*$/u;
const asksDone =
  /^(?:(?:when|why|where) )?(?:is|are|was|were|has|have|had|did|ist|sind|war|waren|wurde|wurden|hat|haben)\b/iu;

/** How well a line answers, by what of the question is met in it and in the lines around it. */
export function judgeLine(
  line: Line,
  around: readonly Line[],
  met: readonly Met[],
  reading: QuestionContext,
): RankedLine {
  const { question, weights } = reading;
  const weightOf = ({ wanted }: Met) => weights.get(wanted.term) ?? 0;
  const sum = met.reduce((total, each) => total + weightOf(each), 0) || 1;
  const own = met.reduce((total, each) => total + weightOf(each) * each.own, 0) / sum;
  const total = met.reduce((all, each) => all + weightOf(each) * each.total, 0) / sum;
  const isExplained = explainsWhy(question, line, reading.strengthIn);
  const demand = isExplained ? explained : own >= leastOwn ? meetDemand(question, line) : noDemand;
  const close = closeness(line, demand, reading);
  return {
    line,
    own,
    score:
      own * 0.6 +
      total * 0.4 +
      demand.fit * (question.kind === 'why' ? causeWeight : demandWeight) +
      close * 0.2 +
      (isExplained || (demand.fit > 0 && isToldSo(question, line)) ? toldSoWeight : 0) -
      (line.leans ? 0.12 : 0) +
      (line.sentence.index < 2 ? 0.05 : 0),
    answers:
      demand.fit > 0 &&
      !opensOnly.test(line.sentence.text) &&
      countsWhatIsAsked(line, demand, reading) &&
      (isExplained || (own >= leastOwn && meetsKeyWords(question, met) && meetsRoles(question, met))) &&
      isTold(line, reading) &&
      isSpoken(question, line) &&
      !isOfOtherDay(question, line) &&
      !isOnlyProspect(question, line, reading.strengthIn) &&
      !leavesOutWhom(question, line, reading.strengthIn) &&
      !standsBeside(question, line, reading.strengthIn) &&
      !isOnSomebodyElse(question, line, met) &&
      !isToldOfAnother(question, line, around, reading.strengthIn),
  };
}

/** What somebody is asked to have done is told as done. */
function isTold(line: Line, { question: { deed, verb, terms, text, kind }, strengthIn }: QuestionContext): boolean {
  const named = deed ?? verb;
  const wanted = terms.find(({ term }) => term === named);
  // Of a reason, a place or a day the deed itself may be told in the sentence before.
  if (wanted && deed === undefined && strengthIn(wanted, line) === 0) return true;
  return !wanted || !asksDone.test(text) || tellsDeed(wanted, line, strengthIn, kind === 'yes-no');
}

/** "How many migrants were sent": the number stands near the migrants, not with "the two countries". */
function countsWhatIsAsked(line: Line, demand: Demand, reading: QuestionContext): boolean {
  const { sentence, article } = line;
  const { spans } = demand;
  const { question, strengthIn } = reading;
  const price = question.terms.find(({ isOptional, text }) => isOptional && asksPrice.test(text));
  if (price && strengthIn(price, line) === 0) return isPricedRightThere(line, demand, reading);
  const thing =
    question.kind === 'how-many' && question.terms.find(({ term, isLight }) => term === question.counted && !isLight);
  if (!thing) return true;
  if (!tellsDeedBesides(thing, line, reading)) return false;
  return spans.some(
    ({ start, end }) =>
      (thing.country === undefined || isCountedPeople(thing, sentence.text.slice(end), article.language)) &&
      strengthIn(
        thing,
        readContent(sentence.text.slice(Math.max(0, start - countReach), end + countReach), article.language),
      ) > 0,
  );
}

/** "How many goals did Doe score?": "two goals" alone says nothing of scoring. */
function tellsDeedBesides(
  thing: QuestionTerm,
  { terms, countries }: Line,
  { question: { terms: asked, verb }, strengthIn }: QuestionContext,
): boolean {
  const done = asked.find(({ term, isLight }) => term === verb && !isLight);
  return (
    !done ||
    [...terms].some((term) => {
      const alone = { terms: new Set([term]), countries };
      return strengthIn(done, alone) > strengthIn(thing, alone);
    })
  );
}

/** "The $2 million mission". */
function isPricedRightThere(
  { sentence, article }: Line,
  { spans }: Demand,
  { question, strengthIn }: QuestionContext,
): boolean {
  const things = question.terms.filter(({ isLight, isDate, isOptional }) => !isLight && !isDate && !isOptional);
  return spans.some(({ end }) => {
    const behind = readContent(sentence.text.slice(end, end + priceReach).split(/[,.;]/u)[0] ?? '', article.language);
    return things.some((thing) => strengthIn(thing, behind) > 0);
  });
}

/** Characters behind a price in which stands what has it; another currency may come between. */
const priceReach = 45;
const asksPrice = /^(?:costs?|worth|price)$/iu;

/** "Seven Norlanders", not "Norland police held seven Southlanders". */
function isCountedPeople({ country }: QuestionTerm, behind: string, language: string): boolean {
  const [next = ''] = behind.split(/[,.;:]/u);
  const people = wordsOf(next, language).slice(0, wordsToPeople);
  return country !== undefined && countriesIn(people, language).has(country);
}

/** Words behind a number within which stands whom it counts. */
const wordsToPeople = 4;

/** In the question's own order ("first elected"), or as what was held then. */
function isToldSo(question: Question, line: Line): boolean {
  return keepsOrder(question.pairs, line) || tellsOfEvent(question, line.sentence.text);
}

/** Share of the question's weight that stands close to where the answer may be: "sold for $3 million", not "sold in 1978". */
function closeness(line: Line, { spans, fit }: Demand, { question, weights, strengthIn }: QuestionContext): number {
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
