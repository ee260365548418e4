import type { Yielding } from '../runtime/yield-to-event-loop.ts';
import { fold } from '../text/terms.ts';
import type { Mention } from './actor.ts';
import { isNameWord } from './name-words.ts';
import { roleAfter, roleHeldBefore, roleStated } from './role-after.ts';
import { type RoleSpan, roleBefore, roleBeforeComma } from './role-before.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A role that the text ascribes to a person: `start` is the offset of the name. */
export interface RoleInText {
  readonly start: number;
  readonly role: string;
  readonly former: boolean;
}

const longestOwner = 4;
/** The most words over which "former" applies to both parts of a conjunction. */
const longestShared = 10;

/**
 * The roles of persons in a text: before the name ("South Korean Foreign Minister Park Jin"; "Sri Lanka's president, Gotabaya Rajapaksa,"),
 * after it ("Park Jin, the foreign minister,"), or by a verb ("Draghi was sworn in as prime minister").
 */
export function* findRoles(
  text: string,
  mentions: readonly Mention[],
  language: string,
  tokens = tokensOf(text, language),
): Yielding<RoleInText[]> {
  const byStart = new Map(tokens.map((token, i) => [token.start, i]));
  const persons = new Set(mentions.filter(({ type }) => type === 'person').map(({ start }) => start));
  const owners = new Map(mentions.filter(({ type }) => type !== 'person').map(({ start, end }) => [end, start]));
  const roles: RoleInText[] = [];
  for (const mention of mentions) {
    yield;
    const at = byStart.get(mention.start);
    if (mention.type !== 'person' || at === undefined) continue;
    const past = roleHeldBefore(tokens, at, mention.end, language);
    const spans = [
      roleBefore(tokens, at, language) ?? roleBeforeComma(text, tokens, at, mention.end, { language, persons }),
      past ?? roleAfter(text, tokens, at, mention.end, persons) ?? roleStated(tokens, at, mention.end, language),
    ];
    for (const span of spans) {
      const role = span && toRole(text, tokens, withOwner(text, tokens, span, { owners, byStart }), mention.start);
      if (role && !isNameWord('relation', fold(role.role)))
        roles.push({ ...role, former: role.former || span === past });
    }
  }
  return roles;
}

/** "CDU leader", "Kremlin critic", "COP28 President": extends a role by its owner if that is named right before it. */
function withOwner(
  text: string,
  tokens: readonly Token[],
  [from, to]: RoleSpan,
  { owners, byStart }: { owners: ReadonlyMap<number, number>; byStart: ReadonlyMap<number, number> },
): RoleSpan {
  const before = tokens[from - 1];
  if (!before || text.slice(before.end, tokens[from]?.start) !== ' ') return [from, to];
  const start = owners.get(before.end);
  const owner = start === undefined ? -1 : (byStart.get(start) ?? -1);
  if (owner >= 0 && owner < from && from - owner <= longestOwner) return [owner, to];
  if (/^\p{Lu}{2,}\d*$/u.test(before.text)) return [from - 1, to];
  return isPrizeWinner(tokens[from]) ? [prizeStart(tokens, from), to] : [from, to];
}

function isPrizeWinner(token: Token | undefined): boolean {
  return /^(?:laureate|winner|medalist|champion)s?$/.test(token?.folded ?? '');
}

/** "Nobel Peace Prize laureate". */
function prizeStart(tokens: readonly Token[], role: number): number {
  let start = role;
  while (role - start < longestOwner && tokens[start]?.gap === ' ' && tokens[start - 1]?.capital) start--;
  return start;
}

function toRole(text: string, tokens: readonly Token[], [from, to]: RoleSpan, start: number): RoleInText {
  const own = tokens.slice(from, to);
  const former =
    own.some(({ folded }) => isNameWord('former', folded)) ||
    tokens.slice(Math.max(0, from - 1), to).some(({ folded }) => folded.startsWith('ex-')) ||
    sharesFormer(tokens, from) ||
    endsThere(tokens, from);
  const kept = own.findIndex(({ folded }) => !isNameWord('former', folded) && !/^\d/.test(folded));
  const first = own[Math.max(kept, 0)];
  return { start, role: text.slice(first?.start, own.at(-1)?.end).replace(/^ex-/iu, ''), former };
}

/** "The former speaker of parliament and finance minister Jane Doe": both are former. */
function sharesFormer(tokens: readonly Token[], from: number): boolean {
  if (tokens[from - 1]?.folded !== 'and') return false;
  for (let at = from - 1; at > from - longestShared && tokens[at]?.gap === ' '; at--) {
    if (isNameWord('former', tokens[at - 1]?.folded ?? '')) return true;
  }
  return false;
}

/** "The ousting of Norland's long-time leader Jane Doe": it is over. */
function endsThere(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at > from - longestShared && /^(?:['’]s?)? $/.test(tokens[at + 1]?.gap ?? ''); at--)
    if (tokens[at]?.folded === 'of' || tokens[at]?.folded === 'von')
      return isNameWord('ends-term', tokens[at - 1]?.folded ?? '');
  return false;
}
