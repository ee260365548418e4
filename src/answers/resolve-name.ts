import { editDistance } from '../language/edit-distance.ts';
import { fold } from '../language/terms.ts';
import type { ActorProfile, Archive } from './archive.ts';

export type ResolvedName =
  | ({ readonly kind: 'actor' } & ResolvedActor)
  | { readonly kind: 'choice'; readonly actors: readonly ActorProfile[] }
  | { readonly kind: 'unknown'; readonly name: string; readonly similar: readonly ActorProfile[] };

export interface ResolvedActor {
  readonly actor: ActorProfile;
  /** Entries of the archive that are the same one, under a longer or shorter name. */
  readonly others: readonly ActorProfile[];
  /** Asked for under another spelling. */
  readonly isNear: boolean;
}

/** Words before a name that say who is meant, not how they are called. */
const titles = new Set(
  `mr mrs ms dr prof sir lord lady king queen prince princess pope saint president chancellor minister premier senator governor mayor sheriff
  judge justice general colonel captain chief ceo director secretary ambassador congressman congresswoman representative prime foreign defense
  defence interior finance vice former herr frau prasident prasidentin kanzler kanzlerin ministerin burgermeister konig konigin papst the
  spokesman spokeswoman coach footballer player singer actor actress politician lawyer`.split(/\s+/u),
);
const askedAbout = /^(?:who(?:'s| is| was| are)|what(?:'s| is| was)|wer (?:ist|war|sind)|was ist)\s+|[?!.]+$/giu;
const mostChoices = 6;

/** Whom a name means in this archive: one actor, several of that name, or none, with those spelt almost so. */
export async function resolveName(asked: string, archive: Archive): Promise<ResolvedName> {
  const name = asked.trim().replaceAll(askedAbout, '').trim();
  const { bare, title } = splitTitle(name);
  for (const attempt of new Set([name, bare, withoutDigraphs(bare)])) {
    const found = await archive.findActors(attempt);
    if (found.length > 0) return decide(await narrow(found, attempt, title, archive));
  }
  const similar = await archive.similarActors(bare, 5);
  const [near] = similar.filter((actor) => [actor.name, ...actor.aliases].some((alias) => isSameName(alias, bare)));
  return near ? { kind: 'actor', actor: near, others: [], isNear: true } : { kind: 'unknown', name: bare, similar };
}

function splitTitle(name: string): { bare: string; title: readonly string[] } {
  const words = name.split(/\s+/u);
  const first = words.findIndex((word) => !titles.has(fold(word)));
  return first <= 0
    ? { bare: name, title: [] }
    : { bare: words.slice(first).join(' '), title: words.slice(0, first).map(fold) };
}

function decide(actors: readonly ActorProfile[]): ResolvedName {
  const [first] = actors;
  const same = actors.filter((actor) => first !== undefined && isLongerName(actor, first));
  if (first && same.length === actors.length) {
    return { kind: 'actor', actor: first, others: same.filter(({ id }) => id !== first.id), isNear: false };
  }
  return { kind: 'choice', actors: actors.slice(0, mostChoices) };
}

/** One name holds all words of the other: "Ali Doe" and "spokesman Ali Doe". Two of the very same name are two bearers: the archive keeps them apart. */
function isLongerName(one: ActorProfile, other: ActorProfile): boolean {
  if (one.kind !== other.kind) return false;
  if (one.id !== other.id && fold(one.name) === fold(other.name)) return false;
  const [words, others] = [one, other].map(({ name }) => new Set(fold(name).split(' ')));
  return words !== undefined && others !== undefined && (words.isSubsetOf(others) || others.isSubsetOf(words));
}

/** "Oetzi" for "Ötzi": umlauts as keyboards without them write them. */
export function withoutDigraphs(name: string): string {
  return name.replaceAll(/([aou])e/giu, '$1');
}

/** Of several actors that hold the words, those the words mean: by their title, by whose name they are, persons before what is named for them. */
async function narrow(
  found: readonly ActorProfile[],
  name: string,
  title: readonly string[],
  archive: Archive,
): Promise<readonly ActorProfile[]> {
  const folded = fold(name);
  const exact = found.filter((actor) => fold(actor.name) === folded);
  const [only] = exact;
  if (only && folded.includes(' '))
    return only.kind === 'person' ? exact.filter(({ kind }) => kind === 'person') : [only];
  const persons = found.filter(({ kind }) => kind === 'person');
  const bearers = persons.length > 0 ? persons : exact.length > 0 ? exact : found;
  if (title.length === 0 || bearers.length < 2) return bearers;
  const titled: ActorProfile[] = [];
  for (const actor of bearers) {
    const roles = (await archive.rolesOf(actor.id)).map(({ role }) => fold(role));
    if (title.some((word) => roles.some((role) => role.includes(word)))) titled.push(actor);
  }
  return titled.length > 0 ? titled : bearers;
}

/** The same name in another spelling: as many words, each a slip or two away; where another word is the same, its first letter may be the slip. */
function isSameName(one: string, other: string): boolean {
  const [words, others] = [one, other].map((name) => fold(name).split(/[\s-]+/u));
  if (!words || !others || words.length !== others.length) return false;
  const hasSame = words.some((word, index) => word === others[index]);
  return words.every((word, index) => isSlip(word, others[index] ?? '', hasSame));
}

function isSlip(one: string, other: string, anywhere: boolean): boolean {
  if (one === other) return true;
  const length = Math.max(one.length, other.length);
  const distance = editDistance(one, other);
  if (one[0] !== other[0]) return anywhere && length >= 3 && distance === 1 && one.length === other.length;
  return length >= 3 && distance <= (length <= 5 ? 1 : 2);
}
