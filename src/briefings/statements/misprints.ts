import { isMisprint } from '../../text/similar-words.ts';
import { fold } from '../../text/terms.ts';
import { namesInFull } from './introduced-names.ts';

/** If this many times as many articles use the other spelling, or the same number use it this many times as often, it is the right one. */
const timesMore = 2;

interface Spelling {
  readonly name: string;
  articles: number;
  times: number;
}

/**
 * Names that differ by one letter from a far more frequent one in the same story: "Park Yin" beside "Park Jin". A sentence with one is
 * verbatim and still wrong, so another is preferred. They may be two people; then one sentence fewer can be quoted.
 */
export function findMisprints(articles: readonly (readonly string[])[]): readonly string[] {
  const spellings = new Map<string, Spelling>();
  for (const texts of articles) {
    const names = Map.groupBy(texts.flatMap(namesInFull).map(withoutTitles), fold);
    for (const [key, all] of names) {
      const known = spellings.get(key) ?? { name: all[0] ?? key, articles: 0, times: 0 };
      spellings.set(key, { ...known, articles: known.articles + 1, times: known.times + all.length });
    }
  }
  return [...spellings]
    .filter(([key, own]) =>
      [...spellings].some(
        ([other, right]) => isMisprint(key, other) && !isEnding(key, other) && isMoreUsual(right, own),
      ),
    )
    .map(([, { name }]) => name);
}

function isMoreUsual(one: Spelling, other: Spelling): boolean {
  if (one.articles !== other.articles) return one.articles >= timesMore * other.articles;
  return one.times >= timesMore * other.times;
}

/** "South Korea" and "South Korean". */
function isEnding(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** "Park Jin" from "South Korean Foreign Minister Park Jin". */
function withoutTitles(name: string): string {
  return name.split(' ').slice(-2).join(' ');
}
