import { findDates } from '../../text/dates.ts';
import { phrasalVerb } from '../../text/phrasal-verbs.ts';
import { fold, termOf, type Word, wordsOf } from '../../text/terms.ts';
import { countriesIn } from '../article-sentences.ts';

/** A word of a question: its stem, and what kind of word it is. */
export interface QuestionTerm {
  readonly text: string;
  readonly term: string;
  /** A name: it must be matched, but may be elsewhere in the article. */
  readonly isName: boolean;
  /** The state the word names: its other names match too. */
  readonly country?: string;
  /** Part of a date: the article must be from that time, the sentence need not name it. */
  readonly isDate: boolean;
  /** Has little meaning by itself ("get", "people"): it helps, and may be missing. */
  readonly isLight: boolean;
  /** Only modifies the next word ("the seized ship"): it may be elsewhere in the article. */
  readonly isDetail?: boolean;
  /** "The ban": the article's topic, which it may name anywhere. */
  readonly isGiven?: boolean;
  /** An answer may express it by form alone: "the $2 million mission" says what it cost. */
  readonly isOptional?: boolean;
}

/** Openings of questions and requests that are not stop words; "Chad elections" opens with its subject. */
const asking =
  /^(?:name|tell|give|show|list|find|say|will|does|did|can|may|nenn\w*|sag\w*|gib|gibt|wird|kann|darf|wem|wen|wer|wie|wo|was)$/iu;

/** The words of a question that an answer has to match, each once. */
export function questionTerms(text: string, language: 'en' | 'de', now: Temporal.Instant): readonly QuestionTerm[] {
  const lightWords = new Set(light[language].split(/\s+/u).map(fold));
  const terms = new Map<string, QuestionTerm>();
  const words = wordsOf(text, language);
  const dates = findDates(text, language, now);
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (!word) break;
    const state = stateOfTwoWords(words.slice(index, index + 2), language);
    if (state) {
      index += 1;
      terms.set(state.term, state);
      continue;
    }
    const phrasal = phrasalVerb(word.text, words[index + 1]?.text, language);
    const term = termOf(phrasal ?? word.text, language);
    if (term === undefined || terms.has(term) || (index === 0 && asking.test(word.text))) continue;
    const [country] = countriesIn([word], language);
    const next = words[index + 1];
    terms.set(term, {
      text: word.text,
      term,
      isName: language === 'en' && index > 0 && /^\p{Lu}/u.test(word.text),
      isDate: dates.some(({ start, end }) => word.start >= start && word.end <= end),
      isLight:
        (lightWords.has(fold(phrasal ?? word.text)) && !isCounted(word, words.slice(0, index))) ||
        isHelping(word, next) ||
        isHearsay(word, next) ||
        isParticle(word, text) ||
        isOfAnyEvent(word, text) ||
        isOfAnyCount(word, text) ||
        isOfAnyQuarrel(word, text) ||
        isOfAnyShare(word, text) ||
        isOfAnyMeasure(word, words[index - 1], next),
      ...(country && { country }),
      ...(isDescribing(words[index - 1], word, next, language) && { isDetail: true }),
      ...((isOfAnyPrice(word, text) || (language === 'en' && isOfAnyKind(word, index, words))) && { isOptional: true }),
      ...(!measured.test(next?.text ?? '') &&
        isGiven([words[index - 2], words[index - 1]], word, language) && { isGiven: true }),
    });
  }
  return [...terms.values()];
}

/** "What do they want to annul?": the next verb carries the meaning. */
function isHelping({ text }: Word, next: Word | undefined): boolean {
  return next?.text === 'to' && /^(?:want|plan|tr[iy]|intend|need|hope|aim|expect|decid|wish|seek)/iu.test(text);
}

/** "How much is said to have been paid?" */
function isHearsay({ text }: Word, next: Word | undefined): boolean {
  return next?.text === 'to' && /^(?:said|believed|thought|supposed|known|reported)$/iu.test(text);
}

/** "How many members has it?": "has" asks for no other number. */
function isCounted({ text }: Word, before: readonly Word[]): boolean {
  return (
    /^members?$/iu.test(text) &&
    /^how many$/iu.test(
      before
        .slice(-2)
        .map((word) => word.text)
        .join(' '),
    )
  );
}

/** "When was it held?" and "where?" ask for the day and place of any event. */
function isOfAnyEvent({ text }: Word, question: string): boolean {
  return /^(?:held|occur(?:red)?|happen(?:ed)?)$/iu.test(text) && /^(?:when|where)\b/iu.test(question);
}

/** "How many does she need?": any count is an answer. */
function isOfAnyCount({ text }: Word, question: string): boolean {
  return (
    /^(?:need|needs|needed|require[ds]?|get|got|receive[ds]?|obtain(?:ed)?)$/iu.test(text) &&
    /^how (?:many|much)\b/iu.test(question)
  );
}

/** "How high was it?": the measure itself is the answer. */
function isOfAnyMeasure({ text }: Word, previous: Word | undefined, next: Word | undefined): boolean {
  return (
    /^(?:high|deep|tall|big|large|wide|fast|strong|heavy|cold|full|often)$/iu.test(text) &&
    /^how$/iu.test(previous?.text ?? '') &&
    /^(?:is|are|was|were)$/iu.test(next?.text ?? '')
  );
}

