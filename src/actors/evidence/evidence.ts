import type { ActorKind } from '../actor.ts';
import { organizationRules } from './organization-rules.ts';
import { otherRules, personRules, placeRules } from './place-rules.ts';
import type { Rule, RunInText } from './run-in-text.ts';

export type ActorClass = ActorKind | 'other';
/** Evidence for each class of a name; `other` is everything that is not an actor: events, works, peoples, common words. */
export type Evidence = Record<ActorClass, number>;
export const actorClasses: readonly ActorClass[] = ['person', 'organization', 'place', 'other'];

/** The prior of each class; it decides names to which no rule applies. */
const priors: Evidence = { person: 0.4, organization: 0.4, place: 0.3, other: 0.7 };
const rules: Readonly<Record<ActorClass, readonly Rule[]>> = {
  person: personRules,
  organization: organizationRules,
  place: placeRules,
  other: otherRules,
};

/** Scores one mention of a name. The weights were set by hand, then checked on annotated texts. */
export function evidenceFor(run: RunInText): Evidence {
  const evidence = { ...priors };
  for (const actorClass of actorClasses) {
    for (const [weight, holds] of rules[actorClass]) if (holds(run)) evidence[actorClass] += weight;
  }
  return evidence;
}

/** The class with the most evidence; undefined if the name is not an actor. */
export function strongestClass(evidence: Evidence): ActorKind | undefined {
  const best = actorClasses.reduce((a, b) => (evidence[b] > evidence[a] ? b : a), 'other');
  return best === 'other' ? undefined : best;
}
