import { documents } from './find-sayings.ts';
import type { GateCase, Objection } from './gate.ts';
import type { GateText, GateWord } from './gate-text.ts';
import { hypothetical, light } from './light-words.ts';
import { type Deed, readDeeds } from './read-deeds.ts';
import { stateOf } from './same-name.ts';
import { isCompoundOf, isSameWord } from './same-word.ts';

/** "They close the mine": the mine closes. */
const ergative =
  /^(?:re)?(?:clos|open|start|end|begin|began|begun|continu|resum|increas|ris|drop|burn|sink|sank|stop|mov|chang|shut|collaps|explod)\w*$/;

/** Many who act as one: what those in it do, it does. */
const body = /^(?:parliament|senate|congress|council|court|house|bundestag|bundesrat|assembly|knesset)$/;

/**
 * Who does something and to whom must stay so: those around a verb of the statement must stand around the same verb in a source, on the same
 * side of it, turned round where one of them is passive; and what is to come there may not be done here.
 */
export function checkRoles({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  if (!sameLanguage) return undefined;
  const { language } = statement;
  const cited = evidence.flatMap((text) => readDeeds(text));
  for (const deed of readDeeds(statement)) {
    if (isName(deed, statement)) continue;
    const same = cited.filter(({ verb }) => isSameWord(deed.verb, verb, language));
    if (same.length === 0 && isNounElsewhere(deed, evidence)) return objectionTo(deed);
    if (same.length === 0 || same.some((other) => isSameDeed(deed, other, statement, evidence))) continue;
    return objectionTo(deed);
  }
  return undefined;
}

/** "A coalition called "Tarn"" is nobody's deed. */
function isName({ verb }: Deed, { text }: GateText): boolean {
  return /^(?:called|known|dubbed|namens|genannt)$/.test(verb.key) && /^\s["“„]/u.test(text.slice(verb.end));
}

function objectionTo({ verb, before, object }: Deed): Objection {
  const who = [...before, ...object].map(({ text }) => text).join(', ');
  return { reason: 'actors', detail: `"${verb.text}" is stated of others than ${who}` };
}

/** What a source expresses as a noun ("signaled a cut", "the risk of a spill") must be said of the actors in that noun's clause, and as real. */
function isNounElsewhere({ verb, before, object, isElliptic, isAhead }: Deed, evidence: readonly GateText[]): boolean {
  const clauses = evidence.flatMap(({ words, language }) =>
    [...Map.groupBy(words, ({ clause }) => clause).values()].map((words) => ({ words, language })),
  );
  const own = clauses.filter(({ words, language }) => words.some((word) => isSameWord(verb, word, language)));
  if (own.length === 0) return false;
  const stated = (words: readonly GateWord[]) => words.filter((word) => isStated(word, evidence));
  if (isUndergone({ verb, before: isElliptic ? [] : stated(before) }, evidence)) return true;
  const around = [isElliptic ? [] : stated(before), stated(object)];
  return !own.some(({ words, language }) => {
    const place = words.findIndex((word) => isSameWord(verb, word, language));
    return (
      (isAhead || !words.slice(0, place).some(({ key }) => hypothetical.test(key))) &&
      around.every((some) => isAmong(some, words, language))
    );
  });
}

/** With these a noun is what somebody does: "conducted a raid". */
const support =
  /^(?:conduct|launch|hold|held|stage|carr|mak|made|tak|took|giv|gave|begin|began|start|commit|perform|deliver|issu|express|reach|str[iu][kc]k?|sign|cast|suffer|fac|sustain|hat|fuhr|halt|hielt|nahm|nimm|gab|gib|leist|beg[ai]nn|start|unternahm|ubt|stell|erheb|erhob|sprach|sprech)/;

/** "Upheld the conviction" is not "convicted": who does something to what the noun names has not done that. */
function isUndergone({ verb, before }: Pick<Deed, 'verb' | 'before'>, evidence: readonly GateText[]): boolean {
  if (before.length === 0) return false;
  return evidence.some(({ words, language, ...text }) =>
    readDeeds({ words, language, ...text }).some(
      (deed) =>
        !support.test(deed.verb.key) &&
        language !== 'de' &&
        !deed.isPassive &&
        deed.object.some((word) => word.key !== verb.key && isSameWord(verb, word, language)) &&
        isAmong(before, deed.before, language),
    ),
  );
}

function isSameDeed(own: Deed, cited: Deed, statement: GateText, evidence: readonly GateText[]): boolean {
  const { language } = statement;
  const isNegated = statement.words.some(({ key }) => /^(?:no|not|none|never|nicht|kein\w*)$/.test(key));
  if (!isNegated && ((!own.isAhead && cited.isAhead) || (own.isAhead && cited.isDone && !cited.isAhead))) return false;
  if (language === 'de' && own.isPassive === cited.isPassive && isOtherCase(own, cited)) return false;
  const stated = (words: readonly GateWord[]) => words.filter((word) => isStated(word, evidence));
  const isLight = ({ key }: GateWord) => light.has(key);
  if (language === 'de') {
    const around = [...cited.before, ...cited.after, ...cited.agent, ...cited.earlier, ...cited.event];
    if (cited.isDoneToStandIn && evidence.length > 1) around.push(...own.after);
    if (cited.isStandIn && evidence.length > 1)
      around.push(...(cited.isPassive && !own.isPassive ? own.after : own.before));
    return stated([...(own.isElliptic ? [] : own.before), ...own.after]).every(
      (word) => isLight(word) || isAmong([word], around, language),
    );
  }
  const open = cited.isElliptic ? cited.before : [];
  // "Lawmakers in the parliament passed it": so did the parliament.
  const bodies = evidence.flatMap(({ words }) =>
    words.filter(({ key, clause }) => body.test(key) && clause === cited.verb.clause),
  );
  const becomes = ergative.test(own.verb.key) && own.object.every(isLight) ? cited.after : [];
  const isSubject =
    own.isElliptic ||
    (cited.isStandIn && evidence.length > 1) ||
    own.before.some(({ key }) => documents.test(key)) ||
    isAmong(stated(subjectOf(own)), [...subjectOf(cited), ...open, ...becomes, ...bodies, ...cited.event], language);
  const object = own.isPassive ? own.before : own.object;
  const isToStandIn = cited.isDoneToStandIn || (cited.isPassive && cited.isStandIn);
  if (isSubject && isToStandIn && evidence.length > 1) return true;
  return isSubject && isAmong(stated(object), cited.isPassive ? cited.before : cited.after, language);
}

/** "Der Staat" does something, "den Staat" it is done to. */
function isOtherCase(own: Deed, cited: Deed): boolean {
  const subjects = [...cited.before, ...cited.after].filter(({ article }) => article === 'der');
  return [...own.before, ...own.after].some(
    ({ article, key }) => /^(?:den|dem|einen|einem)$/.test(article ?? '') && subjects.some((word) => word.key === key),
  );
}

/** Whether any of the words is among the others; none is. */
function isAmong(words: readonly GateWord[], known: readonly GateWord[], language: string): boolean {
  return (
    words.length === 0 ||
    words.some((word) => known.some((other) => isSame(word, other, language)) || isCompoundOf(word, known))
  );
}

/** What stands nowhere in the sources is a paraphrase, and what everything may be called, says not who it is. */
function isStated(word: GateWord, evidence: readonly GateText[]): boolean {
  return evidence.some(({ words, language }) => words.some((other) => isSame(word, other, language)));
}

function subjectOf({ isPassive, agent, before }: Deed): readonly GateWord[] {
  return isPassive ? agent : before;
}

function isSame(one: GateWord, other: GateWord, language: string): boolean {
  const state = stateOf([one], language);
  return isSameWord(one, other, language) || (state !== undefined && state === stateOf([other], language));
}
