import type { Interest } from './interest.ts';

/** The languages an interest names, besides those it excludes alone. */
export function languagesOf(interest: Interest): ReadonlySet<string> {
  if (interest.kind === 'language') return new Set([interest.language]);
  if (interest.kind === 'not') return languagesOf(interest.part);
  if (interest.kind !== 'and' && interest.kind !== 'or') return new Set();
  return new Set(interest.parts.flatMap((part) => [...languagesOf(part)]));
}

/** The interest of somebody who reads `language`: each alternative that names no language is meant in theirs. */
export function inLanguage(interest: Interest, language: string): Interest {
  if (interest.kind === 'or') return { kind: 'or', parts: interest.parts.map((part) => inLanguage(part, language)) };
  if (languagesOf(interest).size > 0) return interest;
  return { kind: 'and', parts: [interest, { kind: 'language', language }] };
}
