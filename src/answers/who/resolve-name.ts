import { editDistance } from '../../text/similar-words.ts';
import { fold } from '../../text/terms.ts';
import type { ActorProfile, Archive } from '../archive.ts';

/** What a name resolves to: one actor, several to choose from, or none. */
export type ResolvedName =
  | ({ readonly kind: 'actor' } & ResolvedActor)
  | { readonly kind: 'choice'; readonly actors: readonly ActorProfile[] }
  | { readonly kind: 'unknown'; readonly name: string; readonly similar: readonly ActorProfile[] };

/** The actor that a name resolves to, with its other entries. */
export interface ResolvedActor {
  readonly actor: ActorProfile;
  /** Entries of the archive for the same actor under a longer or shorter name. */
  readonly others: readonly ActorProfile[];
  /** The name was asked for in another spelling. */
  readonly isNear: boolean;
}

/** Titles before a name that help to identify the actor but are not part of the name. */
const titles = new Set(
  `mr mrs ms dr prof sir lord lady king queen prince princess pope saint president chancellor minister premier senator governor mayor sheriff
  judge justice general colonel captain chief ceo director secretary ambassador congressman congresswoman representative prime foreign defense
  defence interior finance vice former herr frau prasident prasidentin kanzler kanzlerin ministerin burgermeister konig konigin papst the
  spokesman spokeswoman coach footballer player singer actor actress politician lawyer`.split(/\s+/u),
);
const askedAbout =
  /^(?:who(?:'s| is| was| are)|what(?:'s| is| was)|wer (?:ist|war|sind)|was ist)\s+|(?<![?!.])[?!.]+$/giu;
const mostChoices = 6;
const mostSimilar = 5;
const namesCompared = 40;
/** Somebody in so many times as many articles as all namesakes is who is meant by a surname. */
const farMore = 5;
const shortestSurname = 5;

/** Resolves a name in this archive: to one actor, to several of that name, or to none, with similarly spelled names. */
export async function resolveName(asked: string, archive: Archive): Promise<ResolvedName> {
  const name = asked.trim().replaceAll(askedAbout, '').trim();
  const { bare, title } = splitTitle(name);
  for (const attempt of new Set([name, bare, withoutDigraphs(bare)])) {
    const found = await archive.findActors(attempt);
    if (found.length > 0)
      return decide(await narrow(await withFullerNames(found, attempt, archive), attempt, title, archive));
  }
  const similar = await similarTo(bare, archive);
  const near =
    similar.find((actor) => [actor.name, ...actor.aliases].some((alias) => isSameName(alias, bare))) ??
    onlyNamesake(bare, similar);
  if (!near) return { kind: 'unknown', name: bare, similar };
  const meant = decide(await withFullerNames([near], near.name, archive));
  return meant.kind === 'actor' ? { ...meant, isNear: true } : meant;
}

/** The archive has a bare surname if an article gave no more; the fuller names that contain it are added. */
async function withFullerNames(
  found: readonly ActorProfile[],
  name: string,
  archive: Archive,
): Promise<readonly ActorProfile[]> {
  const [only, another] = found.filter(({ kind }) => kind === 'person');
  if (!only || another) return found;
  if (only.name.includes(' ')) return found;
  const namesakes = await archive.completeActors(name, namesCompared);
  const fuller = namesakes.filter(
    (actor) =>
      actor.kind === 'person' && actor.id !== only.id && fold(actor.name).split(' ').at(-1) === fold(only.name),
  );
  const [most, ...others] = fuller.toSorted((a, b) => b.articleCount - a.articleCount);
  if (!most) return found;
  const rest = others.reduce((sum, { articleCount }) => sum + articleCount, 0);
  return most.articleCount >= rest * farMore ? [only, most] : found;
}

/** An actor known by a role, under its fullest name: "Jane Doe" for "Chancellor Doe". */
export async function inFull(actor: ActorProfile, archive: Archive): Promise<ResolvedActor> {
  const meant = decide(await withFullerNames([actor], actor.name, archive));
  return meant.kind === 'actor' ? meant : { actor, others: [], isNear: false };
}

