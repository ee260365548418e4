import { groupsOf, isA, wordsOfKind } from './lexicon.ts';

interface VerbForm {
  readonly key: string;
  readonly joined?: string | undefined;
}

/** Whether a word is an irregular form of an English verb, or its base. */
export function isIrregularVerb(key: string): boolean {
  return isA('forms', key, 'en') || isA('unchanging', key, 'en');
}

/** Whether a word is a past form of an irregular English verb; "cut" and "hit" may be. */
export function isPastForm(key: string): boolean {
  return (
    /\p{L}ed$/u.test(key) || isA('unchanging', key, 'en') || groupsOf('forms', key, 'en').some((base) => base !== key)
  );
}

/** Whether two words are forms of one verb that stemming keeps apart: "withdrew" and "withdrawn", "verließ" and "verlassen". */
export function isSameVerb(one: VerbForm, other: VerbForm, language: string): boolean {
  if (one.key === other.key) return true;
  if (language === 'de') return !germanRoots(one).isDisjointFrom(germanRoots(other));
  const forms = groupsOf('forms', one.key, language);
  return groupsOf('forms', other.key, language).some((verb) => forms.includes(verb));
}

/** The consonant skeleton that the forms of a German verb share, with its particle if it has one. */
function germanRoots({ key, joined = key }: VerbForm): ReadonlySet<string> {
  const particle = wordsOfKind('particle', 'de').find((one) => joined.startsWith(one) && hasVerbAfter(joined, one));
  const parted = particle === undefined ? [] : [rootOf(joined.slice(particle.length), particle)];
  return new Set([rootOf(key, ''), ...parted].filter((root) => root !== ''));
}

function hasVerbAfter(joined: string, particle: string): boolean {
  return joined.length >= particle.length + 3;
}

function rootOf(form: string, particle: string): string {
  const bare = form.replace(/^zu(?=\p{L}{4})/u, '');
  const known = groupsOf('forms', bare, 'de')[0] ?? groupsOf('forms', form, 'de')[0];
  if (known !== undefined) return `${particle}${known}`;
  const consonants = bare
    .replace(/^ge(?=\p{L}{4})/u, '')
    .replace(/(?:end(?:e[nmrs]?)?|eten|ete|test|tet|ten|te|en|et|st|t|e)$/, '')
    .replace(/(?<=[aeiou])h/g, '')
    .replace(/[aeiou]/g, '')
    .replace(/(.)\1+/g, '$1');
  return consonants.length > 1 ? `${particle}${consonants}` : '';
}
