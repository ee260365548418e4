import { findQuotedSpans } from '../../actors/quote-marks.ts';
import { fold } from '../../text/terms.ts';
import type { GateCase, Objection } from './gate.ts';

const singleQuoted = /(?<![\p{L}\p{N}])['‘‚]([^'’‘]{3,}(?:['’][^'’‘\s][^'’‘]*)*)['’‘](?![\p{L}\p{N}])/gu;
/** An editor's cut or insertion in a quotation. */
const gap = /\s*(?:\.\.\.|…|\[[^\]]*\])\s*/u;

/** Words in quotation marks must be in a cited sentence; a translation may only quote if its source does. */
export function checkQuotations({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  const quoted = quotationsOf(statement.text);
  if (!sameLanguage) {
    const cited = evidence.flatMap(({ text }) => quotationsOf(text)).length;
    return quoted.length > cited ? { reason: 'quotation', detail: 'quotes where its source does not' } : undefined;
  }
  const sources = evidence.map(({ text }) => plain(text));
  for (const words of quoted) {
    const parts = words.split(gap).map(plain).filter(Boolean);
    if (!parts.every((part) => sources.some((source) => ` ${source} `.includes(` ${part} `))))
      return { reason: 'quotation', detail: `"${words}" is in no cited sentence` };
  }
  return undefined;
}

function quotationsOf(text: string): readonly string[] {
  const spans = findQuotedSpans(text).map(({ start, end }) => text.slice(start + 1, end - 1));
  const singles = [...text.matchAll(singleQuoted)].map(([, words = '']) => words).filter((words) => /\s/.test(words));
  return [...spans, ...singles];
}

/** The words alone, case-insensitive: a quotation within a sentence may begin with a lower-case letter. */
function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}%$€]+/gu, ' ')
    .trim();
}
