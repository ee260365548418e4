import { isA } from '../reading/lexicon.ts';
import type { NamedMention } from './actor.ts';
import type { Span } from './find-subject.ts';
import { genderOf } from './name-words.ts';
import type { QuoteFrame } from './quote-frames.ts';

/** Resolves a pronoun: to the first matching person of its own sentence, else of the sentences before, nearest first. */
export function createAntecedents(
  text: string,
  mentions: readonly NamedMention[],
): (pronoun: Span, frame: QuoteFrame) => string | undefined {
  const persons = mentions.filter(({ type }) => type === 'person');
  const fitting = new Map<Gender | undefined, readonly NamedMention[]>();
  /** Found once for each gender: a long text has thousands of persons, and of pronouns. */
  const thatFit = (gender: Gender | undefined): readonly NamedMention[] => {
    const known = fitting.get(gender);
    if (known) return known;
    const found = persons.filter(({ name, start }) => agrees(gender, name, text.slice(Math.max(0, start - 5), start)));
    fitting.set(gender, found);
    return found;
  };
  return (pronoun, frame) => {
    const candidates = thatFit(genderOfPronoun(text.slice(pronoun.start, pronoun.end).toLowerCase()));
    const own = candidates[firstFrom(candidates, frame.tokens[0]?.start ?? pronoun.start)];
    if (own && own.end <= pronoun.start) return own.name;
    return lastSentenceBefore(text, candidates, pronoun.start)?.name;
  };
}

/** The first of the persons in the last sentence before an offset that names one of them: usually its subject. */
function lastSentenceBefore(text: string, persons: readonly NamedMention[], offset: number): NamedMention | undefined {
  let index = firstFrom(persons, offset) - 1;
  while ((persons[index]?.end ?? 0) > offset) index--;
  const last = persons[index];
  if (!last) return undefined;
  const start = Math.max(
    text.lastIndexOf('. ', last.start),
    text.lastIndexOf('\n', last.start),
    text.lastIndexOf('." ', last.start),
    text.lastIndexOf('.” ', last.start),
  );
  return persons[firstFrom(persons, start + 1)];
}

/** The index of the first of spans in the order of the text that starts at or after an offset. */
export function firstFrom(spans: readonly Pick<Span, 'start'>[], offset: number): number {
  let [from, to] = [0, spans.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((spans[middle]?.start ?? 0) < offset) from = middle + 1;
    else to = middle;
  }
  return from;
}

type Gender = 'female' | 'male';

/** Undefined for one that may be anybody's. */
function genderOfPronoun(pronoun: string): Gender | undefined {
  if (isA('she', pronoun)) return 'female';
  return isA('he', pronoun) ? 'male' : undefined;
}

function agrees(wanted: Gender | undefined, name: string, before: string): boolean {
  if (wanted === undefined) return true;
  const gender = /Mrs?\.?\s$|Ms\.?\s$/.test(before) ? (/Mr\.?\s$/.test(before) ? 'male' : 'female') : genderOf(name);
  return gender !== (wanted === 'female' ? 'male' : 'female');
}
