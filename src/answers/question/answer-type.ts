import { revisedAt } from '../../articles/article.ts';
import { findDates } from '../../text/dates.ts';
import { dayOf } from '../../text/found-date.ts';
import { baseLanguage, fold } from '../../text/terms.ts';
import type { ArticleSentence } from '../article-sentences.ts';
import { hasAdjacentName } from '../ask/adjacent-names.ts';
import { amountAsked } from './amounts.ts';
import { reasonFit } from './causes.ts';
import type { Question } from './question.ts';

const numberWords = {
  en: /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|millions?|billions?|no|none|nobody|no one|both|half)\b/iu,
  de: /(?<![\p{L}])(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|hunderte|tausend|tausende|dutzende?|millionen|milliarden|keine?[nrs]?|niemand)(?![\p{L}])/iu,
};
const manner =
  /\b(?:by|via|through|using|with|aboard|on an?|in an?)\b|(?<![\p{L}])(?:per|durch|mit|mithilfe|indem|über)(?![\p{L}])/iu;
/** "The first visit in three years" dates the previous one. */
const sinceTheLast =
  /\b(?:first|erste\w*|erstmals|ersten Mal)\b.{0,80}?\b(?:in|for|since|seit) (?:more than |almost |about |over |mehr als )?(?:\p{L}+ )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf) (?:years|months|decades|weeks|Jahren|Monaten|Jahrzehnten)\b/iu;
