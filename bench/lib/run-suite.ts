import { type Figure, type Gap, NotMeasured, type Step, type StepContext } from './figure.ts';

export interface SuiteResult {
  readonly figures: readonly Figure[];
  readonly gaps: readonly Gap[];
}

export interface SuiteOptions extends StepContext {
  readonly steps: Readonly<Record<string, Step>>;
  /** No step begins after so long. */
  readonly limitSeconds: number;
}

/** Runs steps one after the other. One that fails or comes too late is a gap with its reason; the others are measured all the same. */
export async function runSuite({ steps, limitSeconds, ...context }: SuiteOptions): Promise<SuiteResult> {
  const begun = performance.now();
  const figures: Figure[] = [];
  const gaps: Gap[] = [];
  for (const [step, measure] of Object.entries(steps)) {
    const seconds = (performance.now() - begun) / 1_000;
    if (seconds > limitSeconds) {
      gaps.push({ step, reason: `not begun, ${limitSeconds} s were over; run it by --only ${step}` });
      continue;
    }
    context.say(`${step} (${Math.round(seconds)} s)`);
    try {
      figures.push(...(await measure(context)));
    } catch (error) {
      gaps.push({ step, reason: reasonOf(error) });
    }
  }
  return { figures, gaps };
}

function reasonOf(error: unknown): string {
  if (error instanceof NotMeasured) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
