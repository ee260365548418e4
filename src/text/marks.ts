/**
 * The marks of running text in all scripts, as bodies of character classes for `new RegExp(..., 'u')`. Everything that judges where a
 * sentence, a clause or a quotation begins or ends builds on these, so that no language loses what a list of ASCII marks forgets. From
 * properties of Unicode (https://www.unicode.org/reports/tr44/#Property_List_Table).
 */
export const marks = {
  /** Ends a sentence: `. ! ? 。 ؟ ۔ । ።` and so on; the ellipsis, which Unicode does not count. */
  end: '\\p{Sentence_Terminal}…',
  /** Ends a question. Greek writes a semicolon, which ends nothing elsewhere. */
  question: '?？﹖؟⁇⁈⁉‽⸮፧՞꘏⳺⳻꛷',
  /** Ends a sentence or divides one: the comma, colon and semicolon of each script too. */
  pause: '\\p{Terminal_Punctuation}…',
  /** Stands before the first word of a sentence. */
  opening: '\\p{Quotation_Mark}\\p{Ps}\\p{Pi}¿¡',
  /** Stands behind the mark that ends a sentence. */
  closing: '\\p{Quotation_Mark}\\p{Pe}\\p{Pf}',
  comma: ',،、，﹐፣',
  colon: ':：﹕︓፥፦',
  /** Opens or closes a quotation; which one depends on the language. Single marks are apostrophes as often. */
  quote: '"“”„‟«»‹›「」『』〝〞',
} as const;

/** Marks are looked for at the end of a text only: a pattern would try each place of a long one. */
const tailLength = 12;
/** Two of the word space `፡` are typed for the Ethiopic full stop. */
const endOfSentence = new RegExp(`(?:[${marks.end}]|፡፡)[${marks.closing}]*(?:\\s[${marks.closing}]+)?$`, 'u');
const endOfQuestion = new RegExp(
  `[${marks.question}][${marks.end}${marks.closing}]{0,${tailLength}}(?:\\s[${marks.closing}]+)?$`,
  'u',
);
const endInPause = new RegExp(`[${marks.pause}][${marks.closing}]*(?:\\s[${marks.closing}]+)?$`, 'u');
const endInColon = new RegExp(`[${marks.colon}][${marks.closing}]*$`, 'u');
const endInEllipsis = new RegExp(`(?:…|\\.\\.\\.)[${marks.closing}]*$`, 'u');
const endInQuote = new RegExp(`[${marks.quote}]$`, 'u');
const partsOfSentences = new RegExp(`[${marks.end}][${marks.closing}]*\\s|(?!\\p{ASCII})\\p{Sentence_Terminal}`, 'u');
const opensInQuotation = new RegExp(`^[${marks.quote}‘]`, 'u');

/** Whether a sentence ends between two words: Chinese has no space after its stop; a dot without one separates nothing. */
export function partsSentences(between: string): boolean {
  return partsOfSentences.test(between);
}

/** Whether a text ends as a sentence does, before any closing marks; French sets a blank before its own. */
export function endsSentence(text: string): boolean {
  return endOfSentence.test(text.slice(-tailLength));
}

/** Whether a text ends as a question, in any script. */
export function endsInQuestion(text: string): boolean {
  return endOfQuestion.test(text.slice(-tailLength));
}

/** Whether a text ends in any mark that ends or divides a sentence. */
export function endsInPause(text: string): boolean {
  return endInPause.test(text.slice(-tailLength));
}

/** Whether a text ends as a heading may: without a mark, or as a question. */
export function endsLikeHeading(text: string): boolean {
  return !endsInPause(text) || endsInQuestion(text);
}

/** Whether a text ends in a colon. */
export function endsInColon(text: string): boolean {
  return endInColon.test(text.slice(-tailLength));
}

/** Whether a text breaks off. */
export function endsInEllipsis(text: string): boolean {
  return endInEllipsis.test(text.slice(-tailLength));
}

/** Whether the last mark of a text may close a quotation. */
export function endsInQuote(text: string): boolean {
  return endInQuote.test(text);
}

/** Whether a text begins with a quotation. */
export function opensWithQuote(text: string): boolean {
  return opensInQuotation.test(text);
}

const straightQuote = /"/g;
const pairs = /[\p{Ps}\p{Pe}«»‹›]/gu;
const curlyOpening = /[“„]/g;
const curlyClosing = /”|“(?=[\s\p{P}]|$)/gu;

/** Whether a bracket or a quotation that opens or closes in a text lacks its other half. */
export function hasUnmatchedMark(text: string): boolean {
  if ((text.match(straightQuote)?.length ?? 0) % 2 === 1) return true;
  const opening = text.match(curlyOpening)?.length ?? 0;
  const closing = text.match(curlyClosing)?.length ?? 0;
  if ((opening > 0 && closing === 0) || (opening === 0 && text.includes('”'))) return true;
  return !arePaired(text);
}

/** Guillemets point inward or outward by language, so they are only counted; brackets of either width match. */
function arePaired(text: string): boolean {
  const open: string[] = [];
  let guillemets = 0;
  let single = 0;
  for (const [mark] of text.matchAll(pairs)) {
    if (mark === '«' || mark === '»') guillemets += 1;
    else if (mark === '‹' || mark === '›') single += 1;
    else if (/\p{Pe}/u.test(mark)) {
      if (open.pop() !== openerOf(mark)) return false;
    } else if (mark !== '„' && mark !== '‚') open.push(mark.normalize('NFKC'));
  }
  return open.length === 0 && guillemets % 2 === 0 && single % 2 === 0;
}

/** The code points of a pair of brackets follow each other, but for ASCII, where a letter's may lie between. */
function openerOf(closing: string): string {
  const mark = closing.normalize('NFKC');
  if (mark === ')') return '(';
  const code = mark.codePointAt(0) ?? 0;
  return String.fromCodePoint(code - (mark === ']' || mark === '}' ? 2 : 1));
}
