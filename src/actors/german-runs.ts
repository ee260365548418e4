import { findCountry } from '../language/countries.ts';
import { calendarWords, commonOpeners, nameParticles } from './lists/context.ts';
import { firstNames } from './lists/first-names.ts';
import { isCommonNoun } from './lists/german-nouns.ts';
import { isOrganizationHead, knownOrganizations } from './lists/organizations.ts';
import { knownPlaces } from './lists/places.ts';
import { addresses, isRoleNoun } from './lists/titles.ts';
import { isCapitalJoin, type NameRun } from './name-run.ts';
import type { Token } from './tokens.ts';

const determiner =
  /^(?:der|die|das|dem|den|des|ein|eine[mnrs]?|im|am|zum|zur|vom|beim|ins|ans|kein|keine[mnrs]?|(?:sein|ihr|mein|unser|dies|jed|jen|welch|manch|solch|all|beid|viel|einig|mehrer)(?:e|em|en|er|es)?)$/;
const adjective = /^\p{Ll}{3,}(?:e|en|er|em|es)$/u;
const notAdjective = new Set(
  'aber oder unter über hinter neben gegen zwischen wegen ohne seine wurde hatte konnte wurden hatten waren sagte erklärte nannte fuhrte später immer außer daher weder sowie weiter nachdem dabei aller'.split(
    ' ',
  ),
);
const foreign =
  /[áàâãåāăąćčçďđéèêëēėęěğíìîïıłńňñóòôõøőřŕśšșşťțţúùûůűýźżžæœ]|^(?:Mc|O'|O’|Mac\p{Lu})|(?:[^aeiouäöüy]{2}y|[aeiou]w|sh|oo|ee$|th[aeiou])/iu;

/** Finds what may be names in German, where every noun has a capital: runs of capitals without their common nouns, articles and adjectives. */
export function findGermanRuns(tokens: readonly Token[]): NameRun[] {
  const runs: NameRun[] = [];
  for (let from = 0; from < tokens.length; from++) {
    if (!tokens[from]?.capital) continue;
    const to = endOfRun(tokens, from);
    const run = trimRun(tokens, from, to);
    if (run) runs.push(run);
    from = to - 1;
  }
  return runs;
}

function endOfRun(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  while (tokens[to] && tokens[to - 1]) {
    const next = tokens[to] as Token;
    const previous = tokens[to - 1] as Token;
    if (isCapitalJoin(previous, next)) to++;
    else {
      const beyond = connected(tokens, from, to);
      if (beyond === undefined) break;
      to = beyond + 1;
    }
  }
  return to;
}

/** "Ursula von der Leyen", "Institut für Weltwirtschaft", "Akademie der Künste": where small words belong to the name. */
function connected(tokens: readonly Token[], from: number, at: number): number | undefined {
  const previous = tokens[at - 1] as Token;
  const small = tokens[at] as Token;
  if (small.gap !== ' ') return undefined;
  const target = tokens[at + 1]?.capital
    ? at + 1
    : tokens[at + 2]?.capital && nameParticles.has(tokens[at + 1]?.folded ?? '')
      ? at + 2
      : at + 1;
  const next = tokens[target];
  if (!next?.capital || next.gap !== ' ' || next.opensSentence) return undefined;
  const ofInstitution = /^(?:fur|der|des)$/.test(small.folded) && isInstitution(previous.folded);
  const inPerson =
    nameParticles.has(small.folded) &&
    !/^(?:der|zum|zur|zu)$/.test(small.folded) &&
    (firstNames.has(previous.folded) || (small.folded !== 'von' && at - from === 1 && !isCommonNoun(previous.folded)));
  const inRiver = small.folded === 'am' && /^(?:Main|Rhein|Neckar|See|Inn|Oder)$/.test(next.text);
  return ofInstitution || inPerson || inRiver ? target : undefined;
}

function isInstitution(folded: string): boolean {
  return /(?:institut|akademie|ministerium|hochschule|universitat|bundesamt|verband|gesellschaft|vereinigung|zentrum|stiftung|bund|museum|gerichtshof|hof|rat)$/.test(
    folded,
  );
}

/** Takes the common nouns off a run's front ("der Stürmer Gerd Müller") and back; undefined where no name is left. */
function trimRun(tokens: readonly Token[], from: number, to: number): NameRun | undefined {
  let start = from;
  if (tokens[start]?.opensSentence && commonOpeners.de?.has(tokens[start]?.folded ?? '')) start++;
  const determined = start > from || isDetermined(tokens, start);
  let afterTitle = false;
  while (start < to && !isKnown(tokens, start, to) && isDescription(tokens, start, to)) {
    afterTitle = isTitle(tokens[start] as Token);
    start++;
  }
  let end = to;
  while (end > start + 1 && !isKnown(tokens, start, end) && isTail(tokens[end - 1] as Token)) end--;
  if (start >= end) return undefined;
  return isPlausible(tokens, start, end, determined && start === from, afterTitle)
    ? { from: start, to: end, afterTitle }
    : undefined;
}

function isDetermined(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (!before || tokens[at]?.gap !== ' ' || tokens[at]?.opensSentence) return false;
  return determiner.test(before.text.toLowerCase()) || (adjective.test(before.text) && !notAdjective.has(before.text));
}

function isKnown(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to);
  const name = words.map(({ text }) => text).join(' ');
  const folded = words.map((word) => word.folded).join(' ');
  return (
    knownOrganizations.has(folded) ||
    knownPlaces.has(folded) ||
    (findCountry(name, 'de')?.by ?? 'demonym') !== 'demonym'
  );
}

/** A word before the name that says what it is. */
function isDescription(tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at] as Token;
  if (calendarWords.has(token.folded) || findCountry(token.text, 'de')?.by === 'demonym')
    return !isOrganizationHead(tokens[to - 1]?.folded ?? '') || to - at === 1;
  if (at + 1 < to && isInstitution(token.folded) && !tokens[at + 1]?.gap.includes(',')) return false;
  return isTitle(token) || isCommonNoun(token.folded);
}

function isTitle({ folded }: Token): boolean {
  return addresses.has(folded.replace(/\.$/, '')) || isRoleNoun(folded);
}

function isTail({ folded, acronym, capital }: Token): boolean {
  return (
    !capital ||
    calendarWords.has(folded) ||
    (!acronym && isCommonNoun(folded) && !isOrganizationHead(folded) && !isInstitution(folded))
  );
}

/** One word alone needs more than its capital: no article before it, or a spelling that is not German. */
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
  return !token.opensSentence || firstNames.has(token.folded);
}
