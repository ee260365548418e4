import { styleText } from 'node:util';
import type { FindingResult, NamedFinding } from './finding.ts';

const words: Readonly<Record<FindingResult, string>> = {
  ok: 'ok',
  warning: 'warning',
  failure: 'FAILURE',
  skipped: '-',
};
const colors = { ok: 'green', warning: 'yellow', failure: 'red', skipped: 'gray' } as const;

/** The findings as lines, what to do under what is wrong, and a sum at the end. `color` for terminals. */
export function renderFindings(findings: readonly NamedFinding[], { color }: { readonly color: boolean }): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.flatMap(({ result, check, text, remedy }, index) => {
    const word = words[result].padEnd(8);
    const head = `${color ? styleText(colors[result], word, { validateStream: false }) : word} ${check.padEnd(width)}`;
    const indent = ' '.repeat(9 + width);
    // What mends several is said once, under the last of them.
    const isSaidBelow = remedy === findings[index + 1]?.remedy && check === findings[index + 1]?.check;
    return [`${head}  ${text}`, ...(remedy === undefined || isSaidBelow ? [] : [`${indent}  -> ${remedy}`])];
  });
  return [...lines, '', sum(findings)].join('\n');
}

function sum(findings: readonly NamedFinding[]): string {
  const count = (wanted: FindingResult): number => findings.filter(({ result }) => result === wanted).length;
  const [failures, warnings] = [count('failure'), count('warning')];
  if (failures === 0 && warnings === 0) return 'Nothing is wrong.';
  return `${plural(failures, 'failure')}, ${plural(warnings, 'warning')}.`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
