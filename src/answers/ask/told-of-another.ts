import { findCountry } from '../../text/countries.ts';
import { isCalendarWord } from '../../text/dates-words.ts';
import { fold, stopWords, wordsOf } from '../../text/terms.ts';
import { contentOf, type Line } from '../lines.ts';
import type { Question } from '../question/question.ts';
import type { TermMatcher, WantedTerm } from './match-terms.ts';

/** What may stand between a doer and the deed. */
const between =
  '(?:,? (?:who|which|that|has|have|had|will|would|to|is to|are to|also|then|later|once|recently|already|never|not|reportedly|allegedly))*';
const name = String.raw`(?:\p{Lu}[\p{L}'’-]+ )*\p{Lu}[\p{L}'’-]+`;
/** "Jane Doe of Acme" is one doer. */
const whole = `(${name}(?: (?:of|from) (?:the )?${name})*)`;
const doerRightBefore = new RegExp(`${whole}${between} $`, 'u');
const patientRightBefore = new RegExp(
  `${whole}(?:,? (?:who|which|has|have|had|also|then|later|once|already|not))* (?:is|was|were|been|be|being) $`,
  'u',
);
const isPassive = /\b(?:is|are|was|were|been|be|being|get|got) (?:\p{Ll}+ly )?$/u;
/** The first name within reach of the deed, no comma between. */
const nameBehind = /^((?: [\p{Ll}\d-]+){0,5}?) ((?:\p{Lu}[\p{L}'’-]+ ?)+)/u;

/**
 * Whether a line tells the deed asked about only of somebody else: "when did Doe die?" is not answered by "Roe, who died this year", nor
 * "why was Doe suspended?" by "the league suspended Roe". Where the line does not tell it, those around it must not tell it of another.
 * English only: its word order says who does what to whom.
 */
export function isToldOfAnother(
  question: Question,
  line: Line,
  around: readonly Line[],
  strengthIn: TermMatcher,
): boolean {
  const { subject, verb, action, language } = question;
  const wanted = question.terms.find(({ term }) => term === (verb ?? action));
  if (language !== 'en' || !wanted || (subject === undefined && action === undefined)) return false;
  const own = placesOf(wanted, line, strengthIn);
  if (own.length > 0) return own.every((place) => isOthers(question, line.sentence.text, place));
  const near = around.flatMap((other) => placesOf(wanted, other, strengthIn).map((place) => ({ place, other })));
  return near.length > 0 && near.every(({ place, other }) => isOthers(question, other.sentence.text, place));
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function placesOf(wanted: WantedTerm, { sentence, article }: Line, strengthIn: TermMatcher): readonly Place[] {
  const words = wordsOf(sentence.text, article.language);
  return words.filter((word) => strengthIn(wanted, contentOf([word], article.language)) > 0);
}

function isOthers(question: Question, text: string, { start, end }: Place): boolean {
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  const isDonePassively = isPassive.test(before);
  // "Roe was killed" and "a survey published on Monday" do not say who did it.
  if (question.action !== undefined)
    return isDonePassively || isReducedPassive(before, behind) ? !/\bby\b/u.test(behind) : isOfNobody(question, behind);
  const isPassiveAsked = passiveAsked.test(question.text);
  const doer = isDonePassively ? patientRightBefore.exec(before)?.[1] : doerOf(before);
  if (isDonePassively === isPassiveAsked && doer !== undefined && isNewName(doer, question)) return true;
  if (isDonePassively || !(verbForm.test(text.slice(start, end)) || /^ of /u.test(behind))) return false;
  if (!isPassiveAsked && isOfNobody(question, behind)) return true;
  const object = firstName(behind);
  if (object === undefined || !isNewName(object, question)) return false;
  if (isPassiveAsked) return !mentionsAsked(question, behind.slice(0, clause), () => true);
  const objects = objectsOf(question);
  return objects.length > 0 && !mentionsAsked(question, behind, (word) => objects.includes(word));
}

/** "A survey published on Monday": what it was done to stands before it. */
function isReducedPassive(before: string, behind: string): boolean {
  return (
    /\b(?:an?|the|this|its|his|her|their) (?:[\p{Ll}-]+ ){0,2}(?!(?:have|has|had|who|that|which|and|or|also|then|later|first|never|not) )[\p{Ll}-]+ $/u.test(
      before,
    ) && /^ (?:on|in|at|this|last|earlier|by)\b/u.test(behind)
  );
}

/** Right before the deed; of "Roe was convicted and now lives there" who opens the sentence. */
function doerOf(before: string): string | undefined {
  return doerRightBefore.exec(before)?.[1] ?? doerOfTwo.exec(before)?.[1];
}

const doerOfTwo = /^((?:\p{Lu}[\p{L}'’-]+ )*\p{Lu}[\p{L}'’-]+) \p{Ll}.*,? and (?:\p{Ll}+ )?$/u;

/** "To replace a raft of players" is not to replace Doe. */
function isOfNobody(question: Question, behind: string): boolean {
  return (
    (question.objects ?? objectsOf(question)).length > 0 &&
    /^ (?:an?|another|other|several|some|many|more|any|every|all|two|three|four|five)\b/u.test(behind) &&
    !fold(question.text).includes(fold(behind.trim().split(/\s+/u).slice(0, 2).join(' ')).replace(/\p{P}+$/u, ''))
  );
}

function objectsOf(question: Question): readonly string[] {
  return question.terms
    .filter(({ text, isName, isDate }) => isName && !isDate && isBehindVerb(question, text))
    .map(({ text }) => text);
}

/** Characters behind a deed in which whom it was done to stands. */
const clause = 60;
/** Not "the sale" or "the poisoning", behind which no object stands. */
const verbForm =
  /^(?:\p{Ll}+(?:ed|[^s]s)|met|won|beat|paid|sold|bought|shot|hit|took|left|lost|sent|gave|held|led|told|wed)$/u;

/** "Was Doe suspended?", "why were the jewels sold?" */
const passiveAsked = /\b(?:is|are|was|were|been|be|being)\b/u;

function firstName(behind: string): string | undefined {
  const [, gap = '', run = ''] = nameBehind.exec(behind) ?? [];
  const names = run.split(' ').filter((word) => word !== '' && !isCalendarWord(fold(word)));
  return names.length > 0 && !/\b(?:that|as|by|when|after|because)\b/u.test(gap) ? names.join(' ') : undefined;
}

function isBehindVerb({ text, verb, terms }: Question, word: string): boolean {
  const verbText = terms.find(({ term }) => term === verb)?.text;
  return verbText !== undefined && text.indexOf(word) > text.indexOf(verbText);
}

function mentionsAsked({ terms, language }: Question, text: string, isAsked: (word: string) => boolean): boolean {
  return terms.some(
    ({ text: word, isName, country }) =>
      isName &&
      isAsked(word) &&
      (fold(text).includes(fold(word)) ||
        (country !== undefined &&
          wordsOf(text, language).some((each) => findCountry(each.text, language)?.code === country))),
  );
}

/** No word of it stands in the question, nor a state's other name. */
function isNewName(name: string, { text, terms, language, subject }: Question): boolean {
  const asked = fold(text);
  const states = new Set(terms.flatMap(({ country }) => country ?? []));
  const names = name.split(/[ -]/u).map((word) => word.replace(/['’]s?$/u, ''));
  const lone = names.length === 1 ? fold(names[0] ?? '') : '';
  if (stopWords(language).has(lone)) return false;
  // What a state does its leaders do: of others it is only when another state does it.
  const isOfState = terms.some(({ term, country }) => term === subject && country !== undefined);
  if (isOfState && names.every((word) => findCountry(word, language) === undefined)) return false;
  return names.every((word) => {
    const state = findCountry(word, language)?.code;
    return !asked.includes(fold(word)) && (state === undefined || !states.has(state));
  });
}
