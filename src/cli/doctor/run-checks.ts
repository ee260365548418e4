import { type Check, type Finding, failure, type NamedFinding, skipped } from './finding.ts';

const usualTimeoutMs = 20_000;

export interface RunOptions {
  readonly offline: boolean;
  /** Of each check; its own where it names one. */
  readonly timeoutMs?: number;
}

/** Runs all checks side by side, each within its time; the findings come in the order of the checks. */
export async function runChecks(checks: readonly Check[], options: RunOptions): Promise<readonly NamedFinding[]> {
  const found = await Promise.all(checks.map((check) => runCheck(check, options)));
  return found.flatMap((findings, index) =>
    findings.map((finding) => ({ check: checks[index]?.name ?? '', ...finding })),
  );
}

async function runCheck(check: Check, { offline, timeoutMs }: RunOptions): Promise<readonly Finding[]> {
  if (offline && check.needsNetwork) return [skipped('not asked, with --offline')];
  const limitMs = timeoutMs ?? check.timeoutMs ?? usualTimeoutMs;
  const stop = new AbortController();
  const late = Promise.withResolvers<readonly Finding[]>();
  const timer = setTimeout(() => {
    stop.abort();
    late.resolve([failure(`no result within ${limitMs / 1_000} s`, check.remedy)]);
  }, limitMs);
  try {
    return await Promise.race([(async () => check.run(stop.signal))(), late.promise]);
  } catch (error) {
    return [failure(error instanceof Error ? error.message : String(error), check.remedy)];
  } finally {
    clearTimeout(timer);
  }
}
