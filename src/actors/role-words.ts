import { words } from '../reading/words.ts';
import { findCountry } from '../text/countries.ts';
import { peopleWords } from './lists/context.ts';
import { englishRoleModifiers, formerWords } from './lists/titles.ts';
import type { Token } from './tokens.ts';

/** Token indices of a role, the end exclusive. */
export type RoleSpan = readonly [from: number, to: number];

/** Words that may begin a role phrase and are dropped. */
export const leading = words(
  'the a an his her their its of and new longtime long-time longstanding der die das dem den des ein eine einem einen sein seine ihr ihre neue neuer neuen von',
);
/** Possessives, with which a role is unclear out of context. */
export const owning = words('his her their its sein seine ihr ihre');
/** Words. */
export const longestRole = 12;

/** Whether a word may modify the noun of a role: "acting", "former", "South Korean". */
export function isModifier(tokens: readonly Token[], at: number, language: string): boolean {
  const token = tokens[at];
  if (!token) return false;
  const { folded, text } = token;
  if (
    englishRoleModifiers.has(folded) ||
    formerWords.has(folded) ||
    peopleWords.has(folded) ||
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
