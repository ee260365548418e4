import { spellName } from '../subscriptions/interest-spelling.ts';
import { fold } from '../text/terms.ts';
import type { Knowledge } from './knowledge.ts';
import type { Sentence } from './sentence.ts';

/** One thing that a line is about, in the spelling of interests. */
export interface Term {
  readonly text: string;
  readonly kind: 'topic' | 'everything' | 'place' | 'person' | 'quoted' | 'filter' | 'words';
  /** Left out rather than wanted. */
  readonly isExcluded: boolean;
  /** As typed, where it is only near to the topic that it was taken for. */
  readonly typed?: string;
  /** It says of the term before where that is: "wildfires in Spain". */
  readonly isPlaceOf?: boolean;
  readonly from: number;
  readonly to: number;
}

/** What a line is about. */
export interface FoundInterest {
  readonly terms: readonly Term[];
  /** All of the wanted ones must be met. */
  readonly isBoth: boolean;
}

interface Run {
  readonly tokens: readonly number[];
  readonly isExcluded: boolean;
  /** Linked to the run before by "and" or the like. */
  readonly isLinked: boolean;
  /** Behind "about", "on" and the like. */
  readonly isAbout: boolean;
  /** The part before a comma decides this alone. */
  readonly isCarried?: boolean;
}

/** Reads what a sentence is about from the words that nothing else took. */
export function readInterest(
  sentence: Sentence,
  isTaken: (index: number) => boolean,
  knowledge: Knowledge,
): FoundInterest {
  const runs = runsOf(sentence, isTaken);
  const read = runs
    .map((run) => ({ ...run, terms: termsOfRun(run, sentence, knowledge) }))
    .filter(({ terms }) => terms.length > 0);
  const isBoth = sentence.spans.some(({ kind }) => kind === 'join:both') || sentence.line.includes(' AND ');
  const about = read.some(({ isAbout, isExcluded }) => isAbout && !isExcluded);
  const isKnown = ({ terms }: (typeof read)[number]) => terms.some(({ kind }) => kind !== 'words');
  const known = read.some((run) => isKnown(run) && !run.isExcluded);
  let isKept = false;
  const kept = read.filter((run) => {
    const counts = about ? isKnown(run) || (run.isAbout && run.isCarried !== true) : !known || isKnown(run);
    isKept = run.isExcluded || (run.isLinked && isKept) || counts;
    return isKept;
  });
  const loose = kept.filter(({ isLinked, isExcluded }) => !isLinked && !isExcluded);
  const first = loose.every((run) => !isKnown(run)) ? loose.slice(1) : [];
  return { terms: kept.filter((run) => !first.includes(run)).flatMap(({ terms }) => terms), isBoth };
}

/** "forest fires in Spain"; more words than these tell what happens there. */
const longestPlaced = 2;

/** Words side by side; a word that was taken, or a joining one, ends them. */
function runsOf(sentence: Sentence, isTaken: (index: number) => boolean): readonly Run[] {
  const { tokens, spanAt } = sentence;
  const runs: Run[] = [];
  let run: number[] = [];
  let facts: Omit<Run, 'tokens'> = { isExcluded: false, isLinked: false, isAbout: false };
  const close = (next: typeof facts) => {
    if (run.length > 0) runs.push({ tokens: run, ...facts });
    else if (facts.isExcluded && !next.isExcluded)
      next = { ...next, isExcluded: next.isLinked ? true : next.isExcluded };
    run = [];
    facts = next;
  };
  for (let index = 0; index < tokens.length; ) {
    if (isTaken(index)) {
      if (run.length > 0) close({ isExcluded: false, isLinked: false, isAbout: false });
      index += 1;
      continue;
    }
    const but = spanAt('join:but', index);
    const and = spanAt('join:and', index);
    const about = spanAt('about', index);
    const joiner = but ?? and;
    if (joiner && !isTaken(joiner.to - 1)) {
      const isExcluded = but !== undefined || (and !== undefined && facts.isExcluded);
      close({ isExcluded, isLinked: true, isAbout: facts.isAbout });
      index = joiner.to;
      continue;
    }
    if (about) {
      close({
        isExcluded: facts.isExcluded && run.length === 0,
        isLinked: facts.isLinked && run.length === 0,
        isAbout: true,
      });
      index = about.to;
      continue;
    }
    // "8am": what is written on to a number is its unit.
    if (tokens[index]?.joined && tokens[index - 1]?.kind === 'number') {
      index += 1;
      continue;
    }
    if (tokens[index]?.breaks && run.length > 0) close({ ...facts, isLinked: false, isCarried: true });
    run.push(index);
    index += 1;
  }
  close({ isExcluded: false, isLinked: false, isAbout: false });
  return runs;
}

