import type { BenchReport } from '../suite.ts';
import { type Figure, ratioOf } from './figure.ts';

/** As a Markdown table, so that it can be kept, in columns that a terminal of a hundred shows. */
export function benchTable({
  figures,
  gaps,
  date,
  machine,
  load,
  seconds,
}: Pick<BenchReport, 'figures' | 'gaps' | 'date' | 'machine' | 'load' | 'seconds'>): string {
  const [head, ...rows] = alignColumns([['step', 'what', 'measured', 'yardstick', 'ratio'], ...figures.map(cellsOf)]);
  const rule = (head ?? []).map((cell) => '-'.repeat(cell.length));
  return [
    `${date}, ${machine}, load ${load} before, ${seconds} s`,
    '',
    ...[head ?? [], rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`),
    ...gaps.map(({ step, reason }) => `\nNot measured: ${step}: ${reason}`),
  ].join('\n');
}

function cellsOf(figure: Figure): readonly string[] {
  const { step, what, value, unit, yardstick } = figure;
  const ratio = ratioOf(figure);
  return [
    step,
    what,
    `${short(value)} ${unit}`,
    yardstick ? `${yardstick.what}: ${short(yardstick.value)}` : '',
    ratio === undefined ? '' : short(ratio),
  ];
}

/** Three digits, as far as they mean something. */
function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function alignColumns(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
}
