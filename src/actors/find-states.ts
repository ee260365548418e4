import { countryNames } from '../text/countries.ts';
import { baseLanguage } from '../text/terms.ts';
import type { Mention } from './actor.ts';

const shortestName = 2;
const patterns = new Map<string, RegExp>();

/** Whether a text's script has capitals, which mark names; Arabic, Chinese, Hindi and others have none. */
export function hasCapitals(text: string): boolean {
  const sample = text.slice(0, 2000);
  const cased = sample.match(/[\p{Lu}\p{Ll}]/gu)?.length ?? 0;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return cased * 2 >= letters;
}

/** The states and capital cities that a text names, by a list: without capital letters there is nothing else to tell a name by. */
export function findStates(text: string, language: string): Mention[] {
  return [...text.matchAll(patternFor(baseLanguage(language)))].map((match): Mention => {
    const start = match.index;
    return { start, end: start + match[0].length, text: match[0], type: 'place' };
  });
}

/** Longer names first, or "Korea" would be found in "North Korea". */
function patternFor(language: string): RegExp {
  let pattern = patterns.get(language);
  if (!pattern) {
    const names = [...countryNames(language)]
      .filter(([name, { by }]) => by !== 'demonym' && name.length >= shortestName && !/[a-z]/i.test(name))
      .map(([name]) => name);
    const longestFirst = names.sort((a, b) => b.length - a.length).map((name) => RegExp.escape(name));
    pattern = new RegExp(longestFirst.join('|') || '(?!)', 'giu');
    patterns.set(language, pattern);
  }
  return pattern;
}
