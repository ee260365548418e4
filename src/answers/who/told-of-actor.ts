import { findCountry } from '../../text/countries.ts';
import { isCalendarWord } from '../../text/dates-words.ts';
import { fold } from '../../text/terms.ts';
import type { Line } from '../lines.ts';

const openingLines = 2;

/** Where a text names an actor: by a whole name, else by its last word. */
export function positionOf(text: string, names: readonly string[]): { start: number; end: number } | undefined {
  const folded = fold(text);
  const whole = names.toSorted((a, b) => b.length - a.length);
  const parts = [...whole, ...whole.flatMap((name) => name.split(' ').slice(-1))].filter((name) => name.length > 2);
  for (const name of parts) {
    const start = folded.indexOf(fold(name));
    if (start >= 0) return { start, end: start + name.length };
  }
  return undefined;
}

/** Whether a line tells of the actor rather than of somebody whom it names first: not "Roe, a member of Doe's party, said ...". */
export function isToldOf(line: Line, names: readonly string[], lines: readonly Line[]): boolean {
  const { text } = line.sentence;
  const at = positionOf(text, names);
  if (!at) return false;
  if (opensOn(line, names)) return true;
  if (doneTo.test(text.slice(0, at.start).replace(titleRun, ''))) return true;
  if (pronounFirst.test(text) || isOfRelative(text.slice(at.end))) return false;
  // German capitals are no names.
  if (line.article.language.startsWith('de')) return !leadsToAnother(text, at);
  return !namesAnotherBefore(text.slice(0, at.start), line, lines) && !leadsToAnother(text, at);
}

/** "Roe named Doe as minister": what was done to the actor is told of it. */
const doneTo =
  /\b(?:named|appoint\w*|elected|chose|nominated|promoted|arrest\w*|detain\w*|accus\w+|charg\w+|sentenced|convicted|jailed|released|killed|shot|injured|fired|dismissed|sacked|ousted|toppled|suspended|replac\w+|succeeded|sued|beat|defeated|signed|expelled|banned|barred|blocked|honored|awarded)(?: (?:the|an?|its|his|her|then|former|jailed|ousted))* $/u;

/** "He did not change Doe's mind": he is another. */
const pronounFirst = /^["“„]?(?:he|she|his|her|they|their|who|whose|er|sie|ihre?|seine?)(?![\p{L}])/iu;

/** "Doe's predecessor said ...", but not "Doe's spokesman said he was well". */
function isOfRelative(behind: string): boolean {
  return ownsSomebody.test(behind) && !/\b(?:he|she|him|they)\b/u.test(behind);
}

/** What stands behind a name where somebody else is meant: "Doe's predecessor". */
export const ownsSomebody =
  /^[’']s? (?:[\p{L}-]+ ){0,3}?(?:predecessor|successor|challenger|rival|opponent|critic|lawyer|attorney|wife|husband|son|daughter|brother|sister|father|mother|spokes\p{Ll}+|aide|adviser|colleague|counterpart|supporter|ally|allies)s?\b/iu;

/** The first lines of an article whose headline names the actor. */
function opensOn({ article, sentence }: Line, names: readonly string[]): boolean {
  return sentence.index < openingLines && positionOf(article.headline, names) !== undefined;
}

/** "Doe was to follow Chancellor Roe. He ...": somebody stands before the name, and the title right before it is not who. */
export function namesAnotherBefore(told: string, { article }: Line, lines: readonly Line[]): boolean {
  const before = told.replaceAll(quoted, '').replace(setting, '').replace(reporting, '').replace(titleRun, '');
  return [...before.matchAll(/\p{Lu}[\p{L}-]+/gu)].some(
    ({ 0: word, index }) =>
      !isCalendarWord(fold(word)) &&
      !/^\p{Lu}{2,}$/u.test(word) &&
      findCountry(word, article.language) === undefined &&
      (before.slice(0, index).trim() !== '' || isNameElsewhere(word, lines)),
  );
}

/** "In the Senate on Tuesday, Doe ...": where and when, before who. */
const setting =
  /^(?:In|On|At|During|After|Before|Since|From|Under|Within|Despite|Amid|By|Im|In der|Am|Seit|Nach|Vor) [^,]*, (?=(?:\p{Lu}[\p{L}.'’-]* )*$)/u;
/** "Roe said Doe ...": what she said is told of Doe. */
const reporting =
  /^.*\b(?:said|says|announced|reported|confirmed|added|claimed)(?: on \p{Lu}\p{Ll}+| late| earlier)?(?: that)? (?=(?:\p{Lu}[\p{L}.'’-]* )*$)/u;
/** What the actor is called right before the name: "Acme founder ", "Foreign Minister ". */
const titleRun =
  /(?:(?:\p{Lu}[\p{L}.'’-]*|and|of|former|jailed|then|candidate|leader|chief|boss|star|coach|activist|politician|lawmaker|tycoon|businessm[ae]n|head|spokes\p{Ll}+|official|expert|founder|critic|president|minister|chancellor|mayor|governor|senator|director|lawyer|author|singer|actor|actress|player|striker|goalkeeper) )+$/u;
const quoted = /["“„][^"”]*["”]?/gu;

/** "For Jane Doe, the plan is ...": what follows the comma is no word on her. */
export const leadIn =
  /^(?:For|With|Without|To|Like|Unlike|Under|Beside|Besides|According to|Für|Mit|Ohne|Laut|Unter) $/u;

/** The actor stands in what only leads to whom the sentence tells of: "The son of a Doe adviser, Roe studied ...", "Before Doe came, Roe spoke". */
function leadsToAnother(text: string, at: { readonly start: number; readonly end: number }): boolean {
  if (!leadingPart.test(text.slice(0, at.start))) return false;
  const [, subject] = subjectBehind.exec(text.slice(at.end)) ?? [];
  return subject !== undefined && !text.slice(at.start, at.end).includes(subject.split(' ').at(-1) ?? subject);
}

const leadingPart =
  /^(?:(?:An?|The|Another) (?:[\p{L}-]+ ){1,6}(?:of|to|for|in|at|among|after|under|behind|with)\b|(?:Before|After|When|While|Speaking|Following|As|Unlike|Like|Meeting|Asked|Alongside|Together with|Since|Though|Although|Because|Nachdem|Bevor|Als|Während)\b)[^,]*(?:,[^,]*)?$/u;
const subjectBehind = /^[^,]*(?:,[^,]*)??, (\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*)(?:['’]s)? \p{Ll}+/u;

/** The first word of a sentence is capital anyway: a name is capital within sentences too, and always. */
function isNameElsewhere(word: string, lines: readonly Line[]): boolean {
  const holders = lines.filter(({ words }) => words.includes(fold(word))).map(({ sentence }) => ` ${sentence.text} `);
  const small = new RegExp(`[^\\p{L}]${word.toLowerCase()}[^\\p{L}]`, 'u');
  return holders.some((text) => text.indexOf(` ${word}`) > 1) && !holders.some((text) => small.test(text));
}
