import { findCountry } from '../text/countries.ts';
import { fold } from '../text/terms.ts';
import type { Mention } from './actor.ts';

const smallWords = new Set([
  'of',
  'the',
  'for',
  'and',
  'on',
  'in',
  'de',
  'la',
  'du',
  'des',
  'für',
  'und',
  'der',
  'die',
  'das',
]);
const possessiveEnding = 3;

/**
 * Keys that unify the spellings of an organization: without "the"; an acronym and the name with its initials; a state's institution with
 * any form of the state's name ("Japan's Foreign Ministry", "the Japanese Foreign Ministry").
 */
export function organizationKeys(mentions: readonly Mention[], language: string): (mention: Mention) => string {
  const byInitials = new Map<string, string>();
  for (const { text } of mentions) {
    const initials = initialsOf(text);
    if (initials.length > 1 && !byInitials.has(initials)) byInitials.set(initials, bare(text));
  }
  const byEnd = new Map(mentions.map((mention) => [mention.end, mention]));
  return (mention) => {
    const owner = byEnd.get(mention.start - possessiveEnding);
    const code = owner ? findCountry(owner.text, language)?.code : undefined;
    if (code && mention.type === 'organization') return `${code} ${bare(mention.text)}`;
    return byInitials.get(mention.text.replaceAll('.', '')) ?? byState(mention.text, language) ?? bare(mention.text);
  };
}

function byState(name: string, language: string): string | undefined {
  const words = name.replace(/^The /, '').split(' ');
  const length = [2, 1].find((n) => words.length > n && findCountry(words.slice(0, n).join(' '), language));
  if (length === undefined) return undefined;
  return `${findCountry(words.slice(0, length).join(' '), language)?.code} ${bare(words.slice(length).join(' '))}`;
}

function bare(name: string): string {
  return fold(name)
    .replace(/^(?:the|die|der|das) /, '')
    .replaceAll('.', '');
}

function initialsOf(name: string): string {
  const parts = name.split(/[\s-]+/).filter((part) => !smallWords.has(part.toLowerCase()));
  return parts.length < 2 ? '' : parts.map((part) => part[0]?.toUpperCase() ?? '').join('');
}
