import { editDistance } from '../../text/similar-words.ts';
import { fold } from '../../text/terms.ts';
import type { Archive } from '../archive.ts';
import { type ArticleSentence, headlineOf, newestFirst, readSentencesYielding } from '../article-sentences.ts';
import { readTyped, searchReadings } from '../readings.ts';
import { type NamingSentence, withFollowers } from './naming-sentences.ts';
import { withoutDigraphs } from './resolve-name.ts';

const articlesRead = 12;

/** Sentences that contain every word of a name, capitalized, if the archive has no such actor. */
export async function findNamed(asked: string, archive: Archive): Promise<readonly NamingSentence[]> {
  for (const name of new Set([asked, withoutDigraphs(asked)])) {
    const found = await findSpelled(name, archive);
    if (found.length > 0) return found;
  }
  return [];
}

async function findSpelled(name: string, archive: Archive): Promise<readonly NamingSentence[]> {
  const wanted = nameWords(name);
  if (wanted.length === 0) return [];
  const readings = await readTyped(name, archive);
  const hits = await searchReadings(readings, archive, { mode: 'all', limit: articlesRead });
  const articles = await readSentencesYielding(hits.map(({ article }) => article));
  if (!hasCase.test(name)) return articles.flatMap((lines) => spelledOut(name, lines)).toSorted(newestFirst);
  const whole = articles.flatMap((lines) => {
    const isNaming = (line: ArticleSentence) => wanted.every((word) => capitalizedWords(line).includes(word));
    const isNamed = lines.some(isNaming);
    if (isNamed)
      return withFollowers(lines, {
        names: [name, ...namesBefore(name, lines)],
        isNaming: (line) =>
          wanted.every((word) => capitalizedWords(line).some((other) => isSlip(word, other))) ||
          namesBefore(name, lines).some((other) => line.sentence.text.includes(other)),
      });
    // The headline has the full name, the text only the surname, or none at all.
    const isInHeadline = lines[0] !== undefined && isNaming(headlineOf(lines[0].article));
    return withFollowers(lines, {
      names: [name],
      isNaming: (line) => isInHeadline && capitalizedWords(line).includes(wanted.at(-1) ?? ''),
    });
  });
  return whole.toSorted(newestFirst);
}

const hasCase = /\p{Lu}|\p{Ll}/u;

/** In a script without capitals a name is any words that stand as they were typed; what an article calls it in brackets is its name too. */
function spelledOut(name: string, lines: readonly ArticleSentence[]): readonly NamingSentence[] {
  const wanted = fold(name);
  const names = [wanted, ...namesBehind(name, lines).map(fold)];
  return withFollowers(lines, {
    names: [name],
    isNaming: ({ sentence }) => names.some((each) => fold(sentence.text).includes(each)),
  });
}

function capitalizedWords({ sentence }: ArticleSentence): readonly string[] {
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

/** A Latin name in brackets, which DW sets behind a name in a script that has no capitals: 沃尔特·布劳恩（Walter Braun）. */
const latinInBrackets = /[(（] ?(\p{Lu}[\p{Script=Latin}’'.-]*(?: [\p{Script=Latin}’'.-]+){0,4}) ?[)）]/gu;
const betweenNames = /(?![ ·‧・])[\p{P}\p{S}\s]/u;
const betweenWords = /[ ·‧・]/u;
const mostWordsBefore = 4;

/** How an article spells a Latin name in its own script: what stands before it in brackets, as far back as that stands elsewhere too. */
export function namesBefore(latin: string, lines: readonly ArticleSentence[]): readonly string[] {
  return joinedNames(lines).flatMap(({ name, latin: behind }) => {
    if (fold(behind) !== fold(latin)) return [];
    const starts = [...name].map((_, at) => [...name].slice(at).join('')).filter((end) => [...end].length > 1);
    const again = starts.find((end) => lines.filter(({ sentence }) => sentence.text.includes(end)).length > 1);
    return again === undefined || hasCase.test(again) ? [] : [again];
  });
}

/** The Latin names that an article sets in brackets behind a name. */
function namesBehind(name: string, lines: readonly ArticleSentence[]): readonly string[] {
  return joinedNames(lines).flatMap((joined) => (joined.name.endsWith(name) ? [joined.latin] : []));
}

function joinedNames(lines: readonly ArticleSentence[]): readonly { readonly name: string; readonly latin: string }[] {
  return lines.flatMap(({ sentence: { text } }) =>
    [...text.matchAll(latinInBrackets)].flatMap(({ index, 1: latin = '' }) => {
      const name = lastWords(text.slice(0, index));
      return name === '' ? [] : [{ name, latin }];
    }),
  );
}

/** The words at the end of a text that one name may consist of: a blank or a middle dot stands between two of them. */
function lastWords(text: string): string {
  const stretch = text.trimEnd().split(betweenNames).at(-1) ?? '';
  const words = stretch.split(betweenWords).slice(-mostWordsBefore);
  const { length } = words.slice(words.lastIndexOf('') + 1).join(' ');
  return stretch.slice(stretch.length - length);
}
