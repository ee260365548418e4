import { findQuotedSpans } from '../../actors/quote-marks.ts';
import { baseLanguage } from '../../text/terms.ts';

/** First person or an address to the reader: outside its interview or comment nobody can tell whose voice it is. */
const personal: Readonly<Record<string, RegExp>> = {
  en: /(?<![\p{L}.'’-])(?:I(?=[\s'’])(?! \(|-)|[Ww]e|[Mm]y|[Oo]ur|ours|us|me|[Yy]ou|[Yy]our)(?![\p{L}-])/u,
  de: /(?<![\p{L}-])(?:[Ii]ch|[Ww]ir|[Mm]ir|[Mm]ich|[Uu]ns|[Uu]nsere?[mnrs]?|[Mm]eine?[mnrs]?)(?![\p{L}-])/u,
};
/** What a publisher says about its own coverage. */
const promotion =
  /\bDW\b.{0,40}\b(?:breaks? down|brings?|explains?|examines?|explores?|investigates?|looks? (?:at|into|back)|takes? a look|answers?|rounds? up|has the latest|is live|podcasts?)\b|\bDW(?:'s)? (?:correspondents?|reporters?)\b.{0,40}\b(?:spoke|speaks?|reports?|reported|visited|met|talked)\b|^DW (?:and [^.,]{3,60} )?(?:met|visited|spoke|talked|sat)\b|^(?:content |trigger )?warning:|\bfollow the (?:latest |main )?(?:developments?|events)\b|\b(?:live ?blog|live updates|podcast|newsletter|this episode|stay tuned|DW app|need to know)\b|\b(?:Liveblog|Liveticker|DW-App)\b|^(?:Inhalts|Trigger)?warnung:|\bVerfolgen Sie\b/i;
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
  return postTime.test(text) || promotion.test(text);
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

/** Boilerplate that newsrooms add to every article of a kind: who lists whom as terrorists, how a statistic counts. */
const standingNote: Readonly<Record<string, RegExp>> = {
  en: /\b(?:is|are|has been|have been) (?:\p{Ll}+ )?(?:classified|designated|listed|considered|deemed|regarded) (?:as )?(?:an? )?(?:\p{Ll}+ )?terror\p{Ll}*|\b(?:is|are) defined as\b/iu,
  de: /(?:als|zur) Terror\p{Ll}*(?:vereinigung|organisation|gruppe)? (?:ein|eingestuft|gelistet)|wird definiert als/iu,
};

/** Whether a sentence is an explanation of a term or a listing that newsrooms add to every article of a kind. */
export function isStandingNote(text: string, language: string): boolean {
  return standingNote[baseLanguage(language)]?.test(text) === true;
}

const thinking: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:writes|says|argues|believes|thinks|finds|said|according to)(?!\p{L})/u,
  de: /(?<!\p{L})(?:schreibt|meint|findet|glaubt|kommentiert|fordert|sagt|sagte)(?!\p{L})/u,
};

/** Whether a sentence of a comment names its author: "Kassel owes an answer, writes Ana Ruiz." */
export function saysWhoThinks(text: string, language: string): boolean {
  return thinking[baseLanguage(language)]?.test(text) === true;
}

function withoutQuotations(text: string): string {
  return findQuotedSpans(text).reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}
