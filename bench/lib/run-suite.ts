import { type Figure, type Gap, NotMeasured, type StepContext, type SuiteStep } from './figure.ts';

export interface SuiteResult {
  readonly figures: readonly Figure[];
  readonly gaps: readonly Gap[];
}

export interface SuiteOptions extends StepContext {
  readonly steps: Readonly<Record<string, SuiteStep>>;
  /** Everything ends after so long. */
  readonly limitSeconds: number;
}

/** Runs steps one after the other. One that fails or that the time is not enough for is a gap with its reason; the others are measured. */
export async function runSuite({ steps, limitSeconds, ...context }: SuiteOptions): Promise<SuiteResult> {
  const begun = performance.now();
  const ending = new AbortController();
  const limit = setTimeout(() => ending.abort(new NotMeasured('stopped')), limitSeconds * 1_000);
  const figures: Figure[] = [];
  const gaps: Gap[] = [];
  for (const [step, measure] of Object.entries(steps)) {
    const late = `${limitSeconds} s were over; run it by --only ${step}`;
    if (ending.signal.aborted) {
      gaps.push({ step, reason: `not begun, ${late}` });
      continue;
    }
    context.say(`${step} (${Math.round((performance.now() - begun) / 1_000)} s)`);
    try {
      figures.push(...(await measure({ ...context, signal: ending.signal })));
    } catch (error) {
      gaps.push({ step, reason: ending.signal.aborted ? `stopped, ${late}` : reasonOf(error) });
    }
  }
  clearTimeout(limit);
  return { figures, gaps };
}

function reasonOf(error: unknown): string {
  if (error instanceof NotMeasured) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
