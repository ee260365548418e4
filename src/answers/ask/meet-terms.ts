import type { Question } from '../question/question.ts';
import type { QuestionKind } from '../question/question-kinds.ts';
import type { QuestionTerm } from '../question/question-terms.ts';
import { asksWords } from './speakers.ts';

/** How strongly one term of the question is met. */
export interface Met {
  readonly wanted: QuestionTerm;
  /** In the line itself, and there or around it. */
  readonly own: number;
  readonly total: number;
  /** A name of which the line has only the noun: "the court". */
  readonly isCommon?: boolean;
}

/** A word counts as met from here on; a name or year may stand anywhere in the article. */
const wordMet = 0.4;
const nameMet = 0.2;
/** Of a deed, its doer must stand in the line or be meant there by a pronoun. */
const beside = 0.7;
/** "Was the sale canceled?" asks how it stands with the sale; "did she resign?" asks for a deed, which must be told. */
const asksState = /^(?:is|are|was|were|has|have|ist|sind|war|waren|wurde|wurden)\b/iu;
/** What is asked of one deed or one count is told in one sentence, "the wildfires" with it. */
const ofOneSentence: ReadonlySet<QuestionKind> = new Set(['yes-no', 'how-many']);
/** Of so many key words one may go unmet; of fewer where the line must hold an amount, which says more. */
const keyWordsPerMiss = { measured: 4, told: 5 };

/** All key words are met; of a long question one may be missing, and of one for how things stand the word for what is asked. */
export function meetsKeyWords(question: Question, met: readonly Met[]): boolean {
  const key = met.filter(({ wanted }) => !wanted.isLight && !wanted.isOptional);
  // What somebody's words are about the article says elsewhere.
  const isAround = asksWords.test(question.text);
  const isAnywhere = ({ isName, isDate, isDetail, isGiven }: QuestionTerm) =>
    isAround || isName || isDate || isDetail || (isGiven && !ofOneSentence.has(question.kind));
  const missed = key.filter(({ wanted, total }) => total < (isAnywhere(wanted) ? nameMet : wordMet));
  if (question.names.some((name) => isOtherOfItsKind(name, met))) return false;
  if (missed.length === 0) return true;
  if (missed.some(({ wanted }) => wanted.isName)) return false;
  const ownWords = key.filter(({ own }) => own > 0).length;
  const hasOwnWord = key.some(({ wanted, own }) => !wanted.isName && !wanted.isDate && own > 0);
  if (question.kind === 'yes-no')
    return asksState.test(question.text) && missed.length === 1 && ownWords >= 2 && hasOwnWord;
  const perMiss = keyWordsPerMiss[question.kind === 'how-much' ? 'measured' : 'told'];
  return missed.length <= Math.floor(key.length / perMiss) && ownWords >= 3;
}

/** Of "Codex Leicester" only "the codex" stands there, and no Leicester near it. */
function isOtherOfItsKind(name: readonly string[], met: readonly Met[]): boolean {
  const parts = met.filter(({ wanted }) => name.includes(wanted.term));
  const proper = parts.filter(({ isCommon }) => !isCommon);
  return parts.length > 1 && proper.length < parts.length && proper.every(({ total }) => total < wordMet);
}

/** Who is said to have done it stands in the line or right before it; what is counted stands in the line. */
export function meetsRoles(question: Question, met: readonly Met[]): boolean {
  const { subject, forenames = [], parties = [], counted, action, deed, verb, objects = [] } = question;
  const of = (term: string | undefined) => met.find(({ wanted }) => wanted.term === term && !wanted.isLight);
  const doer = [subject, ...forenames].map(of).toSorted((a, b) => (b?.total ?? 0) - (a?.total ?? 0))[0];
  const thing = of(counted);
  const done = of(action);
  const told = of(deed);
  // "How many did Doe win?": won must stand with the count.
  if (counted !== undefined && (of(verb)?.own ?? 1) < wordMet) return false;
  if (parties.some((each) => (of(each)?.total ?? 0) < 0.5)) return false;
  if (parties.length > 1 && !met.some(isPredicateMet)) return false;
  const named = objects.map((each) => of(each)?.total ?? 0);
  if (named.length > 0 && (Math.max(...named) < wordMet || (named.at(-1) ?? 1) < wordMet)) return false;
  if (action !== undefined && met.some(({ wanted, total }) => isOwner(question, wanted) && total < wordMet))
    return false;
  if (told && (told.own < wordMet || (doer && doer.total < beside))) return false;
  return (!doer || doer.total >= 0.5) && (!thing || thing.own > 0) && (!done || done.total >= wordMet);
}

/** "The painting by Doe": another's is not it. */
function isOwner({ text }: Question, { text: name, isName, isDate, country }: QuestionTerm): boolean {
  return (
    isName && !isDate && country === undefined && new RegExp(`\\b(?:by|of) ${RegExp.escape(name)}`, 'u').test(text)
  );
}

/** What two do together must be told in the line: they meet in many. */
function isPredicateMet({ wanted, own }: Met): boolean {
  return !wanted.isName && !wanted.isDate && !wanted.isLight && own >= wordMet;
}
