import { styleText } from 'node:util';

/** What is only a warning leaves the service able to work. */
export type FindingResult = 'ok' | 'warning' | 'failure' | 'skipped';

/** What one look at one thing brought. */
export interface Finding {
  readonly result: FindingResult;
  /** What is so; never a secret. */
  readonly text: string;
  /** What to do; always there where something is wrong. */
  readonly remedy?: string;
}

export const ok = (text: string): Finding => ({ result: 'ok', text });
export const skipped = (text: string): Finding => ({ result: 'skipped', text });
export const warning = (text: string, remedy: string): Finding => ({ result: 'warning', text, remedy });
export const failure = (text: string, remedy: string): Finding => ({ result: 'failure', text, remedy });

/** One thing that `doctor` looks at. It may throw: that is a failure of this check, not of the others. */
export interface Check {
  readonly name: string;
  readonly needsNetwork?: boolean;
  /** Longest time, where the usual one is too short. */
  readonly timeoutMs?: number;
  /** The remedy if it throws or times out. */
  readonly remedy: string;
  run(signal: AbortSignal): Promise<readonly Finding[]> | readonly Finding[];
}

/** A finding with the check that made it. */
export interface NamedFinding extends Finding {
  readonly check: string;
}

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
    // A remedy for several findings is shown once, below the last of them.
    const isSaidBelow = remedy === findings[index + 1]?.remedy && check === findings[index + 1]?.check;
    return [`${head}  ${text}`, ...(remedy === undefined || isSaidBelow ? [] : [`${indent}  -> ${remedy}`])];
  });
  return [...lines, '', sum(findings)].join('\n');
}

function sum(findings: readonly NamedFinding[]): string {
  const count = (wanted: FindingResult): number => findings.filter(({ result }) => result === wanted).length;
  const [failures, warnings] = [count('failure'), count('warning')];
  if (failures === 0 && warnings === 0) return 'No problems found.';
  return `${plural(failures, 'failure')}, ${plural(warnings, 'warning')}.`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
