const weekdays = 'monday tuesday wednesday thursday friday saturday sunday';
const months = 'january february march april may june july august september october november december';
const words: ReadonlySet<string> = new Set(`${weekdays} ${months}`.split(' '));

/** Whether a word, folded, is the English name of a weekday or month. "May" and "March" are verbs as well: ask of capitalized words only. */
export function isCalendarWord(word: string): boolean {
  return words.has(word);
}
