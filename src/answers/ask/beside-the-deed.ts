import { firstNames } from '../../actors/lists/first-names.ts';
import { fold, wordsOf } from '../../text/terms.ts';
import { contentOf, type Line } from '../lines.ts';
import type { Question } from '../question/question.ts';
import { ownsSomebody } from '../who/told-of-actor.ts';
import type { TermMatcher, WantedTerm } from './match-terms.ts';
import type { Met } from './meet-terms.ts';

/** What a speaker says is told of others: "Doe said Roe was held". */
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
 * Whether whom a question asks about is named in the line only beside what it tells: as who says it, or as where it happened. "Why was Doe
 * held?" is not answered by "Doe said there are no grounds for holding Roe", nor "did Norland attack?" by "an attack in Norland".
 */
export function standsBeside(question: Question, line: Line, strengthIn: TermMatcher): boolean {
  const { subject, verb, deed, action, terms, text: asked } = question;
  const named = terms.find(({ term }) => term === subject);
  const done = terms.find(({ term }) => term === (deed ?? verb ?? action));
  if (!named || !done || strengthIn(done, line) === 0) return false;
  const { text } = line.sentence;
  const places = [...text.matchAll(new RegExp(`(?<![\\p{L}])${RegExp.escape(named.text)}(?![\\p{L}])`, 'gu'))];
  if (places.length === 0) return false;
  const deeds = deedsIn(done, line, strengthIn);
  const inQuestion = fold(asked);
  return places.every(({ index }) => {
    const [before, behind] = [text.slice(0, index), text.slice(index + named.text.length)];
    if (place.test(before) && !place.test(asked.slice(0, asked.indexOf(named.text))))
      return named.country !== undefined;
    if (ownsSomebody.test(behind) && !ownsSomebody.test(asked.slice(asked.indexOf(named.text) + named.text.length)))
      return true;
    const isSpeaker =
      speech.en.test(behind) || speech.de.test(behind) || (speaksLast.test(before) && ends.test(behind));
    return isSpeaker && !/\b(?:say|said|tell|told|sagt\w*)\b/u.test(inQuestion) && deeds.length > 0;
  });
}

/** A line that neither names a person nor goes on about one, but names another in full, is on that other. */
export function isOnSomebodyElse(
  { subject, forenames = [], terms, text: asked }: Question,
  { sentence }: Line,
  met: readonly Met[],
): boolean {
  const named = met.filter(({ wanted }) => wanted.term === subject || forenames.includes(wanted.term));
  const isPerson = terms.some(({ term, isName, country }) => term === subject && isName && country === undefined);
  if (!isPerson || named.some(({ own, total }) => own > 0 || total >= goesOnAbout)) return false;
  return [...sentence.text.matchAll(fullName)].some(
    ({ 1: given = '', 2: family = '', index }) =>
      !asked.includes(given) &&
      !asked.includes(family) &&
      (firstNames.has(fold(given)) || index < subjectReach) &&
      !/\b(?:he|she|his|her|him)\b/iu.test(sentence.text.slice(0, sentence.text.indexOf(given))),
  );
}

/** Characters within which a sentence names whom it is on. */
const subjectReach = 25;
const fullName = /(?<![\p{L}])(\p{Lu}\p{Ll}[\p{L}-]*) (\p{Lu}\p{Ll}[\p{L}-]*)/gu;

/** What a term is worth that the sentence leaned on names. */
const goesOnAbout = 0.85;

function deedsIn(done: WantedTerm, { sentence, article }: Line, strengthIn: TermMatcher): readonly unknown[] {
  const words = wordsOf(sentence.text, article.language);
  return words.filter((word) => strengthIn(done, contentOf([word], article.language)) > 0 && !isSpeechWord(word.text));
}

function isSpeechWord(word: string): boolean {
  return /^(?:said|says|told|added|announced|erklärte|sagte)$/u.test(word);
}
