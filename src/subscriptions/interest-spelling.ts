import { fold } from '../text/terms.ts';
import type { Interest } from './interest.ts';
import { mayJoin, operators } from './interest-tokens.ts';

/** What topics and everything are called. */
export interface InterestNames {
  readonly everything: string;
  topic(id: string): string;
}

const canonical: InterestNames = { everything: 'everything', topic: (id) => id };

/** The interest in one spelling, for people to read and to be read again; with `names` in their language. */
export function formatInterest(interest: Interest, names: InterestNames = canonical): string {
  const grouped = (part: Interest): string => {
    const spelled = formatInterest(part, names);
    return part.kind === 'and' || part.kind === 'or' ? `(${spelled})` : spelled;
  };
  switch (interest.kind) {
    case 'everything':
      return names.everything;
    case 'topic':
      return names.topic(interest.topic);
    case 'words':
      return isPlain(interest.text) && !interest.inQuotes ? interest.text : `"${interest.text}"`;
    case 'actor':
    case 'region':
      return `${interest.kind}:${spellName(interest.name)}`;
    case 'story':
      return `story:${interest.id}`;
    case 'language':
      return `language:${interest.language}`;
    case 'without':
      return `without:${interest.preset}`;
    case 'not':
      return `NOT ${grouped(interest.part)}`;
    default:
      return interest.parts.map(grouped).join(interest.kind === 'and' ? ' AND ' : ' OR ');
  }
}

/** What was typed as an interest and what `without:` leaves out of it, as one interest. */
export function withPresets(interest: string, without: string | undefined): string {
  const left = (without?.match(/[\p{L}\p{M}-]+/gu) ?? []).join('+');
  if (left === '') return interest;
  return /\bOR\b|[,;]|\bor\b/u.test(interest) ? `(${interest}) without:${left}` : `${interest} without:${left}`;
}

/** An interest as a title: the name alone if it is a single thing, words without quotation marks or operators. */
export function titleOfInterest(interest: Interest): string {
  if (interest.kind === 'actor' || interest.kind === 'region') return capitalized(interest.name);
  if (interest.kind === 'words') return interest.text;
  if (interest.kind === 'and' && interest.parts.every(({ kind }) => kind === 'words'))
    return interest.parts.map(titleOfInterest).join(' ');
  if (interest.kind === 'story') return `story ${interest.id}`;
  return formatInterest(interest);
}

/** A name typed without a capital gets them. */
function capitalized(name: string): string {
  return name === name.toLowerCase() ? name.replaceAll(/(?<!\S)\p{Ll}/gu, (first) => first.toUpperCase()) : name;
}

/** What of an interest is wanted by a name or words of its own, each as an interest; not what is left out, and no topic. */
export function namedParts(interest: Interest): readonly string[] {
  if (interest.kind === 'and' || interest.kind === 'or') return interest.parts.flatMap(namedParts);
  const isNamed = interest.kind === 'words' || interest.kind === 'actor' || interest.kind === 'region';
  return isNamed ? [formatInterest(interest)] : [];
}

/** The same for all interests that ask for the same in another order or case: by it they share a briefing. */
export function interestKey(interest: Interest): string {
  return formatInterest(normalized(interest));
}

function normalized(interest: Interest): Interest {
  switch (interest.kind) {
    case 'words':
      return { kind: 'words', text: fold(interest.text), inQuotes: true };
    case 'actor':
    case 'region':
      return { ...interest, name: fold(interest.name) };
    case 'not':
      return { kind: 'not', part: normalized(interest.part) };
    case 'and':
    case 'or': {
      const bySpelling = new Map(interest.parts.map(normalized).map((part) => [formatInterest(part), part]));
      const parts = [...bySpelling].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
      const [only] = parts;
      return parts.length === 1 && only ? only : { kind: interest.kind, parts };
    }
    default:
      return interest;
  }
}

/** Operators and topic names are quoted if they are meant as words. */
/** A name behind `actor:` or `region:`: in quotes unless it is one word that means nothing else in an interest. */
export function spellName(name: string): string {
  return isPlain(name) ? name : `"${name}"`;
}

function isPlain(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}-]*$/u.test(text) && !Object.hasOwn(operators, text) && !mayJoin(text);
}
