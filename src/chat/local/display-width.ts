import { stripVTControlCharacters } from 'node:util';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
// Han, kana, Hangul, full-width forms and emoji take two columns of a terminal.
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;
const invisible = /^[\p{Mark}\p{Cf}]+$/u;

/** How many columns of a terminal a text takes; its colors take none. */
export function displayWidth(painted: string): number {
  const text = stripVTControlCharacters(painted);
  if (/^[\x20-\x7E]*$/u.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (!invisible.test(segment)) width += isWide(segment) ? 2 : 1;
  }
  return width;
}

/** Whether a terminal gives it two columns. */
export function isWide(grapheme: string): boolean {
  return wide.test(grapheme);
}
