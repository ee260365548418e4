import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseSince, parseUntil } from '../subscriptions/parse-day.ts';
import { parseLanguage } from '../subscriptions/parse-language.ts';
import { parseZone } from '../subscriptions/parse-zone.ts';
import { calendarNames } from '../text/calendar-names.ts';
import { findCountry } from '../text/countries.ts';
import { marks } from '../text/marks.ts';
import { fold, termOf } from '../text/terms.ts';
import { typedDateAt } from '../text/typed-date.ts';
import { findDays } from './find-days.ts';
import { findTimes } from './find-times.ts';
import type { Span } from './lexicon.ts';
import type { Slots, TypedLine } from './line.ts';
import { type Sentence, weekdays } from './sentence.ts';

/** The slots that a line says in so many words, and numbers that may be a time or a subscription's. */
export interface FoundSlots extends Pick<Slots, 'zone' | 'language' | 'length' | 'as' | 'stories' | 'since' | 'until'> {
  readonly times?: readonly string[];
  readonly days?: string;
  /** "3 days": until then in a pause, since then in a briefing. */
  readonly duration?: { readonly count: number; readonly unit: 'h' | 'd' | 'w' | 'm' };
  /** A day that nothing says the use of. */
  readonly date?: string;
  /** Part of a date that can be read as two days. */
  readonly isAmbiguousDate?: boolean;
  /** Numbers of subscriptions, named as such. */
  readonly numbers?: readonly number[];
  /** Numbers that nothing says what they count, by their token. */
  readonly bare: readonly { readonly value: number; readonly at: number; readonly isTarget: boolean }[];
}

type Mutable = { -readonly [Name in keyof FoundSlots]: FoundSlots[Name] };

const mostStories = 20;

/** Finds slots in a sentence and marks their tokens as read. */
export function findSlots(sentence: Sentence, line: Pick<TypedLine, 'now' | 'zone'>): FoundSlots {
  const found: Mutable = { bare: [] };
  findDates(sentence, line, found);
  findPeriod(sentence, line, found);
  findCounts(sentence, found);
  findZone(sentence, found);
  const days = findDays(sentence);
  const times = findTimes(sentence);
  const { bare, ...clock } = times;
  findLanguage(sentence, found);
  findLook(sentence, found);
  return { ...found, ...(clock.times.length > 0 && { times: clock.times }), ...(days !== undefined && { days }), bare };
}

/** Days of the calendar: until then, since then, or for what the line wants to say with it. */
function findDates(sentence: Sentence, { now, zone }: Pick<TypedLine, 'now' | 'zone'>, found: Mutable): void {
  const { tokens, spans, spanAt, take, isMarked } = sentence;
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  for (let index = 0; index < tokens.length; index += 1) {
    const start = tokens[index]?.start ?? 0;
    const typed = typedDateAt(sentence.line.slice(start), [sentence.lexicon.language], today);
    if (!typed) continue;
    const next = tokens.findIndex((token) => token.start >= start + typed.length);
    const day = { ...typed, to: next < 0 ? tokens.length : next };
    const marker = (kind: string) =>
      spanAt(kind, day.to) ??
      spans.find((span) => span.kind === kind && span.to <= index && between(span.to, index).every(isMarked));
    const until = marker('span:until');
    const since = until ? undefined : marker('span:since');
    if (until) found.until = day.date.toString();
    else if (since) found.since = latestPast(day.date, today).toString();
    else found.date = day.date.toString();
    if (day.isAmbiguous) found.isAmbiguousDate = true;
    const named = until ?? since;
    take(Math.min(index, named?.from ?? index), Math.max(day.to, named?.to ?? 0));
    index = day.to - 1;
  }
}

const longestBetween = 2;

function between(from: number, to: number): readonly number[] {
  const count = to - from;
  // Too far apart to belong together: a token that is not there is not marked.
  return count > longestBetween ? [-1] : Array.from({ length: count }, (_, offset) => from + offset);
}

function latestPast(date: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(date, today) <= 0 ? date : date.subtract({ years: 1 });
}

