import type { Mention } from './actor.ts';
import type { Token } from './tokens.ts';

/** Where headlines with a capital on every word name what the rest of the text names: "Ilse Falkner Wins Again". */
export function findInHeadlines(text: string, tokens: readonly Token[], found: readonly Mention[]): Mention[] {
  const names = new Map(found.map((mention) => [mention.text.toLowerCase(), mention]));
  const longest = Math.max(0, ...found.map(({ text }) => text.split(' ').length));
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!tokens[at]?.inTitleCase) continue;
    for (let length = longest; length > 0; length--) {
      const words = tokens.slice(at, at + length);
      const known = names.get(
        words
          .map(({ text }) => text)
          .join(' ')
          .toLowerCase(),
      );
      const [first, last] = [words[0], words.at(-1)];
      if (!known || !first || !last?.inTitleCase) continue;
      mentions.push({ type: known.type, start: first.start, end: last.end, text: text.slice(first.start, last.end) });
      at += length - 1;
      break;
    }
  }
  return mentions;
}
