import type { Lexicon, Span } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Spans that say nothing of what a line is about. */
const plainKinds: ReadonlySet<string> = new Set(['fill', 'edge', 'from', 'about', 'join:and', 'join:but', 'stories']);
/** As the days of lexicons are called, Monday first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A line in one language, while it is read: its words, what they may be, and which are already accounted for. */
export type Sentence = ReturnType<typeof createSentence>;

/** Prepares a line for reading with a language's lexicon; `isName` knows words that are no slip of another. */
export function createSentence(
  line: string,
  {
    tokens,
    lexicon,
    isName,
  }: { readonly tokens: readonly Token[]; readonly lexicon: Lexicon; readonly isName: (token: Token) => boolean },
) {
  const spans = lexicon.find(tokens, isName);
  const longest = new Map<string, Span>();
  for (const span of spans) {
    const key = `${span.kind} ${span.from}`;
    if (span.to - span.from > (longest.get(key)?.to ?? 0) - (longest.get(key)?.from ?? 0)) longest.set(key, span);
  }
  const used = new Set<number>();
  const spanAt = (kind: string, from: number): Span | undefined => longest.get(`${kind} ${from}`);
  const numberAt = (index: number): number | undefined => {
    const token = tokens[index];
    if (token?.kind === 'number') return /^\d{1,4}$/u.test(token.text) ? Number(token.text) : undefined;
    return token && lexicon.numbers.get(token.word);
  };
  const kindsAt = (index: number) => spans.filter(({ at }) => at.includes(index)).map(({ kind }) => kind);
  const isFill = (index: number) => kindsAt(index).includes('fill');
  const startOfClause = (index: number): boolean => index === 0 || tokens[index]?.breaks === true;
  return {
    line,
    tokens,
    spans,
    lexicon,
    spanAt,
    numberAt,
    isFill,
    startOfClause,
    take(from: number, to: number): void {
      for (let index = from; index < to; index += 1) used.add(index);
    },
    isUsed: (index: number): boolean => used.has(index),
    /** As typed, from a token to before another. */
    textOf: (from: number, to: number): string => line.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0),
    /** Up to the next blank. */
    pathAt: (index: number): string => line.slice(tokens[index]?.start ?? 0).split(/[\s,;)]/u)[0] ?? '',
    /** The weekday, or group of days, whose name begins there. */
    anyDay: (index: number) =>
      weekdays.find((day) => spans.some(({ kind, from, to }) => kind === `days:${day}` && from <= index && index < to)),
    /** The word that asks opens its clause there, "brief africa". */
    beginsCue: (index: number): boolean =>
      startOfClause(index) &&
      spans.some(({ kind, from, slips }) => kind.startsWith('cue:') && from === index && slips === 0),
    /** A word that may be what a line is about. */
    isContent: (index: number): boolean =>
      index < tokens.length &&
      !used.has(index) &&
      !kindsAt(index).some((kind) => plainKinds.has(kind) || kind.startsWith('days:') || kind.startsWith('time:')),
    /** A word that says nothing of its own: "version", "please". */
    isMarked: (index: number): boolean => kindsAt(index).some((kind) => plainKinds.has(kind)),
    /** Its clause has nothing else. */
    isAlone(index: number): boolean {
      let [from, to] = [index, index + 1];
      while (from > 0 && !startOfClause(from)) from -= 1;
      while (to < tokens.length && !startOfClause(to)) to += 1;
      return tokens.slice(from, to).every((_token, offset) => from + offset === index || isFill(from + offset));
    },
    /** "instead of" or "not" comes right before it. */
    isNegated: (index: number): boolean =>
      spans.some(
        ({ kind, to, from }) =>
          kind === 'instead' && from < index && to <= index && index - to <= 1 && !startOfClause(index),
      ),
    isTimeBefore: (index: number): boolean => spans.some(({ kind, to }) => kind === 'time:at' && to === index),
    isTimeNear: (index: number): boolean =>
      tokens[index - 1]?.kind === 'number' || spans.some(({ kind, to }) => kind.startsWith('time:') && to === index),
    isZoneCode: (word: string): boolean => /^(?:[a-z]{2,4}t|utc|mesz?|mez)$/u.test(word),
  };
}
