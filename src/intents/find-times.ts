import type { Sentence } from './sentence.ts';

type Half = 'am' | 'pm' | 'night';

interface FoundTime {
  readonly hour: number;
  readonly minute: number;
  readonly half?: Half | undefined;
  readonly from: number;
  readonly to: number;
  /** Something besides the number says that it is a time. */
  readonly isSure: boolean;
  /** An earlier time, "from 8 to 9", "instead of 8". */
  readonly isReplaced: boolean;
}

export interface BareNumber {
  readonly value: number;
  readonly at: number;
  /** Behind "to" or "auf". */
  readonly isTarget: boolean;
}

/** The times of day that a sentence names, and numbers that may be one; times are marked as read. */
export function findTimes(sentence: Sentence): {
  readonly times: readonly string[];
  readonly bare: readonly BareNumber[];
} {
  const { tokens, spanAt, take, isUsed } = sentence;
  const all: FoundTime[] = [];
  for (let index = 0; index < tokens.length; ) {
    const time = isUsed(index) ? undefined : timeAt(sentence, index);
    if (time) all.push(time);
    index = time?.to ?? index + 1;
  }
  const sure = all.map((time, index) => ({ ...time, isSure: time.isSure || isListed(sentence, all, index) }));
  const kept = sure.filter(({ isSure }) => isSure);
  for (const { from, to } of kept) take(startWithAt(sentence, from), to);
  const dayparts = (['am', 'pm', 'night'] as const).flatMap((half) =>
    tokens.flatMap((_token, index) => {
      const span = spanAt(`time:${half}`, index);
      return span ? [{ half, ...span }] : [];
    }),
  );
  const wanted = kept.filter(({ isReplaced }) => !isReplaced || kept.length === 1);
  const times = wanted.map((time) => written(time.half ? time : { ...time, half: nearestHalf(time, dayparts) }));
  for (const { from, to, isReplaced } of sure) if (isReplaced && kept.length > 0) take(startWithAt(sentence, from), to);
  for (const { from, to } of dayparts) if (kept.length > 0) take(from, to);
  const bare = sure
    .filter(({ isSure, isReplaced, minute }) => !isSure && !isReplaced && minute === 0)
    .map(({ hour, from }) => ({ value: hour, at: from, isTarget: isTarget(sentence, from) }));
  return { times: [...new Set(times)].toSorted(), bare: [...bare, ...largeNumbers(sentence)] };
}

/** Numbers beyond a day's hours, which can only be a subscription's or a story's. */
function largeNumbers({ tokens, isUsed, numberAt }: Sentence): readonly BareNumber[] {
  return tokens.flatMap((token, at) => {
    const value = token.kind === 'number' && !isUsed(at) ? numberAt(at) : undefined;
    return value !== undefined && value > 24 ? [{ value, at, isTarget: false }] : [];
  });
}

function timeAt(sentence: Sentence, from: number): FoundTime | undefined {
  const { tokens, spanAt, numberAt } = sentence;
  const isReplaced = isBefore(sentence, from);
  const noon = spanAt('time:noon', from);
  const midnight = spanAt('time:midnight', from);
  const next = noon && tokens[noon.to];
  // "mittags um 12": the number says it.
  if (noon && next?.kind !== 'number' && tokens[noon.to + 1]?.kind !== 'number')
    return { hour: 12, minute: 0, half: 'pm', from, to: noon.to, isSure: true, isReplaced };
  if (midnight) return { hour: 0, minute: 0, from, to: midnight.to, isSure: true, isReplaced };
  for (const [name, minutes] of Object.entries({ halfPast: 30, quarterPast: 15, quarterTo: -15, halfTo: -30 })) {
    const span = spanAt(`time:${name}`, from);
    const hour = span && numberAt(span.to);
    if (!span || hour === undefined || hour > 24) continue;
    const total = (hour * 60 + minutes + 24 * 60) % (24 * 60);
    const ended = endOfTime(sentence, span.to + 1);
    return { hour: Math.floor(total / 60), minute: total % 60, from, ...ended, isSure: true, isReplaced };
  }
  return withMinutes(clockAt(sentence, from), sentence);
}

/** "las siete y media", "七点半": minutes in words behind the hour. */
function withMinutes(time: FoundTime | undefined, sentence: Sentence): FoundTime | undefined {
  if (time?.minute !== 0) return time;
  for (const [name, minute] of Object.entries({ andHalf: 30, andQuarter: 15 })) {
    const span = sentence.spanAt(`time:${name}`, time.to);
    if (!span) continue;
    const ended = endOfTime(sentence, span.to);
    return { ...time, minute, to: ended.to, half: ended.half ?? time.half, isSure: true };
  }
  return time;
}

