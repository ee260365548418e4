import stringWidth from 'string-width';
import type { Paint, Run } from './render-spans.ts';

/** Columns, and the prefixes of the first line and of the others. */
export interface WrapOptions {
  readonly width: number;
  /** The prefix of the first line and of the others: bullets, indents, a bar for quoted words. */
  readonly first: string;
  readonly rest: string;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Breaks runs into lines between words. A word longer than a line stays whole, so that no link is ever cut. */
export function wrapRuns(runs: readonly Run[], { width, first, rest }: WrapOptions, paint: Paint): readonly string[] {
  const lines: { runs: Run[]; width: number }[] = [];
  let line = { runs: [] as Run[], width: stringWidth(first) };
  for (const { pieces, spaced } of wordsOf(runs)) {
    const wordWidth = pieces.reduce((sum, { text }) => sum + stringWidth(text), 0);
    const isEmpty = line.runs.length === 0;
    if (!isEmpty && line.width + (spaced ? 1 : 0) + wordWidth > width) {
      lines.push(line);
      line = { runs: [...pieces], width: stringWidth(rest) + wordWidth };
      continue;
    }
    const gap: Run[] = spaced && !isEmpty ? [{ text: ' ', look: sharedLook(line.runs.at(-1), pieces[0]) }] : [];
    line.runs.push(...gap, ...pieces);
    line.width += gap.length + wordWidth;
  }
  if (line.runs.length > 0) lines.push(line);
  return lines.map(({ runs: painted }, index) => (index === 0 ? first : rest) + joinRuns(painted).map(paint).join(''));
}

interface Word {
  readonly pieces: readonly Run[];
  /** It follows a space. */
  readonly spaced: boolean;
}

/** Words may span runs: a sentence's last word and its citation stay together. */
function wordsOf(runs: readonly Run[]): readonly Word[] {
  const words: { pieces: Run[]; spaced: boolean }[] = [];
  let open = false;
  for (const { text, look } of runs) {
    for (const part of text.split(/([^\S\u00A0\u202F]+)/u)) {
      if (!part) continue;
      if (/^[^\S\u00A0\u202F]+$/u.test(part)) open = false;
      else {
        unspacedParts(part).forEach((piece, index) => {
          const last = words.at(-1);
          if (last && open && index === 0) last.pieces.push({ text: piece, look });
          else words.push({ pieces: [{ text: piece, look }], spaced: index === 0 });
        });
        open = true;
      }
    }
  }
  return words;
}

/** Chinese and Japanese break between characters; closing punctuation stays with what it closes. */
function unspacedParts(word: string): readonly string[] {
  const parts: string[] = [];
  let afterWide = false;
  for (const { segment } of graphemes.segment(word)) {
    const breaks = parts.length === 0 || (afterWide && !/^[\p{Po}\p{Pe}\p{Pf}]/u.test(segment));
    if (breaks) parts.push(segment);
    else parts.push((parts.pop() ?? '') + segment);
    afterWide = stringWidth(segment) === 2 && !/\p{Ps}|\p{Pi}|\p{Script=Hangul}|\p{Emoji_Presentation}/u.test(segment);
  }
  return parts;
}

function joinRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && last.look === run.look) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

function sharedLook(one: Run | undefined, other: Run | undefined): Run['look'] {
  return one?.look === other?.look ? one?.look : undefined;
}
