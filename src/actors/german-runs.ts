import { isCapitalJoin, type NameRun } from './name-run.ts';
import { isCommonNoun, isGermanInstitution, isNameWord } from './name-words.ts';
import type { Token } from './tokens.ts';
import { trimGermanRun } from './trim-german-run.ts';

/** Finds possible names in German, which capitalizes every noun: capitalized runs without common nouns, articles and adjectives. */
export function* findGermanRuns(tokens: readonly Token[]): Generator<NameRun> {
  for (let from = 0; from < tokens.length; from++) {
    if (!tokens[from]?.capital) continue;
    const to = endOfRun(tokens, from);
    yield* trimGermanRun(tokens, from, to);
    from = to - 1;
  }
}

function endOfRun(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  while (tokens[to] && tokens[to - 1]) {
    const next = tokens[to] as Token;
    const previous = tokens[to - 1] as Token;
    if (isCapitalJoin(previous, next)) to++;
    else {
      const beyond = connected(tokens, from, to);
      if (beyond === undefined) break;
      to = beyond + 1;
    }
  }
  return to;
}

/** "Ursula von der Leyen", "Institut für Weltwirtschaft", "Akademie der Künste": small words that are part of the name. */
function connected(tokens: readonly Token[], from: number, at: number): number | undefined {
  const previous = tokens[at - 1] as Token;
  const small = tokens[at] as Token;
  if (small.gap !== ' ') return undefined;
  const target = tokens[at + 1]?.capital
    ? at + 1
    : tokens[at + 2]?.capital && isNameWord('name-particle', tokens[at + 1]?.folded ?? '')
      ? at + 2
      : at + 1;
  const next = tokens[target];
  if (!next?.capital || next.gap !== ' ' || next.opensSentence) return undefined;
  const ofInstitution = /^(?:fur|der|des)$/.test(small.folded) && isGermanInstitution(previous.folded);
  const inPerson =
    isNameWord('german-particle', small.folded) &&
    (isNameWord('first-name', previous.folded) ||
      (small.folded !== 'von' && at - from === 1 && !isCommonNoun(previous.folded)));
  const inRiver = small.folded === 'am' && isNameWord('river', next.folded);
  return ofInstitution || inPerson || inRiver ? target : undefined;
}
