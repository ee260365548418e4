const rightToLeft = /^(?:ar|fa|he|ps|ur)(?:-|$)/u;
const rightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** The way our own words run in a language; undefined, as the page around them, where none is told. */
export function directionOf(language) {
  if (language === undefined) return undefined;
  return rightToLeft.test(language) ? 'rtl' : 'ltr';
}

/**
 * The way a block runs: by its first word, as browsers tell; but our own words from right to left stay so when a name or command in
 * Latin letters comes first.
 */
export function blockDirection(spans, language) {
  if (directionOf(language) !== 'rtl') return 'auto';
  return spans.some(({ kind, text }) => kind === 'text' && rightToLeftLetter.test(text)) ? 'rtl' : 'auto';
}
