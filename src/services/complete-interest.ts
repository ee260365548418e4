import type { CommandServices } from '../../commands/define-command.ts';
import { spellName } from '../subscriptions/interest-spelling.ts';
import { mayJoin } from '../subscriptions/interest-tokens.ts';
import { slipsInTopic } from '../subscriptions/topic-names.ts';
import { countryName, countryNames } from '../text/countries.ts';
import { nearest } from '../text/similar-words.ts';
import { fold } from '../text/terms.ts';
import type { Catalog } from '../wording/catalog.ts';
import {
  actorSuggestions,
  findStories,
  languageSuggestions,
  mostSuggestions,
  type Suggestion,
  topicSuggestions,
} from './suggestions.ts';

/**
 * Completes the part of an interest that is being typed, the rest stays: after `asia AND par` comes `asia AND actor:"Park Jin"`. Topics
 * and actors without a name before them; the values of `actor:`, `story:`, `region:`, `language:` and `topic:` after it.
 */
export async function completeInterest(
  typed: string,
  services: CommandServices,
  say: Catalog,
): Promise<readonly Suggestion[]> {
  for (const start of [...new Set([startOfPart(typed), startOfList(typed)])]) {
    const { before, filter, part } = partFrom(typed, start);
    const found = await suggestionsFor(filter, part, { services, say });
    if (found.length > 0)
      return found.slice(0, mostSuggestions).map(({ label, value }) => ({ label, value: before + value }));
  }
  return [];
}

const filters = ['actor', 'story', 'region', 'language', 'topic'] as const;
type Filter = (typeof filters)[number];

/** After the last operator, parenthesis, comma or finished value. */
function startOfPart(typed: string): number {
  return lastEnd(typed, /\b(?:AND|OR|NOT|or)\s+|[(),;،，、]\s*|"\s+/gu);
}

/** After the last word that may join or leave out, "asia but not afr". A name may have one in it: Bosnia and Herzegovina. */
function startOfList(typed: string): number {
  const words = /(?<=^|\s)\S+\s+/gu;
  return Math.max(
    startOfPart(typed),
    lastEnd(typed, words, (found) => mayJoin(found.trim())),
  );
}

function lastEnd(typed: string, pattern: RegExp, counts: (found: string) => boolean = () => true): number {
  const ends = Array.from(typed.matchAll(pattern), ({ index, 0: found }) => (counts(found) ? index + found.length : 0));
  return Math.max(0, ...ends);
}

function partFrom(typed: string, start: number) {
  const open = typed.slice(start);
  const { index = 0, groups: { name, value } = {} } =
    /(?<![\p{L}"])(?<name>actor|story|region|language|topic):\s*"?(?<value>[^"]*)$/iu.exec(open) ?? {};
  const filter = filters.find((known) => known === name?.toLowerCase());
  if (filter === undefined) return { before: typed.slice(0, start), filter, part: open };
  return { before: typed.slice(0, start + index), filter, part: value ?? '' };
}

async function suggestionsFor(
  filter: Filter | undefined,
  part: string,
  { services, say }: CompletionContext,
): Promise<readonly Suggestion[]> {
  switch (filter) {
    case 'actor':
      return actors(part, { services, say });
    case 'story':
      return stories(part, services);
    case 'region':
      return regions(part);
    case 'language':
      return languageSuggestions(part, services, say).map(({ label, value }) => ({
        label,
        value: `language:${value}`,
      }));
    case 'topic':
      return topicSuggestions(part, services, say);
    default:
      return [
        ...topicSuggestions(part, services, say),
        ...filters
          .filter((name) => part !== '' && name.startsWith(part.toLowerCase()))
          .map((name) => ({ label: `${name}:`, value: `${name}:` })),
        ...(await actors(part, { services, say })),
      ];
  }
}

interface CompletionContext {
  readonly services: CommandServices;
  readonly say: Catalog;
}

function actors(typed: string, { services, say }: CompletionContext): Promise<Suggestion[]> {
  return actorSuggestions(typed, services, say, ({ name }) => `actor:${spellName(name)}`);
}

async function stories(typed: string, services: CommandServices): Promise<Suggestion[]> {
  const found = await findStories(typed.replace(/^#/, ''), services);
  return found.map(({ id, title }) => ({ label: `${title} (${id})`, value: `story:${id}` }));
}

function regions(typed: string): Suggestion[] {
  const wanted = fold(typed);
  const names = [...countryNames('en')].flatMap(([name, { code, by }]) => (by === 'name' ? [{ name, code }] : []));
  const begun = names.filter(({ name }) => fold(name).startsWith(wanted)).map(({ code }) => code);
  const codes = begun.length > 0 ? begun : closeCountries(wanted, names);
  return [...new Set(codes)].map((code) => {
    const name = countryName(code, 'en');
    return { label: name, value: `region:${spellName(name)}` };
  });
}

/** "Gremany". Of few letters everything is close to some country. */
function closeCountries(typed: string, names: readonly { readonly name: string; readonly code: string }[]): string[] {
  if (typed.length < 5) return [];
  const near = nearest(
    typed,
    names.map(({ name }) => name).filter((name) => Math.abs(name.length - typed.length) <= 2),
    { slips: slipsInTopic },
  );
  return near.flatMap((name) => names.filter((one) => one.name === name).map(({ code }) => code));
}
