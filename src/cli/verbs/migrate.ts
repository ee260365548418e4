import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, loadConfig } from '../../config/config.ts';
import { readSecret } from '../../config/environment.ts';
import { diskSpace } from '../../runtime/readiness.ts';
import { openData } from '../../services/open-data.ts';
import { type MigrationState, migrationNames } from '../../storage/migrate.ts';
import { migrationBackups } from '../../storage/sqlite/backup.ts';
import { migrationsOfPostgres, migrationsOfSqlite } from '../../storage/upkeep/examine.ts';
import { createProgress, printJson } from '../terminal-output.ts';

type Env = Readonly<Record<string, string | undefined>>;

interface MigrateOptions {
  readonly plan?: boolean;
  readonly json?: boolean;
}

interface MigrationPlan extends MigrationState {
  /** Where a copy is made before; absent where none is: there is nothing to do, no archive yet, or it is on a server. */
  readonly backup?: { readonly folder: string; readonly bytes: number; readonly freeBytes: number };
  readonly isOnServer: boolean;
  /** The file that is not there yet. */
  readonly missing?: string;
}

/** `kurzwelle migrate`: brings the archive up to date, as the next start would; with `--plan` only says what that would do. */
export async function migrateArchive({ plan: isPlan, json }: MigrateOptions, env: Env): Promise<void> {
  const config = loadConfig(env);
  const plan = await planMigration(config, env);
  if (isPlan) {
    if (json) printJson(plan);
    else console.log(describe(plan));
    return;
  }
  const copies: string[] = [];
  if (plan.pending.length > 0 || plan.unknown.length > 0) {
    const progress = createProgress({ title: 'Copying the archive', total: 1, isQuiet: json === true || !plan.backup });
    const onBackup = (path: string): void => void copies.push(path);
    const data = await openData(config, env, undefined, { onBackup, onProgress: progress.at });
    progress.end();
    await data.close();
  }
  const [copy] = copies;
  if (json) printJson({ done: plan.pending, ...(copy !== undefined && { copy }) });
  else console.log(describeMigration(plan.pending, copy));
}

async function planMigration({ dataDir }: Config, env: Env): Promise<MigrationPlan> {
  const url = readSecret('DATABASE_URL', env);
  if (url !== undefined) return { ...(await migrationsOfPostgres(url)), isOnServer: true };
  const path = join(dataDir, 'kurzwelle.db');
  if (!existsSync(path)) return { pending: migrationNames, unknown: [], isOnServer: false, missing: path };
  const state = await migrationsOfSqlite(path);
  if (state.pending.length === 0) return { ...state, isOnServer: false };
  const { free } = await diskSpace(dataDir);
  const backup = { folder: migrationBackups(dataDir), bytes: statSync(path).size, freeBytes: free };
  return { ...state, isOnServer: false, backup };
}

function describe({ pending, unknown, backup, isOnServer, missing }: MigrationPlan): string {
  if (missing !== undefined)
    return `There is no archive at ${missing} yet. The first start of the service creates one.`;
  if (unknown.length > 0)
    return `This archive was written by a newer version of Kurzwelle (${unknown.join(', ')}). Install that version.`;
  if (pending.length === 0) return 'The archive is up to date.';
  const lines = ['Migrations to run, in this order:', ...pending.map((name) => `  ${name}`)];
  if (backup)
    lines.push(
      `First, the archive is copied to ${backup.folder}: ${megabytes(backup.bytes)} MB, with ${megabytes(backup.freeBytes)} MB free.`,
    );
  if (isOnServer) lines.push('It is on a server: make a copy with pg_dump first; see docs/backup.md.');
  return [...lines, 'Run kurzwelle migrate, or start the service, to apply them.'].join('\n');
}

function describeMigration(done: readonly string[], copy: string | undefined): string {
  if (done.length === 0) return 'The archive was already up to date.';
  return `Done: ${done.join(', ')}.${copy === undefined ? '' : ` A copy of the archive from before is ${copy}.`}`;
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 2 ** 20);
}
