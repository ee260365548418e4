import { wordsOf } from '../../text/terms.ts';
import { type ArticleSentence, contentOf } from '../article-sentences.ts';
import type { TermMatcher, WantedTerm } from '../ask/match-terms.ts';
import type { Question } from './question.ts';

/** Asks about a past action: "when was Doe executed?", "what sentence did she get?", "who fixed the match?" */
const asksPast = /\b(?:did|was|were|had|has|have)\b/iu;
/** Asks for the prospect itself, or for something not done. */
const asksProspect =
  /\b(?:could|can|may|might|would|will|fac\w+|plan\w*|want\w*|expect\w*|threat\w*|maximum|likely|accus\w+|charg\w+|suspect\w*|alleg\w+|demand\w*|call(?:ed)? for|urg\w+|propos\w+|hop\w+|if|not|never|refus\w+|reject\w*|den\w+|fail\w*|sa(?:y|id)|warn\w*|think|thought|predict\w*|risk\w*|to be|last|previous)\b|n['’]t\b/iu;
/** What directly precedes an action that may happen, or did not. */
const mayCome =
  /\b(?:if|unless|avoid(?:s|ed|ing)?|escap(?:e|es|ed|ing)|recommend(?:s|ed|ing)?|could|may|might|would|will|fac(?:es|ing)|risk(?:s|ed|ing)?|maximum|threaten(?:s|ed|ing)? (?:with|to)|(?:expected|set|due|likely|about|want(?:s|ed)?|plan(?:s|ned)?|hop(?:es|ed|ing)|seek(?:s|ing)?|sought|intend(?:s|ed)?) to)\b[^,.;:]{0,30}$|\b(?:appeal|ask|call|urg|want|request|demand|invit)\w*\b[^,.;:]{0,70}\bto $/iu;
const didNot =
  /\b(?:no (?:indication|evidence|sign|proof|plans?)|den(?:y|ies|ied)|neither|nor|not|never)\b[^.;:]{0,60}$/iu;

/**
 * Whether a sentence mentions a past action asked about only as expected or denied: "when was Doe executed?" is not answered by "Doe faces
 * execution", nor "which match did she fix?" by "nothing shows that she fixed one". English only.
 */
export function isOnlyExpected(question: Question, line: ArticleSentence, strengthIn: TermMatcher): boolean {
  const { language, kind, text } = question;
  if (language !== 'en' || kind === 'yes-no' || asksProspect.test(text)) return false;
  if (!asksPast.test(text) && question.action === undefined) return false;
  const places = askedFor(question).flatMap((wanted) => startsOf(wanted, line, strengthIn));
  const { text: sentenceText } = line.sentence;
  return (
    places.length > 0 &&
    places.every((start) => mayCome.test(sentenceText.slice(0, start)) || didNot.test(sentenceText.slice(0, start)))
  );
}

/** The action's term; with a light verb ("what sentence did she get?"), the things asked for. */
function askedFor({ terms, verb, action, predicate }: Question): readonly WantedTerm[] {
  const actionTerms = terms.filter(({ term, isLight }) => !isLight && [verb, action, predicate].includes(term));
  return actionTerms.length > 0
    ? actionTerms
    : terms.filter(({ isName, isDate, isLight }) => !isName && !isDate && !isLight);
}

function startsOf(
  wanted: WantedTerm,
  { sentence, article }: ArticleSentence,
  strengthIn: TermMatcher,
): readonly number[] {
  return wordsOf(sentence.text, article.language)
    .filter((word) => strengthIn(wanted, contentOf([word], article.language)) > 0)
    .map(({ start }) => start);
}
