import { findCountry } from '../text/countries.ts';
import { countLimits } from '../text/limits.ts';
import { fold } from '../text/terms.ts';
import type { ActorKind, Mention } from './actor.ts';
import { organizationKeys } from './organization-names.ts';
import { isOneLetterApart, type PersonName, sameName } from './person-names.ts';

/** The mentions of one actor of a text, under its fullest name. */
export interface ActorGroup {
  readonly kind: ActorKind;
  readonly name: string;
  readonly mentions: readonly Mention[];
  readonly country?: string;
  /** Its other names, if they differ from the words of the mentions. */
  readonly aliases?: readonly string[];
}

/** Shorter surnames that differ by one letter usually belong to two people. */
const safeToCorrect = 7;

interface GrowingGroup {
  readonly kind: ActorKind;
  readonly mentions: Mention[];
  readonly country?: string;
  /** How a person's full name is written, each spelling once. */
  readonly names?: PersonName[];
}

/**
 * Gathers mentions into actors (coreference). A bare surname belongs to the last person of that name before it, else to the first after
 * it; two spellings that differ by one letter are one person (see `sameName`), unless `text` calls them relatives. States are gathered by
 * their code.
 */
export function gatherActors(mentions: readonly Mention[], language: string, text = ''): ActorGroup[] {
  const persons = gatherPersons(
    mentions.filter(({ type }) => type === 'person'),
    text,
  );
  const others = mentions.filter(({ type }) => type !== 'person');
  const groups = [...persons, ...gatherByKey(others, language)];
  return groups
    .map(({ mentions, names: _, ...rest }) => ({ ...rest, mentions, name: fullestName(mentions) }))
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

function gatherPersons(mentions: readonly Mention[], text: string): GrowingGroup[] {
  const groups: GrowingGroup[] = [];
  for (const mention of mentions) {
    const parts = nameParts(mention);
    if (parts.length < 2) continue;
    const group = groups.find(
      ({ names = [], mentions: known }) =>
        names.some((name) => sameName(name, parts)) && !isRelativeOfOne(known, mention, text),
    );
    if (group) {
      group.mentions.push(mention);
      if (!group.names?.some((name) => name.join(' ') === parts.join(' '))) group.names?.push(parts);
    } else if (groups.length < countLimits.actors) groups.push({ kind: 'person', mentions: [mention], names: [parts] });
  }
  for (const mention of mentions) {
    if (nameParts(mention).length > 1) continue;
    const personWithName = personNamed(mention, groups);
    if (personWithName) personWithName.mentions.push(mention);
    else if (groups.length < countLimits.actors) groups.push({ kind: 'person', mentions: [mention] });
  }
  for (const { mentions } of groups) mentions.sort((a, b) => a.start - b.start);
  return groups;
}

/** Whether one of these mentions, in the order of the text, is a relative: only those shortly before may be. */
function isRelativeOfOne(known: readonly Mention[], mention: Mention, text: string): boolean {
  for (let index = known.length - 1; index >= 0; index--) {
    const other = known[index];
    if (!other || mention.start - other.end > relativeReach) return false;
    if (areRelatives(other, mention, text)) return true;
  }
  return false;
}

/** "Amadou Idris Kone succeeded his father Idris Kone": two names in one sentence with a word for a relative between them. */
function areRelatives(one: Mention, other: Mention, text: string): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  if (first.text === second.text || second.start - first.end > relativeReach) return false;
  return relativeBetween.test(text.slice(first.end, second.start));
}

/** Characters. */
const relativeReach = 120;
const relativeBetween =
  /^[^.!?\n]*(?<!\p{L})(?:father|mother|son|daughter|brother|sister|wife|husband|widow|uncle|aunt|nephew|niece|cousin|grand\p{Ll}+|Vater|Mutter|Sohn|Tochter|Bruder|Schwester|Frau|Mann|Witwe|Onkel|Tante|Neffe|Nichte|Enkel\p{Ll}*)(?!\p{L})[^.!?\n]*$/u;

function personNamed({ text, start }: Mention, groups: readonly GrowingGroup[]): GrowingGroup | undefined {
  const name = fold(text);
  const personsWithName = groups.filter(({ mentions }) =>
    mentions.some((mention) => nameParts(mention).includes(name)),
  );
  if (personsWithName.length === 0)
    return groups.find(({ mentions }) =>
      mentions.some((mention) => isMisprintOf(name, nameParts(mention).at(-1) ?? '')),
    );
  const bySurname = personsWithName.filter(({ mentions }) =>
    mentions.some((mention) => nameParts(mention).at(-1) === name),
  );
  const fitting = bySurname.length > 0 ? bySurname : personsWithName;
  const lastBefore = (group: GrowingGroup) =>
    Math.max(-1, ...group.mentions.filter((m) => m.start < start && nameParts(m).length > 1).map((m) => m.start));
  const ranked = [...fitting].sort((a, b) => lastBefore(b) - lastBefore(a));
  return ranked[0];
}

/** A long surname with one wrong letter is a misprint. */
function isMisprintOf(name: string, surname: string): boolean {
  return Math.min(name.length, surname.length) >= safeToCorrect && isOneLetterApart(name, surname);
}

function gatherByKey(mentions: readonly Mention[], language: string): GrowingGroup[] {
  const keyOf = organizationKeys(mentions, language);
  const groups = new Map<string, GrowingGroup>();
  for (const mention of mentions) {
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

function nameParts({ text }: Mention): PersonName {
  return fold(text).split(/\s+/);
}