function termsOfRun({ tokens: indices, isExcluded }: Run, sentence: Sentence, knowledge: Knowledge): readonly Term[] {
  const from = indices[0] ?? 0;
  const trimmed = trim(from, (indices.at(-1) ?? from) + 1, sentence, knowledge);
  if (trimmed.from >= trimmed.to) return [];
  return split(trimmed.from, trimmed.to);

  function split(start: number, end: number): readonly Term[] {
    const whole = named(start, end);
    if (whole) return [{ ...whole, isExcluded, from: start, to: end }];
    const parts = greedy(start, end) ?? placed(start, end);
    if (parts) return parts;
    const text = sentence.textOf(start, end);
    const near = end - start <= 2 ? knowledge.nearTopic(text, sentence.lexicon.language) : undefined;
    if (near !== undefined) return [{ kind: 'topic', text: near, typed: text, isExcluded, from: start, to: end }];
    if (/^\d+$/u.test(text)) return [];
    return [
      {
        kind: 'words',
        text: end - start > 1 || !/^[\p{L}\p{N}-]+$/u.test(text) ? `"${text}"` : text,
        isExcluded,
        from: start,
        to: end,
      },
    ];
  }

  /** "wildfires in Spain": a word or two, and behind "in" or the like a place; the place alone where the words say nothing of their own. */
  function placed(start: number, end: number): readonly Term[] | undefined {
    const isPlace = (to: number) => named(to, end)?.kind === 'place';
    const at = sentence.spans.find(
      ({ kind, from: first, to, slips }) => kind === 'from' && slips === 0 && first > start && to < end && isPlace(to),
    );
    const name = at && named(at.to, end);
    if (!at || !name) return undefined;
    const before = trim(start, at.from, sentence, knowledge);
    const count = before.to - before.from;
    if (count > longestPlaced) return undefined;
    const words = count > 0 ? split(before.from, before.to) : [];
    return [...words, { ...name, isExcluded, from: at.to, to: end, ...(count > 0 && { isPlaceOf: true }) }];
  }

  /** Names side by side, "asia germany", when nothing else stands between them. */
  function greedy(start: number, end: number): readonly Term[] | undefined {
    const terms: Term[] = [];
    for (let at = start; at < end; ) {
      let found: Term | undefined;
      for (let to = end; to > at && !found; to -= 1) {
        const one = named(at, to);
        if (one) found = { ...one, isExcluded, from: at, to };
      }
      if (found) terms.push(found);
      else if (!sentence.isMarked(at)) return undefined;
      at = found?.to ?? at + 1;
    }
    return terms.length > 0 ? terms : undefined;
  }

  function named(start: number, end: number): Pick<Term, 'kind' | 'text'> | undefined {
    return nameAt(start, end, sentence, knowledge);
  }
}

/** The first name within a run of words, where the run is none as a whole. */
export function nameWithin({ from, to }: Term, sentence: Sentence, knowledge: Knowledge): string | undefined {
  for (let start = from; start < to; start += 1)
    for (let end = to; end > start; end -= 1) {
      const found = nameAt(start, end, sentence, knowledge);
      if (found) return found.text;
    }
  return undefined;
}

function nameAt(
  from: number,
  to: number,
  sentence: Sentence,
  knowledge: Knowledge,
): Pick<Term, 'kind' | 'text'> | undefined {
  const { tokens, spans, lexicon } = sentence;
  const token = tokens[from];
  if (to - from === 1 && token?.kind === 'phrase') return { kind: 'quoted', text: `"${token.text}"` };
  if (to - from === 1 && token?.kind === 'filter') return { kind: 'filter', text: token.text };
  if (tokens.slice(from, to).some(({ kind }) => kind === 'filter' || kind === 'phrase')) return undefined;
  const text = sentence.textOf(from, to);
  const span = spans.find(
    (one) => one.from === from && one.to === to && one.slips === 0 && /^(?:topic:|everything)/u.test(one.kind),
  );
  const topic = span?.kind.startsWith('topic:')
    ? span.kind.slice('topic:'.length)
    : (knowledge.topic(text, lexicon.language) ??
      (to - from === 1 ? topicOfCompound(text, sentence, knowledge) : undefined));
  if (topic !== undefined && !(to - from === 1 && sentence.lexicon.language === 'en' && token?.word === 'us'))
    return { kind: 'topic', text: topic };
  if (span) return { kind: 'everything', text: 'everything' };
  const [first, second] = [tokens[from], tokens[from + 1]];
  if (first?.word === 'story' && second?.kind === 'number' && to - from === 2)
    return { kind: 'filter', text: `story:${second.text}` };
  const place = knowledge.place(text, lexicon.language);
  if (place !== undefined) return { kind: 'place', text: `region:${spellName(place)}` };
  const isPlainAtEdge = sentence.isMarked(from) || sentence.isMarked(to - 1);
  if (!isPlainAtEdge && knowledge.isPerson(text)) return { kind: 'person', text: `actor:${spellName(text)}` };
  return undefined;
}

