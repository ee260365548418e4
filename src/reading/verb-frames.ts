import { coreArguments, type ParsedText } from './core-arguments.ts';
import { findNames } from './find-names.ts';
import { isInfinitive, isVerb, readVerbMood, type VerbMood } from './find-verbs.ts';
import { isA } from './lexicon.ts';
import type { ReadText, ReadWord } from './read-text.ts';

/** A verb with its core arguments, those not behind a preposition: agent and patient. */
export interface VerbFrame extends VerbMood {
  readonly verb: ReadWord;
  /** Core arguments before it; if its own clause has none, those of the clauses before. */
  readonly before: readonly ReadWord[];
  readonly isElliptic: boolean;
  /** The agent is "he" or "the company", whose name may be in another sentence. */
  readonly isAnaphoric: boolean;
  /** In a German clause with few arguments, or an infinitive: core arguments of the clauses before. */
  readonly earlier: readonly ReadWord[];
  /** Core arguments after it. */
  readonly after: readonly ReadWord[];
  /** Those right after it: its object. */
  readonly object: readonly ReadWord[];
  /** "By the court". */
  readonly agent: readonly ReadWord[];
  /** The event, after "in" or "bei": an attack kills those who were killed in it. */
  readonly event: readonly ReadWord[];
  /** The patient is "it", whose name may be in another sentence. */
  readonly hasAnaphoricPatient: boolean;
}

const longestAgent = 4;

/** The verb frames of a text. What is not recognized as a verb is not compared. */
export function readVerbFrames(text: ReadText): readonly VerbFrame[] {
  const verbs = new Set(text.words.filter((_, at) => isVerb(text, at)));
  const read: ParsedText = { ...text, verbs, names: new Set(findNames(text).flat()) };
  return text.words.flatMap((verb, at) => (verbs.has(verb) ? frameAt(read, verb, at) : []));
}

function frameAt(text: ParsedText, verb: ReadWord, at: number): VerbFrame {
  const { words, language } = text;
  const hasNoSubject = isInfinitive(words, at);
  const own = hasNoSubject ? [] : (antecedentOf(text, at) ?? stretchBefore(text, at));
  const behind = stretchAfter(text, at);
  const after = coreArguments(withoutOf(behind), text);
  const mood = readVerbMood(text, at);
  const earlier = words.slice(isOther(text, at) ? firstVerb(text) + 1 : 0, at);
  // Verbs included: "the eruption forced" from "erupted, forcing".
  const upToHere = [
    ...coreArguments(earlier, text),
    ...(language === 'de' ? [] : earlier.filter((word) => text.verbs.has(word))),
  ];
  const hasLittle = language === 'de' && (hasNoSubject || mood.isFuture || own.length + after.length < 2);
  return {
    ...mood,
    verb,
    before: own.length === 0 ? [...upToHere, ...besideParticiple(text, at)] : own,
    isElliptic: own.length === 0,
    isAnaphoric: isAnaphoric(text, at, own),
    earlier: hasLittle ? upToHere : [],
    after,
    object: coreArguments(withoutOf(objectOf(behind, language)), text),
    agent: agentIn(language === 'de' ? words.filter(({ clause }) => clause === verb.clause) : behind, language),
    event: words.filter(({ clause, key }) => clause === verb.clause && isA('event', key, language)),
    hasAnaphoricPatient: hasAnaphoricPatient(text, at),
  };
}

/** "By a student who is thought ...": the antecedent is the word before, whatever preposition precedes it. */
function antecedentOf(text: ParsedText, at: number): readonly ReadWord[] | undefined {
  const { words, language } = text;
  if (language === 'de') return undefined;
  const clause = words[at]?.clause;
  const first = words.findIndex((word) => word.clause === clause);
  const before = words[first - 1];
  const opens = isA('relative', words[first]?.key, 'en') && before?.term !== undefined;
  if (!opens || (first !== at - 1 && !isA('after-relative', words[first + 1]?.key, 'en'))) return undefined;
  return [
    before,
    ...coreArguments(
      words.slice(0, first - 1).filter((word) => word.clause === before.clause),
      text,
    ),
  ];
}