const asksUntil = /^(?:until|till|by|bis) (?:when|what|which|wann)\b/iu;
const hourOfDay =
  /\b\d{1,2}(?:[:.]\d\d)? ?(?:a\.m\.|p\.m\.|am\b|pm\b|GMT|UTC|local time|o['’]clock)|\b\d{1,2}(?:[:.]\d\d)? Uhr\b|\b(?:at|around|before|after|about) (?:noon|midnight|dawn|dusk|Christmas|Easter|New Year|Ramadan|Thanksgiving)\b|(?<![\p{L}])(?:an|vor|nach|zu|bis) (?:Weihnachten|Ostern|Pfingsten|Silvester|Neujahr)/iu;
/** "The ban will begin after two years": a deadline given only as a duration. */
const afterSomeTime =
  /\b(?:after|within|in) (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) (?:days?|weeks?|months?|years?)\b|(?<![\p{L}])(?:nach|binnen|in) (?:eine[mr]|zwei|drei|vier|fünf|sechs|zehn|zwölf|\d+) (?:Tag|Woche|Monat|Jahr)(?:e?n)?(?![\p{L}])/iu;
const asksLast = /\b(?:last|previous|latest|before|letzte\w*|zuletzt|vorige\w*)\b/iu;
const someone =
  /\b(?:police|officers?|man|woman|men|women|father|mother|son|daughter|wife|husband|court|judges?|prosecutors?|government|ministry|students?|soldiers?|people|company|board|parliament|party|group|gunm[ae]n|militants?|rebels?|buyers?|bidders?|sellers?|anonymous|unidentified|unknown|attackers?|suspects?|shooter|driver|employees?|workers?|residents?|villagers?|protesters?)\b|(?<![\p{L}])(?:Polizei|Mann|Frau|Gericht|Regierung|Soldaten|Partei|Unternehmen)(?![\p{L}])/iu;
const place =
  /\b(?:in|at|near|from|to|outside|off|on|through) (?:the )?(?:\p{Ll}+ )?\p{Lu}|(?<![\p{L}])(?:in|bei|nach|aus|im|am|an) (?:der |dem )?\p{Lu}\p{Ll}/u;
const weekdayOrMonth =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)s?$/u;
const capitalized = /\p{Lu}[\p{L}'’-]+/gu;

/** A span of a sentence that may be the answer: a number, a date. */
export interface AnswerSpan {
  readonly start: number;
  readonly end: number;
}

export interface AnswerTypeFit {
  /** How well the sentence can contain the type of answer wanted, 0 to 1; 0 rules it out. */
  readonly fit: number;
  /** Where the answer may be; empty if its type has no recognizable form. */
  readonly spans: readonly AnswerSpan[];
}

/** How well a sentence fits the type of answer the question asks for. */
export function fitAnswerType(question: Question, line: ArticleSentence): AnswerTypeFit {
  const { text } = line.sentence;
  switch (question.kind) {
    case 'how-many':
      return fitOfSpans(numbersIn(question, line), 1);
    case 'how-much':
      return fitOfAmount(question, line);
    case 'when':
      return fitOfSpans(datesIn(question, line), 1);
    case 'where':
      return { fit: namesPlace(question, line) ? 1 : 0, spans: [] };
    case 'why':
      return { fit: reasonFit(question, text), spans: [] };
    case 'how':
      return { fit: manner.test(text) ? 1 : 0.5, spans: [] };
    case 'who':
      return { fit: namesOther(question, text) ? 1 : someone.test(text) ? 0.6 : 0, spans: [] };
    case 'name':
      return {
        fit: (asksRealName.test(question.text) ? statesName(question, text) : hasAdjacentName(question, line)) ? 1 : 0,
        spans: [],
      };
    default:
      return { fit: 1, spans: [] };
  }
}

function fitOfSpans(spans: readonly AnswerSpan[], fit: number): AnswerTypeFit {
  return { fit: spans.length > 0 ? fit : 0, spans };
}

function datesIn(question: Question, { sentence, article }: ArticleSentence): readonly AnswerSpan[] {
  const dates = findDates(sentence.text, question.language, revisedAt(article)).filter(
    ({ start, date, until }) =>
      isOfTense(question.tense, until ?? date, { revisedDay: dayOf(revisedAt(article)), text: sentence.text }) &&
      !isDayOfReport(question, sentence.text.slice(0, start)),
  );
  if (asksUntil.test(question.text)) {
    return dates.filter(({ start }) =>
      /\b(?:until|till|through|by|bis)\b[^,.]{0,20}$/iu.test(sentence.text.slice(0, start)),
    );
  }
  const hours = [
    ...spansOf(sentence.text, hourOfDay),
    ...(question.tense === 'future' ? spansOf(sentence.text, afterSomeTime) : []),
  ];
  return asksLast.test(question.text) ? [...spansOf(sentence.text, sinceTheLast), ...dates] : [...dates, ...hours];
}

/** A day in the article's future does not answer a question about the past, and vice versa. */
function isOfTense(
  tense: Question['tense'],
  date: string,
  { revisedDay, text }: { revisedDay: string; text: string },
): boolean {
  const day = revisedDay.slice(0, date.length);
  if (tense !== 'future') return tense === undefined || date <= day;
  return date > day || (date === day && looksAhead.test(text));
}

const looksAhead =
  /\b(?:will|to be|due|later|expected|scheduled|planned|plans?|set to)\b|(?<![\p{L}])(?:wird|werden|soll|sollen|geplant|noch)(?![\p{L}])/iu;

/** "..., the ministry said on Tuesday": the day of the report, which only counts if the question asks for it. */
function isDayOfReport(question: Question, before: string): boolean {
  const [, verb] = reported.exec(before) ?? [];
  return verb !== undefined && !asksReport.test(question.text);
}

/** "When was it held?": a sentence that reports an event being held. */
export function reportsEvent(question: Question, text: string): boolean {
  return question.kind === 'when' && asksEvent.test(question.text) && heldThen.test(text);
}

const asksEvent = /\b(?:held|hold|take place|took place|happen\w*|stattfand|stattgefunden|stattfinden)\b/iu;
const heldThen =
  /\b(?:took place|takes place|take place|(?:was|were|is|be) (?:\p{Ll}+ )?held|happened|carried out)\b|(?<![\p{L}])(?:stattfand\w*|stattgefunden|stattfinden|findet .* statt|fand .* statt)/iu;
const reported =
  /\b(said|says|told|announced|reported|ruled|wrote|posted|published)(?: [\p{L}]+){0,3}?(?: late| early)? (?:on |in )?$/iu;
const asksReport =
  /\b(?:say|said|tell|told|announce\w*|report\w*|rul\w+|write|wrote|post\w*|publish\w*|statement|court|judg\w+|verdict|decision|decided?)\b/iu;

/** "55% of Norlanders" is not a share of Southland, which the question names and the sentence does not. */
function isOfOthers(
  { terms, text: asked }: Question,
  { sentence: { text }, terms: own, countries }: ArticleSentence,
): boolean {
  const unmet = terms.some(
    ({ isName, term, country }) => isName && !own.has(term) && !(country !== undefined && countries.has(country)),
  );
  const owners = [
    ...text.matchAll(/\d(?:[\d.,]*\d)?(?:%| percent| per cent| million| billion)? of (?:the )?(\p{Lu}\p{L}+)/gu),
  ];
  return unmet && owners.some(([, name = '']) => !fold(asked).includes(fold(name).slice(0, 5)));
}

function fitOfAmount(question: Question, line: ArticleSentence): AnswerTypeFit {
  if (isOfOthers(question, line)) return { fit: 0, spans: [] };
  const { pattern, isSure } = amountAsked(question.text);
  const amounts = spansOf(line.sentence.text, pattern);
  return amounts.length > 0 || isSure ? fitOfSpans(amounts, 1) : fitOfSpans(numbersIn(question, line), 0.5);
}

/** Numbers that are not part of a date: a year is not a count. */
function numbersIn(
  { language, counted, terms, text: asked }: Question,
  { sentence, article }: ArticleSentence,
): readonly AnswerSpan[] {
  const thing = terms.find(({ term, isLight }) => term === counted && !isLight)?.term;
  const text = thing === undefined ? sentence.text : withoutOtherNo(sentence.text, thing);
  const dates = findDates(text, language, revisedAt(article));
  const words = numberWords[baseLanguage(language) === 'de' ? 'de' : 'en'];
  const nth = thing === undefined ? [] : spansOf(text, ordinalBefore(thing));
  return [...spansOf(text, /\d[\d.,]*/gu), ...spansOf(text, words), ...nth].filter(
    ({ start, end }) =>
      dates.every((date) => end <= date.start || start >= date.end) &&
      (asksNeed.test(asked) || !isOnlyNeeded(text.slice(0, start), text.slice(end))),
  );
}

/** "A majority of at least 116 seats", "the 230-seat parliament" and "four seats left" belong to nobody. */
function isOnlyNeeded(before: string, behind: string): boolean {
  return (
    /\b(?:majority|minimum|quorum|threshold) of (?:at least |more than )?$|\b(?:need\w*|requir\w*|short of)(?: \p{Ll}+){0,3} $/iu.test(
      before,
    ) ||
    /^-\p{Ll}+ (?:parliament|chamber|house|assembly|senate|council|bundestag)\b|^ \p{Ll}+ (?:(?:are |is )?(?:still )?left to|needed|required)\b/iu.test(
      behind,
    )
  );
}

const asksNeed = /\b(?:need\w*|requir\w*|necessary|majority|left|have|has|in the|are there|there are)\b/iu;

/** "Her third air guitar title" implies three titles. */
function ordinalBefore(counted: string): RegExp {
  return new RegExp(
    `\\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d+(?:st|nd|rd|th)) (?=(?:[\\p{L}-]+ ){0,3}${RegExp.escape(counted)})`,
    'iu',
  );
}

/** "No" is a count only of the thing asked about: "no victims", not "no repeat of the vote". Keeps the offsets. */
function withoutOtherNo(text: string, counted: string): string {
  return text.replaceAll(
    /\b(no|none of|both|half|keine?[nrs]?) (?=(?:the )?(?:\p{L}+ )?(\p{L}+))/giu,
    (match, _, word) => (fold(word).startsWith(counted) ? match : ' '.repeat(match.length)),
  );
}

function spansOf(text: string, pattern: RegExp): readonly AnswerSpan[] {
  const all = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`);
  return [...text.matchAll(all)].map(({ index, 0: match }) => ({ start: index, end: index + match.length }));
}

/** Whether the sentence names a place that the question does not. */
function namesPlace(question: Question, { sentence }: ArticleSentence): boolean {
  const asked = fold(question.text);
  const places = sentence.text.matchAll(new RegExp(`(?:${place.source})[\\p{L}-]*`, 'gu'));
  return [...places]
    .map(([match]) => match.split(' ').at(-1) ?? '')
    .some((name) => !weekdayOrMonth.test(name) && !asked.includes(fold(name)));
}

/** "Roe, whose real name is Doe", "born Jane Doe". */
function statesName(question: Question, text: string): boolean {
  return /\b(?:name[ds]?|born|née|alias|a\.k\.a\.|better known as)\b/iu.test(text) && namesOther(question, text);
}

const asksRealName = /['’]s? (?:real|full|first|last|birth|given|civil) name\b/iu;

/** Whether a text names somebody or something that the question does not. */
function namesOther(question: Question, text: string): boolean {
  const asked = fold(question.text);
  return (text.slice(1).match(capitalized) ?? []).some((name) => !asked.includes(fold(name)));
}
