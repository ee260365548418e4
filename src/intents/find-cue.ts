import type { Span } from './lexicon.ts';
import type { Sentence } from './sentence.ts';

/** What a cue says is wanted: an intent, or a group of them that the slots decide between. */
export type CueName =
  | 'subscribe'
  | 'unsubscribe'
  | 'pause'
  | 'resume'
  | 'list'
  | 'change'
  | 'extend'
  | 'narrow'
  | 'want'
  | 'brief'
  | 'who'
  | 'background'
  | 'story'
  | 'search'
  | 'settings'
  | 'topics'
  | 'why'
  | 'status'
  | 'help';

/** Spans that greet, thank or take leave: they ask for nothing. */
export const courtesies: readonly string[] = ['cue:greeting', 'cue:courtesy'];

/** Words that say what is wanted, with how much they say it. */
export interface Cue extends Span {
  readonly name: CueName;
  readonly weight: number;
  /** It opens the line, but for courtesies and lead-ins. */
  readonly isFirst: boolean;
}

/** More than its words: these take the rest of the line as it is. Less: these are said with many things. */
const weights: Readonly<Partial<Record<CueName, number>>> = {
  help: 1.2,
  search: 0.5,
  background: 0.3,
  why: 0.4,
  want: -0.4,
  change: -0.2,
  resume: 0.2,
  extend: -0.1,
  narrow: -0.1,
};

/** What a question may ask for; it only mentions everything else. */
const asking: ReadonlySet<CueName> = new Set(['list', 'brief', 'who', 'background', 'topics', 'status', 'help']);

/** The cues that stand where cues may, the weightiest first. In a question those of a change that stand anywhere say nothing. */
export function findCues(sentence: Sentence, isQuestion: boolean): readonly Cue[] {
  const { heads, first } = headsOf(sentence);
  const cues = sentence.spans.flatMap((span): Cue[] => {
    const [group, name] = span.kind.split(':');
    if (group !== 'cue' || courtesies.includes(span.kind)) return [];
    const isHead = heads.has(span.from);
    const isSilent = isQuestion && !first.has(-1) && !asking.has(name as CueName);
    if (!isHead && (!span.anywhere || isSilent)) return [];
    const isFirst = first.has(span.from);
    const words = span.at.length - span.slips * 0.5;
    const cue = name as CueName;
    return [
      { ...span, name: cue, isFirst, weight: words + (isHead ? 0.6 : 0) + (isFirst ? 0.4 : 0) + (weights[cue] ?? 0) },
    ];
  });
  return cues.toSorted((a, b) => b.weight - a.weight);
}

/** Where a clause begins in earnest, behind lead-ins, courtesies and times; `first` are those of the line itself, -1 a polite request. */
function headsOf({ tokens, spans, startOfClause, isUsed }: Sentence): {
  readonly heads: ReadonlySet<number>;
  readonly first: ReadonlySet<number>;
} {
  const heads = new Set<number>();
  const first = new Set<number>([0]);
  const skipped = spans.filter(({ kind }) => ['lead', 'fill', 'join:and', ...courtesies].includes(kind));
  for (let index = 0; index < tokens.length; index += 1) {
    if (startOfClause(index)) heads.add(index);
    if (!heads.has(index)) continue;
    const isOpening = first.has(index);
    const ends = skipped.filter(({ from, slips }) => from === index && slips === 0);
    if (isOpening && ends.some(({ kind, to, from }) => kind === 'lead' && to - from > 1)) first.add(-1);
    for (const end of [...ends.map(({ to }) => to), ...(isUsed(index) ? [index + 1] : [])]) {
      heads.add(end);
      if (isOpening) first.add(end);
    }
  }
  for (const { from, to, kind } of spans) if (kind === 'join:and' && from > 0) heads.add(to);
  return { heads, first };
}
