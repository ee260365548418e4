import type { Yielding } from '../runtime/yield-to-event-loop.ts';
import { findCountry } from '../text/countries.ts';
import type { ActorKind, Mention } from './actor.ts';
import { type GrowingGroup, gatherPersons } from './gather-persons.ts';
import { organizationKeys } from './organization-names.ts';

/** The mentions of one actor of a text, under its fullest name. */
export interface ActorGroup {
  readonly kind: ActorKind;
  readonly name: string;
  readonly mentions: readonly Mention[];
  readonly country?: string;
  /** Its other names, if they differ from the words of the mentions. */
  readonly aliases?: readonly string[];
}

/**
 * Gathers mentions into actors (coreference). A bare surname belongs to the last person of that name before it, else to the first after
 * it; two spellings that differ by one letter are one person (see `sameName`), unless `text` calls them relatives. States are gathered by
 * their code.
 */
export function* gatherActors(mentions: readonly Mention[], language: string, text = ''): Yielding<ActorGroup[]> {
  const persons = yield* gatherPersons(
    mentions.filter(({ type }) => type === 'person'),
    text,
  );
  const others = mentions.filter(({ type }) => type !== 'person');
  const groups = [...persons, ...(yield* gatherByKey(others, language))];
  return groups
    .map(({ mentions, ...rest }) => ({ ...rest, mentions, name: fullestName(mentions) }))
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

function* gatherByKey(mentions: readonly Mention[], language: string): Yielding<GrowingGroup[]> {
  const keyOf = organizationKeys(mentions, language);
  const groups = new Map<string, GrowingGroup>();
  for (const mention of mentions) {
    yield;
    const country = mention.type === 'place' ? findCountry(mention.text, language) : undefined;
    const state = country?.by === 'name' ? country.code : undefined;
    const key = state ?? `${mention.type} ${keyOf(mention)}`;
    const group = groups.get(key);
    if (group) group.mentions.push(mention);
    else groups.set(key, { kind: mention.type, mentions: [mention], ...(state ? { country: state } : {}) });
  }
  return [...groups.values()];
}

/** The longest spelling; of equally long ones the more frequent, then the earlier. */
function fullestName(mentions: readonly Mention[]): string {
  const counts = new Map<string, number>();
  for (const { text } of mentions) counts.set(text, (counts.get(text) ?? 0) + 1);
  const parts = (name: string) => name.split(/\s+/).length;
  const ranked = [...counts].sort(([a, n], [b, m]) => parts(b) - parts(a) || m - n || b.length - a.length);
  return ranked[0]?.[0] ?? '';
}
