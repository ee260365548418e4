import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findLiterals } from '../patterns/find-patterns.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Patterns over what is typed or over addresses, where marks are those of a keyboard or a URL. */
const notRunningText = [
  'src/wording/typed-times.ts',
  'src/services/article-of-link.ts',
  'src/chat/discord/handle-message.ts',
];

/** Whether a character class names stops or several quotation marks by hand. */
function listsMarks(source: string): boolean {
  return (source.match(/\\.|\[(?:\\.|[^\]\\])*\]/gu) ?? []).some((characters) => {
    if (characters.startsWith('\\')) return false;
    const marks = characters.replace(/\\[pP]\{[^}]*\}/gu, '');
    return ['.', '!', '?'].filter((mark) => marks.includes(mark)).length > 1;
  });
}

/** Words of a language make a pattern one of that language, which knows its own marks. */
function hasWords(source: string): boolean {
  return /\p{L}{3}/u.test(source.replace(/\\[pP]\{[^}]*\}|\[(?:\\.|[^\]\\])*\]|\(\?<\w+>|\\./gu, ' '));
}

test('no pattern over running text lists the stops of ASCII: they are in src/text/marks.ts', () => {
  const found = findLiterals(root).filter(
    ({ source, place }) =>
      listsMarks(source) &&
      !hasWords(source) &&
      !source.includes('Sentence_Terminal') &&
      !place.startsWith('src/text/marks.ts') &&
      !notRunningText.some((file) => place.startsWith(file)),
  );
  expect(found.map(({ place, source }) => `${place} ${source}`)).toEqual([]);
});
