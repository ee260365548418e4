const capital = /^\p{Lu}/u;

/** Whether a word begins with a capital. Called for every word of an article several times, so the common case is fast. */
export function hasCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : capital.test(word);
}
