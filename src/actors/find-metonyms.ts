import { countryName, findCountry } from '../text/countries.ts';
import { baseLanguage, fold } from '../text/terms.ts';
import type { Mention } from './actor.ts';
import type { ActorGroup } from './gather-actors.ts';
import { isNameWord } from './name-words.ts';
import type { Token } from './tokens.ts';

/** Seats that stand for who sits there, beside the capitals that stand for their governments: state and office, then the names. */
const seats: readonly (readonly [code: string, office: GovernmentOffice, names: readonly string[]])[] = [
  ['KR', 'presidency', ['Blue House', 'Cheong Wa Dae']],
  ['RU', 'presidency', ['Kremlin', 'Kreml']],
  ['US', 'presidency', ['White House', 'Weißes Haus', 'Weiße Haus', 'Weißen Haus']],
  ['US', 'defense', ['Pentagon']],
  ['US', 'parliament', ['Capitol Hill']],
  ['GB', 'government', ['Downing Street', 'Whitehall']],
  ['GB', 'parliament', ['Westminster']],
  ['FR', 'presidency', ['Elysee', 'Elysee Palace', 'Elyseepalast', 'Élysée-Palast']],
  ['FR', 'foreign', ["Quai d'Orsay"]],
  ['CN', 'government', ['Zhongnanhai']],
  ['IT', 'government', ['Palazzo Chigi']],
  ['IT', 'presidency', ['Quirinale', 'Quirinal Palace', 'Quirinal']],
  ['ES', 'government', ['Moncloa', 'Moncloa Palace']],
  ['AR', 'presidency', ['Casa Rosada']],
  ['BR', 'presidency', ['Planalto']],
  ['PH', 'presidency', ['Malacanang', 'Malacañang', 'Malacanang Palace']],
  ['UA', 'presidency', ['Bankova']],
  ['EU', 'union', ['Brussels', 'Brüssel']],
];

/** Who sits at a seat. */
export type GovernmentOffice = 'government' | 'presidency' | 'parliament' | 'foreign' | 'defense' | 'union';

/** Words between a subject and its verb, "has repeatedly". */
const mostFollowers = 3;

/**
 * Metonyms, places that stand for a government: "Tokyo has warned" is Japan's government, "in Tokyo" is the city. Only as the subject of a
 * verb of saying or deciding; each group is named for the place and its meaning: "Tokyo (Japan's government)".
 */
export function findMetonyms(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  language: string,
): readonly ActorGroup[] {
  const byStart = new Map(tokens.map((token, index) => [token.start, index]));
  const found = mentions.filter((mention) => {
    const at = byStart.get(mention.start);
    return (
      mention.type !== 'person' &&
      at !== undefined &&
      isSubject(tokens, at) &&
      isFollowedByAction(tokens, at, mention.end)
    );
  });
  const groups = new Map<string, { mentions: Mention[]; name: string }>();
  for (const mention of found) {
    const standsForName = standsFor(mention.text, language);
    if (standsForName === undefined) continue;
    const group = groups.get(standsForName) ?? { mentions: [], name: `${mention.text} (${standsForName})` };
    group.mentions.push({ ...mention, type: 'organization' });
    groups.set(standsForName, group);
  }
  return [...groups].map(([standsForName, { mentions: own, name }]) => ({
    kind: 'organization',
    name,
    aliases: [standsForName],
    mentions: own,
  }));
}

function isSubject(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || token.opensSentence || !before) return true;
  if (/^(?:the|der|die|das)$/.test(before.folded)) return before.opensSentence || isSubject(tokens, at - 1);
  return (
    /[,;:–—"“]/.test(token.gap) ||
    !(isNameWord('scene-preposition', before.folded) || before.possessive || before.capital)
  );
}

function isFollowedByAction(tokens: readonly Token[], at: number, end: number): boolean {
  let verb = at;
  while (tokens[verb] && (tokens[verb]?.start ?? 0) < end) {
    if (tokens[verb]?.possessive) return false;
    verb++;
  }
  for (let skipped = 0; skipped <= mostFollowers; skipped++, verb++) {
    const token = tokens[verb];
    if (token?.gap !== ' ') return false;
    if (isNameWord('government-verb', token.folded)) return true;
    if (!isNameWord('verb-follower', token.folded)) return false;
  }
  return false;
}

function standsFor(name: string, language: string): string | undefined {
  const folded = fold(name);
  const seat = seats.find(([, , names]) => names.some((name) => fold(name) === folded));
  if (seat) return officeName(seat[0], seat[1], language);
  const country = findCountry(name, language);
  return country?.by === 'capital' ? officeName(country.code, 'government', language) : undefined;
}

const offices: Readonly<Record<'en' | 'de', Readonly<Record<Exclude<GovernmentOffice, 'union'>, string>>>> = {
  en: {
    government: 'government',
    presidency: 'presidential office',
    parliament: 'parliament',
    foreign: 'Foreign Ministry',
    defense: 'Defense Department',
  },
  de: {
    government: 'Regierung',
    presidency: 'Präsidialamt',
    parliament: 'Parlament',
    foreign: 'Außenministerium',
    defense: 'Verteidigungsministerium',
  },
};

function officeName(code: string, office: GovernmentOffice, language: string): string {
  const state = countryName(code, language);
  if (office === 'union') return state;
  if (baseLanguage(language) === 'de') return `${offices.de[office]}, ${state}`;
  return `${state}${state.endsWith('s') ? "'" : "'s"} ${offices.en[office]}`;
}
