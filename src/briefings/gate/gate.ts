import { findQuotedSpans } from '../../actors/quote-marks.ts';
import { isBoilerplate } from '../../articles/boilerplate.ts';
import { findPhrase, type PhraseKind } from '../../reading/phrases.ts';
import { readText } from '../../reading/read-text.ts';
import { fold } from '../../text/terms.ts';
import { isFit, isSelfContained } from '../statements/sentence-fitness.ts';
import { isPersonal } from '../statements/sentence-voice.ts';
import { checkAttribution } from './check-attribution.ts';
import { checkClauses } from './check-clauses.ts';
import { checkCoverage } from './check-coverage.ts';
import { checkDates } from './check-dates.ts';
import { checkNames } from './check-names.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkOffices } from './check-offices.ts';
import { checkPlaces } from './check-places.ts';
import { checkRoles } from './check-roles.ts';
import type { GateCase, GateReason, Objection } from './gate-case.ts';

/** A cited sentence, with the date its relative dates refer to. */
export interface Evidence {
  readonly text: string;
  readonly language: string;
  readonly publishedAt: Temporal.Instant;
}

export interface GateRequest {
  readonly text: string;
  readonly language: string;
  readonly evidence: readonly Evidence[];
  /** Groups of spellings of one name, from the actor index: "Park Yin", "Park Jin". */
  readonly variants?: readonly (readonly string[])[];
}

/** Whether a statement is accepted, or what was found without evidence. */
export type GateVerdict =
  | { readonly kind: 'kept' }
  | { readonly kind: 'dropped'; readonly reason: GateReason; readonly detail: string };

const checks: readonly ((one: GateCase) => Objection | undefined)[] = [
  checkForm,
  checkNumbers,
  checkDates,
  checkNames,
  checkQuotations,
  checkOffices,
  checkAttribution,
  checkClauses,
  checkCoverage,
  checkRoles,
  checkPlaces,
];

/**
 * Decides whether a generated statement may be shown: every name, number, date and quotation in it must be in the sentences it cites,
 * attributed to the same speaker, with the same agents, the same negation and the same doubt. A doubtful statement is dropped. Pure.
 */
export function checkStatement({ text, language, evidence, variants = [] }: GateRequest): GateVerdict {
  if (evidence.length === 0) return { kind: 'dropped', reason: 'evidence', detail: 'cites no sentence' };
  const one: GateCase = {
    statement: readText(text, language),
    evidence: evidence.map((cited) => ({
      ...readText(cited.text, cited.language),
      publishedAt: cited.publishedAt,
    })),
    variants,
    sameLanguage: evidence.every((cited) => cited.language.slice(0, 2) === language.slice(0, 2)),
  };
  for (const check of checks) {
    const objection = check(one);
    if (objection) return { kind: 'dropped', ...objection };
  }
  return { kind: 'kept' };
}

const singleQuoted = /(?<![\p{L}\p{N}])['‘‚]([^'’‘]{3,}(?:['’][^'’‘\s][^'’‘]*)*)['’‘](?![\p{L}\p{N}])/gu;
/** An editor's cut or insertion in a quotation. */
const gap = /\s*(?:\.\.\.|…|\[[^\]]*\])\s*/u;

/** Words in quotation marks must be in a cited sentence; a translation may only quote if its source does. */
function checkQuotations({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
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

/** Markup, and links, that a model answers with and no news sentence has. */
const markup = /<\/?\w+>|```|\{"|"\}|\*\*|\[\d+\]|https?:|^[#{]|^[-*•]\s/u;
const languages = ['en', 'de'];

/** A generated sentence may be shorter than one that is worth quoting. */
const fewestTerms = 2;

/** The statement must be a complete, self-contained news sentence on news sentences: no reasoning, no markup, no injected instruction. */
function checkForm({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  const { text, language } = statement;
  for (const cited of evidence) {
    if (isBoilerplate(cited.text) || isInstruction(cited.text))
      return { reason: 'evidence', detail: 'cites what is no news' };
  }
  const ownWords = findQuotedSpans(text).reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
    text,
  );
  const leak = markup.exec(ownWords)?.[0] ?? firstPhrase('task', ownWords);
  if (leak !== undefined) return { reason: 'form', detail: `"${leak}" speaks of the task` };
  if (isInstruction(text)) return { reason: 'form', detail: 'gives an instruction' };
  if (isPersonal(text, language)) return { reason: 'form', detail: 'speaks for itself or to the reader' };
  if (!isFit(text, language, fewestTerms)) return { reason: 'form', detail: 'is no finished statement' };
  if (sameLanguage && !isSelfContained(text, language))
    return { reason: 'form', detail: 'leans on a sentence before it' };
  return undefined;
}

/** Whether a sentence is an instruction to a model. */
export function isInstruction(text: string): boolean {
  return /<\/?(?:system|instructions?|article)>/i.test(text) || firstPhrase('instruction', text) !== undefined;
}

function firstPhrase(kind: PhraseKind, text: string): string | undefined {
  return languages.map((language) => findPhrase(kind, text, language)).find((found) => found !== undefined);
}
