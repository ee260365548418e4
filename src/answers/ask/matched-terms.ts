import type { Question } from '../question/question.ts';
import type { QuestionKind } from '../question/question-kinds.ts';
import type { QuestionTerm } from '../question/question-terms.ts';
import { asksWords } from './speakers.ts';

/** How strongly one term of the question is matched. */
export interface TermMatch {
  readonly wanted: QuestionTerm;
  /** In the sentence itself; in the sentence or its context. */
  readonly own: number;
  readonly total: number;
  /** A name of which the sentence has only the common noun: "the court". */
  readonly isCommon?: boolean;
}

/** A word counts as matched from here on; a name or year may be anywhere in the article. */
const wordMatched = 0.4;
const nameMatched = 0.2;
/** The subject must be named in the sentence or referred to by a pronoun. */
const agentMatched = 0.7;
/** "Was the sale canceled?" asks for the state of the sale; "did she resign?" asks for an action, which must be stated. */
const asksState = /^(?:is|are|was|were|has|have|ist|sind|war|waren|wurde|wurden)\b/iu;
/** For one action or one count, the answer and "the wildfires" must be in one sentence. */
const inOneSentence: ReadonlySet<QuestionKind> = new Set(['yes-no', 'how-many']);
/** One in this many keywords may go unmatched; one in fewer if the sentence must contain an amount, which is more specific. */
const keyWordsPerMiss = { measured: 4, stated: 5 };

/** All keywords are matched; a long question may miss one, and a question about a state may miss the word for it. */
export function matchesKeyWords(question: Question, matches: readonly TermMatch[]): boolean {
  const key = matches.filter(({ wanted }) => !wanted.isLight && !wanted.isOptional);
  // The topic of somebody's words is often elsewhere in the article.
  const isAround = asksWords.test(question.text);
  const isAnywhere = ({ isName, isDate, isDetail, isGiven }: QuestionTerm) =>
    isAround || isName || isDate || isDetail || (isGiven && !inOneSentence.has(question.kind));
  const missed = key.filter(({ wanted, total }) => total < (isAnywhere(wanted) ? nameMatched : wordMatched));
  if (question.names.some((name) => isWrongEntity(name, matches))) return false;
  if (missed.length === 0) return true;
  if (missed.some(({ wanted }) => wanted.isName)) return false;
  const ownWords = key.filter(({ own }) => own > 0).length;
  const hasOwnWord = key.some(({ wanted, own }) => !wanted.isName && !wanted.isDate && own > 0);
  if (question.kind === 'yes-no')
    return asksState.test(question.text) && missed.length === 1 && ownWords >= 2 && hasOwnWord;
  const perMiss = keyWordsPerMiss[question.kind === 'how-much' ? 'measured' : 'stated'];
  return missed.length <= Math.floor(key.length / perMiss) && ownWords >= 3;
}

/** "Codex Leicester" is matched only by "the codex", without "Leicester" nearby. */
function isWrongEntity(name: readonly string[], matches: readonly TermMatch[]): boolean {
  const parts = matches.filter(({ wanted }) => name.includes(wanted.term));
  const proper = parts.filter(({ isCommon }) => !isCommon);
  return parts.length > 1 && proper.length < parts.length && proper.every(({ total }) => total < wordMatched);
}

/** The agent is in the sentence or right before it; the counted thing is in the sentence. */
export function matchesRoles(question: Question, matches: readonly TermMatch[]): boolean {
  const { subject, forenames = [], parties = [], counted, action, predicate, verb, objects = [] } = question;
  const of = (term: string | undefined) => matches.find(({ wanted }) => wanted.term === term && !wanted.isLight);
  const agent = [subject, ...forenames].map(of).toSorted((a, b) => (b?.total ?? 0) - (a?.total ?? 0))[0];
  const thing = of(counted);
  const actionTerm = of(action);
  const predicateMatch = of(predicate);
  // "How many did Doe win?": "won" must be with the count.
  if (counted !== undefined && (of(verb)?.own ?? 1) < wordMatched) return false;
  if (parties.some((each) => (of(each)?.total ?? 0) < 0.5)) return false;
  if (parties.length > 1 && !matches.some(isPredicateMatched)) return false;
  const named = objects.map((each) => of(each)?.total ?? 0);
  if (named.length > 0 && (Math.max(...named) < wordMatched || (named.at(-1) ?? 1) < wordMatched)) return false;
  if (action !== undefined && matches.some(({ wanted, total }) => isOwner(question, wanted) && total < wordMatched))
    return false;
  if (predicateMatch && (predicateMatch.own < wordMatched || (agent && agent.total < agentMatched))) return false;
  return (
    (!agent || agent.total >= 0.5) && (!thing || thing.own > 0) && (!actionTerm || actionTerm.total >= wordMatched)
  );
}

/** "The painting by Doe" is not matched by another's. */
function isOwner({ text }: Question, { text: name, isName, isDate, country }: QuestionTerm): boolean {
  return (
    isName && !isDate && country === undefined && new RegExp(`\\b(?:by|of) ${RegExp.escape(name)}`, 'u').test(text)
  );
}

/** What two parties do together must be in the sentence itself: both appear in many. */
function isPredicateMatched({ wanted, own }: TermMatch): boolean {
  return !wanted.isName && !wanted.isDate && !wanted.isLight && own >= wordMatched;
}
