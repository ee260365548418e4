import { findCountry } from '../language/countries.ts';
import type { Mention } from './actor.ts';
import { peopleWords } from './lists/context.ts';
import { englishRoleModifiers, formerWords, isRoleNoun } from './lists/titles.ts';
import { words } from './lists/words.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A role where the text gives it to a person: `start` is the name's. */
export interface RoleInText {
  readonly start: number;
  readonly role: string;
  readonly former: boolean;
}

/** Words that a role phrase may begin with in the text and does not need. */
const leading = words(
  'the a an his her their its of and new longtime long-time longstanding der die das dem den des ein eine einem einen sein seine ihr ihre neue neuer neuen von',
);
const longestRole = 12;
const longestOwner = 4;

/**
 * The roles a text gives persons: before the name ("South Korean Foreign Minister Park Jin"; "Sri Lanka's president, Gotabaya Rajapaksa,"),
 * behind it ("Park Jin, the foreign minister,"), or by a verb ("Draghi was sworn in as prime minister").
 */
export function findRoles(
  text: string,
  mentions: readonly Mention[],
  language: string,
  tokens = tokensOf(text, language),
): RoleInText[] {
  const byStart = new Map(tokens.map((token, i) => [token.start, i]));
  const persons = new Set(mentions.filter(({ type }) => type === 'person').map(({ start }) => start));
  const owners = new Map(mentions.filter(({ type }) => type !== 'person').map(({ start, end }) => [end, start]));
  const roles: RoleInText[] = [];
  for (const mention of mentions) {
    const at = byStart.get(mention.start);
    if (mention.type !== 'person' || at === undefined) continue;
    const spans = [
      roleBefore(tokens, at, language) ?? roleBeforeComma(text, tokens, at, mention.end, language),
      roleBehind(text, tokens, at, mention.end, persons) ?? roleStated(tokens, at, mention.end, language),
    ];
    for (const span of spans) {
      if (span) roles.push(toRole(text, tokens, withOwner(text, tokens, span, owners), mention.start));
    }
  }
  return roles;
}

/** Token indices, the end left out. */
type Span = readonly [from: number, to: number];

/** "CDU leader", "Kremlin critic": whose the role is, where that is named right before it. */
function withOwner(
  text: string,
  tokens: readonly Token[],
  [from, to]: Span,
  owners: ReadonlyMap<number, number>,
): Span {
  const before = tokens[from - 1];
  const start = before && text.slice(before.end, tokens[from]?.start) === ' ' ? owners.get(before.end) : undefined;
  const owner = start === undefined ? -1 : tokens.findIndex((token) => token.start === start);
  return owner >= 0 && owner < from && from - owner <= longestOwner ? [owner, to] : [from, to];
}

function roleBefore(tokens: readonly Token[], at: number, language: string): Span | undefined {
  let from = at;
  let heads = 0;
  while (from > 0 && at - from < longestRole && tokens[from]?.gap === ' ' && !tokens[from]?.opensSentence) {
    const token = tokens[from - 1];
    if (!token || (token.possessive && heads === 0)) break;
    if (from === at && isDepartment(tokens, from - 1)) {
      heads++;
      from -= 3;
      continue;
    }
    if (isRoleNoun(token.folded)) heads++;
    else if (from === at || !isModifier(tokens, from - 1, language)) break;
    from--;
  }
  from = afterOwned(tokens, from, at);
  while (from < at && leading.has(tokens[from]?.folded ?? '')) from++;
  return heads > 0 ? [from, at] : undefined;
}

/** The "State" of "Secretary of State Jane Doe". */
function isDepartment(tokens: readonly Token[], at: number): boolean {
  const [role, of, department] = tokens.slice(at - 2, at + 1);
  return (
    department?.capital === true &&
    of?.folded === 'of' &&
    isRoleNoun(role?.folded ?? '') &&
    of.gap === ' ' &&
    department.gap === ' ' &&
    !isRoleNoun(department.folded)
  );
}

/** "The government of Prime Minister Doe": what is hers is not what she is. */
function afterOwned(tokens: readonly Token[], from: number, at: number): number {
  const of = tokens.findIndex(({ folded }, i) => i >= from && i < at && folded === 'of');
  const isOwned = of >= 0 && !tokens.slice(from, of).some(({ folded }) => isRoleNoun(folded));
  return isOwned ? of + 1 : from;
}

/** "Sri Lanka's acting president, Ranil Wickremesinghe, declared": the name between commas, the role before them. */
function roleBeforeComma(
  text: string,
  tokens: readonly Token[],
  at: number,
  nameEnd: number,
  language: string,
): Span | undefined {
  if (tokens[at]?.gap !== ', ' || !/^[,.;]/.test(text.slice(nameEnd)) || !isRoleNoun(tokens[at - 1]?.folded ?? ''))
    return undefined;
  let from = at - 1;
  while (from > 0 && at - from < longestRole && tokens[from]?.gap === ' ' && !tokens[from]?.opensSentence) {
    const token = tokens[from - 1];
    if (!token || !(isModifier(tokens, from - 1, language) || isRoleNoun(token.folded))) break;
    from--;
  }
  while (from < at && leading.has(tokens[from]?.folded ?? '')) from++;
  return [from, at];
}

