import { globSync, readFileSync } from 'node:fs';

export interface Block {
  readonly file: string;
  readonly line: number;
  /** As the fence says; `sh` where a block is only indented. */
  readonly language: string;
  readonly text: string;
}

/** The documents that operators and contributors read. */
export const documents = [...globSync('*.md'), ...globSync('docs/*.md')].toSorted();

/** Fenced blocks, and indented ones, which are commands in this project. */
export function blocksOf(file: string): readonly Block[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const fence = /^\s*```(\w*)/u.exec(lines[at] ?? '');
    const isCode = (line: string | undefined) => /^ {4,}\S/u.test(line ?? '');
    const isText = fence ? (line?: string) => line !== undefined && !/^\s*```/u.test(line) : isCode;
    if (!fence && !(isCode(lines[at]) && isStart(lines, at))) {
      at += 1;
      continue;
    }
    const from = fence ? at + 1 : at;
    let end = from;
    while (isText(lines[end])) end += 1;
    const text = lines.slice(from, end).map((line) => line.replace(/^ {4,7}(?=\S)/u, fence ? '$&' : ''));
    blocks.push({ file, line: from + 1, language: fence ? (fence[1] ?? '') : 'sh', text: text.join('\n') });
    at = end + (fence ? 1 : 0);
  }
  return blocks;
}

/** Code follows an empty line; what follows a line of a list is its continuation. */
function isStart(lines: readonly string[], at: number): boolean {
  return (lines[at - 1] ?? '').trim() === '';
}

/** The commands of a block: without comments, continued lines joined, one for each part of `a && b`. */
export function commandsOf({ text }: Block): readonly string[] {
  return text
    .replaceAll(/\\\n\s*/gu, ' ')
    .split('\n')
    .flatMap((line) => line.replace(/(?:^|\s)#.*$/u, '').split(' && '))
    .map((command) => command.trim())
    .filter((command) => command !== '');
}

/** The words of a command as a shell would have them; redirections and pipes end it. */
export function wordsOf(command: string): readonly string[] {
  const words = [...command.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S+)/gu)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
  const end = words.findIndex((word) => /^[|<>]+$/u.test(word));
  return end < 0 ? words : words.slice(0, end);
}