/** How far back, until when, or for how long. */
function findPeriod(sentence: Sentence, { now, zone }: Pick<TypedLine, 'now' | 'zone'>, found: Mutable): void {
  const { tokens, spanAt, take, textOf } = sentence;
  const isRest = sentence.spans.some(({ kind, slips }) => kind === 'cue:pause' && slips === 0);
  for (let index = 0; index < tokens.length; index += 1) {
    if (sentence.isUsed(index)) continue;
    const last = spanAt('span:last', index);
    const next = spanAt('span:for', index);
    const isNamed = last !== undefined || next !== undefined || isRest;
    const counted = durationAt(sentence, last?.to ?? next?.to ?? index, isNamed);
    if (counted && !sentence.isUsed(index)) {
      const before = last && sentence.spans.find(({ kind, to }) => kind === 'span:since' && to === index);
      take(before?.from ?? index, counted.to);
      if (last)
        found.since = `${counted.unit === 'm' ? counted.count * 30 : counted.count}${counted.unit === 'm' ? 'd' : counted.unit}`;
      else found.duration = counted;
      continue;
    }
    const until = spanAt('span:until', index);
    const since = spanAt('span:since', index);
    // "monday until friday"
    const isRange =
      index > 0 && [index - 1, (until ?? since)?.to ?? -1].every((at) => sentence.anyDay(at) !== undefined);
    if (until && !isRange) {
      const end = longestDay(until.to, (text) => parseUntil(text, now, zone).toString());
      if (end) {
        found.until = end.value;
        take(index, end.to);
        continue;
      }
      const day = weekdayBeside(until);
      if (day) {
        found.until = nextWeekday(day.number, now, zone);
        take(Math.min(index, day.from), Math.max(day.to, until.to));
        continue;
      }
    }
    if (since && !isRange) {
      const start = longestDay(since.to, (text) => daySince(text, now, zone));
      if (start) {
        found.since = start.value;
        take(index, start.to);
        continue;
      }
    }
    if (sentence.isUsed(index)) continue;
    const yesterday = spanAt('span:yesterday', index);
    const today = spanAt('span:today', index);
    const week = spanAt('span:lastWeek', index);
    if (yesterday) found.since = 'yesterday';
    else if (week) found.since = '7d';
    else if (today) found.since ??= 'today';
    const period = yesterday ?? week ?? today;
    if (period) take(index, period.to);
  }

  /** The weekday behind the word for "until", or before it where the language has it so; also declined. */
  function weekdayBeside({ from, to }: Span) {
    const { language } = sentence.lexicon;
    const names = [...calendarNames(language).weekdays].map(([name, number]) => ({
      stem: termOf(name, language),
      number,
    }));
    for (const at of [to, from - 1]) {
      const span = sentence.spans.find(
        ({ kind, from: start, to: end }) => kind.startsWith('days:') && (start === to || end === from),
      );
      const number = span ? weekdays.findIndex((name) => span.kind === `days:${name}`) + 1 : 0;
      if (span && number > 0) return { from: span.from, to: span.to, number };
      const stem = termOf(tokens[at]?.text ?? '', language);
      const named = stem === undefined ? undefined : names.find((one) => one.stem === stem);
      if (named) return { from: at, to: at + 1, number: named.number };
    }
    return undefined;
  }

  /** The longest run of words from there that is a day; a number alone is none. */
  function longestDay(from: number, read: (text: string) => string) {
    for (let to = Math.min(tokens.length, from + 5); to > from; to -= 1) {
      const text = textOf(from, to);
      if (!/[\p{L}]|\d[./-]\d/u.test(text) || /^\d{1,2}:\d\d$/u.test(text)) continue;
      try {
        return { value: read(text), to };
      } catch {
        // Not a day; a shorter run may be one.
      }
    }
    return undefined;
  }
}

function nextWeekday(number: number, now: Temporal.Instant, zone: string): string {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return today.add({ days: (number - today.dayOfWeek + 7) % 7 || 7 }).toString();
}

function daySince(text: string, now: Temporal.Instant, zone: string): string {
  const wanted = text.toLowerCase();
  if (/^(?:yesterday|gestern)$/u.test(wanted)) return 'yesterday';
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  try {
    return parseSince(text, now, zone).toZonedDateTimeISO(zone).toPlainDate().toString();
  } catch {
    const next = parseUntil(text.replace(/^(?:last|the|letzten|letztem|dem|de[nrm])\s+/iu, ''), now, zone);
    const isDay = Temporal.PlainDate.compare(next, today.add({ days: 7 })) <= 0 && !/\d/u.test(text);
    return (isDay ? next.subtract({ days: 7 }) : next.subtract({ years: 1 })).toString();
  }
}

