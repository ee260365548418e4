import { findCountry } from '../text/countries.ts';
import type { NameRun } from './name-run.ts';
import { isNameWord } from './name-words.ts';
import type { Token } from './tokens.ts';

/** States as separate names within a title: the "US" of "US President". */
export function statesIn(tokens: readonly Token[], from: number, to: number, language: string): NameRun[] {
  const runs: NameRun[] = [];
  for (let i = from; i < to; i++) {
    const length = [2, 1].find((n) => i + n <= to && findCountry(textOf(tokens, i, i + n), language));
    if (length === undefined) continue;
    if (findCountry(textOf(tokens, i, i + length), language)?.by === 'name')
      runs.push({ from: i, to: i + length, afterTitle: false });
    i += length - 1;
  }
  return runs;
}

/** The index after the nationalities that open a run: "French" in "French Émile Rochat". */
export function afterNationalities(tokens: readonly Token[], start: number, to: number, language: string): number {
  let at = start;
  while (at < to) {
    const length = [2, 1].find(
      (n) => at + n <= to && findCountry(textOf(tokens, at, at + n), language)?.by === 'demonym',
    );
    if (length !== undefined) at += length;
    else if (isNameWord('people', tokens[at]?.folded ?? '')) at++;
    else break;
  }
  return at;
}

/** Whether a word is a state or a nationality, or half of one: "South" in "South Korean". */
export function isNation(tokens: readonly Token[], at: number, language: string): boolean {
  const token = tokens[at];
  if (!token) return false;
  const part = token.text.split('-').at(-1) ?? '';
  if (
    isNameWord('people', token.folded) ||
    findCountry(token.text, language) ||
    findCountry(part, language)?.by === 'demonym'
  )
    return true;
  return [-1, 0].some((shift) => {
    const pair = tokens.slice(at + shift, at + shift + 2);
    return pair.length === 2 && findCountry(pair.map(({ text }) => text).join(' '), language) !== undefined;
  });
}

function textOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}