/** Similarly spelled names; for a bare surname also full names with a similarly spelled surname: "Navalni". */
async function similarTo(name: string, archive: Archive): Promise<readonly ActorProfile[]> {
  const similar = await archive.similarActors(name, mostSimilar);
  if (similar.length > 0 || name.includes(' ') || name.length < shortestSurname) return similar;
  const alike = await archive.completeActors(name.slice(0, 3), namesCompared);
  const namesakes = alike.filter(
    ({ kind, name: full }) => kind === 'person' && isSlip(surnameOf(full), fold(name), false),
  );
  return namesakes.slice(0, mostSimilar);
}

/** For a bare surname, the only person whose surname differs by one letter: "Zelensky". */
function onlyNamesake(name: string, similar: readonly ActorProfile[]): ActorProfile | undefined {
  if (name.includes(' ') || name.length < shortestSurname) return undefined;
  const namesakes = similar.filter(
    ({ kind, name: full }) => kind === 'person' && isOneOff(surnameOf(full), fold(name)),
  );
  return namesakes.length === 1 ? namesakes[0] : undefined;
}

function surnameOf(name: string): string {
  return fold(name).split(' ').at(-1) ?? '';
}

function isOneOff(one: string, other: string): boolean {
  return one[0] === other[0] && editDistance(one, other) <= 1;
}

function splitTitle(name: string): { bare: string; title: readonly string[] } {
  const words = name.split(/\s+/u);
  const first = words.findIndex((word) => !titles.has(fold(word)));
  // "Prime minister of Norland" is an office without a name.
  return first <= 0 || /^(?:of|for|von|der|des)$/iu.test(words[first] ?? '')
    ? { bare: name, title: [] }
    : { bare: words.slice(first).join(' '), title: words.slice(0, first).map(fold) };
}

function decide(actors: readonly ActorProfile[]): ResolvedName {
  const [first] = actors;
  const same = actors.filter((actor) => first !== undefined && isLongerName(actor, first));
  if (first && same.length === actors.length) {
    const actor = fullestName(same, first);
    return { kind: 'actor', actor, others: same.filter(({ id }) => id !== actor.id), isNear: false };
  }
  return { kind: 'choice', actors: actors.slice(0, mostChoices) };
}

/** "Annalena Baerbock" rather than the "Baerbock" of one article: the fuller name has the offices. Persons only: a "Hamas official" is not Hamas. */
function fullestName(same: readonly ActorProfile[], first: ActorProfile): ActorProfile {
  if (first.kind !== 'person' || first.name.includes(' ')) return first;
  return same.find(({ name }) => name.includes(' ')) ?? first;
}

/** One name contains all words of the other: "Ali Doe" and "spokesman Ali Doe". Two entries with the same name are two people: the archive keeps them apart. */
function isLongerName(one: ActorProfile, other: ActorProfile): boolean {
  if (one.kind !== other.kind) return false;
  if (one.id !== other.id && fold(one.name) === fold(other.name)) return false;
  const [words, others] = [one, other].map(({ name }) => new Set(fold(name).split(' ')));
  return words !== undefined && others !== undefined && (words.isSubsetOf(others) || others.isSubsetOf(words));
}

/** "Oetzi" for "Ötzi": umlauts as typed on keyboards without them. */
export function withoutDigraphs(name: string): string {
  return name.replaceAll(/([aou])e/giu, '$1');
}

/** Narrows several actors with these words: by title, by exact name, persons before things named after them. */
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
  const namesakes = persons.length > 0 ? persons : exact.length > 0 ? exact : found;
  if (title.length === 0 || namesakes.length < 2) return namesakes;
  const titled: ActorProfile[] = [];
  for (const actor of namesakes) {
    const roles = (await archive.rolesOf(actor.id)).map(({ role }) => fold(role));
    if (title.some((word) => roles.some((role) => role.includes(word)))) titled.push(actor);
  }
  return titled.length > 0 ? titled : namesakes;
}

/** The same name in another spelling: as many words, each within one or two typos; if another word is identical, the first letter may be the typo. */
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
