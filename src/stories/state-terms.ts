import { findCountry } from '../language/countries.ts';
import { termOf, type Word } from '../language/terms.ts';

/** Parts of the world and unions of states, as far as English and German reports name them; our own choice. */
const regions = new Set(
  `africa african america american arab asia asian balkans east eastern eu europe european gulf latin middle nato southeast un west western
  afrika afrikanisch amerika arabisch asien asiatisch europa europäisch nahost naher osten`.split(/\s+/),
);

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
    if (!/^\p{Lu}/u.test(word.text)) continue;
    const next = words[index + 1];
    if (next?.start === word.end + 1 && findCountry(`${word.text} ${next.text}`, language)) add(word, next);
    else if (findCountry(word.text, language) || regions.has(word.text.toLowerCase())) add(word);
  }
  return terms;
}
