import { parentPort } from 'node:worker_threads';
import { mentionChart } from './mention-chart.ts';
import type { MentionPeriods } from './mention-periods.ts';
import { renderChart } from './render-chart.ts';

/** A request to the thread, and its response. */
export interface ChartOrder {
  readonly id: number;
  readonly counted: MentionPeriods;
  readonly language: string;
}

/** A picture, or why there is none. */
export type ChartAnswer =
  | { readonly id: number; readonly png: Uint8Array }
  | { readonly id: number; readonly problem: string };

parentPort?.on('message', async ({ id, counted, language }: ChartOrder) => {
  const answer = await renderChart(mentionChart(counted, language)).then(
    (png): ChartAnswer => ({ id, png }),
    (error: unknown): ChartAnswer => ({
      id,
      problem: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  );
  parentPort?.postMessage(answer);
});
