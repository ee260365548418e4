import { findCountry } from '../../text/countries.ts';
import { isCalendarWord } from '../../text/dates-words.ts';
import { fold, stopWords, wordsOf } from '../../text/terms.ts';
import { type ArticleSentence, contentOf } from '../article-sentences.ts';
import type { Question } from '../question/question.ts';
import type { TermMatcher, WantedTerm } from './match-terms.ts';

/** What may come between an agent and the verb. */
const between =
  '(?:,? (?:who|which|that|has|have|had|will|would|to|is to|are to|also|then|later|once|recently|already|never|not|reportedly|allegedly))*';
const name = String.raw`(?:\p{Lu}[\p{L}'’-]+ )*\p{Lu}[\p{L}'’-]+`;
/** "Jane Doe of Acme" is one agent. */
const whole = `(${name}(?: (?:of|from) (?:the )?${name})*)`;
const agentRightBefore = new RegExp(`${whole}${between} $`, 'u');
const patientRightBefore = new RegExp(
  `${whole}(?:,? (?:who|which|has|have|had|also|then|later|once|already|not))* (?:is|was|were|been|be|being) $`,
  'u',
);
const isPassive = /\b(?:is|are|was|were|been|be|being|get|got) (?:\p{Ll}+ly )?$/u;
/** The first name within reach of the verb, without a comma between. */
const nameBehind = /^((?: [\p{Ll}\d-]+){0,5}?) ((?:\p{Lu}[\p{L}'’-]+ ?)+)/u;

/**
 * Whether a sentence states the action asked about only of somebody else: "when did Doe die?" is not answered by "Roe, who died this year",
 * nor "why was Doe suspended?" by "the league suspended Roe". If the sentence does not state it, its context must not state it of another.
 * English only: its word order shows agent and patient.
 */
export function hasWrongAgent(
  question: Question,
  line: ArticleSentence,
  around: readonly ArticleSentence[],
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

function placesOf(
  wanted: WantedTerm,
  { sentence, article }: ArticleSentence,
  strengthIn: TermMatcher,
): readonly Place[] {
  const words = wordsOf(sentence.text, article.language);
  return words.filter((word) => strengthIn(wanted, contentOf([word], article.language)) > 0);
}

function isOthers(question: Question, text: string, { start, end }: Place): boolean {
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  const isDonePassively = isPassive.test(before);
  // "Roe was killed" and "a survey published on Monday" do not name an agent.
  if (question.action !== undefined)
    return isDonePassively || isReducedPassive(before, behind) ? !/\bby\b/u.test(behind) : isOfNobody(question, behind);
  const isPassiveAsked = passiveAsked.test(question.text);
  const agent = isDonePassively ? patientRightBefore.exec(before)?.[1] : agentOf(before);
  if (isDonePassively === isPassiveAsked && agent !== undefined && isNewName(agent, question)) return true;
  if (isDonePassively || !(verbForm.test(text.slice(start, end)) || /^ of /u.test(behind))) return false;
  if (!isPassiveAsked && isOfNobody(question, behind)) return true;
  const object = firstName(behind);
  if (object === undefined || !isNewName(object, question)) return false;
  if (isPassiveAsked) return !mentionsAsked(question, behind.slice(0, clause), () => true);
  const objects = objectsOf(question);
  return objects.length > 0 && !mentionsAsked(question, behind, (word) => objects.includes(word));
}

/** "A survey published on Monday": the patient comes before the participle. */
function isReducedPassive(before: string, behind: string): boolean {
  return (
    /\b(?:an?|the|this|its|his|her|their) (?:[\p{Ll}-]+ ){0,2}(?!(?:have|has|had|who|that|which|and|or|also|then|later|first|never|not) )[\p{Ll}-]+ $/u.test(
      before,
    ) && /^ (?:on|in|at|this|last|earlier|by)\b/u.test(behind)
  );
}

/** The name right before the verb; in "Roe was convicted and now lives there" the sentence's subject. */
function agentOf(before: string): string | undefined {
  return agentRightBefore.exec(before)?.[1] ?? agentOfTwo.exec(before)?.[1];
}

const agentOfTwo = /^((?:\p{Lu}[\p{L}'’-]+ )*\p{Lu}[\p{L}'’-]+) \p{Ll}.*,? and (?:\p{Ll}+ )?$/u;

/** "To replace a raft of players" does not mean to replace Doe. */
function isOfNobody(question: Question, behind: string): boolean {
  return (
    (question.objects ?? objectsOf(question)).length > 0 &&
    /^ (?:an?|another|other|several|some|many|more|any|every|all|two|three|four|five)\b/u.test(behind) &&
    !fold(question.text).includes(
      fold(behind.trim().split(/\s+/u).slice(0, 2).join(' ')).replace(/(?<!\p{P})\p{P}+$/u, ''),
    )
  );
}

function objectsOf(question: Question): readonly string[] {
  return question.terms
    .filter(({ text, isName, isDate }) => isName && !isDate && isBehindVerb(question, text))
    .map(({ text }) => text);
}

/** Characters after a verb within which its object is named. */
const clause = 60;
/** Not "the sale" or "the poisoning", which take no object. */
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

/** A name with no word in the question, and not another name of a state in it. */
function isNewName(name: string, { text, terms, language, subject }: Question): boolean {
  const asked = fold(text);
  const states = new Set(terms.flatMap(({ country }) => country ?? []));
  const names = name.split(/[ -]/u).map((word) => word.replace(/['’]s?$/u, ''));
  const lone = names.length === 1 ? fold(names[0] ?? '') : '';
  if (stopWords(language).has(lone)) return false;
  // A state's leaders act for it; it is another's action only if another state is the agent.
  const isOfState = terms.some(({ term, country }) => term === subject && country !== undefined);
  if (isOfState && names.every((word) => findCountry(word, language) === undefined)) return false;
  return names.every((word) => {
    const state = findCountry(word, language)?.code;
    return !asked.includes(fold(word)) && (state === undefined || !states.has(state));
  });
}
