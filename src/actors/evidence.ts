import { findCountry } from '../language/countries.ts';
import { fold } from '../language/terms.ts';
import type { ActorKind } from './actor.ts';
import type { NameRun } from './find-runs.ts';
import {
  nameParticles,
  organizationNouns,
  otherHeads,
  peopleWords,
  personVerbs,
  placeNouns,
  placePrepositions,
  workNouns,
} from './lists/context.ts';
import { firstNames, leadingFamilyNames } from './lists/first-names.ts';
import { commonAcronyms, knownOrganizations, organizationHeads } from './lists/organizations.ts';
import { knownPlaces, placeHeads, placeOpeners } from './lists/places.ts';
import { addresses, englishRoles, germanRoles } from './lists/titles.ts';
import type { Token } from './tokens.ts';

/** How much speaks for each reading of a name; `other` is everything that is no actor: events, works, peoples. */
export type Evidence = Record<ActorKind | 'other', number>;

/** What the evidence is read from: the run, its own words, and its neighborhood. */
export interface RunInText {
  readonly run: NameRun;
  readonly words: readonly string[];
  readonly text: string;
  readonly folded: string;
  readonly first: Token;
  readonly last: Token;
  readonly before: Token | undefined;
  readonly beforeThat: Token | undefined;
  readonly after: Token | undefined;
  readonly afterThat: Token | undefined;
  readonly language: string;
}

/** Weighs one mention by its own words and its neighbors; the weights were set by hand and checked on annotated news and encyclopedia text. */
export function evidenceFor(run: RunInText): Evidence {
  return {
    person: personEvidence(run),
    organization: organizationEvidence(run),
    place: placeEvidence(run),
    other: otherEvidence(run),
  };
}

function personEvidence(run: RunInText): number {
  const { words, first, last } = run;
  let sum = words.length === 2 || words.length === 3 ? 1.2 : words.length === 1 ? 0.5 : 0;
  if (run.run.afterTitle) sum += 4;
  else if (isRole(run.before) && run.first.gap === ' ' && !run.before?.possessive) sum += 3;
  if (firstNames.has(first.folded.split('-')[0] ?? '')) sum += words.length > 1 ? 3 : 1.2;
  else if (words.length > 1 && leadingFamilyNames.has(first.folded)) sum += 1.5;
  if (words.length > 1 && /^\p{Lu}\.$/u.test(words[0] ?? '')) sum += 2;
  if (words.slice(1, -1).some((word) => /^\p{Lu}\.?$/u.test(word))) sum += 3;
  if (/^(?:jr|sr)\.?$|^I{1,3}$|^IV$/.test(last.text.toLowerCase() === 'jr.' ? 'jr' : last.text)) sum += 2;
  if (words.slice(1).some((word) => nameParticles.has(fold(word)))) sum += 1.5;
  if (run.before?.folded === 'the' || run.first.folded === 'the') sum -= 2.5;
  if (run.before?.folded === 'by') sum += 0.7;
  if (run.after?.gap === ' ' && personVerbs.has(run.after.folded)) sum += 1.5;
  if (run.after?.folded === 'who') sum += 1.5;
  if (run.after?.gap === ' (' && /^(?:born|\d{4})/.test(run.after.text)) sum += 1.5;
  if (run.after?.gap === ', ' && /^\d{2}$/.test(run.after.text)) sum += 2;
  return sum;
}

function organizationEvidence(run: RunInText): number {
  const { words, last, first } = run;
  let sum = 0.4;
  if (knownOrganizations.has(run.folded)) sum += 4;
  const heads = words.map((word) => organizationHeads.has(fold(word)));
  if (words.length > 1 && (heads.at(-1) || (heads[0] && words.length > 2))) sum += 4;
  else if (words.length > 1 && heads.some(Boolean)) sum += 2;
  if (words.length === 1 && first.acronym && !commonAcronyms.has(first.text)) sum += 2.5;
  if (words.length > 1 && words.some((word) => /^\p{Lu}{2,5}$/u.test(word) && !commonAcronyms.has(word))) sum += 1;
  if (run.text.includes('&')) sum += 1.5;
  if (run.before?.folded === 'the') sum += 1;
  if (first.folded === 'the') sum += 1.5;
  if (run.first.gap === ' ' && organizationNouns.has(run.before?.folded ?? '')) sum += 2.5;
  if (run.after?.gap === ' ' && !run.last.possessive && organizationNouns.has(run.after.folded)) sum += 1.5;
  if (/^(?:joined|signed|join|left|joining|with|for|against)$/.test(run.before?.folded ?? '')) sum += 0.4;
  if (last.text.endsWith('gruppe') || last.text.endsWith('partei')) sum += 2;
  return sum;
}

function placeEvidence(run: RunInText): number {
  const { words, first, last } = run;
  let sum = 0.3;
  const country = findCountry(run.text, run.language);
  if (country?.by === 'name') sum += 5;
  if (country?.by === 'capital') sum += 3.5;
  if (knownPlaces.has(run.folded) || knownPlaces.has(`${run.folded}.`)) sum += 3.5;
  if (words.length > 1 && (placeHeads.has(last.folded) || placeHeads.has(words.length > 2 ? first.folded : '')))
    sum += 3.5;
  if (words.length > 1 && placeOpeners.has(first.folded)) sum += 1.5;
  const the = run.before?.folded === 'the' && run.before.gap === ' ';
  const preposition = the ? run.beforeThat : run.before;
  if (run.first.gap === ' ' && preposition) sum += (placePrepositions[preposition.folded] ?? 0) * (the ? 0.5 : 1);
  if (preposition?.folded === 'of' && placeNouns.has(run.beforeThat?.folded ?? '')) sum += 2.5;
  if (run.first.gap === ' ' && placeNouns.has(run.before?.folded ?? '')) sum += 2;
  if (run.after?.gap === ' ' && placeNouns.has(run.after.folded)) sum += 1.5;
  if (run.after?.gap === ', ' && isPlaceName(run.after, run.afterThat, run.language)) sum += 2.5;
  return sum;
}

function otherEvidence(run: RunInText): number {
  const { words, first, last } = run;
  let sum = 0.7;
  if (findCountry(run.text, run.language)?.by === 'demonym') sum += 6;
  if (words.every((word) => peopleWords.has(fold(word)))) sum += 6;
  if (commonAcronyms.has(run.text)) sum += 5;
  if (otherHeads.has(last.folded) || (words.length > 2 && otherHeads.has(first.folded))) sum += 4.5;
  if (/^\d/.test(last.text) && words.length > 1) sum += 3;
  if (run.first.gap === ' ' && workNouns.has(run.before?.folded ?? '')) sum += 3;
  if (/["“„»'‘]$/.test(run.first.gap) && /^,?["”“«'’]/.test(run.after?.gap ?? '')) sum += 3.5;
  return sum;
}

function isRole(token: Token | undefined): boolean {
  if (!token) return false;
  return englishRoles.has(token.folded) || germanRoles.has(token.folded) || addresses.has(token.folded);
}

function isPlaceName(token: Token, next: Token | undefined, language: string): boolean {
  const names = [token.text, next?.gap === ' ' && next.capital ? `${token.text} ${next.text}` : ''];
  return names.some(
    (name) => name !== '' && (knownPlaces.has(fold(name)) || findCountry(name, language)?.by === 'name'),
  );
}
