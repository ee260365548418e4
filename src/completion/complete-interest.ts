import type { CommandServices } from '../../commands/define-command.ts';
import { countryName, countryNames } from '../language/countries.ts';
import { fold } from '../language/terms.ts';
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
  const { before, filter, part } = lastPart(typed);
  const found = await suggestionsFor(filter, part, { services, say });
  return found.slice(0, mostSuggestions).map(({ label, value }) => ({ label, value: before + value }));
}

const filters = ['actor', 'story', 'region', 'language', 'topic'] as const;
type Filter = (typeof filters)[number];

/** What follows the last operator, parenthesis or finished value. */
function lastPart(typed: string): {
  readonly before: string;
  readonly filter: Filter | undefined;
  readonly part: string;
} {
  const start = Math.max(
    0,
    ...Array.from(
      typed.matchAll(/\b(?:AND|OR|NOT|or)\s+|[()]\s*|"\s+/g),
      ({ index, 0: found }) => index + found.length,
    ),
  );
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
  { services, say }: Telling,
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

interface Telling {
  readonly services: CommandServices;
  readonly say: Catalog;
}

function actors(typed: string, { services, say }: Telling): Promise<Suggestion[]> {
  return actorSuggestions(typed, services, say, ({ name }) => `actor:${quoted(name)}`);
}

async function stories(typed: string, services: CommandServices): Promise<Suggestion[]> {
  const found = await findStories(typed.replace(/^#/, ''), services);
  return found.map(({ id, title }) => ({ label: `${title} (${id})`, value: `story:${id}` }));
}

function regions(typed: string): Suggestion[] {
  const wanted = fold(typed);
  const codes = [...countryNames('en')].flatMap(([name, { code, by }]) =>
    by === 'name' && fold(name).startsWith(wanted) ? [code] : [],
  );
  return [...new Set(codes)].map((code) => {
    const name = countryName(code, 'en');
    return { label: name, value: `region:${quoted(name)}` };
  });
}

function quoted(name: string): string {
  return /^[\p{L}\p{N}-]+$/u.test(name) ? name : `"${name}"`;
}
