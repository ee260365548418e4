/** One call of a platform, and what our fake of it answers: `ok`, or the platform's code of the refusal. */
export interface RehearsalStep {
  readonly name: string;
  readonly expected: string;
  /** Makes the call and gives what the platform answered. Throws only where that is not known. */
  run(): Promise<string>;
}

/** What a platform answered in the place of what its fake does. */
export interface RehearsedStep extends Pick<RehearsalStep, 'name' | 'expected'> {
  readonly answered: string;
}

/** Plays the steps one after the other, waiting between them as the platform's pace wants; one that fails does not end it. */
export async function rehearse(
  steps: readonly RehearsalStep[],
  { wait }: { readonly wait: () => Promise<void> },
): Promise<readonly RehearsedStep[]> {
  const rehearsed: RehearsedStep[] = [];
  for (const { name, expected, run } of steps) {
    const answered = await run().catch(
      (error: unknown) => `failed: ${error instanceof Error ? error.name : 'unknown'}`,
    );
    rehearsed.push({ name, expected, answered });
    await wait();
  }
  return rehearsed;
}

/** The report, a line a step; it holds names and codes alone, no token, id or text of the platform. */
export function rehearsalReport(platform: string, steps: readonly RehearsedStep[]): string {
  const lines = steps.map(({ name, expected, answered }) =>
    answered === expected ? `as expected  ${name}: ${answered}` : `OTHERWISE    ${name}: ${answered}, not ${expected}`,
  );
  const others = steps.filter(({ expected, answered }) => expected !== answered).length;
  return [...lines, `${platform}: ${steps.length} steps, ${others} answered otherwise than our fake`].join('\n');
}
