import { fold } from '../../text/terms.ts';
import { findNames } from './find-names.ts';
import type { GateCase, Objection } from './gate.ts';
import type { GateText, GateWord } from './gate-text.ts';
import { former, groups, offices } from './office-words.ts';
import { stateOf } from './same-name.ts';

/** Who does what to whom, by the order of the words: the names before and after a verb. */
interface Deed {
  readonly verb: string;
  readonly doer: string;
  readonly target: string;
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
/** Behind these the verb itself ends the German clause. */
const auxiliary = /^(?:hat|haben|hatten?|wurden?|wird|werden|will|wollen|soll|sollen|kann|konnte)$/;
const participle =
  /^(?:\p{L}{2,6})?ge\p{L}{2,}(?:t|en)$|\p{L}{3,}iert$|^(?:be|ver|er|ent|zer|uber|unter)\p{L}{3,}(?:t|en)$/u;
const accusative = /^(?:den|einen|ihn)$/;
/** A name behind these is a place or an owner, nobody who acts. */
const preposition =
  /^(?:in|at|near|from|of|for|on|to|with|against|over|off|im|am|an|bei|aus|nach|auf|des|fur|mit|gegen|vor|uber|vom|von)$/;

/** What one did to the other must not turn round. */
export function checkActors({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  if (!sameLanguage) return undefined;
  const texts = [statement, ...evidence];
  const own = deedsOf(statement, texts);
  const cited = evidence.flatMap((text) => deedsOf(text, texts));
  for (const { verb, doer, target } of own) {
    const same = cited.filter((deed) => deed.verb === verb);
    const isStated = same.some((deed) => deed.doer === doer && deed.target === target);
    if (!isStated && same.some((deed) => deed.doer === target && deed.target === doer))
      return { reason: 'actors', detail: `${doer} and ${target} changed places` };
  }
  return undefined;
}

function deedsOf(text: GateText, texts: readonly GateText[]): readonly Deed[] {
  const actors = actorsOf(text, texts);
  return text.words.flatMap((_, index): Deed[] => {
    const verb = verbAt(text, index, actors);
    if (verb === undefined || actors.some(({ from, to }) => index >= from && index <= to)) return [];
    const isNear = (at: number) =>
      Math.abs(index - at) <= reach && text.words[at]?.clause === text.words[index]?.clause;
    const before = actors.filter(({ to }) => to < index && isNear(to));
    const after = actors.filter(({ from }) => from > index && isNear(from));
    return before.flatMap((first) =>
      after.flatMap((second): Deed[] => deedBetween(text, verb, { first, index, second })),
    );
  });
}

/** A word that is no name; for a German auxiliary the verb at the end of its clause. */
function verbAt({ words, language }: GateText, index: number, actors: readonly Actor[]): string | undefined {
  const word = words[index];
  if (language !== 'de' || !word || !auxiliary.test(fold(word.text)))
    return word && !offices.has(word.key) && !groups.has(word.key) && !former.test(word.key) ? word.term : undefined;
  return words.findLast(
    (other, at) =>
      other.clause === word.clause && !other.isCapital && !actors.some(({ from, to }) => at >= from && at <= to),
  )?.term;
}

function deedBetween(
  text: GateText,
  verb: string,
  { first, index, second }: { readonly first: Actor; readonly index: number; readonly second: Actor },
): Deed[] {
  const { words, language } = text;
  if (first.name === second.name || crossesSentence(text, first.to, second.from)) return [];
  const between = words.slice(first.to + 1, second.from).map((word) => fold(word.text));
  const forms = passive[language] ?? passive.en;
  const deed = { verb, doer: first.name, target: second.name };
  const turned = { verb, doer: second.name, target: first.name };
  const lead = fold(words[first.from - 1]?.text ?? '');
  if (between.some((key) => forms?.be.test(key)) && (language !== 'de' || hasParticiple(words, index))) {
    const agent = fold(words[second.from - 1]?.text ?? '') + fold(words[second.from - 2]?.text ?? '');
    return between.some((key) => forms?.by.test(key)) && agent !== '' ? [turned] : [];
  }
  // German may open with whom it happens to: "Den Minister kritisierte Falkner".
  if (language === 'de' && accusative.test(lead) && index < second.from) return [turned];
  const isOwner = language === 'de' && /^(?:der|des)$/.test(lead) && words[first.from - 2]?.isCapital === true;
  return isOwner || preposition.test(lead) || preposition.test(fold(words[first.from - 2]?.text ?? '')) ? [] : [deed];
}

/** "Wird Trainerin von Oland" is no passive. */
function hasParticiple(words: readonly GateWord[], index: number): boolean {
  return words.some(
    ({ clause, isCapital, key }) => clause === words[index]?.clause && !isCapital && participle.test(key),
  );
}

/** Names, offices and groups, states by their code; a person by the last word of the name. */
function actorsOf(text: GateText, texts: readonly GateText[]): readonly Actor[] {
  const named = findNames(text, texts).flatMap((run): Actor[] => {
    const [first, last] = [run[0], run.at(-1)] as [GateWord, GateWord];
    const name = stateOf(run, text.language) ?? stateOf([last], text.language) ?? fold(last.key);
    return [{ name, from: text.words.indexOf(first), to: text.words.indexOf(last) }];
  });
  const isTitle = (index: number, within: number) => named.some(({ from }) => from > index && from <= index + within);
  const held = text.words.flatMap(({ key, term }, index): Actor[] => {
    if (groups.has(key)) return isTitle(index, 1) ? [] : [{ name: key, from: index, to: index }];
    return offices.has(key) && !isTitle(index, 2) ? [{ name: term ?? key, from: index, to: index }] : [];
  });
  return [...named, ...held].toSorted((a, b) => a.from - b.from);
}

function crossesSentence({ words, text }: GateText, from: number, to: number): boolean {
  return /[.!?;]\s|["“”„]/.test(text.slice(words[from]?.end, words[to]?.start));
}
