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
      return measured.test(text) ? 1 : /\d/u.test(text) || hasNumber(text, question.language) ? 0.5 : 0;
    case 'when':
      return findDates(text, question.language, line.article.publishedAt).length > 0 ? 1 : 0;
    case 'where':
      return place.test(text) ? 1 : 0.2;
    case 'why':
      return cause.test(text) ? 1 : 0.5;
    case 'who':
      return namesOther(question, text) ? 1 : 0.5;
    case 'name':
      return namesBeside(question, text) ? 1 : 0;
    default:
      return 1;
  }
}

function hasNumber(text: string, language: string): boolean {
  return /\d/u.test(text) || numberWords[baseLanguage(language) === 'de' ? 'de' : 'en'].test(text);
}

/** Names somebody or something the question does not. */
function namesOther(question: Question, text: string): boolean {
  const asked = fold(question.text);
  return (text.slice(1).match(capitalized) ?? []).some((name) => !asked.includes(fold(name)));
}

/** "What is the name of the Japanese foreign minister?": all of the role in one place, and a name beside it. */
function namesBeside(question: Question, text: string): boolean {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)].map(([word]) => word);
  const wanted = question.terms.filter(({ isLight }) => !isLight).map(({ text: word }) => fold(word).slice(0, 5));
  const reach = wanted.length + 3;
  return words.some((_, from) => {
    const near = words.slice(from, from + reach).map((word) => fold(word).slice(0, 5));
    if (!wanted.every((word) => near.includes(word))) return false;
    const asked = fold(question.text);
    const around = words.slice(Math.max(0, from - 3), from + reach + 2);
    return around.some((word) => /^\p{Lu}\p{Ll}/u.test(word) && !asked.includes(fold(word).slice(0, 5)));
  });
}
