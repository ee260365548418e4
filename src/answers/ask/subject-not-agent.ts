import { firstNames } from '../../actors/lists/first-names.ts';
import { fold, wordsOf } from '../../text/terms.ts';
import { type ArticleSentence, contentOf } from '../article-sentences.ts';
import type { Question } from '../question/question.ts';
import { ownsSomebody } from '../who/about-actor.ts';
import type { TermMatcher, WantedTerm } from './match-terms.ts';
import type { TermMatch } from './matched-terms.ts';

/** A speaker is not the agent of what they report: "Doe said Roe was held". */
const speech = {
  en: /^(?: (?:also|later|then|has|have|had|however|meanwhile|on \p{Lu}\p{Ll}+|late|earlier))* (?:said|says|told|added|announced|argued|called|claimed|condemned|criticized|demanded|described|explained|insisted|praised|stressed|urged|warned|welcomed|wrote)\b(?! (?:he|she|it|they|his|her|its|their)\b)/u,
  de: /^ (?:sagte?|erklärte|betonte|forderte|warnte|kritisierte|schrieb|fügte|teilte)(?![\p{L}])/u,
};
/** "..., erklärte der Verteidigungsminister Jane Doe": the speaker at the end. */
const speaksLast =
  /(?<![\p{L}])(?:said|says|explained|added|wrote|sagte|erklärte|betonte|schrieb|so)(?: (?:the|der|die|das))?(?: [\p{L}-]+){0,4} $/u;
const ends = /^(?:[,.;!?"”]|$| (?:in|on|at|after|during|to|late|bei|am|im|gegenüber)\b)/u;
const place =
  /(?<![\p{L}])(?:in|inside|from|near|across|at|on|against|aus|nach|bei|gegen|auf) (?:the |der |dem |den )?$/iu;

/**
 * Whether the sentence names the question's subject, but not as the agent: only as the speaker or as the place. "Why was Doe held?" is not
 * answered by "Doe said there are no grounds for holding Roe", nor "did Norland attack?" by "an attack in Norland".
 */
export function subjectIsNotAgent(question: Question, line: ArticleSentence, strengthIn: TermMatcher): boolean {
  const { subject, verb, predicate, action, terms, text: asked } = question;
  const named = terms.find(({ term }) => term === subject);
  const actionTerm = terms.find(({ term }) => term === (predicate ?? verb ?? action));
  if (!named || !actionTerm || strengthIn(actionTerm, line) === 0) return false;
  const { text } = line.sentence;
  const places = [...text.matchAll(new RegExp(`(?<![\\p{L}])${RegExp.escape(named.text)}(?![\\p{L}])`, 'gu'))];
  if (places.length === 0) return false;
  const actions = actionsIn(actionTerm, line, strengthIn);
  const inQuestion = fold(asked);
  return places.every(({ index }) => {
    const [before, behind] = [text.slice(0, index), text.slice(index + named.text.length)];
    if (place.test(before) && !place.test(asked.slice(0, asked.indexOf(named.text))))
      return named.country !== undefined;
    if (ownsSomebody.test(behind) && !ownsSomebody.test(asked.slice(asked.indexOf(named.text) + named.text.length)))
      return true;
    const isSpeaker =
      speech.en.test(behind) || speech.de.test(behind) || (speaksLast.test(before) && ends.test(behind));
    return isSpeaker && !/\b(?:say|said|tell|told|sagt\w*)\b/u.test(inQuestion) && actions.length > 0;
  });
}

/** A sentence that does not refer to the person asked about, but gives the full name of another, is about that other. */
export function isAboutSomebodyElse(
  { subject, forenames = [], terms, text: asked }: Question,
  { sentence }: ArticleSentence,
  matches: readonly TermMatch[],
): boolean {
  const named = matches.filter(({ wanted }) => wanted.term === subject || forenames.includes(wanted.term));
  const isPerson = terms.some(({ term, isName, country }) => term === subject && isName && country === undefined);
  if (!isPerson || named.some(({ own, total }) => own > 0 || total >= continuesAbout)) return false;
  return [...sentence.text.matchAll(fullName)].some(
    ({ 1: given = '', 2: family = '', index }) =>
      !asked.includes(given) &&
      !asked.includes(family) &&
      (firstNames.has(fold(given)) || index < subjectReach) &&
      !/\b(?:he|she|his|her|him)\b/iu.test(sentence.text.slice(0, sentence.text.indexOf(given))),
  );
}

/** Characters from its start within which a sentence names its subject. */
const subjectReach = 25;
const fullName = /(?<![\p{L}])(\p{Lu}\p{Ll}[\p{L}-]*) (\p{Lu}\p{Ll}[\p{L}-]*)/gu;

/** Value of a term that only the antecedent sentence contains. */
const continuesAbout = 0.85;

function actionsIn(
  actionTerm: WantedTerm,
  { sentence, article }: ArticleSentence,
  strengthIn: TermMatcher,
): readonly unknown[] {
  const words = wordsOf(sentence.text, article.language);
  return words.filter(
    (word) => strengthIn(actionTerm, contentOf([word], article.language)) > 0 && !isSpeechWord(word.text),
  );
}

function isSpeechWord(word: string): boolean {
  return /^(?:said|says|told|added|announced|erklärte|sagte)$/u.test(word);
}
