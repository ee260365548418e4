import type { Yielding } from '../runtime/yield-to-event-loop.ts';
import { findCountry } from '../text/countries.ts';
import { fold } from '../text/terms.ts';
import type { ActorKind, Mention } from './actor.ts';
import { isNameWord } from './name-words.ts';
import type { Token } from './tokens.ts';

/** The most words of a known name. */
const longestKnown = 4;

/**
 * Names in headlines in title case or all capitals: those found in the rest of the text ("Ilse Falkner Wins Again"), states, and other
 * known names; for the rest, capitals are no evidence there. Yields between words.
 */
export function* findInHeadlines(
  text: string,
  tokens: readonly Token[],
  found: readonly Mention[],
  language: string,
): Yielding<Mention[]> {
  const names = new Map(found.map((mention) => [mention.text.toLowerCase(), mention.type]));
  const longest = Math.max(longestKnown, ...found.map(({ text: name }) => name.split(' ').length));
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!tokens[at]?.inTitleCase) continue;
    yield;
    for (let length = longest; length > 0; length--) {
      const words = tokens.slice(at, at + length);
      const [first, last] = [words[0], words.at(-1)];
      if (words.length < length || !first || !last?.inTitleCase || !first.capital) continue;
      const type = names.get(joined(words).toLowerCase()) ?? kindOf(words, language);
      if (!type) continue;
      mentions.push({ type, start: first.start, end: last.end, text: text.slice(first.start, last.end) });
      at += length - 1;
      break;
    }
  }
  return mentions;
}

/** The kind of a generally known name; "US" and "us" look alike in capitals. */
function kindOf(words: readonly Token[], language: string): ActorKind | undefined {
  const name = joined(words);
  if (name.length < 3 || words.some(({ gap }, index) => index > 0 && gap !== ' ')) return undefined;
  if (isNameWord('organization', fold(name))) return 'organization';
  const state = findCountry(inTitleCase(name), language);
  return isNameWord('place', fold(name)) || (state && state.by !== 'demonym') ? 'place' : undefined;
}

function joined(words: readonly Token[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** "SRI LANKA" as elsewhere: "Sri Lanka". */
function inTitleCase(name: string): string {
  return name.replaceAll(/\p{L}+/gu, (word) => `${word[0]?.toUpperCase()}${word.slice(1).toLowerCase()}`);
}
