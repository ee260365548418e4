import type { Line } from '../lines.ts';

const farthestAntecedent = 2;

/** The lines before a line that leans, back to the first that stands alone. */
export function antecedents(line: Line, lines: readonly Line[]): readonly Line[] {
  if (!line.leans) return [];
  const at = lines.indexOf(line);
  const before = lines
    .slice(Math.max(0, at - farthestAntecedent), at)
    .filter(({ subhead }) => subhead?.text === line.subhead?.text);
  const anchor = before.findLastIndex(({ leans }) => !leans);
  return anchor < 0 ? before.slice(-1) : before.slice(anchor);
}
