import { fold, wordsOf } from '../language/terms.ts';
import { contentOf, type Line } from './lines.ts';
import type { TermMatcher, WantedTerm } from './match-terms.ts';
import type { Question } from './question.ts';

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
    const isSpeaker =
      speech.en.test(behind) || speech.de.test(behind) || (speaksLast.test(before) && ends.test(behind));
    return isSpeaker && !/\b(?:say|said|tell|told|sagt\w*)\b/u.test(inQuestion) && deeds.length > 0;
  });
}

function deedsIn(done: WantedTerm, { sentence, article }: Line, strengthIn: TermMatcher): readonly unknown[] {
  const words = wordsOf(sentence.text, article.language);
  return words.filter((word) => strengthIn(done, contentOf([word], article.language)) > 0 && !isSpeechWord(word.text));
}

function isSpeechWord(word: string): boolean {
  return /^(?:said|says|told|added|announced|erklärte|sagte)$/u.test(word);
}