/** "What share of them is ...": a percentage itself is the answer. */
function isOfAnyShare({ text }: Word, question: string): boolean {
  return (
    /^(?:share|percentage|proportion)$/iu.test(text) &&
    /^what (?:\p{Ll}+ )?(?:share|percentage|proportion)\b/iu.test(question)
  );
}

function isOfAnyPrice({ text }: Word, question: string): boolean {
  return (
    /^(?:costs?|worth|price)$/iu.test(text) &&
    /\bhow much (?!more\b)|^what (?:did|does|do|will|would|has|have)\b/iu.test(question)
  );
}

/** "Which parties want it?" is answered by their names, "how much money?" by an amount, "what is the rate?" by a percentage. */
function isOfAnyKind({ text }: Word, index: number, words: readonly Word[]): boolean {
  const before = words.slice(0, index).map((word) => word.text.toLowerCase());
  if (/^money$/iu.test(text)) return before.slice(-2).join(' ') === 'how much';
  if (measured.test(text)) return /^(?:what|how)$/u.test(before[0] ?? '');
  return /^which(?: [\p{Ll}\d]+)?$/u.test(before.join(' ')) && knownByName.test(text) && isNounBefore(words[index + 1]);
}

const measured = /^(?:rate|level|amount|sum)$/iu;
/** Kinds that news does not spell out: "Zimbabwe", "the Greens". */
const knownByName =
  /^(?:countr(?:y|ies)|nations?|states?|cit(?:y|ies)|towns?|part(?:y|ies)|compan(?:y|ies)|firms?|clubs?|teams?|groups?|organizations?|players?|politicians?)$/iu;

/** "Which other country was ...": the noun comes right before the verb. */
function isNounBefore(next: Word | undefined): boolean {
  return (
    next !== undefined &&
    /^(?:is|are|was|were|has|have|had|did|does|do|will|would|can|could|wants?|wanted)$|\p{Ll}{2,}ed$/u.test(next.text)
  );
}

/** "Why are relations between them strained?": any dispute between them is an answer. */
function isOfAnyQuarrel({ text }: Word, question: string): boolean {
  return (
    /^(?:relations?|relationship|ties)$/iu.test(text) &&
    /\b(?:strained|tense|sour\w*|frosty|fraught|bad)\b/iu.test(question)
  );
}

/** The "el" of "el-Sissi", which the article may leave out. */
function isParticle({ text, end }: Word, question: string): boolean {
  return question[end] === '-' && /^(?:al|el|ad|as|an|ben|bin|ibn|ould)$/iu.test(text);
}

/** A participle between article and noun: "the seized ship", not "who seized ships". */
function isDescribing(
  previous: Word | undefined,
  { text, end }: Word,
  next: Word | undefined,
  language: string,
): boolean {
  return (
    language === 'en' &&
    /^\p{Ll}+ed$/u.test(text) &&
    /^(?:the|an?|this|these|those|many|its|their|his|her)$/iu.test(previous?.text ?? '') &&
    next !== undefined &&
    next.start === end + 1 &&
    /^\p{L}/u.test(next.text) &&
    termOf(next.text, language) !== undefined
  );
}

function isGiven([beforeThat, previous]: readonly (Word | undefined)[], { text }: Word, language: string): boolean {
  if (language !== 'en' || !/^\p{Ll}/u.test(text)) return false;
  return isThe(previous) || (isThe(beforeThat) && someone.test(text));
}

function isThe(word: Word | undefined): boolean {
  return /^the$/iu.test(word?.text ?? '');
}

/** The endings of nouns for people: "the museum employee". */
const someone = /(?:ee|er|or|ist|ian|ant|man|woman)s?$/u;

/** "South Korea" is one term, which neither word matches alone. */
function stateOfTwoWords(words: readonly Word[], language: string): QuestionTerm | undefined {
  const [first, second] = words;
  if (!first || !second) return undefined;
  const [country] = countriesIn(words, language);
  if (!country || countriesIn([first], language).has(country) || countriesIn([second], language).has(country))
    return undefined;
  const text = `${first.text} ${second.text}`;
  return { text, term: fold(text), isName: true, isDate: false, isLight: false, country };
}

const light: Readonly<Record<'en' | 'de', string>> = {
  en: `name names called many much long old kind sort thing things happen happened happens become became currently far use used people person
    whom yet still now ever exactly actually give gave given gets got take took taken put place called know known state part role do done
    think thought believed because due since until ask which whose likely probably according reportedly apparently date day time year get let lets else idea new old recent recently
    there thinks reason reasons number total late early mid end begin begins beginning far hot last latest middle come comes came face faces faced sit sits besides except real full original initial member members percent per cent name nickname belong belongs what`,
  de: `viel viele name heißt heißen gibt gab genau eigentlich jetzt noch menschen person jahr jahre tag zeit machte macht gemacht
    wann wo warum weshalb wieso woher wohin durfte durften darf konnte konnten mochte wollte wollten liegt liegen sitzt sitzen befindet befinden lang statt zufolge angaben nennt welche welcher welches aktuell derzeit grund hoch lange alt weit groß`,
};
