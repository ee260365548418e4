import type { NamedMention } from './find-speaker.ts';
import type { Span } from './find-subject.ts';
import { genderOf } from './lists/genders.ts';
import { femalePronouns, malePronouns } from './lists/pronouns.ts';
import type { QuoteFrame } from './quote-frames.ts';

/** Resolves a pronoun: to the first matching person of its own sentence, else of the sentences before, nearest first. */
export function createAntecedents(
  text: string,
  mentions: readonly NamedMention[],
): (pronoun: Span, frame: QuoteFrame) => string | undefined {
  const persons = mentions.filter(({ type }) => type === 'person');
  return (pronoun, frame) => {
    const word = text.slice(pronoun.start, pronoun.end).toLowerCase();
    const frameStart = frame.tokens[0]?.start ?? pronoun.start;
    const fits = ({ name, start }: NamedMention) => agrees(word, name, text.slice(Math.max(0, start - 5), start));
    const before = persons.filter((person) => person.end <= pronoun.start && fits(person));
    const own = before.find(({ start }) => start >= frameStart);
    const sentence = own ? undefined : lastSentenceOf(text, before);
    return (own ?? sentence)?.name;
  };
}

/** The first person in the last sentence that names a matching one: usually its subject. */
function lastSentenceOf(text: string, persons: readonly NamedMention[]): NamedMention | undefined {
  const last = persons.at(-1);
  if (!last) return undefined;
  const start = Math.max(
    text.lastIndexOf('. ', last.start),
    text.lastIndexOf('\n', last.start),
    text.lastIndexOf('." ', last.start),
    text.lastIndexOf('.” ', last.start),
  );
  return persons.find((person) => person.start > start);
}

function agrees(pronoun: string, name: string, before: string): boolean {
  const gender = /Mrs?\.?\s$|Ms\.?\s$/.test(before) ? (/Mr\.?\s$/.test(before) ? 'male' : 'female') : genderOf(name);
  if (femalePronouns.has(pronoun)) return gender !== 'male';
  if (malePronouns.has(pronoun)) return gender !== 'female';
  return true;
}
