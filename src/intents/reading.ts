import type { Cue, CueName } from './find-cue.ts';
import type { FoundSlots } from './find-slots.ts';
import type { Knowledge } from './knowledge.ts';
import type { Intent, ReadLine, Slots, TypedLine } from './line.ts';
import { readInterest, spellInterest, type Term } from './read-interest.ts';
import type { Sentence } from './sentence.ts';

/** A reading in one language, with how much of the line it accounts for. */
export interface Reading extends ReadLine {
  readonly score: number;
}

/** What readings of one line in one language are made from. */
export interface Context {
  readonly sentence: Sentence;
  readonly slots: FoundSlots;
  readonly typed: TypedLine;
  readonly knowledge: Knowledge;
  readonly isQuestion: boolean;
  readonly cues: readonly Cue[];
}

/** Cues that say the same with more or fewer words: the words of all of them are no interest. */
const families: readonly (readonly CueName[])[] = [
  ['subscribe', 'want', 'brief'],
  ['change', 'extend', 'narrow'],
  ['unsubscribe', 'pause', 'resume'],
];

/** What a line is about besides a cue. */
export interface About {
  readonly terms: readonly Term[];
  readonly interest: string | undefined;
  readonly near: { readonly typed: string; readonly topic: string } | undefined;
  /** Tokens that the cue and those that say the same are. */
  readonly taken: ReadonlySet<number>;
}

/** Reads what a line is about, without the words of the cue and of those that say the same. */
export function aboutOf(cue: Cue | undefined, { sentence, knowledge, cues, slots }: Context): About {
  const family = families.find((names) => cue && names.includes(cue.name)) ?? [];
  const same = cues.filter((one) => one !== cue && family.includes(one.name) && !overlaps(one, cue));
  const taken = new Set([...(cue?.at ?? []), ...same.flatMap(({ at }) => at)]);
  for (const span of sentence.spans) {
    const joins = span.kind === 'lead' && sentence.spanAt('join:but', span.from)?.to === span.to;
    if (span.kind === 'lead' && !joins && span.slips === 0 && (cue === undefined || span.to <= cue.from))
      for (const at of span.at) taken.add(at);
  }
  const bare = new Set(slots.bare.map(({ at }) => at));
  const found = readInterest(
    sentence,
    (index) =>
      taken.has(index) ||
      sentence.isUsed(index) ||
      (bare.has(index) && !sentence.tokens[index]?.joined && sentence.tokens[index - 1]?.word !== 'story'),
    knowledge,
  );
  const slip = found.terms.find(({ typed }) => typed !== undefined);
  return {
    terms: found.terms,
    interest: spellInterest(found),
    near: slip?.typed === undefined ? undefined : { typed: slip.typed, topic: slip.text },
    taken,
  };
}

function overlaps(one: Cue, other: Cue | undefined): boolean {
  return other?.at.some((at) => one.at.includes(at)) === true;
}

/** A name or quoted words, rather than words that only stand there. */
export const isKnownTerm = ({ kind }: Term): boolean => kind !== 'words';

/** A reading with the share of the line that it accounts for. */
export function scored(
  intent: Intent,
  slots: Slots,
  cue: Cue | undefined,
  context: Context,
  { terms, taken, near }: About,
  confirm = false,
): Reading {
  const { sentence, slots: found } = context;
  const { tokens, isUsed, isMarked } = sentence;
  const { bare } = found;
  const isIgnorable = (index: number) =>
    sentence.spans.some(({ at, kind }) => at.includes(index) && !/^(?:span|days|time):/u.test(kind));
  const known = new Set(terms.flatMap((term) => (isKnownTerm(term) ? rangeOf(term) : [])));
  const wordy = new Set(terms.flatMap((term) => (isKnownTerm(term) ? [] : rangeOf(term))));
  const shares = tokens.map((_token, index) => {
    if (taken.has(index) || isUsed(index) || known.has(index) || bare.some(({ at }) => at === index)) return 1;
    return wordy.has(index) ? wordShare : isMarked(index) ? 0.7 : unreadShare;
  });
  const explained = shares.reduce<number>((sum, share) => sum + share, 0) / tokens.length;
  const isChange = changing.has(intent);
  // "alle abos löschen" asks for more than the subscriptions.
  const isUnheard = context.cues.some(
    ({ name, at, slips }) => changes.has(name) && slips === 0 && at.every((index) => (shares[index] ?? 1) <= wordShare),
  );
  const isUnread = tokens.some((_token, index) => shares[index] === unreadShare && !isIgnorable(index));
  const isLong =
    intent === 'subscribe' && terms.some((term) => !isKnownTerm(term) && term.to - term.from > longestInterest);
  const isVague = isChange && (confirm || isLong || near !== undefined || isUnread || isAmbiguous(slots, found));
  const isWordy = isChange && targetIsWords(slots, terms);
  return {
    intent,
    slots,
    ...((isVague || isWordy) && { confirm: true }),
    ...(isWordy && !isVague && { isSureIfNamed: true }),
    ...(near && { near }),
    score:
      explained +
      Math.min(0.35, Math.max(0, cue?.weight ?? 0) * 0.09) -
      (cue?.slips ?? 0) * 0.05 -
      (isUnheard ? unheardLoss : 0),
  };
}

const changing: ReadonlySet<Intent> = new Set([
  'subscribe',
  'unsubscribe',
  'pause',
  'resume',
  'edit',
  'move',
  'settings',
]);
/** More words than these are seldom all of what a subscription is about. */
const longestInterest = 3;
const changes: ReadonlySet<CueName> = new Set(['unsubscribe', 'pause', 'resume']);
/** A word that asks for something else has no part in the reading. */
const unheardLoss = 0.1;
/** What of a word counts that is some of the words of an interest. */
const wordShare = 0.5;
/** What of a word counts that nothing accounts for. */
const unreadShare = 0.15;

const lookSlots = ['times', 'days', 'zone', 'language', 'length', 'as', 'stories', 'since', 'until'] as const;

/** More than one thing is meant, or something was said that the reading has no use for. */
function isAmbiguous(slots: Slots, found: FoundSlots): boolean {
  const { which = '', until, setting } = slots;
  const isUnused = lookSlots.some((name) => found[name] !== undefined && slots[name] === undefined && setting !== name);
  const isLost = (found.date ?? found.duration) !== undefined && until === undefined;
  return found.isAmbiguousDate === true || isUnused || isLost || /\b(?:AND|OR|NOT)\b/u.test(which);
}

/** What is to be changed is named by words that name nothing we know. */
function targetIsWords({ which }: Slots, terms: readonly Term[]): boolean {
  return which !== undefined && terms.some((term) => !isKnownTerm(term) && term.text === which);
}

function rangeOf({ from, to }: Term): readonly number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

/** The slots that a cue sets by itself. */
export function setBy({ sets }: Pick<Cue, 'sets'>): { readonly as?: Slots['as']; readonly length?: Slots['length'] } {
  const [name, value] = (sets ?? '').split('=');
  return name === 'as' || name === 'length' ? { [name]: value } : {};
}

/** Without slots that are not said. */
export function compact<Given extends Readonly<Record<string, unknown>>>(
  slots: Given,
): { [Name in keyof Given]?: NonNullable<Given[Name]> } {
  return Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Given]?: NonNullable<Given[Name]>;
  };
}
