import { findCountry } from '../text/countries.ts';
import type { NameRun } from './name-run.ts';
import { isCommonNoun, isGermanInstitution, isNameWord, isRoleNoun } from './name-words.ts';
import type { Token } from './tokens.ts';

const adjective = /^\p{Ll}{3,}(?:e|en|er|em|es)$/u;
const notAdjective = new Set(
  'aber oder unter über hinter neben gegen zwischen wegen ohne seine wurde hatte konnte wurden hatten waren sagte erklärte nannte fuhrte später immer außer daher weder sowie weiter nachdem dabei aller'.split(
    ' ',
  ),
);
const foreign =
  /[áàâãåāăąćčçďđéèêëēėęěğíìîïıłńňñóòôõøőřŕśšșşťțţúùûůűýźżžæœ]|^(?:Mc|O'|O’|Mac\p{Lu})|(?:[^aeiouäöüy]{2}y|[aeiou]w|sh|oo|ee$|th[aeiou])/iu;

/**
 * Strips common nouns from the front ("der Stürmer Gerd Müller") and the end of a run. A state in the genitive is a separate name: "Israels
 * Ministerpräsident". The result may be empty.
 */
export function trimGermanRun(tokens: readonly Token[], from: number, to: number): NameRun[] {
  let start = from;
  if (tokens[start]?.opensSentence && isNameWord('opener-de', tokens[start]?.folded ?? '')) start++;
  const determined = start > from || isDetermined(tokens, start);
  const owner = isOwner(tokens, start, to) ? [{ from: start, to: start + 1, afterTitle: false }] : [];
  if (owner.length > 0) start++;
  const described = describedFrom(tokens, start, to);
  let end = to;
  const isInstitution = isGermanInstitution(tokens[described]?.folded ?? '');
  while (end > described + 1 && !isInstitution && !isKnown(tokens, described, end) && isTail(tokens[end - 1] as Token))
    end--;
  const afterTitle = described > start && isTitle(tokens[described - 1] as Token);
  const isName = described < end && isPlausible(tokens, described, end, determined && described === from, afterTitle);
  return isName ? [...owner, { from: described, to: end, afterTitle }] : owner;
}

function isOwner(tokens: readonly Token[], at: number, to: number): boolean {
  const text = tokens[at]?.text ?? '';
  return (
    at + 1 < to &&
    text.endsWith('s') &&
    findCountry(text, 'de')?.by === 'name' &&
    findCountry(text.slice(0, -1), 'de')?.by === 'name'
  );
}

/** Where the description of the name ends; a title is followed by the name, even if that is a word: "Außenminister Park". */
function describedFrom(tokens: readonly Token[], start: number, to: number): number {
  let at = start;
  const isBehindTitle = () => at > start && isTitle(tokens[at - 1] as Token) && !isTitle(tokens[at] as Token);
  while (
    at < to &&
    !isBehindTitle() &&
    !isKnown(tokens, at, to) &&
    (!tokens[at]?.capital || isDescription(tokens, at, to))
  )
    at++;
  return at;
}

function isDetermined(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (!before || tokens[at]?.gap !== ' ' || tokens[at]?.opensSentence) return false;
  return (
    isNameWord('german-determiner', before.text.toLowerCase()) ||
    (adjective.test(before.text) && !notAdjective.has(before.text))
  );
}

function isKnown(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to);
  const name = words.map(({ text }) => text).join(' ');
  const folded = words.map((word) => word.folded).join(' ');
  return (
    isNameWord('organization', folded) ||
    isNameWord('place', folded) ||
    (findCountry(name, 'de')?.by ?? 'demonym') !== 'demonym'
  );
}

/** Whether a word before the name describes it. */
function isDescription(tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at] as Token;
  if (isNameWord('calendar', token.folded) || findCountry(token.text, 'de')?.by === 'demonym')
    return !isNameWord('organization-head', tokens[to - 1]?.folded ?? '') || to - at === 1;
  if (at + 1 < to && isGermanInstitution(token.folded) && !tokens[at + 1]?.gap.includes(',')) return false;
  return isTitle(token) || isCommonNoun(token.folded);
}

function isTitle({ folded }: Token): boolean {
  return isNameWord('address', folded.replace(/\.$/, '')) || isRoleNoun(folded);
}

function isTail({ folded, acronym, capital }: Token): boolean {
  return (
    !capital ||
    isNameWord('calendar', folded) ||
    (!acronym && isCommonNoun(folded) && !isNameWord('organization-head', folded) && !isGermanInstitution(folded))
  );
}

/** A single word needs more evidence than its capital: no article before it, or a spelling that is not German. */
function isPlausible(
  tokens: readonly Token[],
  from: number,
  to: number,
  determined: boolean,
  afterTitle: boolean,
): boolean {
  const token = tokens[from] as Token;
  if (to - from > 1) return !(determined && tokens.slice(from, to).every(({ folded }) => isCommonNoun(folded)));
  if (isKnown(tokens, from, to) || token.acronym || afterTitle) return true;
  if (foreign.test(token.text)) return true;
  if (determined || isCommonNoun(token.folded)) return false;
  return true;
}
