import { findCountry } from '../../text/countries.ts';
import { marks } from '../../text/marks.ts';
import { fold } from '../../text/terms.ts';
import type { ArticleSentence } from '../article-sentences.ts';
import type { Question } from '../question/question.ts';

/** Asks for somebody's words. */
export const asksWords =
  /^(?:what|how|why) (?:did|does|do|has|have|was|were|is)\b.*\b(?:say|said|tell|told|comment|think|respond|react|reaction|response|comments?|opinion)\b/iu;
const speech =
  /["“„][^"”]{25,}|(?<!\b(?:was|were|been|being|be|is|are) )\b(?:sa(?:y|ys|id)|t(?:ell|ells|old)|add(?:s|ed)|announc\w+|argu\w+|according to|assur\w+|call(?:s|ed)|claim\w*|condemn\w*|confirm\w*|critici[sz]\w*|declar\w+|den(?:y|ies|ied)|demand\w*|describ\w+|dismiss\w*|emphasi[sz]\w*|explain\w*|express\w*|insist\w*|not(?:es|ed)|prais\w+|promis\w+|propos\w+|react\w*|reject\w*|repl(?:y|ies|ied)|respond\w*|stat(?:es|ed)|stress\w*|suggest\w*|thank\w*|th(?:inks?|ought)|urg\w+|vow\w*|voic\w+|warn\w*|welcom\w+|wr(?:ites|ote)|post(?:s|ed)|tweet\w*|accus\w+|believ\w+|hop(?:es|ed)|consider\w*|express\w+|comment\w*|point(?:s|ed) out|acknowledg\w+|admit\w*)\b/iu;
const everySpeech = new RegExp(speech, 'giu');
const plainSpeech =
  /(?<!\b(?:was|were|been|being|be|is|are) )\b(?:sa(?:y|ys|id)|told|tells|added|argued|announced|called|claimed|condemned|criticized|declared|demanded|emphasized|explained|insisted|noted|praised|promised|rejected|replied|responded|stressed|suggested|urged|vowed|warned|welcomed|wrote|writes|posted|tweeted|accused)\b|(?<![\p{L}])(?:sagte?|erklärte|betonte|forderte|warnte|kritisierte|schrieb|teilte)(?![\p{L}])/giu;
const meantByPronoun =
  /^["“„]?(?:he|she|they|it|his|her|their|its)\b|["”],? (?:he|she|they|it) (?:also )?\p{Ll}+(?:ed|id|s)\b/iu;
/** Characters after a speech verb within which its speaker may be named: "..., said Prime Minister Jane Doe". */
const behind = 45;

/** What a law says is not speech. */
const documents =
  /^(?:article|section|report|law|bill|act|study|survey|poll|constitution|statement|treaty|letter|text|resolution|document|charter|rule|ruling)s?$/iu;

/** "What did Doe say about it?" is answered only by her words: she is named before a speech verb, or right after it. */
export function isSpokenBySubject(question: Question, { sentence: { text } }: ArticleSentence): boolean {
  const { subject, language, terms } = question;
  const speaker = terms.find(({ term }) => term === subject);
  if (language !== 'en' || !speaker || documents.test(speaker.text) || !asksWords.test(question.text)) return true;
  // A person named within a quotation is not its speaker.
  const places = placesOf(speaker.text, speaker.country, withoutQuotes(text), language);
  if (places.length === 0 && placesOf(speaker.text, speaker.country, text, language).length > 0) return false;
  if (places.length === 0) return speech.test(text) && meantByPronoun.test(text);
  return speaks(places, text);
}

/** Whether the text attributes its words to this name: the name is right next to the speech verb. */
export function isSpokenBy(name: string, text: string, language: string): boolean {
  const ownWords = withoutQuotes(text);
  const places = placesOf(name, undefined, ownWords, language);
  return [...ownWords.matchAll(plainSpeech)].some(({ index, 0: verb }) =>
    places.some((place) =>
      place < index
        ? isBeside(ownWords.slice(place + name.length, index))
        : isBeside(ownWords.slice(index + verb.length, place)),
    ),
  );
}

/** A title, an age or a day may come between. */
function isBeside(between: string): boolean {
  return between.length <= behind && !/[.;]/u.test(between) && !/\b(?:is|are|had|were|that|which|as)\b/u.test(between);
}

/** Verbs whose object is a person: whoever is named right after them does not speak. */
const takesPerson = /^(?:accus|critici|condemn|prais|urg|thank|describ|call|tell|told|welcom|reject|dismiss)/iu;

/** A speaker is named before a speech verb, or right after it. */
function speaks(places: readonly number[], text: string): boolean {
  return [...text.matchAll(everySpeech)].some(({ index, 0: verb }) =>
    places.some((place) =>
      place < index
        ? !/^according/iu.test(verb)
        : (place - index <= behind && !takesPerson.test(verb)) || /^["“„]/u.test(verb),
    ),
  );
}

/** Words of a quotation that began in the sentence before. */
const afterQuotation = new RegExp(`^[^${marks.quote}]*[${marks.end}${marks.comma}][${marks.quote}] `, 'u');

/** Keeps the offsets. */
function withoutQuotes(text: string): string {
  const opened = afterQuotation.exec(text)?.[0] ?? '';
  const rest = text.slice(opened.length).replaceAll(/["“„][^"”]*["”]?/gu, (quote) => ' '.repeat(quote.length));
  return ' '.repeat(opened.length) + rest;
}

function placesOf(name: string, country: string | undefined, text: string, language: string): readonly number[] {
  const wanted = fold(name);
  return [...text.matchAll(/\p{Lu}[\p{L}’'-]*/gu)]
    .filter(({ 0: word }) => {
      const bare = word.replace(/['’]s?$/u, '');
      return fold(bare) === wanted || (country !== undefined && findCountry(bare, language)?.code === country);
    })
    .map(({ index }) => index);
}