/** "3 days", "two weeks", "48h"; "a week" only behind "for" and the like. */
function durationAt({ tokens, spanAt, numberAt, isUsed }: Sentence, from: number, isNamed: boolean) {
  const token = tokens[from];
  if (!token || isUsed(from)) return undefined;
  const count = numberAt(from);
  const units = ['h', 'd', 'w', 'm'] as const;
  const unitAt = (at: number) => units.find((unit) => spanAt(`span:${unit}`, at) !== undefined);
  if (count === undefined) {
    const unit = isNamed ? unitAt(from) : undefined;
    return unit === undefined ? undefined : { count: 1, unit, to: from + 1 };
  }
  const unit = unitAt(from + 1);
  if (unit === undefined || (!isNamed && token.kind === 'word' && count === 1)) return undefined;
  // "18h" is a time of day.
  if (unit === 'h' && !isNamed && count <= 24) return undefined;
  return { count, unit, to: from + 2 };
}

/** How many stories, and numbers of subscriptions. */
function findCounts(sentence: Sentence, found: Mutable): void {
  const { tokens, spanAt, numberAt, take, isUsed } = sentence;
  for (let index = 0; index < tokens.length; index += 1) {
    if (isUsed(index)) continue;
    const most = spanAt('most', index);
    const at = most?.to ?? index;
    const count = numberAt(at);
    const isShort = count !== undefined && count >= 1 && count <= mostStories && !isUsed(at);
    if (isShort && (most || (spanAt('stories', at + 1) && !sentence.isTimeBefore(at)))) {
      found.stories = count;
      take(index, at + 1);
      const named = spanAt('stories', at + 1);
      if (named && spanAt('length:headlines', at + 1)) found.length = 'headlines';
      if (named) take(at + 1, named.to);
      continue;
    }
    const number = spanAt('number', index);
    if (!number || numberAt(number.to) === undefined || isUsed(number.to) || tokens[number.to]?.text.includes(':'))
      continue;
    let to = number.to + 1;
    const numbers = [numberAt(number.to) ?? 0];
    for (let more = to; ; more = to) {
      const joined = spanAt('join:and', more)?.to ?? (tokens[more]?.breaks ? more : undefined);
      const value = joined === undefined ? undefined : numberAt(joined);
      if (joined === undefined || value === undefined) break;
      numbers.push(value);
      to = joined + 1;
    }
    found.numbers = numbers;
    take(index, to);
  }
}

let zoneNames: ReadonlyMap<string, string> | undefined;

/** The zone that a city, country or abbreviation names; undefined for anything else. */
export function zoneNamed(text: string): string | undefined {
  zoneNames ??= new Map(
    Object.entries(
      parse(readFileSync(new URL('words/zones.yaml', import.meta.url), 'utf8')) as Record<string, string>,
    ).map(([name, zone]) => [fold(name), zone]),
  );
  const known = zoneNames.get(fold(text));
  if (known !== undefined) return known;
  for (const name of [text, text.replace(/er$/u, '')]) {
    try {
      return parseZone(name);
    } catch {
      // Not a place with one time.
    }
  }
  return undefined;
}

const longestPlace = 3;

