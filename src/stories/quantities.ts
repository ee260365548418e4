import { calendarNames } from '../text/calendar-names.ts';
import { countAt } from '../text/numbers.ts';
import { baseLanguage, fold, termOf, type Word, wordsOf } from '../text/terms.ts';
import { tollNear, tollReach } from './tolls.ts';

/** A count in a sentence: "at least 12 people were killed" is 12 of `killed`. */
export interface Quantity {
  readonly value: number;
  /** The number as printed. */
  readonly text: string;
  /** The counted thing: a kind of toll, or the stem of the noun after the number. */
  readonly of: string;
  readonly isToll: boolean;
}

/** Nouns for people, who are counted by what happened to them. */
const persons =
  /^(?:people|persons?|others?|more|men|women|children|civilians|residents|menschen|personen|weitere[nr]?|zivilisten|manner|frauen|kinder)$/;
/** Nouns whose numbers name a time or an age rather than count. */
const timeUnits = /^(?:a|p|am|pm|gmt|utc|cet|jahren|monaten|tagen|uhr|old)$/;

/** The quantities of a sentence, without dates, times, ages, years, ordinals and numbers in names ("IK-6"). */
export function quantitiesOf(text: string, language: string): Quantity[] {
  const base = baseLanguage(language);
  const words = wordsOf(text, language);
  return words.flatMap((_, index) => quantityAt(words, index, text, base) ?? []);
}

function quantityAt(words: readonly Word[], index: number, text: string, language: string): Quantity | undefined {
  const word = words[index];
  const count = countAt(words, index, text, language);
  if (!word || count === undefined || isPartOfName(word, words[index - 1], text)) return undefined;
  if (isFormerValue(word, text) || isPart(word, text)) return undefined;
  const rest = clauseAfter(words, count.next, text);
  const noun = rest[0];
  const scale = scaleOf(words, index, text);
  if (scale !== undefined) return { value: count.value, text: count.text, of: scale, isToll: false };
  if (noun === undefined ? isYear(count.value) : namesTime(noun.text, language) && !isTerm(text)) return undefined;
  const toll = tollNear(words, index, rest, text, language);
  const of = toll ?? (noun && /^\p{L}/u.test(noun.text) ? nounOf(noun.text, language) : undefined);
  if (of === undefined || (isYear(count.value) && !toll)) return undefined;
  return { value: count.value, text: count.text, of, isToll: toll !== undefined };
}

/** "2.1%", "a magnitude of 6.4": what the number is a measure of. */
function scaleOf(words: readonly Word[], index: number, text: string): string | undefined {
  const { start = 0, end = 0 } = words[index] ?? {};
  if (/^\s?%/.test(text.slice(end))) return 'percent';
  return /\b(magnitude|stärke)(?: of| von)? $/iu.exec(text.slice(0, start))?.[1]?.toLowerCase();
}

function nounOf(noun: string, language: string): string | undefined {
  return persons.test(fold(noun)) ? 'people' : termOf(noun, language);
}

/** A time that somebody has to serve or stay away may change, unlike an age. */
function isTerm(text: string): boolean {
  return /\b(?:prison|jail|sentenced?|ban|banned|suspended)\b|Haft|Gefängnis|Sperre/u.test(text);
}

function namesTime(word: string, language: string): boolean {
  const folded = fold(word);
  const { months, units } = calendarNames(language);
  return months.has(folded) || units.has(folded) || timeUnits.test(folded);
}

const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1800 && value <= 2100;

/** "IK-6", "F-16", "G7 2", "24-year-old", "3:1": the number does not count what follows; "(162 miles)" repeats a count. */
function isPartOfName(word: Word, previous: Word | undefined, text: string): boolean {
  if (text[word.start - 1] === '(') return true;
  if (/^[-–:/]/u.test(text.slice(word.end)) || /[-–:/.#]$/u.test(text.slice(0, word.start))) return true;
  return (
    previous !== undefined &&
    /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Article|Section|No)$/.test(
      previous.text,
    )
  );
}

/** The words after a number up to the next comma, number or stop. */
function clauseAfter(words: readonly Word[], from: number, text: string): Word[] {
  const clause: Word[] = [];
  for (const word of words.slice(from, from + tollReach + 2)) {
    const previous = words[words.indexOf(word) - 1];
    if (previous && /[,;.:()"“”]/.test(text.slice(previous.end, word.start)) && clause.length > 0) break;
    clause.push(word);
  }
  return clause;
}

/** "From nine to 12": nine is the old value. */
function isFormerValue({ start, end }: Word, text: string): boolean {
  return /\b(?:from|von)\s+$/i.test(text.slice(0, start)) && /^\s+(?:\p{L}+\s+)?(?:to|auf)\b/iu.test(text.slice(end));
}

/** "Including three children", "identifying 13 of the victims", "another 300": not the whole count. */
function isPart({ start }: Word, text: string): boolean {
  return /\b(?:another|an additional|weitere|including|among(?: them)?|identif(?:y|ied|ying)|darunter|identifiziert)\s+$/i.test(
    text.slice(0, start),
  );
}
