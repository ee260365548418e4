import { pairName, stateCode } from './name-states.ts';
import type { ReadWord } from './read-document.ts';

/** World regions and unions of states, as named in English and German reports; our own choice. */
const regions = new Set(
  `africa african america american arab asia asian balkans east eastern eu europe european gulf latin middle nato southeast un west western
  afrika afrikanisch amerika arabisch asien asiatisch europa europäisch nahost naher osten`.split(/\s+/),
);

/** The terms of words that name a state, its capital, its people or a world region: names that are in the news every day. */
export function stateTerms(words: readonly ReadWord[], language: string): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const [index, word] of words.entries()) {
    if (!word.hasCapital) continue;
    const next = words[index + 1];
    const pair = next?.hasCapital ? pairName(word, next, language) : undefined;
    const named = pair !== undefined && isState(pair, language) ? [word, next] : [word];
    if (named.length === 1 && !isState(word.text, language)) continue;
    for (const each of named) if (each?.term !== undefined) terms.add(each.term);
  }
  return terms;
}

function isState(name: string, language: string): boolean {
  return stateCode(name, language) !== undefined || regions.has(name.toLowerCase());
}
