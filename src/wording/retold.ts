import type { Catalog } from './catalog.ts';
import { en } from './en/index.ts';

type Name = keyof Catalog['trouble'];

interface Pattern {
  readonly name: Name;
  readonly matches: RegExp;
  /** How many letters are not of a parameter: the more, the surer. */
  readonly length: number;
}

const patterns: readonly Pattern[] = Object.entries(en.trouble)
  .flatMap(([name, entry]) => {
    if (typeof entry === 'object' || (typeof entry === 'function' && entry.text.startsWith('{count, plural,')))
      return [];
    const marks =
      typeof entry === 'string' ? [] : Array.from({ length: entry.names.length }, (_, place) => `\uE000${place}\uE001`);
    const told = typeof entry === 'string' ? entry : (entry as (...texts: string[]) => string)(...marks);
    const length = marks.reduce((text, mark) => text.replaceAll(mark, ''), told).length;
    return [{ name: name as Name, matches: patternOf(told), length }];
  })
  .toSorted((one, other) => other.length - one.length);

/**
 * What was kept in the English of our catalog of troubles - why a channel is suspended, what is wrong with a feed, what the operator was told -
 * in another language. So the log and the tables have one, and every reader theirs. What others said, such as a platform, stays.
 */
export function retold(text: string, say: Catalog): string {
  const [, url, problem] = /^(https?:\/\/\S+): (.+)$/su.exec(text) ?? [];
  if (url !== undefined && problem !== undefined) return `${url}${say.colon}${retold(problem, say)}`;
  for (const { name, matches } of patterns) {
    const found = matches.exec(text);
    if (!found) continue;
    const entry = say.trouble[name];
    if (typeof entry === 'string') return entry;
    if (typeof entry === 'function')
      return (entry as (...texts: string[]) => string)(...found.slice(1).map((part) => retold(part, say)));
  }
  const { slackSays }: { readonly slackSays: Readonly<Record<string, string>> } = say.trouble;
  return Object.hasOwn(slackSays, text) ? (slackSays[text] ?? text) : text;
}

/** A parameter that comes twice is the same text twice. */
function patternOf(told: string): RegExp {
  const seen = new Set<string>();
  const source = told.split(/(\uE000\d\uE001)/u).map((part) => {
    const place = /^\uE000(\d)\uE001$/u.exec(part)?.[1];
    if (place === undefined) return RegExp.escape(part);
    if (seen.has(place)) return `\\${Number(place) + 1}`;
    seen.add(place);
    return '(.+?)';
  });
  return new RegExp(`^${source.join('')}$`, 'su');
}
