import type { Mention } from './actor.ts';
import { formerWords } from './lists/titles.ts';
import { roleBefore, roleBeforeComma } from './role-before.ts';
import { roleBehind } from './role-behind.ts';
import { roleStated } from './role-stated.ts';
import type { RoleSpan } from './role-words.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A role where the text gives it to a person: `start` is the name's. */
export interface RoleInText {
  readonly start: number;
  readonly role: string;
  readonly former: boolean;
}

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

/** "CDU leader", "Kremlin critic": whose the role is, where that is named right before it. */
function withOwner(
  text: string,
  tokens: readonly Token[],
  [from, to]: RoleSpan,
  owners: ReadonlyMap<number, number>,
): RoleSpan {
  const before = tokens[from - 1];
  const start = before && text.slice(before.end, tokens[from]?.start) === ' ' ? owners.get(before.end) : undefined;
  const owner = start === undefined ? -1 : tokens.findIndex((token) => token.start === start);
  return owner >= 0 && owner < from && from - owner <= longestOwner ? [owner, to] : [from, to];
}

function toRole(text: string, tokens: readonly Token[], [from, to]: RoleSpan, start: number): RoleInText {
  const words = tokens.slice(from, to);
  const former = words.some(({ folded }) => formerWords.has(folded));
  const kept = words.findIndex(({ folded }) => !formerWords.has(folded));
  const first = words[Math.max(kept, 0)];
  return { start, role: text.slice(first?.start, words.at(-1)?.end), former };
}
