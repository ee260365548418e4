import { fold } from '../text/terms.ts';

/** A list written as words parted by white space, as they are. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** A list written as phrases parted by commas, folded for look-up. */
export function phrases(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split(',')
      .map((phrase) => fold(phrase.replace(/\s+/g, ' ').trim()))
      .filter((phrase) => phrase !== ''),
  );
}
