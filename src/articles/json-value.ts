import { cleanText } from '../text/clean-text.ts';
import { parseFeedDate } from '../text/feed-date.ts';
import { cutTo, lengthLimits } from '../text/limits.ts';
import { markupText } from '../text/markup-text.ts';

/** An untyped object of a page's data. */
export type Json = Readonly<Record<string, unknown>>;

/** Parses the JSON of a script element; undefined if it is malformed. */
export function parseJson(text: string): unknown {
  try {
    // Some sites wrap it into comments or leave raw line breaks inside strings.
    return JSON.parse(
      text.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, '').replace(/[\t\r\n]+/g, ' '),
    );
  } catch {
    return undefined;
  }
}

/** A text without its markup. */
export function textIn(value: unknown): string | undefined {
  const text = typeof value === 'string' ? markupText(cutTo('paragraph', value)) : '';
  return text === '' ? undefined : text;
}

/** Parses a date in any format used by feeds and pages; undefined if it is invalid. */
export function dateIn(value: unknown): Temporal.Instant | undefined {
  return typeof value === 'string' ? parseFeedDate(cleanText(cutTo('label', value))) : undefined;
}

/** An address, given as such or as an object that has one; of a list, the first. */
export function urlIn(value: unknown): string | undefined {
  const [first] = [value].flat();
  const url = isObject(first) ? (first['@id'] ?? first.url) : first;
  return typeof url === 'string' && url.length <= lengthLimits.link ? url : undefined;
}

/** Neither null nor a list. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `{ [key]: value }`, or an empty object without a value. */
export function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
}
