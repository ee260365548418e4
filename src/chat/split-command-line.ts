/** A free word, or the value of an option. */
export type Word =
  | { readonly kind: 'free'; readonly text: string }
  | { readonly kind: 'option'; readonly option: string; readonly value: string };

// Curly marks, as typed by phones, word processors and Slack.
const opening = '"\u201C\u201D\u201E\u201F';
const quoted = `[${opening}][^${opening}]*[${opening}]?`;
const wordPattern = new RegExp(`(?:${quoted}|[^\\s${opening}])+`, 'gu');

/**
 * Splits what follows a command's name into options and free words. `--name value`, `--name=value` and `name:value` are options. Behind
 * free words a value extends to the next option or the end (`asia times:8 and 17`); before them it is one word, a quoted text, or words
 * held together by commas (`times:08:00, 17:00 asia`); to the next option where a command takes no free words (`quiet:22 to 7`). Quotes
 * stay as typed.
 */
export function splitCommandLine(
  text: string,
  optionNames: readonly string[],
  { takesWords = true }: { readonly takesWords?: boolean } = {},
): readonly Word[] {
  const raw = placedWords(text).map((word) => word.text);
  const words: Word[] = [];
  while (raw.length > 0) {
    const word = raw.shift() ?? '';
    const start = optionStart(word, optionNames);
    if (!start) words.push({ kind: 'free', text: word });
    else {
      const isLast = !takesWords || words.some(({ kind }) => kind === 'free');
      words.push({ kind: 'option', option: start.option, value: takeValue(start.value, raw, { optionNames, isLast }) });
    }
  }
  return words;
}

/** A word with its position in the line, for completion. */
export interface PlacedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words as typed, quotes included; a quoted text is one word. */
export function placedWords(text: string): PlacedWord[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The option that a word names, with the part of its value in the same word. Unknown options are only recognized with `--`. */
export function optionStart(
  word: string,
  optionNames: readonly string[],
): { readonly option: string; readonly value: string } | undefined {
  const [, dashed, dashedValue] = /^(?:--|\u2014)([\p{L}][\p{L}\p{N}_-]*)(?:[=:]([\s\S]*))?$/u.exec(word) ?? [];
  if (dashed !== undefined) return { option: dashed.toLowerCase(), value: dashedValue ?? '' };
  const [, name, value] = /^([\p{L}][\p{L}\p{N}_-]*):([\s\S]*)$/u.exec(word) ?? [];
  const option = name?.toLowerCase();
  return option !== undefined && optionNames.includes(option) ? { option, value: value ?? '' } : undefined;
}

function takeValue(
  start: string,
  rest: string[],
  { optionNames, isLast }: { readonly optionNames: readonly string[]; readonly isLast: boolean },
): string {
  const parts = start ? [start] : [];
  const isOption = (word: string | undefined) => word === undefined || optionStart(word, optionNames) !== undefined;
  const goesOn = () => isLast || parts.length === 0 || parts.at(-1)?.endsWith(',') || rest[0]?.startsWith(',');
  while (goesOn() && !isOption(rest[0])) parts.push(rest.shift() ?? '');
  return parts.join(' ');
}

/** A value without its enclosing quotes. */
export function unquote(value: string): string {
  const [, inner] = new RegExp(`^[${opening}]([^${opening}]*)[${opening}]?$`, 'u').exec(value) ?? [];
  return (inner ?? value).trim();
}
