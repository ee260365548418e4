import { loadConfig } from '../../config/config.ts';
import { createLocalReader } from '../../models/local-reader.ts';
import { UserError } from '../../user-error.ts';
import { describeTest, shortcomings, testModel } from '../model-test/test-model.ts';
import { openConfiguredModel } from '../temporary-newsroom.ts';

/**
 * `kurzwelle bench`: measures each step beside something simpler, on texts of the project's own, and prints ratios. Needs the checkout,
 * where the benches and the fakes they use are. Throws UserError elsewhere, and for a step that there is not. With `model`, asks the configured
 * model twenty questions instead, which needs no checkout.
 */
export async function bench({
  quick = false,
  json = false,
  only,
  model = false,
}: {
  readonly quick?: boolean;
  readonly json?: boolean;
  readonly only?: readonly string[];
  readonly model?: boolean;
}): Promise<void> {
  if (model) return benchModel(only, json);
  const [{ runBench }, { benchTable }, { stepNames }] = await loadSuite();
  const unknown = only?.find((name) => !stepNames.includes(name));
  if (unknown !== undefined) throw new UserError(`Unknown step "${unknown}". Use ${stepNames.join(', ')}.`);
  const report = await runBench({ quick, only, say: (line) => console.error(line) });
  console.log(json ? JSON.stringify(report, null, 2) : benchTable(report));
}

/** The configured model over the sample edition, beside words alone. */
async function benchModel(only: readonly string[] = ['answers'], json: boolean): Promise<void> {
  if (only.length !== 1 || only[0] !== 'answers')
    throw new UserError('--model only measures answers. Use --only answers --model.');
  const config = loadConfig(process.env);
  const configured =
    config.model.reader.folder === '' ? await openConfiguredModel(config) : createLocalReader(config.model);
  if (!configured)
    throw new UserError('No model is configured. Set model.provider or model.reader; see docs/models.md.');
  const test = await testModel(configured, config.model, new AbortController().signal);
  const problems = shortcomings(test, config.model.answerSeconds);
  const verdict = problems.length === 0 ? 'Good enough.' : `Not good enough: ${problems.join('; ')}.`;
  console.log(
    json ? JSON.stringify({ kind: 'model-test', ...test, problems }, null, 2) : `${describeTest(test)}\n${verdict}`,
  );
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
