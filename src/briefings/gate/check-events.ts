import { numberValue } from '../../language/numbers.ts';
import { fold } from '../../language/terms.ts';
import { newsTerms } from '../../stories/news-words.ts';
import { tollOf } from '../../stories/tolls.ts';
import type { GateCase, Objection } from './gate.ts';
import { type GateText, type GateWord, shareStem } from './gate-text.ts';
import { neutral } from './neutral-words.ts';

/** Words of a phrase behind a preposition say where or with what, not who. */
const prepositions =
  /^(?:in|at|near|from|of|for|on|to|with|against|over|off|by|since|until|till|as|during|into|around|outside|under|im|am|an|bei|beim|aus|nach|auf|fur|mit|gegen|vor|uber|vom|von|seit|wahrend|durch|unter|zum|zur|zu|des|der|bis|als)$/;
/** Behind one stands a noun, no deed. */
const article = /^(?:the|an?|its|his|her|their|der|die|das|den|dem|eine?[nmrs]?)$/;
/** "..., forcing the airport to close": of whom it is told, stands before. */
const participleOpening = /\p{L}{3}ing$/u;
const relative = /^(?:that|who|which|whose|die|der|das|dessen|deren)$/;
/** A German participle ends the clause that it tells. */
const participle = /^(?:\p{L}{2,6})?ge\p{L}{2,}(?:t|en)$|\p{L}{3,}iert$/u;
/** Of these nothing new is claimed. */
const saying =
  /^(?:gesagt|mitgeteilt|angegeben|berichtet|gemeldet|genannt|gewesen|geworden|gehabt|gegeben|gegangen|gekommen)$/;

/**
 * What happened must have happened to those of whom it is told: an event of the statement is looked for in the clause it comes from, whose
 * subject it must share; a toll must be of the dead where the source's is; and a German clause may end with no deed that is nowhere cited.
 */