/** "berlin time", "time zone Seoul", "Asia/Seoul", "CET". */
function findZone(sentence: Sentence, found: Mutable): void {
  const { tokens, spanAt, take, textOf, isUsed } = sentence;
  for (let index = 0; index < tokens.length; index += 1) {
    if (isUsed(index)) continue;
    const path = /^\p{L}+\/[\p{L}_/]+$/u.exec(sentence.pathAt(index))?.[0];
    const iana = path === undefined ? undefined : zoneNamed(path);
    if (path !== undefined && iana !== undefined) {
      found.zone = iana;
      take(index, index + path.split(/[/_]/u).length);
      continue;
    }
    const named = spanAt('zone', index);
    if (!named) {
      const token = tokens[index];
      if (token && sentence.isTimeNear(index) && sentence.isZoneCode(token.word)) {
        const zone = zoneNamed(token.word);
        if (zone === undefined) continue;
        found.zone = zone;
        take(index, index + 1);
      }
      continue;
    }
    const place = placeBefore(index) ?? placeAfter(named.to);
    if (!place) continue;
    found.zone = place.zone;
    take(Math.min(place.from, index), Math.max(place.to, named.to));
  }

  function placeBefore(to: number) {
    for (let from = Math.max(0, to - longestPlace); from < to; from += 1) {
      if (isUsed(from) || tokens.slice(from + 1, to).some(({ breaks }) => breaks)) continue;
      const zone = plausible(from, to);
      if (zone !== undefined) return { zone, from, to };
    }
    return undefined;
  }

  function placeAfter(start: number) {
    const from = tokens[start]?.word === 'in' || tokens[start]?.word === 'to' ? start + 1 : start;
    for (let to = Math.min(tokens.length, from + longestPlace); to > from; to -= 1) {
      const zone = plausible(from, to);
      if (zone !== undefined) return { zone, from, to };
    }
    return undefined;
  }

  function plausible(from: number, to: number): string | undefined {
    if (tokens.slice(from, to).some(({ kind }) => kind === 'number') || sentence.isFill(from)) return undefined;
    return zoneNamed(textOf(from, to));
  }
}

/** "in German", "auf Deutsch": not where more words follow, as in "in German politics". */
function findLanguage(sentence: Sentence, found: Mutable): void {
  const { tokens, spanAt, take, isUsed } = sentence;
  for (let index = 0; index < tokens.length; index += 1) {
    if (isUsed(index)) continue;
    const at = spanAt('inLanguage', index)?.to ?? (sentence.isAlone(index) ? index : undefined);
    const language = at === undefined || isUsed(at) ? undefined : languageAt(sentence, at);
    if (at === undefined || language === undefined) continue;
    if (tokens[language.to] && !tokens[language.to]?.breaks && sentence.isContent(language.to)) continue;
    found.language = language.code;
    take(index, language.to);
  }
}

const shortestName = 4;
const stopOrDigit = new RegExp(`[${marks.end}\\d]`, 'u');

/** A language by its name; a code may be a word. Chinese names it in two characters. */
export function languageAt(
  { tokens, textOf, lexicon }: Sentence,
  at: number,
): { readonly code: string; readonly to: number } | undefined {
  for (const to of [at + 2, at + 1]) {
    const text = textOf(at, Math.min(to, tokens.length));
    if (to > tokens.length || (text.length < shortestName && !/\p{Script=Han}/u.test(text))) continue;
    // Indonesia is no Indonesian.
    if (stopOrDigit.test(text) || findCountry(text, lexicon.language)?.by === 'name') continue;
    for (const name of [text, text.replace(/^(?:بال|ال)/u, 'ال')]) {
      try {
        return { code: parseLanguage(name).split('-')[0] ?? name, to };
      } catch {
        // Not a language.
      }
    }
  }
  return undefined;
}

/** Length and kind; of two kinds the one after "instead of" is the one not wanted. */
function findLook(sentence: Sentence, found: Mutable): void {
  const { tokens, spanAt, take, isUsed } = sentence;
  const lengths = ['headlines', 'short', 'normal', 'long'] as const;
  const kinds = ['both', 'week', 'alerts', 'digest'] as const;
  for (let index = 0; index < tokens.length; index += 1) {
    // "I don't need it any longer" says nothing of the length.
    if (isUsed(index) || sentence.spans.some(({ kind, from, to }) => kind === 'fill' && from < index && index < to))
      continue;
    const length = lengths.find((name) => spanAt(`length:${name}`, index));
    const span = length && spanAt(`length:${length}`, index);
    // "long covid" is none, "a long read" is; "kurz die lage" begins with it.
    if (
      length &&
      span &&
      (length === 'headlines' || !sentence.beginsCue(index)) &&
      (length === 'headlines' ||
        !sentence.isContent(span.to) ||
        tokens[span.to]?.breaks ||
        sentence.isMarked(span.to) ||
        index === 0)
    ) {
      if (!sentence.isNegated(index)) found.length = length;
      take(index, span.to);
      continue;
    }
    const as = kinds.find((name) => spanAt(`as:${name}`, index));
    const kind = as && spanAt(`as:${as}`, index);
    if (!as || !kind) continue;
    if (!sentence.isNegated(index)) found.as = found.as !== undefined && found.as !== as ? 'both' : as;
    take(index, kind.to);
  }
}
