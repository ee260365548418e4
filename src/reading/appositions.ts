import { fold } from '../text/terms.ts';
import type { ReadWord } from './read-text.ts';
import { isIrregularVerb } from './verb-forms.ts';

/** "The Guardian Council, a supervisory body, barred him": the most words of an apposition, which has no verb. */
const longest = 6;
const opens = /^(?:an?|the|his|her|its|their|eine?[mnrs]?)$/;
const verb =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|may|might|can|could|said|says|ist|sind|war|waren|hat|haben|hatten?|wird|werden|wurden?|kann|konnte|soll|sagte)$|\p{L}{2}(?:ed|ing)$/u;
const comma = /^\s*,\s*$/;

/** Rejoins the clause that an apposition interrupts, since its subject comes before the interruption. */
export function acrossAppositions(words: readonly ReadWord[], text: string): readonly ReadWord[] {
  const clauses = [...Map.groupBy(words, ({ clause }) => clause).values()];
  const joined = new Map<number, number>();
  for (const [place, apposition] of clauses.entries()) {
    const [before, after] = [clauses[place - 1], clauses[place + 1]];
    if (!before || !after || !isApposition(apposition) || !isBetweenCommas([before, apposition, after], text)) continue;
    const [into, from] = [before[0]?.clause ?? 0, after[0]?.clause ?? 0];
    joined.set(from, joined.get(into) ?? into);
  }
  if (joined.size === 0) return words;
  return words.map((word) => ({ ...word, clause: joined.get(word.clause) ?? word.clause }));
}

function isApposition(words: readonly ReadWord[]): boolean {
  const [first] = words;
  if (!first || words.length > longest) return false;
  if (!opens.test(fold(first.text)) && !/['’]s$/.test(first.text)) return false;
  return words.every(({ text, key, isCapital }) => isCapital || (!verb.test(fold(text)) && !isIrregularVerb(key)));
}

function isBetweenCommas(clauses: readonly (readonly ReadWord[])[], text: string): boolean {
  return clauses.slice(1).every((words, at) => {
    const [end, start] = [clauses[at]?.at(-1)?.end, words[0]?.start];
    return comma.test(text.slice(end, start));
  });
}
