import { editDistance } from '../../text/similar-words.ts';
import { fold, termsOf } from '../../text/terms.ts';
import type { Archive } from '../archive.ts';
import { type Line, newestFirst, readLinesYielding } from '../lines.ts';
import { type NamingLine, withFollowers } from './naming-lines.ts';
import { withoutDigraphs } from './resolve-name.ts';

const articlesRead = 12;

/** Lines that hold every word of a name, capitalized, where the archive knows no actor so called; else those with a lone given name. */
export async function findNamed(asked: string, archive: Archive): Promise<readonly NamingLine[]> {
  for (const name of new Set([asked, withoutDigraphs(asked)])) {
    const found = await findSpelled(name, archive);
    if (found.length > 0) return found;
  }
  return [];
}

async function findSpelled(name: string, archive: Archive): Promise<readonly NamingLine[]> {
  const wanted = nameWords(name);
  if (wanted.length === 0) return [];
  const hits = await archive.searchArticles(termsOf(name, 'en'), { mode: 'all', limit: articlesRead });
  const articles = await readLinesYielding(hits.map(({ article }) => article));
  const whole = articles.flatMap((lines) => {
    const isNamed = lines.some((line) => wanted.every((word) => capitalizedWords(line).includes(word)));
    if (!isNamed && isInHeadline(lines[0], wanted))
      return withFollowers(lines, {
        names: [name],
        isNaming: (line) => capitalizedWords(line).includes(wanted.at(-1) ?? ''),
      });
    return isNamed
      ? withFollowers(lines, {
          names: [name],
          isNaming: (line) => wanted.every((word) => capitalizedWords(line).some((other) => isSlip(word, other))),
        })
      : [];
  });
  const found =
    whole.length > 0
      ? whole
      : articles.flatMap((lines) =>
          withFollowers(lines, { names: [name], isNaming: (line) => isLoneGivenName(line, wanted, lines) }),
        );
  return found.toSorted(newestFirst);
}

/** The headline has the whole name, the text the last one only. */
function isInHeadline(line: Line | undefined, wanted: readonly string[]): boolean {
  const named = new Set((line?.article.headline.match(/\p{Lu}[\p{L}\p{N}'’-]*/gu) ?? []).flatMap(nameWords));
  return wanted.length > 1 && wanted.every((word) => named.has(word));
}

/** "Biden's son Beau", asked for as Beau Biden: the given name with no other surname, in an article on the family name. */
function isLoneGivenName({ sentence }: Line, wanted: readonly string[], lines: readonly Line[]): boolean {
  const [given = '', ...rest] = wanted;
  const surname = rest.at(-1);
  if (surname === undefined || lines.filter(({ words }) => words.includes(surname)).length < 3) return false;
  return [...sentence.text.matchAll(/\p{Lu}[\p{L}’'-]+(?= ?(\p{Lu}?))/gu)].some(
    ([word, next]) => fold(word).replace(/['’]s$/u, '') === given && next === '',
  );
}

function capitalizedWords({ sentence }: Line): readonly string[] {
  return (sentence.text.match(/\p{Lu}[\p{L}\p{N}'’-]*/gu) ?? []).flatMap(nameWords);
}

function isSlip(one: string, other: string): boolean {
  return one === other || (one.length >= 5 && one[0] === other[0] && editDistance(one, other) === 1);
}

function nameWords(name: string): string[] {
  return fold(name)
    .replaceAll(/['’]s\b/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
