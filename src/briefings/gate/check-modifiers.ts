import { isVerb } from '../../reading/find-verbs.ts';
import { light } from '../../reading/generic-words.ts';
import { measures } from '../../reading/number-words.ts';
import { prepositions } from '../../reading/phrase-words.ts';
import type { ReadText, ReadWord } from '../../reading/read-text.ts';
import { isSameWord } from '../../reading/same-word.ts';
import type { GateCase, Objection } from './gate.ts';
import { stateOf } from './same-name.ts';

/** A noun with the word right before it: "pandemic funds", "Mexican delegation". */
interface Pair {
  readonly modifier: ReadWord;
  readonly noun: ReadWord;
}

/**
 * Modifiers must stay with their nouns: two words that each modify another noun in the sources may not be swapped. English only; a word that
 * modifies no noun in the sources, or occurs near the same noun elsewhere, is not compared.
 */
export function checkModifiers({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  if (!sameLanguage || statement.language !== 'en') return undefined;
  const cited = evidence.flatMap(pairsOf);
  for (const { modifier, noun } of pairsOf(statement).filter((pair) => !pair.noun.isCapital)) {
    const ofNoun = cited.filter((pair) => isSameWord(pair.noun, noun, 'en'));
    const ofModifier = cited.filter((pair) => isSame(pair.modifier, modifier) && !isSameWord(pair.noun, noun, 'en'));
    if (
      ofNoun.length === 0 ||
      (ofModifier.length === 0 && !areOtherStates(modifier, ofNoun)) ||
      ofNoun.some((pair) => isSame(pair.modifier, modifier))
    )
      continue;
    if (areTogether(modifier, noun, evidence)) continue;
    return { reason: 'actors', detail: `"${modifier.text}" is said of another thing than "${noun.text}"` };
  }
  return undefined;
}

function pairsOf(text: ReadText): readonly Pair[] {
  const { words } = text;
  const says = (at: number) => {
    const word = words[at];
    if (!word || word.term === undefined || light.has(word.key) || measures.has(word.key) || isVerb(text, at))
      return false;
    return !/^\p{N}/u.test(word.key) && !prepositions.test(word.key) && !/(?:ed|ing|ly)$/.test(word.key);
  };
  return words.flatMap((noun, at): Pair[] => {
    const modifier = words[at - 1];
    const areBeside = modifier && text.text.slice(modifier.end, noun.start) === ' ';
    return areBeside && says(at - 1) && says(at) && !isPredicate(words, at) ? [{ modifier, noun }] : [];
  });
}

/** "Engineers believe": a word at the end of its phrase may be a verb. */
function isPredicate(words: readonly ReadWord[], at: number): boolean {
  return (
    /^(?:that|the|an?|in|to)$/.test(words[at + 1]?.key ?? '') &&
    words[at - 1]?.isCapital === true &&
    !words[at]?.isCapital
  );
}

function isSame(one: ReadWord, other: ReadWord): boolean {
  const state = stateOf([one], 'en');
  return isSameWord(one, other, 'en') || (state !== undefined && state === stateOf([other], 'en'));
}

/** "A Mexican delegation" from "a US delegation". */
function areOtherStates(modifier: ReadWord, pairs: readonly Pair[]): boolean {
  const own = stateOf([modifier], 'en');
  return own !== undefined && pairs.every((pair) => stateOf([pair.modifier], 'en') !== undefined);
}

const near = 3;

/** "Funds of the pandemic", "pandemic relief funds". */
function areTogether(modifier: ReadWord, noun: ReadWord, evidence: readonly ReadText[]): boolean {
  return evidence.some(({ words }) =>
    words.some(
      (word, at) =>
        isSameWord(word, noun, 'en') &&
        words
          .slice(Math.max(0, at - near), at + near + 1)
          .some((other) => isSame(other, modifier) && other.clause === word.clause),
    ),
  );
}
