import { UserError } from '../../user-error.ts';

/**
 * `kurzwelle bench`: measures each step beside something simpler, on texts of the project's own, and prints ratios. Needs the checkout,
 * where the benches and the fakes they use are. Throws UserError elsewhere, and for a step that there is not.
 */
export async function bench({
  quick = false,
  json = false,
  only,
}: {
  readonly quick?: boolean;
  readonly json?: boolean;
  readonly only?: readonly string[];
}): Promise<void> {
  const [{ runBench }, { benchTable }, { stepNames }] = await loadSuite();
  const unknown = only?.find((name) => !stepNames.includes(name));
  if (unknown !== undefined) throw new UserError(`Unknown step "${unknown}". Use ${stepNames.join(', ')}.`);
  const report = await runBench({ quick, only, say: (line) => console.error(line) });
  console.log(json ? JSON.stringify(report, null, 2) : benchTable(report));
}

async function loadSuite() {
  try {
    return await Promise.all([
      import('../../../bench/suite.ts'),
      import('../../../bench/lib/bench-table.ts'),
      import('../../../bench/steps/index.ts'),
    ]);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new UserError('Benchmarks need the source code. Run this in a checkout, after npm ci.', { cause });
  }
}
