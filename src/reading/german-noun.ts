import { fold } from '../text/terms.ts';
import type { ReadWord } from './read-text.ts';

const determiner =
  /^(?:d(?:er|ie|as|em|en|es)|ein(?:e[nmrs]?)?|kein(?:e[nmrs]?)?|[mds]ein(?:e[nmrs]?)?|ihr(?:e[nmrs]?)?|unser(?:e[nmrs]?)?|dies(?:e[nmrs]?)|jen(?:e[nmrs]?)|jed(?:e[nmrs]?)|all(?:e[nmrs]?)|beid(?:e[nmrs]?)|viele?|mehrere[nr]?|einige[nr]?|weitere[nr]?|wenige[nr]?|zu[mr]|[ai]m|vom|beim|ins|ans|[\d.,]+|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf)$/;
const nounEnding =
  /(?:ung(?:en)?|heit(?:en)?|keit(?:en)?|schaft(?:en)?|tion(?:en)?|taten?|tat|nis(?:se[ns]?)?|tums?|ismus|ment[es]?|enz(?:en)?|anz(?:en)?|ling[es]?|leute[n]?|erin(?:nen)?|chen|mann|frau(?:en)?|manner[n]?|ministers?|gericht[es]*|gesetz[es]*|jahre?[ns]?|wochen?|tage?[ns]?|monate?[ns]?|stunden?|prozent|euro|dollar|millionen|milliarden|menschen|kinder[n]?|personen|gesprache?[ns]?|wahl(?:en)?|krieg[es]*|haus(?:es)?|hauser[n]?|stadt|stadte[n]?|preise?[ns]?|partei(?:en)?|polizei|angaben|berichte?n?|behorden?|stellen)$/;
/** An adjective may stand between article and noun. */
const adjective = /(?:e|en|er|es|em)$/;

/** Whether a capitalized German word is a common noun rather than a name: by the article before it, or its ending. */
export function isGermanNoun(words: readonly ReadWord[], index: number, text: string): boolean {
  const word = words[index];
  if (!word) return false;
  if (nounEnding.test(word.key)) return true;
  for (let back = index - 1; back >= Math.max(0, index - 3); back -= 1) {
    const before = words[back];
    const after = words[back + 1];
    if (!before || !after || !/^[\s-]+$/.test(text.slice(before.end, after.start))) return false;
    const key = fold(before.text);
    if (determiner.test(key)) return true;
    if (before.isCapital || !adjective.test(key)) return false;
  }
  // "Starke Regenfälle": a declined adjective precedes nouns, seldom names.
  return false;
}
