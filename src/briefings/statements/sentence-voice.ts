import { findQuotedSpans } from '../../actors/quote-marks.ts';
import { hasPhrase } from '../../reading/phrases.ts';
import { baseLanguage } from '../../text/terms.ts';

/** First person or an address to the reader: outside its interview or comment nobody can tell whose voice it is. */
const personal: Readonly<Record<string, RegExp>> = {
  en: /(?<![\p{L}.'’-])(?:I(?=[\s'’])(?! \(|-)|[Ww]e|[Mm]y|[Oo]ur|ours|us|me|[Yy]ou|[Yy]our)(?![\p{L}-])/u,
  de: /(?<![\p{L}-])(?:[Ii]ch|[Ww]ir|[Mm]ir|[Mm]ich|[Uu]ns|[Uu]nsere?[mnrs]?|[Mm]eine?[mnrs]?)(?![\p{L}-])/u,
};
/** The time at the start of a live-blog post, which would otherwise count as a sentence. */
const postTime = /^\d{1,2}[:.]\d\d(?:\s?(?:UTC|GMT|CET|CEST|MEZ|MESZ|Uhr|[ap]\.?m\.?))?\s?[:–—-]/i;

/** Words for plans and expectations. */
const plan: Readonly<Record<string, RegExp>> = {
  en: /\b(?:(?:is|are) (?:to|expected to|due to|scheduled to|set to) \p{L}+|will(?: not)? \p{Ll}+)/u,
  de: /(?<!\p{L})(?:wird|werden|will|wollen|soll|sollen) (?!\p{L}*(?:geworden|worden))[^.]*\p{Ll}{2}(?:en|n)[.,;"“”]/u,
};

/** Whether a sentence announces something that a later article may report as done. */
export function isPlan(text: string, language: string): boolean {
  return plan[baseLanguage(language)]?.test(text) === true;
}

/** Whether a sentence promotes coverage rather than reporting news, or opens with the time of a live post. */
export function isPromotion(text: string): boolean {
  return postTime.test(text) || hasPhrase('promotion', text, 'en');
}

/**
 * Whether a sentence says "we" or "I", or addresses "you", outside quotations: in a briefing it would read as our own voice. A summary of a
 * single article may keep it.
 */
export function isPersonal(text: string, language: string): boolean {
  const pattern = personal[baseLanguage(language)];
  return pattern?.test(text) === true && pattern.test(withoutQuotations(text));
}

/** Whether a sentence is only a quotation, without its speaker. */
export function isBareQuotation(text: string): boolean {
  return /["“„»«]/.test(text) && !/\p{L}{2}/u.test(withoutQuotations(text));
}

/** Whether a sentence is an explanation of a term or a listing that newsrooms add to every article of a kind: who lists whom as terrorists. */
export function isStandingNote(text: string, language: string): boolean {
  return hasPhrase('standing-note', text, language);
}

/** Whether a sentence of a comment names its author: "Kassel owes an answer, writes Ana Ruiz." */
export function saysWhoThinks(text: string, language: string): boolean {
  return hasPhrase('names-thinker', text, language);
}

function withoutQuotations(text: string): string {
  return findQuotedSpans(text).reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}
