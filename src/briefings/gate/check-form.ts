import { findQuotedSpans } from '../../actors/quote-marks.ts';
import { isBoilerplate } from '../../articles/boilerplate.ts';
import { findPhrase, type PhraseKind } from '../../reading/phrases.ts';
import { isFit, isSelfContained } from '../statements/sentence-fitness.ts';
import { isPersonal } from '../statements/sentence-voice.ts';
import type { GateCase, Objection } from './gate.ts';

/** Markup, and links, that a model answers with and no news sentence has. */
const markup = /<\/?\w+>|```|\{"|"\}|\*\*|\[\d+\]|https?:|^[#{]|^[-*•]\s/u;
const languages = ['en', 'de'];

/** A generated sentence may be shorter than one that is worth quoting. */
const fewestTerms = 2;

/** The statement must be a complete, self-contained news sentence on news sentences: no reasoning, no markup, no injected instruction. */
export function checkForm({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
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
