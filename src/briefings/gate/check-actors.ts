import { findNames } from '../../reading/find-names.ts';
import { former, groups, offices } from '../../reading/office-words.ts';
import type { ReadText, ReadWord } from '../../reading/read-text.ts';
import { marks, partsSentences } from '../../text/marks.ts';
import { fold } from '../../text/terms.ts';
import type { GateCase, Objection } from './gate.ts';
import { stateOf } from './same-name.ts';

/** Agent and patient of a verb by word order: the names before and after it. */
interface Action {
  readonly verb: string;
  readonly agent: string;
  readonly patient: string;
}

interface Actor {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const reach = 14;
const passive: Readonly<Record<string, { readonly be: RegExp; readonly by: RegExp }>> = {
  en: { be: /^(?:was|were|is|are|been|being|be|got)$/, by: /^by$/ },
  de: { be: /^(?:wurden?|wird|werden|worden)$/, by: /^(?:von|vom|durch)$/ },
};
/** After these auxiliaries the main verb ends the German clause. */
const auxiliary = /^(?:hat|haben|hatten?|wurden?|wird|werden|will|wollen|soll|sollen|kann|konnte)$/;
const participle =
  /^(?:\p{L}{2,6})?ge\p{L}{2,}(?:t|en)$|\p{L}{3,}iert$|^(?:be|ver|er|ent|zer|uber|unter)\p{L}{3,}(?:t|en)$/u;
const accusative = /^(?:den|einen|ihn)$/;
/** A name after these is a place or an owner, not an agent. */
const preposition =
  /^(?:in|at|near|from|of|for|on|to|with|against|over|off|im|am|an|bei|aus|nach|auf|des|fur|mit|gegen|vor|uber|vom|von)$/;

/** Agent and patient must not be swapped. */
export function checkActors({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  if (!sameLanguage) return undefined;
  const texts = [statement, ...evidence];
  const own = actionsOf(statement, texts);
  const cited = evidence.flatMap((text) => actionsOf(text, texts));
  for (const { verb, agent, patient } of own) {
    const same = cited.filter((action) => action.verb === verb);
    const isStated = same.some((action) => action.agent === agent && action.patient === patient);
    if (!isStated && same.some((action) => action.agent === patient && action.patient === agent))
      return { reason: 'actors', detail: `${agent} and ${patient} changed places` };
  }
  return undefined;
}

function actionsOf(text: ReadText, texts: readonly ReadText[]): readonly Action[] {
  const actors = actorsOf(text, texts);
  return text.words.flatMap((_, index): Action[] => {
    const verb = verbAt(text, index, actors);
    if (verb === undefined || actors.some(({ from, to }) => index >= from && index <= to)) return [];
    const isNear = (at: number) =>
      Math.abs(index - at) <= reach && text.words[at]?.clause === text.words[index]?.clause;
    const before = actors.filter(({ to }) => to < index && isNear(to));
    const after = actors.filter(({ from }) => from > index && isNear(from));
    return before.flatMap((first) =>
      after.flatMap((second): Action[] => actionBetween(text, verb, { first, index, second })),
    );
  });
}

/** The verb at a word that is not a name; for a German auxiliary, the verb at the end of its clause. */
function verbAt({ words, language }: ReadText, index: number, actors: readonly Actor[]): string | undefined {
  const word = words[index];
  if (language !== 'de' || !word || !auxiliary.test(fold(word.text)))
    return word && !offices.has(word.key) && !groups.has(word.key) && !former.test(word.key) ? word.term : undefined;
  return words.findLast(
    (other, at) =>
      other.clause === word.clause && !other.isCapital && !actors.some(({ from, to }) => at >= from && at <= to),
  )?.term;
}

function actionBetween(
  text: ReadText,
  verb: string,
  { first, index, second }: { readonly first: Actor; readonly index: number; readonly second: Actor },
): Action[] {
  const { words, language } = text;
  if (first.name === second.name || crossesSentence(text, first.to, second.from)) return [];
  const between = words.slice(first.to + 1, second.from).map((word) => fold(word.text));
  const forms = passive[language] ?? passive.en;
  const action = { verb, agent: first.name, patient: second.name };
  const turned = { verb, agent: second.name, patient: first.name };
  const lead = fold(words[first.from - 1]?.text ?? '');
  if (between.some((key) => forms?.be.test(key)) && (language !== 'de' || hasParticiple(words, index))) {
    const byPhrase = fold(words[second.from - 1]?.text ?? '') + fold(words[second.from - 2]?.text ?? '');
    return between.some((key) => forms?.by.test(key)) && byPhrase !== '' ? [turned] : [];
  }
  // German may open with the object: "Den Minister kritisierte Falkner".
  if (language === 'de' && accusative.test(lead) && index < second.from) return [turned];
  const isOwner = language === 'de' && /^(?:der|des)$/.test(lead) && words[first.from - 2]?.isCapital === true;
  return isOwner || preposition.test(lead) || preposition.test(fold(words[first.from - 2]?.text ?? '')) ? [] : [action];
}

/** "Wird Trainerin von Oland" is not a passive. */
function hasParticiple(words: readonly ReadWord[], index: number): boolean {
  return words.some(
    ({ clause, isCapital, key }) => clause === words[index]?.clause && !isCapital && participle.test(key),
  );
}

/** Names, offices and groups, states by their code; a person by the last word of the name. */
function actorsOf(text: ReadText, texts: readonly ReadText[]): readonly Actor[] {
  const named = findNames(text, texts).flatMap((run): Actor[] => {
    const [first, last] = [run[0], run.at(-1)] as [ReadWord, ReadWord];
    const name = stateOf(run, text.language) ?? stateOf([last], text.language) ?? fold(last.key);
    return [{ name, from: text.words.indexOf(first), to: text.words.indexOf(last) }];
  });
  const isTitle = (index: number, within: number) => named.some(({ from }) => from > index && from <= index + within);
  const holders = text.words.flatMap(({ key, term }, index): Actor[] => {
    if (groups.has(key)) return isTitle(index, 1) ? [] : [{ name: key, from: index, to: index }];
    return offices.has(key) && !isTitle(index, 2) ? [{ name: term ?? key, from: index, to: index }] : [];
  });
  return [...named, ...holders].toSorted((a, b) => a.from - b.from);
}

const dividing = new RegExp(`[;；؛]|[${marks.quote}]`, 'u');

function crossesSentence({ words, text }: ReadText, from: number, to: number): boolean {
  const between = text.slice(words[from]?.end, words[to]?.start);
  return partsSentences(between) || dividing.test(between);
}
