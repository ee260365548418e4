import { readFileSync } from 'node:fs';
import { wordFileEntries } from '../text/word-file.ts';

/** What a word does in a sentence, as far as the word alone tells; the files beside this one list the words, by language. */
export type Kind =
  // verbs and their mood
  | 'be'
  | 'done'
  | 'perfect'
  | 'ahead'
  | 'intending'
  | 'before-base'
  | 'verb-though-common'
  | 'unchanging'
  | 'forms'
  | 'particle'
  | 'support'
  | 'ergative'
  | 'certain'
  | 'wish'
  | 'possible'
  | 'alleged'
  | 'doubt'
  | 'open'
  | 'hypothetical'
  // negation and condition
  | 'negation'
  | 'denial'
  | 'confirming'
  | 'vote'
  | 'against'
  | 'condition'
  | 'asks-whether'
  // who speaks
  | 'speech'
  | 'weak-speech'
  | 'speech-or-action'
  | 'statement'
  | 'report'
  | 'accusing'
  | 'document'
  // nouns and names
  | 'office'
  | 'former'
  | 'counterpart'
  | 'body'
  | 'event'
  | 'generic'
  | 'unique'
  | 'noun'
  | 'no-name'
  | 'opens-name'
  // small words
  | 'and'
  | 'adding'
  | 'clause'
  | 'subordinator'
  | 'opens-content'
  | 'relative'
  | 'after-relative'
  | 'pronoun'
  | 'pronoun-several'
  | 'pronoun-thing'
  | 'impersonal'
  | 'several'
  | 'speaking-pronoun'
  | 'she'
  | 'he'
  | 'object-pronoun'
  | 'definite'
  | 'determiner'
  | 'german-determiner'
  | 'links-noun'
  | 'preposition'
  | 'where'
  | 'by'
  | 'about'
  | 'count-before'
  | 'because'
  | 'reason-after'
  | 'reason-before'
  | 'light'
  | 'claim'
  // numbers
  | 'share'
  | 'vague'
  | 'unit'
  // words of one meaning
  | 'same';

interface Entry {
  readonly kind: Kind;
  readonly group: string;
}

interface Lexicon {
  readonly words: ReadonlyMap<string, readonly Entry[]>;
  readonly beginnings: ReadonlyMap<string, readonly Entry[]>;
  readonly endings: ReadonlyMap<string, readonly Entry[]>;
  readonly kinds: ReadonlyMap<Kind, readonly string[]>;
  /** Entries of words looked up before; emptied when full. */
  readonly seen: Map<string, readonly Entry[]>;
}

const lexicons = new Map<string, Lexicon>();
const mostSeen = 20_000;

/** Whether a folded word is of a kind in a language, English where that has no lexicon; without a language, in either. */
export function isA(kind: Kind, key: string | undefined, language?: string): boolean {
  if (key === undefined) return false;
  if (language === undefined) return isA(kind, key, 'en') || isA(kind, key, 'de');
  return entriesOf(key, language).some((entry) => entry.kind === kind);
}

/** The groups of a kind that have a folded word, each by its name or first word: the unit of "tonnes", the verb that "withdrew" is a form of. */
export function groupsOf(kind: Kind, key: string, language: string): readonly string[] {
  return entriesOf(key, language).flatMap((entry) => (entry.kind === kind ? entry.group : []));
}

/** The words of a kind in the order of the file, "stem*" and "*ending" as written. */
export function wordsOfKind(kind: Kind, language: string): readonly string[] {
  return lexiconOf(language).kinds.get(kind) ?? [];
}

function entriesOf(key: string, language: string): readonly Entry[] {
  const { words, beginnings, endings, seen } = lexiconOf(language);
  const known = seen.get(key);
  if (known) return known;
  const found = [...(words.get(key) ?? [])];
  for (let length = 1; length <= key.length; length += 1) {
    found.push(...(beginnings.get(key.slice(0, length)) ?? []));
    found.push(...(endings.get(key.slice(-length)) ?? []));
  }
  if (seen.size >= mostSeen) seen.clear();
  seen.set(key, found);
  return found;
}

/** Whether there is a lexicon of the language; the words of others are looked up in the English one. */
export function hasLexicon(language: string): boolean {
  return /^(?:de|en)(?!\p{L})/u.test(language);
}

function lexiconOf(language: string): Lexicon {
  const base = language.startsWith('de') ? 'de' : 'en';
  let lexicon = lexicons.get(base);
  if (!lexicon) {
    lexicon = parseLexicon(readFileSync(new URL(`lexicon.${base}.txt`, import.meta.url), 'utf8'));
    lexicons.set(base, lexicon);
  }
  return lexicon;
}

/** Reads entries "kind group: word stem* *ending | words of the next group". */
function parseLexicon(text: string): Lexicon {
  const words = new Map<string, Entry[]>();
  const beginnings = new Map<string, Entry[]>();
  const endings = new Map<string, Entry[]>();
  const kinds = new Map<Kind, string[]>();
  for (const line of wordFileEntries(text)) {
    const colon = line.indexOf(':');
    const [kind, ...name] = line.slice(0, colon).split(' ') as [Kind, ...string[]];
    for (const group of line.slice(colon + 1).split('|')) {
      const members = group.trim().split(/\s+/);
      const entry = { kind, group: name.join(' ') || (members[0] ?? '') };
      for (const word of members) {
        if (word.endsWith('*')) push(beginnings, word.slice(0, -1), entry);
        else if (word.startsWith('*')) push(endings, word.slice(1), entry);
        else push(words, word, entry);
        push(kinds, kind, word);
      }
    }
  }
  return { words, beginnings, endings, kinds, seen: new Map() };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
