import { type Charts, createCharts } from '../../src/charts/charts.ts';

/** Draws, and is waited for, as long as a busy machine may need; an answer would otherwise come without its chart. */
export function patientCharts(): Charts {
  return createCharts({ timeoutMs: 50_000, patienceMs: 50_000 });
}