const officeVerbs = words('elected re-elected reelected appointed named sworn confirmed chosen');
const presentVerbs = words('is becomes became remains');

/** "... was sworn in as acting president of Sri Lanka on Friday", "... is head of the agency". What somebody merely "was" may be over. */
function roleStated(tokens: readonly Token[], at: number, nameEnd: number, language: string): Span | undefined {
  let verb = at;
  while (tokens[verb] && (tokens[verb]?.start ?? 0) < nameEnd) verb++;
  const skip = (...skipped: string[]): void => {
    while (tokens[verb]?.gap === ' ' && skipped.includes(tokens[verb]?.folded ?? '')) verb++;
  };
  if (tokens[verb]?.gap !== ' ') return undefined;
  const isPresent = presentVerbs.has(tokens[verb]?.folded ?? '');
  skip('is', 'was', 'has', 'been', 'will', 'be', 'becomes', 'became', 'remains');
  const isGiven = officeVerbs.has(tokens[verb]?.folded ?? '');
  if (!isPresent && !isGiven) return undefined;
  if (isGiven) verb++;
  skip('in', 'as', 'the', 'a', 'an', 'new');
  const from = verb;
  let heads = 0;
  for (; tokens[verb]?.gap === ' ' && verb - from < longestRole; verb++) {
    const token = tokens[verb];
    const isOf = /^(?:of|the)$/.test(tokens[verb - 1]?.folded ?? '') || goesOnNaming(tokens, from, verb);
    if (isRoleNoun(token?.folded ?? '')) heads++;
    else if (!isModifier(tokens, verb, language) && !(isOf && (token?.capital || token?.folded === 'the' || heads > 0)))
      break;
  }
  // "Is the first minister to visit" tells of a visit.
  if (tokens[verb]?.folded === 'to' || tokens[from]?.folded === 'first') return undefined;
  while (verb > from && /^(?:of|the)$/.test(tokens[verb - 1]?.folded ?? '')) verb--;
  return heads > 0 ? [from, verb] : undefined;
}

/** "Head of the Federal Chancellery": a name of several words. */
function goesOnNaming(tokens: readonly Token[], from: number, at: number): boolean {
  const isAfterOf = tokens.slice(from, at).some(({ folded }) => folded === 'of');
  return isAfterOf && tokens[at]?.capital === true && tokens[at - 1]?.capital === true;
}

function isModifier(tokens: readonly Token[], at: number, language: string): boolean {
  const token = tokens[at];
  if (!token) return false;
  const { folded, text } = token;
  if (
    englishRoleModifiers.has(folded) ||
    formerWords.has(folded) ||
    peopleWords.has(folded) ||
    folded === 'of' ||
    folded === 'state'
  )
    return true;
  if (findCountry(text, language)) return true;
  const pairs = [
    [at - 1, at],
    [at, at + 1],
  ] as const;
  return pairs.some(([a, b]) => findCountry(`${tokens[a]?.text} ${tokens[b]?.text}`, language) !== undefined);
}

function roleBehind(
  text: string,
  tokens: readonly Token[],
  at: number,
  nameEnd: number,
  persons: ReadonlySet<number>,
): Span | undefined {
  let from = at;
  while (tokens[from] && (tokens[from]?.start ?? 0) < nameEnd) from++;
  const first = tokens[from];
  if (first?.gap !== ', ' || text[nameEnd] !== ',') return undefined;
  let to = from + 1;
  while (to - from < longestRole && tokens[to] && /^[ ]$/.test(tokens[to]?.gap ?? '')) to++;
  if (!/^[,.;)]/.test(tokens[to]?.gap ?? '.') && tokens[to] !== undefined) return undefined;
  const start = leading.has(first.folded) ? from + 1 : from;
  const opening = tokens.slice(start, Math.min(to, start + 4));
  const head = opening.findIndex(({ folded }) => isRoleNoun(folded));
  const verb = opening
    .slice(0, head + 1)
    .some(({ folded }) => /^(?:who|which|said|and|was|is|along|with|as|but|from|in|like|und|mit)$/.test(folded));
  return head >= 0 && !verb && !isNextInList(tokens.slice(start, to), persons) ? [start, to] : undefined;
}

/** "Ann Lee, President Bruce Hill, ..." names two people; "Ann Lee, niece of Bruce Hill," one. */
function isNextInList(words: readonly Token[], persons: ReadonlySet<number>): boolean {
  const other = words.findIndex(({ start }) => persons.has(start));
  return other >= 0 && !words.slice(0, other).some(({ folded }) => /^(?:of|to|for|von|des|der)$/.test(folded));
}

function toRole(text: string, tokens: readonly Token[], [from, to]: Span, start: number): RoleInText {
  const words = tokens.slice(from, to);
  const former = words.some(({ folded }) => formerWords.has(folded));
  const kept = words.findIndex(({ folded }) => !formerWords.has(folded));
  const first = words[Math.max(kept, 0)];
  return { start, role: text.slice(first?.start, words.at(-1)?.end), former };
}
