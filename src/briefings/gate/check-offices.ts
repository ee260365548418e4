import { findNames, type NameRun } from '../../reading/find-names.ts';
import { isA } from '../../reading/lexicon.ts';
import { type ReadText, type ReadWord, shareStem } from '../../reading/read-text.ts';
import type { GateCase, Objection } from './gate.ts';
import { stateOf } from './same-name.ts';

const ministerOfAnything = /minister(?:in|innen|s)?$/;
/** The most words between a name and its office: "Falkner, who has been the mayor". */
const reach = 6;

const whatOf = /^\s(?:of|for|von|des|der)\s(?:the\s)?$/;
const whatOfThen = /^\s(?:of|for|von|des|der)\s[^,.;]{2,40},\s$/;

interface Office {
  readonly holder: NameRun;
  readonly word: ReadWord;
  /** The field right before the office: "hospital director". */
  readonly field: ReadWord | undefined;
  readonly isFormer: boolean;
  readonly isFuture: boolean;
}

/** A person must hold the stated office in a cited sentence, and a former office only as a former one. */
export function checkOffices({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  if (!sameLanguage) return undefined;
  const ended = new Set(evidence.flatMap(formerRoles));
  const known = evidence.map((text) => officesBeside(text, reach, ended));
  for (const own of officesBeside(statement, 2, ended)) {
    const name = own.holder.at(-1);
    const same = known
      .flat()
      .filter(
        ({ word, holder }) =>
          (isOffice(word, own.word) || isCounterpart(word, own.word, evidence)) &&
          holder.some(({ key }) => key === name?.key),
      );
    const detail = `${name?.text} as ${own.word.text}`;
    const isApart = !same.length && !known.flat().some(({ word }) => isOffice(word, own.word));
    if (same.length === 0 && isOfPronoun(own, evidence)) continue;
    if (same.length === 0)
      return { reason: 'office', detail: `${detail} is ${isApart ? 'in no cited sentence' : 'another person'}` };
    if (same.every(({ field }) => isAnotherField(own.field, field)))
      return { reason: 'office', detail: `${name?.text} is ${own.word.text} of something else` };
    if (same.every((one) => one.isFormer) && !own.isFormer) return { reason: 'office', detail: `${detail} is former` };
    if (same.every((one) => !one.isFormer) && own.isFormer)
      return { reason: 'office', detail: `${detail} is not former` };
    if (same.every((one) => one.isFuture) && !own.isFuture) return { reason: 'office', detail: `${detail} is to come` };
  }
  return undefined;
}

/** "Als Generalsekretär wurde er berufen": the pronoun refers to the name in another cited sentence. */
function isOfPronoun({ word, holder }: Office, evidence: readonly ReadText[]): boolean {
  const isNamed = evidence.some(({ words }) => words.some(({ key }) => key === holder.at(-1)?.key));
  return (
    isNamed &&
    evidence.some((text) => {
      const office = text.words.find((one) => isOffice(one, word));
      const hasPronoun = text.words.some(
        ({ key, clause }) => clause === office?.clause && /^(?:he|she|er|sie)$/.test(key),
      );
      return office !== undefined && hasPronoun && officesBeside(text, reach, new Set()).length === 0;
    })
  );
}

/** "Police director" and "hospital director" differ; a missing field matches any. */
function isAnotherField(own: ReadWord | undefined, cited: ReadWord | undefined): boolean {
  return own !== undefined && cited !== undefined && own.term !== cited.term && !shareStem(own.key, cited.key);
}

/** "The minister met his Japanese counterpart Hayashi": a counterpart holds the same office. */
function isCounterpart({ key }: ReadWord, office: ReadWord, evidence: readonly ReadText[]): boolean {
  return evidence.some(
    ({ words, language }) => isA('counterpart', key, language) && words.some((word) => isOffice(word, office)),
  );
}

function isOffice(a: ReadWord, b: ReadWord): boolean {
  return a.key === b.key || a.term === b.term || (shareStem(a.key, b.key) && a.key.length > 5);
}

/** Roles right after "former": "the former banker Leo Marsh". */
function formerRoles({ words, language }: ReadText): readonly string[] {
  return words.flatMap(({ key }, index) => (isA('former', words[index - 1]?.key, language) ? [key] : []));
}

/** Offices with the name nearest to each, at most `reach` words away in the same sentence. */
function officesBeside(text: ReadText, within: number, ended: ReadonlySet<string>): readonly Office[] {
  const { language } = text;
  const runs = findNames(text);
  return text.words.flatMap((word, index) => {
    if (
      !isA('office', word.key, language) &&
      !ended.has(word.key) &&
      !isA('office', word.key.replace(/s$/, ''), language) &&
      !ministerOfAnything.test(word.key) &&
      !isA('counterpart', word.key, language)
    )
      return [];
    const near = runs
      .filter((run) => !stateOf(run, text.language))
      .map((holder) => ({ holder, distance: distanceTo(holder, index, text) }))
      .filter(({ distance }) => distance <= within)
      .toSorted((a, b) => a.distance - b.distance);
    const around = text.words.slice(Math.max(0, index - 4), index).map(({ key }) => key);
    const after = text.words.slice(index + 1, index + 2).map(({ key }) => key);
    const isFormer = around.some((key) => isA('former', key, language));
    const isFuture = [...around, ...after].some((key) => isA('future', key, language));
    const nearest = near[0]?.distance ?? 0;
    const holders = near.filter(({ distance }) => distance <= nearest);
    const before = text.words[index - 1];
    const isField = before?.clause === word.clause && before.term !== undefined && !isA('former', before.key, language);
    const field = isField ? before : undefined;
    return holders.map(({ holder }) => ({ holder, word, field, isFormer, isFuture }));
  });
}

/** Words between; a name right after its title is nearest, one after a comma far. */
function distanceTo(holder: NameRun, index: number, { words, text, language }: ReadText): number {
  const [first, last, office] = [holder[0], holder.at(-1), words[index]];
  if (!first || !last || !office) return Number.POSITIVE_INFINITY;
  const [from, to] = [words.indexOf(first), words.indexOf(last)];
  if (from > index) {
    const between = text.slice(office.end, first.start);
    // "The mayor of Kandor" is not Kandor; "the mayor of Kandor, Selma Vogt" is Vogt.
    if (whatOf.test(between)) return Number.POSITIVE_INFINITY;
    if (whatOfThen.test(between)) return 1;
    return (
      from - index - 1 + (/[,;:]|\b(?:of|for|von|des|der|and|und|in|to|from|said|says|sagte)\b/.test(between) ? 3 : 0)
    );
  }
  const between = text.slice(last.end, office.start);
  // "Kandor's mayor" is not Kandor.
  if (/['’]s$/.test(last.text) && between === ' ') return Number.POSITIVE_INFINITY;
  if (/\b(?:as|als)\s$/.test(between)) return 0;
  const next = words[index + 1];
  if (next && next.clause === office.clause && isA('speech', next.key, language)) return index - to + 2;
  const isApposition =
    /^,? (?:(?:who|which|der|die) )?(?:(?:is|was|has been|ist|war) )?(?:the|a|an|its|his|her|der|die|eine?)? ?(?:\p{L}+ ){0,3}$/iu.test(
      between,
    );
  return index - to - 1 + (!isApposition ? 3 : between.startsWith(',') ? 0 : 1);
}
