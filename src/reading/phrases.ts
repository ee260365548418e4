import { readFileSync } from 'node:fs';
import { baseLanguage } from '../text/terms.ts';
import { wordFileEntries } from '../text/word-file.ts';

/** What a phrase tells of its sentence; `phrases.<language>.txt` lists the phrases of each kind. */
export type PhraseKind =
  | 'needs-context'
  | 'needs-context-cased'
  | 'reported'
  | 'attributes'
  | 'looks-back'
  | 'earlier-time'
  | 'opens-with-event'
  | 'generic'
  | 'sums-up'
  | 'reacts'
  | 'personal'
  | 'promotion'
  | 'standing-note'
  | 'names-thinker'
  | 'task'
  | 'instruction'
  | 'reply'
  | 'unverified'
  | 'came-to-nothing'
  | 'only-adds'
  | 'cannot-be-cut';

const opening = `["“”„‘’'»«\\[(\\s–—-]*`;
const places: Readonly<Record<string, string>> = {
  '<Name>': String.raw`\p{Lu}[\p{L}-]*`,
  '<noun>': String.raw`\p{Ll}+`,
  '<word>': String.raw`[\p{L}\p{N}'’-]+`,
  '<number>': String.raw`\p{N}[\p{N}.,]*s?`,
  '<part>': '[^,]{0,80}',
  '<start>': '[^,.;]{1,60}',
  '<quote>': '["“”’»«],?',
};
/** Between blanks: words parted by "/", each of which may be a place like <Name> or have "*" for any letters. */
const token = /^(\()?([^()]+?)(\))?([,:.]?)$/u;
const gap = /^\.\.\.(\d)$/;

const known = new Map<string, ReadonlyMap<string, RegExp>>();

/** Whether a text has a phrase of a kind; false in a language without phrases. */
export function hasPhrase(kind: PhraseKind, text: string, language: string): boolean {
  return findPhrase(kind, text, language) !== undefined;
}

/** The first phrase of a kind in a text. */
export function findPhrase(kind: PhraseKind, text: string, language: string): string | undefined {
  return patternsOf(baseLanguage(language)).get(kind)?.exec(text)?.[0];
}

/** Whether there are phrases for a language at all. */
export function hasPhrases(language: string): boolean {
  return patternsOf(baseLanguage(language)).size > 0;
}

function patternsOf(language: string): ReadonlyMap<string, RegExp> {
  let patterns = known.get(language);
  if (!patterns) {
    patterns = /^(?:en|de)$/.test(language) ? readPhrases(language) : new Map();
    known.set(language, patterns);
  }
  return patterns;
}

/** Reads entries "kind: phrase | phrase"; "=" behind the kind minds capitals. */
function readPhrases(language: string): ReadonlyMap<string, RegExp> {
  const text = readFileSync(new URL(`phrases.${language}.txt`, import.meta.url), 'utf8');
  return new Map(
    wordFileEntries(text).map((line) => {
      const [, kind = '', minds = '', phrases = ''] = /^([a-z-]+)(=?): (.*)$/u.exec(line) ?? [];
      // Grouped by where they begin, so that each place in a text is tried once.
      const groups = Map.groupBy(phrases.split(' | '), startOf);
      const body = [...groups].map(([start, all]) => `${start}(?:${all.map(toPattern).join('|')})`).join('|');
      return [kind, new RegExp(body, minds === '' ? 'iu' : 'u')];
    }),
  );
}

function startOf(phrase: string): string {
  if (phrase.trim().startsWith('^')) return `^${opening}`;
  return phrase.trim().startsWith('<') ? '' : String.raw`(?<![\p{L}-])`;
}

/**
 * "^the two/three" stands at the beginning, "on (the) ...3 day" may have one word more and up to three others, "the deal !of/with" is not
 * followed by one of these, "said," has its comma.
 */
function toPattern(phrase: string): string {
  const words = phrase.replace('^', '').trim().split(' ');
  const without = words.at(-1)?.startsWith('!') ? words.pop()?.slice(1) : undefined;
  const parts = words.map((word, at) => toPart(word, at === words.length - 1));
  const end = without === undefined ? '' : String.raw`(?!['’]?\s*${oneOf(without)}(?!\p{L}))`;
  return parts.join('') + end;
}

function toPart(word: string, isLast: boolean): string {
  const between = gap.exec(word);
  if (between) return String.raw`(?:[^\s,.;]+\s+){0,${between[1]}}?`;
  const [, isOptional, words = '', , mark = ''] = token.exec(word) ?? [];
  const ending = words.endsWith('*') || words.endsWith('>') ? '' : String.raw`(?![\p{L}\p{N}])`;
  const part = oneOf(words) + ending + (mark === '.' ? '\\.' : mark);
  const spaced = isLast ? part : String.raw`${part}\s+`;
  return isOptional ? `(?:${spaced})?` : spaced;
}

function oneOf(words: string): string {
  const all = words.split('/').map((word) => places[word] ?? escapeWord(word));
  return all.length === 1 ? (all[0] ?? '') : `(?:${all.join('|')})`;
}

/** An apostrophe may be straight or curved, and "*" is any letters. */
function escapeWord(word: string): string {
  return RegExp.escape(word).replaceAll(String.raw`\x27`, "['’]").replaceAll(String.raw`\*`, String.raw`\p{L}*`);
}
