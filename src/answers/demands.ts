import { findCountry } from '../language/countries.ts';
import { findDates } from '../language/dates.ts';
import { baseLanguage, fold } from '../language/terms.ts';
import type { Line } from './lines.ts';
import type { Question } from './question.ts';

const numberWords = {
  en: /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|millions?|billions?|no|none|nobody|no one|both|half)\b/iu,
  de: /(?<![\p{L}])(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|hunderte|tausend|tausende|dutzende?|millionen|milliarden|keine?[nrs]?|niemand)(?![\p{L}])/iu,
};
const measured =
  /[$€£¥]\s?\d|\d[\d.,]*\s?(?:%|percent|prozent|million|billion|trillion|mrd|mio|millionen|milliarden|euros?|dollars?|yen|yuan|pounds?|[ck]?m\b|met(?:er|re)s?|meter|kilomet|miles|feet|degrees|grad|years?|months?|weeks?|days?|hours?|minutes?|jahren?|monate?n?|wochen?|tagen?|stunden?)|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|zwei|drei|vier|fünf|sechs)[- ](?:percent|million|billion|years?|months?|weeks?|days?|hours?|jahre?n?|monate?n?|wochen?|tage?n?)\b|\blife\b/iu;
const cause =
  /\b(?:because|due to|over|after|since|as|citing|owing|amid|in order to|so that|reasons?|motives?|led to|caused?|sparked|triggered|following|accus\w+|aim\w*|to (?:\w+ly )?\p{Ll}+)\b|(?<![\p{L}])(?:weil|wegen|da|aufgrund|nachdem|um|grund|ursache)(?![\p{L}])/iu;
const someone =
  /\b(?:police|officers?|man|woman|men|women|father|mother|son|daughter|wife|husband|court|judges?|prosecutors?|government|ministry|students?|soldiers?|people|company|board|parliament|party|group|gunm[ae]n|militants?|rebels?)\b|(?<![\p{L}])(?:Polizei|Mann|Frau|Gericht|Regierung|Soldaten|Partei|Unternehmen)(?![\p{L}])/iu;
const place =
  /\b(?:in|at|near|from|to|outside|off|on|through) (?:the )?(?:\p{Ll}+ )?\p{Lu}|(?<![\p{L}])(?:in|bei|nach|aus|im|am|an) (?:der |dem )?\p{Lu}/u;
const capitalized = /\p{Lu}[\p{L}'’-]+/gu;

/** How well a line can hold the sort of answer the question wants, 0 to 1; 0 rules the line out. */
export function meetsDemand(question: Question, line: Line): number {
  const { text } = line.sentence;
  switch (question.kind) {
    case 'how-many':
      return hasNumber(text, question.language) ? 1 : 0;
    case 'how-much':
      return measured.test(text) ? 1 : hasNumber(withoutDates(question, line), question.language) ? 0.5 : 0;
    case 'when':
      return findDates(text, question.language, line.article.publishedAt).length > 0 ? 1 : 0;
    case 'where':
      return place.test(text) ? 1 : 0.2;
    case 'why':
      return cause.test(text) ? 1 : 0.5;
    case 'who':
      return namesOther(question, text) ? 1 : someone.test(text) ? 0.6 : 0;
    case 'name':
      return namesBeside(question, text) ? 1 : 0;
    default:
      return 1;
  }
}

/** The line without its dates: a year is no amount. */
function withoutDates(question: Question, { sentence, article }: Line): string {
  return findDates(sentence.text, question.language, article.publishedAt).reduceRight(
    (text, { start, end }) => text.slice(0, start) + text.slice(end),
    sentence.text,
  );
}

function hasNumber(text: string, language: string): boolean {
  return /\d/u.test(text) || numberWords[baseLanguage(language) === 'de' ? 'de' : 'en'].test(text);
}

/** Names somebody or something the question does not. */
function namesOther(question: Question, text: string): boolean {
  const asked = fold(question.text);
  return (text.slice(1).match(capitalized) ?? []).some((name) => !asked.includes(fold(name)));
}

/** "What is the name of the Japanese foreign minister?": the role as asked in one place, and a name right beside it. */
function namesBeside(question: Question, text: string): boolean {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)];
  const wanted = question.terms
    .filter(({ isLight }) => !isLight)
    .flatMap(({ text: term }) => term.split(' '))
    .map(bare);
  return words.some((first, from) => {
    const near = words.slice(from, from + wanted.length + 2);
    const at = wanted.map((word) => near.findIndex(([each]) => isSameWord(word, bare(each))));
    if (at.includes(-1) || !at.includes(0)) return false;
    const after = words[from + Math.max(...at) + 1]?.[0];
    const before = /((?:\p{Lu}[\p{L}'’-]+ ){1,3}?\p{Lu}[\p{L}'’-]+)(?:,| is| was| as) (?:the |a |an )?$/u.exec(
      text.slice(0, first.index),
    )?.[1];
    return isNewName(after, question) || isNewName(before?.split(' ').at(-1), question);
  });
}

function bare(word: string): string {
  return fold(word).replace(/['’]s$/u, '');
}

/** "Japan" and "Japanese", not "minister" and "ministry". */
function isSameWord(one: string, other: string): boolean {
  return one === other || (Math.min(one.length, other.length) >= 5 && (one.startsWith(other) || other.startsWith(one)));
}

function isNewName(word: string | undefined, question: Question): boolean {
  if (word === undefined || !/^\p{Lu}\p{Ll}/u.test(word)) return false;
  return !fold(question.text).includes(bare(word)) && findCountry(word, question.language) === undefined;
}
