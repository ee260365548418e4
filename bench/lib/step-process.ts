import { loadStep } from '../steps/index.ts';
import { type Figure, NotMeasured } from './figure.ts';

/** What the suite orders of a process. */
export interface StepOrder {
  readonly step: string;
  readonly quick: boolean;
  readonly folder: string;
}

/** What the process tells, line by line, and at its end. */
export type StepReport =
  | { readonly kind: 'said'; readonly line: string }
  | { readonly kind: 'measured'; readonly figures: readonly Figure[] }
  | { readonly kind: 'failed'; readonly reason: string; readonly isNotMeasured: boolean };

process.once('message', (order: StepOrder) => {
  void measure(order).then((report) => tell(report, () => process.exit()));
});

async function measure({ step, ...context }: StepOrder): Promise<StepReport> {
  try {
    const run = await loadStep(step);
    const figures = await run({ ...context, say: (line) => tell({ kind: 'said', line }) });
    return { kind: 'measured', figures };
  } catch (error) {
    const isNotMeasured = error instanceof NotMeasured;
    const reason = error instanceof Error ? (!isNotMeasured && error.stack) || error.message : String(error);
    return { kind: 'failed', reason, isNotMeasured };
  }
}

function tell(report: StepReport, then?: () => void): void {
  process.send?.(report, () => then?.());
}