export function checkEvents({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  if (!sameLanguage) return undefined;
  return anotherToll(statement, evidence) ?? anotherSubject(statement, evidence) ?? unseenDeed(statement, evidence);
}

function anotherToll(statement: GateText, evidence: readonly GateText[]): Objection | undefined {
  const tollsIn = ({ words, language }: GateText) => words.flatMap(({ text }) => tollOf(text, language) ?? []);
  const cited = new Set(evidence.flatMap(tollsIn));
  const unseen = tollsIn(statement).find((toll) => !cited.has(toll));
  return cited.size > 0 && unseen ? { reason: 'support', detail: `no cited sentence has any ${unseen}` } : undefined;
}

function anotherSubject(statement: GateText, evidence: readonly GateText[]): Objection | undefined {
  const cited = evidence.flatMap(clausesOf);
  for (const clause of clausesOf(statement)) {
    // "The ferry that sank carried ...": whose clause it is, stands before.
    if (clause[0] && !clause[0].opensSentence && relative.test(clause[0].key)) continue;
    for (const [at, event] of clause.entries()) {
      if (!isEvent(event, statement.language) || article.test(clause[at - 1]?.key ?? '')) continue;
      const subject = subjectOf(clause.slice(0, at)).filter(
        (word) => !isNameOrNumber(word, statement.language, evidence),
      );
      // Words that stand nowhere in the sources are a paraphrase, which is judged elsewhere; these were moved.
      if (!subject.some((word) => cited.some((other) => hasSame(other, word)))) continue;
      const sources = cited.filter((other) => hasSame(other, event));
      const object = objectOf(clause, at, statement.language).find(
        (word) => cited.some((other) => hasSame(other, word)) && !sources.some((other) => hasSame(other, word)),
      );
      if (
        object &&
        sources.length > 0 &&
        sources.every((other) => hasOwnSubject(other, event) || statement.language !== 'de')
      )
        return { reason: 'actors', detail: `"${event.text}" is told of something else than ${object.text}` };
      if (sources.length > 0 && !sources.some((other) => isToldOf(other, event, subject)))
        return { reason: 'actors', detail: `"${event.text}" is told of something else than ${subject[0]?.text}` };
    }
  }
  return undefined;
}

/** What a German participle has before it, and an English verb right behind it, up to a preposition. */
function objectOf(clause: readonly GateWord[], at: number, language: string): readonly GateWord[] {
  if (!isDone(clause[at], language)) return [];
  const behind = clause.slice(at + 1);
  const end = behind.findIndex(({ text }) => prepositions.test(fold(text)));
  const beside = language === 'de' ? subjectOf(clause.slice(0, at)) : behind.slice(0, end < 0 ? behind.length : end);
  return beside.filter(({ term, key }) => term !== undefined && !neutral.test(key));
}

/** A clause without a subject of its own has that of the one before. */
function isToldOf(clause: readonly GateWord[], event: GateWord, subject: readonly GateWord[]): boolean {
  return !hasOwnSubject(clause, event) || subject.some((word) => hasSame(clause, word));
}

function hasOwnSubject(clause: readonly GateWord[], event: GateWord): boolean {
  const at = clause.findIndex((word) => isSame(word, event));
  return !participleOpening.test(clause[0]?.key ?? '') && subjectOf(clause.slice(0, at)).length > 0;
}

function unseenDeed({ words, language }: GateText, evidence: readonly GateText[]): Objection | undefined {
  if (language !== 'de') return undefined;
  const deed = words.find((word, index) => {
    const ends = words[index + 1]?.clause !== word.clause;
    return ends && !word.isCapital && participle.test(word.key) && !saying.test(word.key);
  });
  const isCited = deed && evidence.some((text) => text.words.some((word) => isSame(word, deed) || isForm(word, deed)));
  return deed && !isCited ? { reason: 'support', detail: `no cited sentence has ${deed.text}` } : undefined;
}

function clausesOf({ words }: GateText): readonly (readonly GateWord[])[] {
  return [...Map.groupBy(words, ({ clause }) => clause).values()];
}

/** A word of the trade, or what looks like a verb that is done. */
function isEvent(word: GateWord, language: string): boolean {
  const { term, key, isCapital } = word;
  if (term === undefined || isCapital || neutral.test(key)) return false;
  return newsTerms(language).has(term) || isDone(word, language);
}

function isDone(word: GateWord | undefined, language: string): boolean {
  return word !== undefined && (language === 'de' ? participle.test(word.key) : /\p{L}{3}ed$/u.test(word.key));
}

/** Names and numbers have checks of their own; a German noun is no name for being capitalized, nor an English one that opens. */
function isNameOrNumber(
  { key, isCapital, opensSentence }: GateWord,
  language: string,
  evidence: readonly GateText[],
): boolean {
  if (neutral.test(key) || numberValue(key, language) !== undefined) return true;
  if (language === 'de' || !isCapital) return false;
  return (
    !opensSentence ||
    evidence.some(({ words }) => words.some((word) => word.key === key && word.isCapital && !word.opensSentence))
  );
}

/** The words before the event that stand behind no preposition. */
function subjectOf(before: readonly GateWord[]): readonly GateWord[] {
  return before.filter(
    (word, index) =>
      word.term !== undefined &&
      ![1, 2, 3].some((back) => {
        const earlier = before[index - back];
        // "Around 300 hectares have burned": this one says how many.
        const counts = /^\p{N}/u.test(before[index - back + 1]?.key ?? '');
        return earlier !== undefined && !counts && prepositions.test(fold(earlier.text));
      }),
  );
}

function isSame(one: GateWord, other: GateWord): boolean {
  return one.key === other.key || (one.term !== undefined && one.term === other.term) || shareStem(one.key, other.key);
}

function hasSame(clause: readonly GateWord[], word: GateWord): boolean {
  return clause.some((one) => isSame(one, word));
}

/** A strong verb changes its vowels only: "hebt" and "angehoben", "sprach frei" and "freigesprochen". */
function isForm({ key }: GateWord, deed: GateWord): boolean {
  const consonants = (text: string) =>
    text
      .replace(/(?:t|te|ten|en|e|st)$/, '')
      .replace(/[aeiou]/g, '')
      .replace(/(.)\1/g, '$1');
  const root = consonants(deed.key.replace(/^.*?ge(?=\p{L}{3})/u, ''));
  return root.length > 1 && consonants(key) === root;
}
