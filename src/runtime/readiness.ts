import { statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';

/** Why the service is not ready, in a sentence; undefined if it is. May throw: then the error is the reason. */
export type ReadinessCheck = () => Promise<string | undefined> | string | undefined;

/** Whether the service can work, and each reason why not, by the check that found it. */
export interface Readiness {
  readonly ready: boolean;
  readonly reasons: readonly { readonly check: string; readonly reason: string }[];
}

/** Asks all checks. `explain` puts an error into words for operators; no secret may be in them. */
export async function readReadiness(
  checks: Readonly<Record<string, ReadinessCheck>>,
  explain: (error: unknown) => string,
): Promise<Readiness> {
  const answers = await Promise.all(
    Object.entries(checks).map(async ([check, ask]) => ({ check, reason: await answerOf(ask, explain) })),
  );
  const reasons = answers.flatMap(({ check, reason }) => (reason === undefined ? [] : [{ check, reason }]));
  return { ready: reasons.length === 0, reasons };
}

async function answerOf(ask: ReadinessCheck, explain: (error: unknown) => string): Promise<string | undefined> {
  try {
    return await ask();
  } catch (error) {
    return explain(error);
  }
}

/** Bytes that a data directory has left, and that its database takes. */
export interface DiskSpace {
  readonly free: number;
  readonly database: number;
}

/** Looks at a data directory. What a user without special rights may still write counts as free. */
export async function diskSpace(dataDir: string): Promise<DiskSpace> {
  const { bavail, bsize } = await statfs(dataDir);
  const files = ['kurzwelle.db', 'kurzwelle.db-wal'].map((name) =>
    statSync(join(dataDir, name), { throwIfNoEntry: false }),
  );
  return { free: bavail * bsize, database: files.reduce((sum, file) => sum + (file?.size ?? 0), 0) };
}
