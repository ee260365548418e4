import { isMisprint } from '../language/edit-distance.ts';
import { fold } from '../language/terms.ts';
import { namesInFull } from './introduced-names.ts';

/** Written so many times as often, the other spelling is the right one. */
const timesMore = 2;

/**
 * Names that differ by a letter from one which the same story writes far more often: "Park Yin" beside "Park Jin". A sentence with one is
 * verbatim and still wrong, so another is preferred. Two people of such names are possible; then a sentence less can be quoted.
 */
export function findMisprints(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, { readonly name: string; count: number }>();
  for (const name of texts.flatMap(namesInFull).map(withoutTitles)) {
    const known = counts.get(fold(name)) ?? { name, count: 0 };
    known.count += 1;
    counts.set(fold(name), known);
  }
  return [...counts]
    .filter(([key, { count }]) =>
      [...counts].some(
        ([other, right]) => right.count >= timesMore * count && isMisprint(key, other) && !isEnding(key, other),
      ),
    )
    .map(([, { name }]) => name);
}

/** "South Korea" and "South Korean". */
function isEnding(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** "Park Jin" of "South Korean Foreign Minister Park Jin". */
function withoutTitles(name: string): string {
  return name.split(' ').slice(-2).join(' ');
}
