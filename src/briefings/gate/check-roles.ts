import { isA } from '../../reading/lexicon.ts';
import type { ReadText, ReadWord } from '../../reading/read-text.ts';
import { stateOf } from '../../reading/same-name.ts';
import { isSameWord } from '../../reading/same-word.ts';
import { readVerbFrames, type VerbFrame } from '../../reading/verb-frames.ts';
import type { GateCase, Objection } from './gate-case.ts';

/**
 * Agent and patient must stay so: the arguments of a verb in the statement must be arguments of the same verb in a source, on the same side,
 * swapped if exactly one of them is passive; and what is future there may not be past here.
 */
export function checkRoles({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  if (!sameLanguage) return undefined;
  const { language } = statement;
  const cited = evidence.flatMap((text) => readVerbFrames(text));
  for (const frame of readVerbFrames(statement)) {
    if (isName(frame, statement)) continue;
    const same = cited.filter(({ verb }) => isSameWord(frame.verb, verb, language));
    if (same.length === 0 && isNounElsewhere(frame, evidence)) return objectionTo(frame);
    if (same.length === 0 || same.some((other) => isSameFrame(frame, other, statement, evidence))) continue;
    return objectionTo(frame);
  }
  return undefined;
}

/** "A coalition called "Tarn"" has no agent. */
function isName({ verb }: VerbFrame, { text }: ReadText): boolean {
  return /^(?:called|known|dubbed|namens|genannt)$/.test(verb.key) && /^\s["“„]/u.test(text.slice(verb.end));
}

function objectionTo({ verb, before, object }: VerbFrame): Objection {
  const who = [...before, ...object].map(({ text }) => text).join(', ');
  return { reason: 'actors', detail: `"${verb.text}" is stated of others than ${who}` };
}

/** What a source expresses as a noun ("signaled a cut", "the risk of a spill") must be said of the actors in that noun's clause, and as real. */
function isNounElsewhere(
  { verb, before, object, isElliptic, isFuture }: VerbFrame,
  evidence: readonly ReadText[],
): boolean {
  const clauses = evidence.flatMap(({ words, language }) =>
    [...Map.groupBy(words, ({ clause }) => clause).values()].map((words) => ({ words, language })),
  );
  const own = clauses.filter(({ words, language }) => words.some((word) => isSameWord(verb, word, language)));
  if (own.length === 0) return false;
  const stated = (words: readonly ReadWord[]) => words.filter((word) => isStated(word, evidence));
  if (isUndergone({ verb, before: isElliptic ? [] : stated(before) }, evidence)) return true;
  const around = [isElliptic ? [] : stated(before), stated(object)];
  return !own.some(({ words, language }) => {
    const place = words.findIndex((word) => isSameWord(verb, word, language));
    return (
      (isFuture || !words.slice(0, place).some(({ key }) => isA('hypothetical', key, language))) &&
      around.every((some) => isAmong(some, words, language))
    );
  });
}

/** "Upheld the conviction" is not "convicted": acting on what a noun names is not doing it. */
function isUndergone({ verb, before }: Pick<VerbFrame, 'verb' | 'before'>, evidence: readonly ReadText[]): boolean {
  if (before.length === 0) return false;
  return evidence.some(({ words, language, ...text }) =>
    readVerbFrames({ words, language, ...text }).some(
      (frame) =>
        !isA('support', frame.verb.key, language) &&
        language !== 'de' &&
        !frame.isPassive &&
        frame.object.some((word) => word.key !== verb.key && isSameWord(verb, word, language)) &&
        isAmong(before, frame.before, language),
    ),
  );
}

function isSameFrame(own: VerbFrame, cited: VerbFrame, statement: ReadText, evidence: readonly ReadText[]): boolean {
  const { language } = statement;
  const isNegated = statement.words.some(({ key }) => isA('negation', key, language));
  if (!isNegated && ((!own.isFuture && cited.isFuture) || (own.isFuture && cited.isDone && !cited.isFuture)))
    return false;
  if (language === 'de' && own.isPassive === cited.isPassive && isOtherCase(own, cited)) return false;
  const stated = (words: readonly ReadWord[]) => words.filter((word) => isStated(word, evidence));
  const isLight = ({ key }: ReadWord) => isA('light', key, language);
  if (language === 'de') {
    const around = [...cited.before, ...cited.after, ...cited.agent, ...cited.earlier, ...cited.event];
    if (cited.hasAnaphoricPatient && evidence.length > 1) around.push(...own.after);
    if (cited.isAnaphoric && evidence.length > 1)
      around.push(...(cited.isPassive && !own.isPassive ? own.after : own.before));
    return stated([...(own.isElliptic ? [] : own.before), ...own.after]).every(
      (word) => isLight(word) || isAmong([word], around, language),
    );
  }
  const isKnownBeside = (word: ReadWord) =>
    isAmong(
      [word],
      [...cited.before, ...(evidence.find(({ words }) => words.includes(cited.verb))?.words ?? [])],
      language,
    );
  const isNamed = !cited.isAnaphoric && !cited.hasAnaphoricPatient;
  if (isNamed && stated(coordinated(own.before, statement)).some((word) => !isKnownBeside(word))) return false;
  const open = cited.isElliptic ? cited.before : [];
  // "Lawmakers in the parliament passed it" implies that the parliament did.
  const bodies = evidence.flatMap(({ words }) =>
    words.filter(({ key, clause }) => isA('body', key, language) && clause === cited.verb.clause),
  );
  const becomes = isA('ergative', own.verb.key, language) && own.object.every(isLight) ? cited.after : [];
  const isSubject =
    own.isElliptic ||
    (cited.isAnaphoric && evidence.length > 1) ||
    own.before.some(({ key }) => isA('document', key, language)) ||
    isAmong(stated(subjectOf(own)), [...subjectOf(cited), ...open, ...becomes, ...bodies, ...cited.event], language);
  const object = own.isPassive ? own.before : own.object;
  const isToStandIn = cited.hasAnaphoricPatient || (cited.isPassive && cited.isAnaphoric);
  if (isSubject && isToStandIn && evidence.length > 1) return true;
  return isSubject && isAmong(stated(object), cited.isPassive ? cited.before : cited.after, language);
}

/** Names joined by "and": each of them acts. */
function coordinated(words: readonly ReadWord[], text: ReadText): readonly ReadWord[] {
  return words.filter((word) => {
    const at = text.words.indexOf(word);
    return (
      word.isCapital &&
      [-1, 1].some(
        (side) =>
          isA('and', text.words[at + side]?.key, text.language) &&
          words.some((other) => other.isCapital && other === text.words[at + 2 * side]),
      )
    );
  });
}

/** "Der Staat" is the subject, "den Staat" the object. */
function isOtherCase(own: VerbFrame, cited: VerbFrame): boolean {
  const subjects = [...cited.before, ...cited.after].filter(({ article }) => article === 'der');
  return [...own.before, ...own.after].some(
    ({ article, key }) => /^(?:den|dem|einen|einem)$/.test(article ?? '') && subjects.some((word) => word.key === key),
  );
}

/** Whether any of the words is among the others; true without words. */
function isAmong(words: readonly ReadWord[], known: readonly ReadWord[], language: string): boolean {
  return (
    words.length === 0 ||
    (words.some((word) => known.some((other) => isSame(word, other, language))) && !isNamesake(words, known))
  );
}

/** "Paul Adeyemi" is not "Peter Adeyemi". */
function isNamesake(words: readonly ReadWord[], known: readonly ReadWord[]): boolean {
  const given = (surname: ReadWord, among: readonly ReadWord[]) =>
    among.find(({ isCapital, end }) => isCapital && end + 1 === surname.start);
  return words.some((surname) => {
    const own = given(surname, words);
    if (!surname.isCapital || !own || known.some(({ key }) => key === own.key)) return false;
    return known.some((other) => other.key === surname.key && given(other, known) !== undefined);
  });
}

/** Whether a word identifies an argument: a word in no source is a paraphrase, and a generic noun identifies nobody. */
function isStated(word: ReadWord, evidence: readonly ReadText[]): boolean {
  return evidence.some(({ words, language }) => words.some((other) => isSame(word, other, language)));
}

function subjectOf({ isPassive, agent, before }: VerbFrame): readonly ReadWord[] {
  return isPassive ? agent : before;
}

function isSame(one: ReadWord, other: ReadWord, language: string): boolean {
  const state = stateOf([one], language);
  return isSameWord(one, other, language) || (state !== undefined && state === stateOf([other], language));
}