function clockAt(sentence: Sentence, from: number): FoundTime | undefined {
  const { tokens, spanAt, numberAt } = sentence;
  const token = tokens[from];
  const isReplaced = isBefore(sentence, from);
  if (!token || isTail(sentence, from)) return undefined;
  const [, hours, minutes] = /^([01]?\d|2[0-4])[:.]([0-5]\d)(?:[:.]00)?$/u.exec(token.text) ?? [];
  if (hours !== undefined) {
    const ended = endOfTime(sentence, from + 1);
    return { hour: Number(hours), minute: Number(minutes), from, ...ended, isSure: true, isReplaced };
  }
  const [, packed, rest] = /^([01]\d|2[0-3])([0-5]\d)$/u.exec(token.text) ?? [];
  if (
    packed !== undefined &&
    (token.text.startsWith('0') || sentence.isTimeBefore(from) || endOfTime(sentence, from + 1).isMarked)
  ) {
    const ended = endOfTime(sentence, from + 1);
    return { hour: Number(packed), minute: Number(rest), from, ...ended, isSure: true, isReplaced };
  }
  const hour = numberAt(from);
  if (hour === undefined || hour > 24 || (token.kind === 'word' && spanAt('fill', from))) return undefined;
  const isArticle = token.kind === 'word' && hour === 1;
  const clock = spanAt('time:clock', from + 1);
  const second = clock ? tokens[clock.to] : undefined;
  if (clock && second && /^[0-5]\d$/u.test(second.text) && !second.breaks) {
    const ended = endOfTime(sentence, clock.to + 1);
    return { hour, minute: Number(second.text), from, ...ended, isSure: true, isReplaced };
  }
  const ended = endOfTime(sentence, from + 1);
  const isSure = !isArticle && (ended.isMarked || sentence.isTimeBefore(from));
  return isArticle && !ended.isMarked ? undefined : { hour, minute: 0, from, ...ended, isSure, isReplaced };
}

/** "covid-19", "g7": a number that ends a word. Chinese has no blanks. */
function isTail({ tokens }: Sentence, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (!before || token?.kind !== 'number' || !token.joined) return false;
  return before.kind !== 'number' && !/\p{Script=Han}/u.test(before.word);
}

/** What follows a number: "o'clock", "am", "in the evening". */
function endOfTime(
  { spanAt }: Sentence,
  from: number,
): { readonly to: number; readonly half?: Half; readonly isMarked: boolean } {
  const clock = spanAt('time:clock', from);
  const to = clock?.to ?? from;
  for (const half of ['am', 'pm', 'night'] as const) {
    const span = spanAt(`time:${half}`, to);
    if (span) return { to: span.to, half, isMarked: true };
  }
  return { to, isMarked: clock !== undefined };
}

/** "8, 12 and 18:00": one sure time makes its neighbors in a list sure. */
function isListed({ tokens, spanAt }: Sentence, all: readonly FoundTime[], index: number): boolean {
  const linked = (before: FoundTime | undefined, after: FoundTime | undefined): boolean => {
    if (!before || !after) return false;
    const joined = spanAt('join:and', before.to)?.to === after.from;
    return (
      joined ||
      (before.to === after.from && (tokens[after.from]?.breaks === true || tokens[after.from]?.kind === 'number'))
    );
  };
  for (let at = index; linked(all[at - 1], all[at]); at -= 1) if (all[at - 1]?.isSure) return true;
  for (let at = index; linked(all[at], all[at + 1]); at += 1) if (all[at + 1]?.isSure) return true;
  return false;
}

/** Behind "from", where another time follows, or "instead of". */
function isBefore({ spans, tokens }: Sentence, from: number): boolean {
  const isFrom = spans.some(
    ({ kind, to, from: at }) => kind === 'span:since' && to === from && tokens[at]?.word !== 'starting',
  );
  const laterTime = spans.some(({ kind, from: at }) => kind === 'time:to' && at > from && at <= from + 3);
  return (
    (isFrom && laterTime) ||
    spans.some(({ kind, to, from: at }) => kind === 'instead' && to <= from && from - to <= 1 && at < from)
  );
}

function isTarget({ spans }: Sentence, from: number): boolean {
  return spans.some(({ kind, to }) => kind === 'time:to' && to === from);
}

function startWithAt({ spans }: Sentence, from: number): number {
  const before = spans.filter(
    ({ kind, to }) => (kind === 'time:at' || kind === 'time:to' || kind === 'instead') && to === from,
  );
  return Math.min(from, ...before.map((span) => span.from));
}

function nearestHalf(
  { from, to }: FoundTime,
  dayparts: readonly { readonly half: Half; readonly from: number; readonly to: number }[],
): Half | undefined {
  const distance = (part: { readonly from: number; readonly to: number }) =>
    part.to <= from ? from - part.to : part.from - to + 0.5;
  return dayparts.toSorted((a, b) => distance(a) - distance(b))[0]?.half;
}

function written({ hour, minute, half }: Pick<FoundTime, 'hour' | 'minute' | 'half'>): string {
  const isLate = half === 'pm' || (half === 'night' && hour > 5);
  const inDay = hour > 12 || half === undefined ? hour : (hour % 12) + (isLate ? 12 : 0);
  return `${String(inDay % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
