import { findPhrase, hasPhrase, hasPhrases } from './phrases.ts';

/** Reports the words of an unnamed speaker: "The talks would continue, he said." */
const unnamedSpeaker =
  /^\P{L}*\p{L}+[^\p{Lu}]*,\s(?:he|she|they)\s(?:said|added|explained|stressed|noted)(?!\p{L})|^(?!.*\p{Lu}[\p{L}'’-]+\s\p{Lu})[^"“”]*,\s(?:he|she)\s(?:said|added|explained|stressed|noted),/u;
/** Refers to somebody by age alone; a name may follow: "The 22-year-old striker Tom Becker". */
const unnamedPerson =
  /^The \p{N}+-year-old(?=,|\s(?:(?:is|was|has|had|will|would|says?|told|also|\p{Ll}+ed)\s|\p{Lu}\p{Ll}+\s\p{Ll}))|^D(?:er|ie) \p{N}+-Jährigen?(?!\p{L})(?!\s\p{Lu}\p{Ll}+\s\p{Lu})/u;
/** Measures from a place mentioned before: "1,000 kilometers to the northeast, ..." */
const fromThere =
  /^(?:Some |About |Around |Just )?\p{N}[\p{N}.,]* (?:kilometers|km|miles|meters)(?: \([^)]*\))? (?:away|(?:further |farther )?(?:to the )?(?:north|south|east|west)\p{Ll}*),/u;
/** German, with a speaker outside of it: ", sagte sie"; a person named before the comma is the speaker. */
const sheSaid =
  /^(?!.*\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+.*, ).*, (?:sagte|sagt|erklärte|betonte|fügte|schrieb|meinte|warnte|kritisierte|forderte|ergänzte) (?:er|sie)(?!\p{L})/u;
/** Regular German verbs in indirect speech ("das Land setze die Gespräche fort"): an ending in -e behind a noun, which no adjective has there. */
const conditional = /(?<![\p{L}-])\p{Lu}[\p{L}-]+ (\p{Ll}{2,}[^t\P{Ll}]e) (\p{Ll}+)/gu;
const afterVerb =
  /^(?:die|das|den|der|dem|eine?[nmr]?|sich|nicht|am|im|in|an|auf|mit|für|zu|zur|zum|bis|weiter|weiterhin|auch|seine?[nmrs]?|ihre?[nmrs]?|keine?[nmr]?)$/u;
const noVerb: ReadonlySet<string> = new Set(
  'sowie ohne eine keine seine ihre diese jene jede alle beide viele heute gerade lange nahe wurde würde welche solche unsere einige andere mehrere statt bitte beinahe gerne beste rechte linke'.split(
    ' ',
  ),
);

/**
 * Whether a reader needs the sentence before this one: it opens with a pronoun or connective, mentions "the two", or quotes somebody who is
 * only "he". False in a language without phrases.
 */
export function needsContext(text: string, language: string): boolean {
  if (!hasPhrases(language)) return false;
  if (hasPhrase('needs-context', text, language) || hasPhrase('needs-context-cased', text, language)) return true;
  if (unnamedPerson.test(text) || fromThere.test(text)) return true;
  return language.startsWith('de') ? sheSaid.test(text) || isIndirect(text, language) : unnamedSpeaker.test(text);
}

/** Indirect speech without its speaker. */
function isIndirect(text: string, language: string): boolean {
  if (hasPhrase('attributes', text, language)) return false;
  if (hasPhrase('reported', text, language)) return true;
  return [...text.matchAll(conditional)].some(
    ([, verb = '', after = '']) => !noVerb.has(verb) && afterVerb.test(after),
  );
}

/** "Those warnings", "such a deal" is new; "such deals" sums up. */
const pointing =
  /(?<!\p{L})(?:(?:these|those) (?!(?:who|of|in|with|around|near|from|at|on|days|years|weeks|months)(?!\p{L}))\p{Ll}+|such (?!as |an? )\p{Ll}+|that (?!\p{Ll}+ed[.,;])\p{Ll}{3,}(?=[.,;]))(?![\p{L}-])/u;

/** "Für diesen Fall", but "in diesem Jahr". */
const pointingGerman =
  /(?<!\p{L})(?:dies|jen|solch)e[mnrs]? (?!(?:Jahr|Monat|Woche|Tag|Morgen|Abend|Sommer|Winter|Herbst|Frühling|Frühjahr|Saison|Zeit)\p{Ll}{0,4}(?!\p{L}))\p{Lu}\p{Ll}+/u;

/** What a sentence calls somebody or something named before, as "the company", or sums up, as "the decision". */
export function backReference(kind: 'generic' | 'sums-up', text: string, language: string): string | undefined {
  const found = findPhrase(kind, text, language);
  if (found !== undefined || kind === 'generic') return found;
  return (language.startsWith('en') ? pointing : language.startsWith('de') ? pointingGerman : undefined)?.exec(
    text,
  )?.[0];
}
