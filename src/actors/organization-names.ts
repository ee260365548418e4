import { fold } from '../language/terms.ts';
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

/** Keys that bring an organization's spellings together: without "the", and an acronym with the name whose initials it is. */
export function organizationNames(mentions: readonly Mention[]): (name: string) => string {
  const byInitials = new Map<string, string>();
  for (const { text } of mentions) {
    for (const initials of initialsOf(text)) if (!byInitials.has(initials)) byInitials.set(initials, bare(text));
  }
  return (name) => byInitials.get(name.replaceAll('.', '')) ?? bare(name);
}

function bare(name: string): string {
  return fold(name)
    .replace(/^(?:the|die|der|das) /, '')
    .replaceAll('.', '');
}

function initialsOf(name: string): string[] {
  const parts = name.split(/[\s-]+/).filter((part) => !smallWords.has(part.toLowerCase()));
  if (parts.length < 2) return [];
  const initials = parts.map((part) => part[0]?.toUpperCase() ?? '').join('');
  return initials.length < 3 && parts.length < 3 ? [initials] : [initials];
}
