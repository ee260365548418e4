/**
 * The entries of a data file of words, as our word lists are written: a line each, continued by lines that begin with a blank; a line that begins
 * with "#" is a comment.
 */
export function wordFileEntries(text: string): readonly string[] {
  return text
    .replaceAll(/\n[ \t]+/g, ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}
