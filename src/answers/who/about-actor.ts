import { findCountry } from '../../text/countries.ts';
import { isCalendarWord } from '../../text/dates-words.ts';
import { fold } from '../../text/terms.ts';
import type { ArticleSentence } from '../article-sentences.ts';

const openingLines = 2;

/** Where a text names an actor: by a full name, else by its last word. */
export function positionOf(text: string, names: readonly string[]): { start: number; end: number } | undefined {
  const folded = fold(text);
  const whole = names.toSorted((a, b) => b.length - a.length);
  const parts = [...whole, ...whole.flatMap((name) => name.split(' ').slice(-1))].filter(
    (name) => name.length > 2 || wordOfTwo.test(name),
  );
  for (const name of parts) {
    const start = folded.indexOf(fold(name));
    if (start >= 0) return { start, end: start + name.length };
  }
  return undefined;
}

/** In Chinese two characters are a name; in an alphabet two letters stand in many words. */
const wordOfTwo = /^\p{Ideographic}{2}$/u;

/** Whether a sentence is about the actor rather than about somebody named first: not "Roe, a member of Doe's party, said ...". */
export function isAboutActor(
  line: ArticleSentence,
  names: readonly string[],
  lines: readonly ArticleSentence[],
): boolean {
  const { text } = line.sentence;
  const at = positionOf(text, names);
  if (!at) return false;
  if (opensOn(line, names)) return true;
  if (doneTo.test(text.slice(0, at.start).replace(titleRun, ''))) return true;
  if (pronounFirst.test(text) || isOfRelative(text.slice(at.end))) return false;
  // German capitalizes all nouns.
  if (line.article.language.startsWith('de')) return !leadsToAnother(text, at);
  return !namesAnotherBefore(text.slice(0, at.start), line, lines) && !leadsToAnother(text, at);
}

/** "Roe named Doe as minister": as a patient, the actor is what the sentence is about. */
const doneTo =
  /\b(?:named|appoint\w*|elected|chose|nominated|promoted|arrest\w*|detain\w*|accus\w+|charg\w+|sentenced|convicted|jailed|released|killed|shot|injured|fired|dismissed|sacked|ousted|toppled|suspended|replac\w+|succeeded|sued|beat|defeated|signed|expelled|banned|barred|blocked|honored|awarded)(?: (?:the|an?|its|his|her|then|former|jailed|ousted))* $/u;

/** "He did not change Doe's mind": the pronoun is somebody else. */
const pronounFirst = /^["“„]?(?:he|she|his|her|they|their|who|whose|er|sie|ihre?|seine?)(?![\p{L}])/iu;

/** "Doe's predecessor said ...", but not "Doe's spokesman said he was well". */
function isOfRelative(behind: string): boolean {
  return ownsSomebody.test(behind) && !/\b(?:he|she|him|they)\b/u.test(behind);
}

/** What follows a name if somebody else is meant: "Doe's predecessor". */
const ownsSomebody =
  /^[’']s? (?:[\p{L}-]+ ){0,3}?(?:predecessor|successor|challenger|rival|opponent|critic|lawyer|attorney|wife|husband|son|daughter|brother|sister|father|mother|spokes\p{Ll}+|aide|adviser|colleague|counterpart|supporter|ally|allies)s?\b/iu;

/** The first sentences of an article whose headline names the actor. */
function opensOn({ article, sentence }: ArticleSentence, names: readonly string[]): boolean {
  return sentence.index < openingLines && positionOf(article.headline, names) !== undefined;
}

/** Whether somebody else is named before the actor, not counting the actor's own title: "Chancellor Roe met Doe. He ..." is ambiguous. */
export function namesAnotherBefore(
  textBefore: string,
  { article }: ArticleSentence,
  lines: readonly ArticleSentence[],
): boolean {
  const before = textBefore.replaceAll(quoted, '').replace(setting, '').replace(reporting, '').replace(titleRun, '');
  return [...before.matchAll(/\p{Lu}[\p{L}-]+/gu)].some(
    ({ 0: word, index }) =>
      !isCalendarWord(fold(word)) &&
      !/^\p{Lu}{2,}$/u.test(word) &&
      findCountry(word, article.language) === undefined &&
      (before.slice(0, index).trim() !== '' || isNameElsewhere(word, lines)),
  );
}

/** "In the Senate on Tuesday, Doe ...": place and time before the subject. */
const setting =
  /^(?:In|On|At|During|After|Before|Since|From|Under|Within|Despite|Amid|By|Im|In der|Am|Seit|Nach|Vor) [^,]*, (?=(?:\p{Lu}[\p{L}.'’-]* )*$)/u;
/** "Roe said Doe ...": what she said is about Doe. */
const reporting =
  /^.*\b(?:said|says|announced|reported|confirmed|added|claimed)(?: on \p{Lu}\p{Ll}+| late| earlier)?(?: that)? (?=(?:\p{Lu}[\p{L}.'’-]* )*$)/u;
/** Titles right before the name: "Acme founder ", "Foreign Minister ". */
const titleRun =
  /(?:(?:\p{Lu}[\p{L}.'’-]*|and|of|former|jailed|then|candidate|leader|chief|boss|star|coach|activist|politician|lawmaker|tycoon|businessm[ae]n|head|spokes\p{Ll}+|official|expert|founder|critic|president|minister|chancellor|mayor|governor|senator|director|lawyer|author|singer|actor|actress|player|striker|goalkeeper) )+$/u;
const quoted = /["“„][^"”]*["”]?/gu;

/** "For Jane Doe, the plan is ...": what follows the comma is not about her. */
export const leadIn =
  /^(?:For|With|Without|To|Like|Unlike|Under|Beside|Besides|According to|Für|Mit|Ohne|Laut|Unter) $/u;

/** The actor is only in a leading phrase, and the subject is another: "The son of a Doe adviser, Roe studied ...", "Before Doe came, Roe spoke". */
function leadsToAnother(text: string, at: { readonly start: number; readonly end: number }): boolean {
  if (!leadingPart.test(text.slice(0, at.start))) return false;
  const [, subject] = subjectAfter.exec(text.slice(at.end)) ?? [];
  return subject !== undefined && !text.slice(at.start, at.end).includes(subject.split(' ').at(-1) ?? subject);
}

const leadingPart =
  /^(?:(?:An?|The|Another) (?:[\p{L}-]+ ){1,6}(?:of|to|for|in|at|among|after|under|behind|with)\b|(?:Before|After|When|While|Speaking|Following|As|Unlike|Like|Meeting|Asked|Alongside|Together with|Since|Though|Although|Because|Nachdem|Bevor|Als|Während)\b)[^,]*(?:,[^,]*)?$/u;
const subjectAfter = /^[^,]*(?:,[^,]*)??, (\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*)(?:['’]s)? \p{Ll}+/u;

/** The first word of a sentence is always capitalized; a name is capitalized within sentences too, and always. */
function isNameElsewhere(word: string, lines: readonly ArticleSentence[]): boolean {
  const holders = lines.filter(({ words }) => words.includes(fold(word))).map(({ sentence }) => ` ${sentence.text} `);
  const small = new RegExp(`[^\\p{L}]${word.toLowerCase()}[^\\p{L}]`, 'u');
  return holders.some((text) => text.indexOf(` ${word}`) > 1) && !holders.some((text) => small.test(text));
}