const shortestStem = 3;

/** "Katastrophenmeldungen", "Sportnews": a topic's name joined to a word for what is delivered, as German writes it. */
function topicOfCompound(text: string, { lexicon }: Sentence, knowledge: Knowledge): string | undefined {
  const word = text.toLowerCase();
  for (const head of lexicon.heads) {
    if (!word.endsWith(head) || word.length < head.length + shortestStem) continue;
    const stem = word.slice(0, -head.length).replace(/-$/u, '');
    for (const name of [stem, stem.replace(/e?[sn]$/u, '')]) {
      const topic = lexicon.topics.get(fold(name)) ?? knowledge.topic(name, lexicon.language);
      if (topic !== undefined) return topic;
    }
  }
  return undefined;
}

/** Without what says nothing at the edges; a name may begin with such a word, "the Middle East". */
function trim(
  start: number,
  end: number,
  sentence: Sentence,
  knowledge: Knowledge,
): { readonly from: number; readonly to: number } {
  let [from, to] = [start, end];
  const isName = () => nameAt(from, to, sentence, knowledge) !== undefined;
  const dropped = ['edge', 'from', 'fill', 'stories', 'about', 'number'];
  for (let before = -1; before !== from && from < to && !isName(); ) {
    before = from;
    const span = sentence.spans
      .filter((one) => one.from === from && one.to <= to && dropped.includes(one.kind) && one.slips === 0)
      .toSorted((a, b) => b.to - a.to)[0];
    if (span && !startsName(from, to)) from = span.to;
  }
  for (let before = -1; before !== to && from < to && !isName(); ) {
    before = to;
    const span = sentence.spans
      .filter((one) => one.to === to && one.from >= from && dropped.includes(one.kind) && one.slips === 0)
      .toSorted((a, b) => a.from - b.from)[0];
    if (span) to = span.from;
  }
  return { from, to };

  function startsName(at: number, limit: number): boolean {
    for (let stop = limit; stop > at + 1; stop -= 1) if (nameAt(at, stop, sentence, knowledge)) return true;
    return false;
  }
}

/** The terms as one interest; undefined for none. */
export function spellInterest({ terms, isBoth }: FoundInterest): string | undefined {
  const wanted = [...new Set(terms.filter(({ isExcluded }) => !isExcluded).map(({ text }) => text))];
  const excluded = [...new Set(terms.filter(({ isExcluded }) => isExcluded).map(({ text }) => text))].filter(
    (text) => text !== 'everything',
  );
  if (wanted.length === 0 && excluded.length === 0) return undefined;
  const things = wanted.length > 1 ? wanted.filter((text) => text !== 'everything') : wanted;
  const [only = 'everything'] = things;
  const joined = things.length > 1 ? things.join(isBoth || isNarrowed(terms) ? ' AND ' : ' OR ') : only;
  const grouped = things.length > 1 && excluded.length > 0 && !isBoth ? `(${joined})` : joined;
  return [grouped, ...excluded.map((text) => `NOT ${text}`)].join(' AND ');
}

const continents: ReadonlySet<string> = new Set([
  'world',
  'europe',
  'germany',
  'asia',
  'africa',
  'middle-east',
  'americas',
]);

/** "germany politics": a place and a subject side by side, not joined by "and". */
function isNarrowed(terms: readonly Term[]): boolean {
  const wanted = terms.filter(({ isExcluded }) => !isExcluded);
  const isPlace = ({ kind, text }: Term) => kind === 'place' || continents.has(text);
  if (wanted.length === 2 && wanted[1]?.isPlaceOf) return true;
  const beside = wanted.length === 2 && wanted[0]?.to === wanted[1]?.from;
  return beside && wanted.filter(isPlace).length === 1;
}
