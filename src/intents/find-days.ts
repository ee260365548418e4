import type { Sentence } from './sentence.ts';

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Day = (typeof week)[number];
const groups = { daily: week, weekdays: week.slice(0, 5), weekends: week.slice(5) } as const;
const groupNames = ['daily', 'weekdays', 'weekends'] as const;

/** The days that a sentence names, "daily", "weekdays", "weekends" or "mon,wed"; their tokens are marked as read. */
export function findDays(sentence: Sentence): string | undefined {
  const { tokens, spanAt, take, isUsed } = sentence;
  const named = new Set<Day>();
  const grouped = new Set<Day>();
  const leftOut = new Set<Day>();
  const isLeftOut = (index: number) => sentence.spans.some(({ kind, to }) => kind === 'join:but' && to === index);
  for (let index = 0; index < tokens.length; index += 1) {
    if (isUsed(index)) continue;
    const group = longestOf(groupNames, index);
    const day = longestOf(week, index);
    if (group && group.to >= (day?.to ?? 0)) {
      const meant = isLeftOut(index) ? leftOut : group.name === 'daily' ? grouped : named;
      for (const each of groups[group.name]) meant.add(each);
      take(index, group.to);
      continue;
    }
    if (!day || !isMeant(index, day.to)) {
      const weekly = spanAt('days:weekly', index);
      if (weekly) take(index, weekly.to);
      continue;
    }
    const end = rangeEnd(day.to);
    for (const each of end ? daysBetween(day.name, end.name) : [day.name])
      (isLeftOut(index) ? leftOut : named).add(each);
    take(index, end?.to ?? day.to);
  }
  const wanted = named.size > 0 ? named : leftOut.size > 0 ? new Set(week) : grouped;
  return nameOf(wanted.difference(leftOut));

  function longestOf<Name extends string>(names: readonly Name[], index: number) {
    const found = names.flatMap((name) => spanAt(`days:${name}`, index) ?? []).toSorted((a, b) => b.to - a.to)[0];
    const name = names.find((one) => found?.kind === `days:${one}`);
    return found && name !== undefined ? { name, to: found.to } : undefined;
  }

  /** "mon-fri", "monday to friday". */
  function rangeEnd(from: number) {
    const through = spanAt('days:through', from);
    const at = through?.to ?? (tokens[from]?.joined ? from : undefined);
    return at === undefined ? undefined : longestOf(week, at);
  }

  /** German "so", "do" and "mi" are words too: they are days beside another day or a time. */
  function isMeant(from: number, to: number): boolean {
    const word = tokens[to - 1]?.word ?? '';
    // "we'd" is not Wednesday.
    if (/['\u2019]/u.test(tokens[to - 1]?.text ?? '')) return false;
    if (to - from > 1 || word.length > 2 || /\p{Script=Han}/u.test(word)) return true;
    const beside = [from - 1, to].some((index) => longestOf(week, index) !== undefined);
    return beside || rangeEnd(to) !== undefined || (word !== 'so' && tokens[to]?.kind === 'number');
  }
}

function daysBetween(first: Day, last: Day): readonly Day[] {
  const from = week.indexOf(first);
  const count = (week.indexOf(last) - from + 7) % 7;
  return Array.from({ length: count + 1 }, (_, offset) => week[(from + offset) % 7] ?? first);
}

function nameOf(days: ReadonlySet<Day>): string | undefined {
  const sorted = week.filter((day) => days.has(day));
  if (sorted.length === 0) return undefined;
  return groupNames.find((name) => groups[name].join() === sorted.join()) ?? sorted.join(',');
}