/** "By a coalition called Tarn": the participle's argument is right before it, whatever preposition precedes it. */
function besideParticiple({ words, language }: ParsedText, at: number): readonly ReadWord[] {
  const [before, verb] = [words[at - 1], words[at]];
  return language !== 'de' && before?.term !== undefined && /ed$/.test(verb?.key ?? '') ? [before] : [];
}

/** "Der Minister warf der Regierung vor ...; diese wies das zurück": "diese" is not the previous subject. */
function isOther({ words, language }: ParsedText, at: number): boolean {
  const first = words.findIndex(({ clause }) => clause === words[at]?.clause);
  return (
    language === 'de' && /^(?:dieser?|letztere[rs]?)$/.test(words[first]?.key ?? '') && !words[first + 1]?.isCapital
  );
}

function firstVerb({ words, verbs }: ParsedText): number {
  return words.findIndex((word) => verbs.has(word));
}

function hasAnaphoricPatient({ words, language }: ParsedText, at: number): boolean {
  if (language !== 'de') return isA('object-pronoun', words[at + 1]?.key, language);
  return words.some(({ clause, key, isCapital }, index) => {
    const next = words[index + 1];
    return clause === words[at]?.clause && !isCapital && isA('object-pronoun', key, language) && !next?.isCapital;
  });
}

/** Whether the agent is named in another sentence: "they", "the company". */
function isAnaphoric({ words, language }: ParsedText, at: number, own: readonly ReadWord[]): boolean {
  const clause = words.filter((word) => word.clause === words[at]?.clause);
  const before = language === 'de' ? clause : clause.filter((word) => words.indexOf(word) < at);
  if (own.length === 0 && before.some(({ key }) => isA('pronoun', key, language) && key !== 'man' && key !== 'who'))
    return true;
  return before.some((word, index) => {
    const behind = words.slice(words.indexOf(word) + 1);
    // "The government of Brevia" is named.
    const isNamed =
      /^(?:of|in|von|des|der)$/.test(behind[0]?.key ?? '') && behind.slice(1, 3).some((one) => one.isCapital);
    return isA('generic', word.key, language) && isA('definite', before[index - 1]?.key, language) && !isNamed;
  });
}

/** Skips "of" phrases: "the port of Varn". */
function withoutOf(words: readonly ReadWord[]): readonly ReadWord[] {
  return words.filter(({ text }) => text !== 'of');
}

/** Core arguments of the verb's clause after the previous verb; further back if there are none. */
function stretchBefore(text: ParsedText, at: number): readonly ReadWord[] {
  const { words, verbs, language } = text;
  const clause = words[at]?.clause;
  let end = at;
  for (let from = at - 1; from >= -1; from -= 1) {
    const word = words[from];
    const isEdge = word === undefined || word.clause !== clause;
    if (!isEdge && (language === 'de' || !verbs.has(word))) continue;
    const found = coreArguments(words.slice(from + 1, end), text);
    if (found.length > 0 || isEdge) return found;
    end = from;
  }
  return [];
}

function stretchAfter({ words, language, verbs }: ParsedText, at: number): readonly ReadWord[] {
  const end = words.findIndex(
    (word, index) => index > at && (word.clause !== words[at]?.clause || (language !== 'de' && verbs.has(word))),
  );
  return words.slice(at + 1, end < 0 ? words.length : end);
}

function objectOf(behind: readonly ReadWord[], language: string): readonly ReadWord[] {
  const end = behind.findIndex(({ key }) => key !== 'of' && isA('preposition', key, language));
  return end < 0 ? behind : behind.slice(0, end);
}

function agentIn(words: readonly ReadWord[], language: string): readonly ReadWord[] {
  const at = words.findIndex(({ key }) => isA('by', key, language));
  const rest = words.slice(at + 1);
  if (at < 0 || /^\p{N}/u.test(rest[0]?.key ?? '')) return [];
  const end = rest.findIndex(({ key }) => isA('preposition', key, language));
  return rest.slice(0, end < 0 ? longestAgent : end).filter(({ term }) => term !== undefined);
}
