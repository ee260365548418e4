/** A stretch of a text: `text.slice(start, end)`, trimmed. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Words whose full stop does not end a sentence, lower case; by language, since "art." ends many an English one. */
const abbreviations: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'mr mrs ms dr prof sen rep gov gen col lt sgt capt cmdr adm rev hon st mt ft jr sr vs etc no inc ltd co corp bros jan feb mar apr aug sept sep oct nov dec approx dept est'.split(
      ' ',
    ),
  ),
  de: new Set('dr prof hr fr st nr bzw ca evtl ggf inkl usw vgl sog mio mrd abs art bsp etc jr z d u o a s'.split(' ')),
};
const initialBeforeName = /(?:^|[\s(“"'‘])\p{Lu}\.$/u;
const initials = /(?:^|[\s(“"'‘])(?:\p{Lu}\.){1,3}$/u;
/** The network, not a first name. */
const platformX = /(?:^|\s)(?:auf|bei|über|on|via|to)\sX\.$/iu;
const opensQuotation = /^["“„«»]/u;
const ordinalEnd = /(?:^|\s)\d{1,2}\.$/;
/** "10 p.m. (2100 GMT)", "10 p.m. Friday", "10 p.m. EST": details of the time are part of it. */
const clockTimeEnd = /\d\s?[ap]\.m\.$/iu;
const closerTime =
  /^(?:[(\d]|(?:GMT|UTC|CES?T|E[DS]?T|P[DS]?T|BST|IST|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?!\p{L}|['’]))/u;
const lastWord = /(?<!\p{L})(\p{L}+)\.$/u;
/** Ends are looked for here only: a text without blanks is one word of any length, at each letter of which a pattern would start anew. */
const tailLength = 40;
const opensLowerCase = /^["“”‘’'»«(]*\p{Ll}/u;
const onlyClosing = /^["”’'»)\]]+[.,]?$/u;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  let found = segmenters.get(language);
  if (!found) {
    found = new Intl.Segmenter(language, { granularity: 'sentence' });
    segmenters.set(language, found);
  }
  return found;
}

/**
 * Splits a text into sentences by Intl.Segmenter (UAX 29), then joins what news makes it cut wrongly: after "Mr." and initials, after
 * German ordinals ("am 3. Mai"), inside a quotation that goes on ("Go!" he said), and before a closing mark left alone.
 * A blank line always ends a sentence. With `most`, no more than the first so many are looked for.
 */
export function splitSentences(text: string, language: string, most = Number.POSITIVE_INFINITY): TextSpan[] {
  const base = language.split('-')[0] ?? 'en';
  const spans: TextSpan[] = [];
  for (const { segment, index } of segmenter(base).segment(text)) {
    const trimmed = segment.trim();
    if (trimmed === '') continue;
    const start = index + segment.indexOf(trimmed);
    const previous = spans.at(-1);
    if (previous && continues(text, previous, trimmed, start, base)) {
      spans[spans.length - 1] = {
        start: previous.start,
        end: start + trimmed.length,
        text: text.slice(previous.start, start + trimmed.length),
      };
    } else {
      // The last may go on until another begins.
      if (spans.length >= most) break;
      spans.push({ start, end: start + trimmed.length, text: trimmed });
    }
  }
  return spans;
}

function continues(text: string, previous: TextSpan, next: string, start: number, language: string): boolean {
  if (/\n\s*\n|[.!?…]["”’»)]*\n/u.test(text.slice(previous.end - 2, start))) return false;
  if (onlyClosing.test(next)) return true;
  const tail = previous.text.slice(-tailLength);
  // "Schrieb er auf X." ends; no name begins with a quotation mark either.
  if (initials.test(tail) && (platformX.test(tail) || opensQuotation.test(next))) return false;
  if (clockTimeEnd.test(tail)) return closerTime.test(next) || opensLowerCase.test(next);
  if (initials.test(tail)) return !/(?:U\.S|U\.K|U\.N|E\.U)\.$/.test(tail) || opensLowerCase.test(next);
  if (initialBeforeName.test(tail)) return true;
  if (opensLowerCase.test(next) && /["”’»!?….]$/u.test(tail)) return true;
  if (language === 'de' && ordinalEnd.test(tail)) return true;
  const word = lastWord.exec(tail)?.[1]?.toLowerCase();
  return (
    word !== undefined &&
    (abbreviations[language]?.has(word) ?? false) &&
    !(word === 'no' && /^["“]?\p{Lu}/u.test(next))
  );
}
