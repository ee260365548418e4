import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { lockHolder } from '../../storage/sqlite/process-lock.ts';
import type { DatabaseReport } from '../../storage/upkeep/examine.ts';
import { type Finding, failure, ok } from './finding.ts';

/** The archive: whole, of a version that we know, and who has it open. Looked at by a process of its own, which can be ended. */
export async function checkDatabase(
  { dataDir, url }: { readonly dataDir: string; readonly url?: string | undefined },
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const path = join(dataDir, 'kurzwelle.db');
  if (url === undefined && !existsSync(path)) return [ok('none yet; created at the first start')];
  const report = await examineApart(url ?? path, signal);
  const holder = url === undefined ? lockHolder(dataDir) : undefined;
  const inUse = holder === undefined ? '' : `, in use by process ${holder}`;
  return [
    ...trouble(report, url === undefined ? path : 'the database'),
    ok(`${report.version}${describe(report)}${inUse}`),
  ];
}

function trouble({ damage, unknown }: DatabaseReport, path: string): readonly Finding[] {
  return [
    ...damage.map((line) =>
      failure(
        `${path} is damaged: ${line}`,
        'stop the service, keep a copy of the file, and restore a backup; see docs/backup.md',
      ),
    ),
    ...(unknown.length > 0
      ? [
          failure(
            `${path} was changed by a newer version of Kurzwelle (${unknown.join(', ')})`,
            'run that version or a newer one; an older one could damage the data',
          ),
        ]
      : []),
  ];
}

function describe({ pending }: DatabaseReport): string {
  return pending.length > 0 ? `, ${pending.length} migrations to run at the next start` : ', up to date';
}

const run = promisify(execFile);
const child = fileURLToPath(new URL('./examine-child.ts', import.meta.url));

async function examineApart(where: string, signal: AbortSignal): Promise<DatabaseReport> {
  // By the environment: an address may hold a password, and arguments can be seen by others.
  const env = { ...process.env, KURZWELLE_EXAMINED: where };
  try {
    const { stdout } = await run(process.execPath, [child], { env, signal, killSignal: 'SIGKILL' });
    return JSON.parse(stdout) as DatabaseReport;
  } catch (error) {
    const { stderr } = error as { readonly stderr?: string };
    throw new Error(stderr?.trim() || 'the database could not be checked', { cause: error });
  }
}
