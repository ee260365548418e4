import type { ActorKind } from '../actor.ts';
import { organizationRules } from './organization-rules.ts';
import { otherRules } from './other-rules.ts';
import { personRules } from './person-rules.ts';
import { placeRules } from './place-rules.ts';
import type { RunInText } from './run-in-text.ts';

export type Reading = ActorKind | 'other';
/** How much speaks for each reading of a name; `other` is all that is no actor: events, works, peoples, common words. */
export type Evidence = Record<Reading, number>;
/** What speaks for a reading, by how much, and when. */
export type Rule = readonly [weight: number, holds: (run: RunInText) => boolean];

export const readings: readonly Reading[] = ['person', 'organization', 'place', 'other'];

/** What each reading has before anything is known; it settles names about which no rule says a thing. */
const priors: Evidence = { person: 0.4, organization: 0.4, place: 0.3, other: 0.7 };
const rules: Readonly<Record<Reading, readonly Rule[]>> = {
  person: personRules,
  organization: organizationRules,
  place: placeRules,
  other: otherRules,
};

/** Weighs one mention of a name. The weights were set by hand, then checked on annotated texts. */
export function evidenceFor(run: RunInText): Evidence {
  const evidence = { ...priors };
  for (const reading of readings) {
    for (const [weight, holds] of rules[reading]) if (holds(run)) evidence[reading] += weight;
  }
  return evidence;
}

/** The reading with the most evidence; undefined where the name is no actor. */
export function strongest(evidence: Evidence): ActorKind | undefined {
  const best = readings.reduce((a, b) => (evidence[b] > evidence[a] ? b : a), 'other');
  return best === 'other' ? undefined : best;
}
