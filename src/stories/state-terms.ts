import { findCountry } from '../language/countries.ts';
import { termOf, type Word } from '../language/terms.ts';
import { hasCapital } from './has-capital.ts';

/** Parts of the world and unions of states, as far as English and German reports name them; our own choice. */
const regions = new Set(
  `africa african america american arab asia asian balkans east eastern eu europe european gulf latin middle nato southeast un west western
  afrika afrikanisch amerika arabisch asien asiatisch europa europäisch nahost naher osten`.split(/\s+/),
);

/** By language and word: words repeat, and looking up a name's forms is slow. Emptied when full, so that memory stays bounded. */
const known = new Map<string, Map<string, boolean>>();
const knownLimit = 20_000;

/** The terms of words that name a state, its capital, its people or a part of the world: who is in the news every day. */
export function stateTerms(words: readonly Word[], language: string): ReadonlySet<string> {
  const terms = new Set<string>();
  const add = (...found: readonly Word[]): void => {
    for (const { text } of found) {
      const term = termOf(text, language);
      if (term !== undefined) terms.add(term);
    }
  };
  for (const [index, word] of words.entries()) {
    if (!hasCapital(word.text)) continue;
    const next = words[index + 1];
    const pair = next?.start === word.end + 1 && hasCapital(next.text) ? `${word.text} ${next.text}` : undefined;
    if (next && pair !== undefined && isState(pair, language)) add(word, next);
    else if (isState(word.text, language)) add(word);
  }
  return terms;
}

function isState(name: string, language: string): boolean {
  const names = known.get(language) ?? new Map<string, boolean>();
  let is = names.get(name);
  if (is === undefined) {
    is = findCountry(name, language) !== undefined || regions.has(name.toLowerCase());
    if (names.size >= knownLimit) names.clear();
    known.set(language, names.set(name, is));
  }
  return is;
}
