import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { baseLanguage, fold, termOf, type Word } from '../text/terms.ts';

/** What a word does to a fact: it denies, ends, begins again, moves to another date ...; see `reversals.yaml`. */
export type Role = 'undo' | 'redo' | 'shift' | 'vague' | 'beyond' | 'supposed' | 'passive' | 'negate' | 'uncertain';

/** A side of a reversible fact, which the word states. */
export interface Side {
  readonly fact: string;
  readonly isOpposite: boolean;
}

/** An entry of the lists: a word, exactly or by its stem, and the words that have to follow it. */
interface Entry {
  readonly of: Role | Side;
  readonly rest: readonly string[];
}

interface Lexicon {
  readonly byWord: ReadonlyMap<string, readonly Entry[]>;
  readonly byStem: ReadonlyMap<string, readonly Entry[]>;
  readonly ahead: RegExp;
}

type Lists = Readonly<Record<Role | 'ahead', string>> & { readonly opposites: readonly string[] };

const lists = parse(readFileSync(new URL('reversals.yaml', import.meta.url), 'utf8')) as Record<string, Lists>;
const lexicons = new Map<string, Lexicon | undefined>();
const contraction = /\wn['’]t$/i;

/** Whether a word negates what follows it. */
export function negates(word: string, language: string): boolean {
  return (
    hasRole('negate', [{ text: word }], 0, language) || (baseLanguage(language) === 'en' && contraction.test(word))
  );
}

/** Whether a sentence reports what may still happen. */
export function isProspective(text: string, language: string): boolean {
  return lexiconOf(language)?.ahead.test(text) ?? false;
}

/** Whether the word at an index, or the phrase that begins there, has a role; never in a language without lists. */
export function hasRole(role: Role, words: readonly Pick<Word, 'text'>[], index: number, language: string): boolean {
  return entriesAt(words, index, language).some(({ of }) => of === role);
}

/** The side of a reversible fact that the word at an index states, if any. */
export function sideAt(words: readonly Word[], index: number, language: string): Side | undefined {
  return entriesAt(words, index, language).flatMap(({ of }) => (typeof of === 'string' ? [] : of))[0];
}

function entriesAt(words: readonly Pick<Word, 'text'>[], index: number, language: string): readonly Entry[] {
  const lexicon = lexiconOf(language);
  const text = words[index]?.text;
  if (!lexicon || text === undefined) return [];
  const found = [
    ...(lexicon.byWord.get(fold(text)) ?? []),
    ...(lexicon.byStem.get(termOf(text, language) ?? '') ?? []),
  ];
  return found.filter(({ rest }) => rest.every((word, place) => fold(words[index + 1 + place]?.text ?? '') === word));
}

function lexiconOf(language: string): Lexicon | undefined {
  const base = baseLanguage(language);
  if (!lexicons.has(base)) lexicons.set(base, lists[base] && readLexicon(lists[base], base));
  return lexicons.get(base);
}

function readLexicon({ opposites, ahead, ...roles }: Lists, language: string): Lexicon {
  const byWord = new Map<string, Entry[]>();
  const byStem = new Map<string, Entry[]>();
  const add = (phrase: string, of: Entry['of']): void => {
    const [first = '', ...rest] = phrase.split('_').map(fold);
    const [map, key] = first.endsWith('*') ? [byStem, termOf(first.slice(0, -1), language) ?? ''] : [byWord, first];
    map.set(key, [...(map.get(key) ?? []), { of, rest }]);
  };
  for (const [role, words] of Object.entries(roles)) for (const word of words.split(/\s+/)) add(word, role as Role);
  for (const [fact, line] of opposites.entries())
    for (const [place, side] of line.split(' / ').entries())
      for (const word of side.split(/\s+/)) add(word, { fact: `${language}${fact}`, isOpposite: place > 0 });
  return { byWord, byStem, ahead: new RegExp(ahead, 'u') };
}
