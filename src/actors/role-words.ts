import { findCountry } from '../text/countries.ts';
import { isNameWord } from './name-words.ts';
import type { Token } from './tokens.ts';

/** Token indices of a role, the end exclusive. */
export type RoleSpan = readonly [from: number, to: number];

/** Words. */
export const longestRole = 12;

/** Whether a word may modify the noun of a role: "acting", "former", "South Korean". */
export function isModifier(tokens: readonly Token[], at: number, language: string): boolean {
  const token = tokens[at];
  if (!token) return false;
  const { folded, text } = token;
  if (
    isNameWord('role-modifier', folded) ||
    isNameWord('former', folded) ||
    isNameWord('people', folded) ||
    folded === 'of' ||
    folded === 'state'
  )
    return true;
  if (findCountry(text, language)) return true;
  const pairs = [
    [at - 1, at],
    [at, at + 1],
  ] as const;
  return pairs.some(([a, b]) => findCountry(`${tokens[a]?.text} ${tokens[b]?.text}`, language) !== undefined);
}
