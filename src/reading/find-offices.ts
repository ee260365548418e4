import { findNames, type NameRun } from './find-names.ts';
import { isA } from './lexicon.ts';
import type { ReadText, ReadWord } from './read-text.ts';
import { stateOf } from './same-name.ts';

/** An office or title with the name it is said of. */
export interface Office {
  readonly holder: NameRun;
  readonly word: ReadWord;
  /** The field right before the office: "hospital director". */
  readonly field: ReadWord | undefined;
  readonly isFormer: boolean;
}

const ministerOfAnything = /minister(?:in|innen|s)?$/;
const whatOf = /^\s(?:of|for|von|des|der)\s(?:the\s)?$/;
const whatOfThen = /^\s(?:of|for|von|des|der)\s[^,.;]{2,40},\s$/;

/** Offices with the name nearest to each, at most `within` words away in the same sentence. */
export function officesBeside(text: ReadText, within: number, ended: ReadonlySet<string>): readonly Office[] {
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
    const isFormer = around.some((key) => isA('former', key, language));
    const nearest = near[0]?.distance ?? 0;
    const holders = near.filter(({ distance }) => distance <= nearest);
    const before = text.words[index - 1];
    const isField = before?.clause === word.clause && before.term !== undefined && !isA('former', before.key, language);
    const field = isField ? before : undefined;
    return holders.map(({ holder }) => ({ holder, word, field, isFormer }));
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
