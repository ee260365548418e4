import { marks, partsSentences } from '../text/marks.ts';
import { baseLanguage, fold, termOf, type Word, wordsOf } from '../text/terms.ts';
import { isA } from './lexicon.ts';

/** A word as the checks compare it. */
export interface ReadWord extends Word {
  /** Folded, without a possessive; acronyms as they are, since "US" is not "us". */
  readonly key: string;
  /** Stem; undefined for a function word. */
  readonly term: string | undefined;
  readonly isCapital: boolean;
  readonly opensSentence: boolean;
  /** Words of one clause share its number. */
  readonly clause: number;
  /** Words between full stops or semicolons share its number. */
  readonly part: number;
  /** Joined with the particle that ends its German clause: "hebt ... an" is "anhebt". */
  readonly joined?: string;
  /** The German article right before it, which shows its case. */
  readonly article?: string;
}

/** A text with its words and terms, as used by all checks of the gate. */
export interface ReadText {
  /** As compared: "U.S." is "US", apostrophes straight. */
  readonly text: string;
  readonly language: string;
  readonly words: readonly ReadWord[];
  readonly terms: ReadonlySet<string>;
}

const acronym = /^\p{Lu}{2,6}$/u;
const dotted = /\b(?:\p{Lu}\.){2,5}/gu;
const afterOpening = new RegExp(`[${marks.quote}]$|[${marks.colon}]\\s`, 'u');
const clauseMark = new RegExp(`(?![.!?])[\\p{Terminal_Punctuation}\\p{Ps}\\p{Pe}${marks.quote}–—]|\\s-\\s`, 'u');
/** "And" separates two clauses if both sides have enough content; "killed and injured" stays one. */
const termsBeforeAnd = 3;
const longestRest = 6;

/** Reads a text for the gate: words with their clauses and stems. */
export function readText(raw: string, language: string): ReadText {
  const text = raw
    .normalize('NFC')
    .replace(dotted, (match) => match.replaceAll('.', ''))
    .replace(/[’‘](?=\p{L})/gu, "'");
  let clause = 0;
  let part = 0;
  let termsInClause = 0;
  let end = 0;
  const all = wordsOf(text, language);
  const words = all.map((word, at): ReadWord => {
    const between = text.slice(end, word.start);
    const folded = fold(word.text).replace(/'s?$/, '');
    const parts = clauseMark.test(between) || isA('clause', folded, language);
    if (parts || (isA('and', folded, language) && termsInClause >= termsBeforeAnd && !isAmongAdjectives(all, at))) {
      clause += 1;
      termsInClause = 0;
    }
    if (between.includes(';') || (end > 0 && partsSentences(between))) part += 1;
    const opensSentence = end === 0 || partsSentences(between) || afterOpening.test(between);
    end = word.end;
    const term = termOf(word.text, language);
    if (term !== undefined) termsInClause += 1;
    const key = acronym.test(word.text) ? word.text : folded;
    return { ...word, key, term, isCapital: /^\p{Lu}/u.test(word.text), opensSentence, clause, part };
  });
  const terms = new Set(words.flatMap(({ term }) => term ?? []));
  const base = baseLanguage(language);
  const whole = words;
  return { text, language: base, words: base === 'de' ? withGermanForms(whole) : whole, terms };
}

/** "Eine unabhängige und transparente Untersuchung" is one phrase. */
function isAmongAdjectives(words: readonly Word[], at: number): boolean {
  const [before, after, noun] = [words[at - 1], words[at + 1], words[at + 2]];
  const isAdjective = (word: Word | undefined) =>
    word !== undefined && /^\p{Ll}\p{L}{3,}(?:e|en|er|es|em)$/u.test(word.text);
  return isAdjective(before) && isAdjective(after) && noun !== undefined && /^\p{Lu}/u.test(noun.text);
}

/** Stop-word verbs that a particle turns into others: "sagte ... ab". */
const smallVerb = /^(?:sag|gib|gab|geh|ging|lass|liess)/;
const article = /^(?:d(?:er|en|em|ie|as)|einen?|einem)$/;

/** German only: a verb with its particle, a noun with its article. */
function withGermanForms(words: readonly ReadWord[]): readonly ReadWord[] {
  const last = lastOfClauses(words);
  return words.map((word, at) => {
    const before = words[at - 1]?.key ?? '';
    if (word.isCapital) return article.test(before) ? { ...word, article: before } : word;
    const particle = last.get(word.clause);
    const isParted = particle !== undefined && particle !== word && isA('particle', particle.key, 'de');
    const isAdjective = isA('determiner', before, 'de') && words[at + 1]?.isCapital === true;
    return isParted &&
      !isAdjective &&
      !isA('preposition', word.key, 'de') &&
      (word.term !== undefined || smallVerb.test(word.key))
      ? { ...word, joined: particle.key + word.key }
      : word;
  });
}

/** The last word of each clause; of a short remainder after "und" if there is one: "schloss Gespräche mit Oland und den Rebellen aus". */
function lastOfClauses(words: readonly ReadWord[]): ReadonlyMap<number, ReadWord> {
  const clauses = Map.groupBy(words, ({ clause }) => clause);
  const last = new Map<number, ReadWord>();
  for (const [clause, own] of clauses) {
    const next = clauses.get(clause + 1);
    const continues = next !== undefined && next[0]?.key === 'und' && next.length <= longestRest;
    const end = continues && isA('particle', next.at(-1)?.key, 'de') ? next.at(-1) : own.at(-1);
    if (end) last.set(clause, end);
  }
  return last;
}

/** Whether one of the texts has the word, or another form of it that shares most of its stem. */
export function hasWord(texts: readonly ReadText[], { key, term }: Pick<ReadWord, 'key' | 'term'>): boolean {
  return texts.some(
    ({ words, terms }) =>
      (term !== undefined && terms.has(term)) || words.some((word) => word.key === key || shareStem(word.key, key)),
  );
}

const leastStem = 5;
/** A longer ending makes another word: "Vogelgrippe" is not "Vogel". */
const longestEnding = 3;
const derived =
  /^(?:t?i?(?:heit|keit|ung|lich|isch|schaft|ation|ator|ment|ness|ing|ive|ous|able|ally)\p{L}{0,5}|\p{L}{1,2}(?:heit|keit|ung|lich|isch|ation|ment|ness|ing|ive)\p{L}{0,4})$/u;

/** "Announce" and "announcement", "Brücke" and "Brücken", "Hafenbrücke" and "Brücke". */
export function shareStem(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < leastStem || /\d/.test(long)) return false;
  let shared = 0;
  while (shared < short.length && short[shared] === long[shared]) shared += 1;
  const isForm = shared >= Math.max(leastStem, 0.75 * short.length);
  return (
    long.endsWith(short) || (isForm && (long.length - shared <= longestEnding || derived.test(long.slice(shared))))
  );
}
