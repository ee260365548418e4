import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { UserError } from '../user-error.ts';
import { up as foundation } from './migrations/0001-foundation.ts';
import { up as feedHealth } from './migrations/0002-feed-health.ts';
import { up as deliveriesAtScale } from './migrations/0003-deliveries-at-scale.ts';
import { up as channelSettings } from './migrations/0004-channel-settings.ts';
import { up as marksInTerms } from './migrations/0006-marks-in-terms.ts';
import { up as storyMoves } from './migrations/0007-story-moves.ts';
import { up as lookAndMutes } from './migrations/0008-look-and-mutes.ts';
import { up as alerts } from './migrations/0009-alerts.ts';
import { up as corrections } from './migrations/0010-corrections.ts';
import { up as slackInstallations } from './migrations/0011-slack-installations.ts';
import { up as generatedTexts } from './migrations/0012-generated-texts.ts';
import { up as actorMerges } from './migrations/0013-actor-merges.ts';
import { up as instances } from './migrations/0014-instances.ts';
import { up as indexesAtScale } from './migrations/0015-indexes-at-scale.ts';
import { up as reasons } from './migrations/0016-reasons.ts';
import { up as ownerNotices } from './migrations/0017-owner-notices.ts';
import { up as readings } from './migrations/0018-readings.ts';
import { up as pageSessions } from './migrations/0019-page-sessions.ts';
import { up as recalls } from './migrations/0020-recalls.ts';
import { up as lineReports } from './migrations/0021-line-reports.ts';

/** By name, in order; forward only. Listed by hand, so that bundling or a stray file has no effect. */
const migrations: Record<string, Migration> = {
  '0001-foundation': { up: foundation },
  '0002-feed-health': { up: feedHealth },
  '0003-deliveries-at-scale': { up: deliveriesAtScale },
  '0004-channel-settings': { up: channelSettings },
  '0006-marks-in-terms': { up: marksInTerms },
  '0007-story-moves': { up: storyMoves },
  '0008-look-and-mutes': { up: lookAndMutes },
  '0009-alerts': { up: alerts },
  '0010-corrections': { up: corrections },
  '0011-slack-installations': { up: slackInstallations },
  '0012-generated-texts': { up: generatedTexts },
  '0013-actor-merges': { up: actorMerges },
  '0014-instances': { up: instances },
  '0015-indexes-at-scale': { up: indexesAtScale },
  '0016-reasons': { up: reasons },
  '0017-owner-notices': { up: ownerNotices },
  '0018-readings': { up: readings },
  '0019-page-sessions': { up: pageSessions },
  '0020-recalls': { up: recalls },
  '0021-line-reports': { up: lineReports },
};

/** In the order in which they run. */
export const migrationNames: readonly string[] = Object.keys(migrations);

/** Applied and pending migrations of a database. */
export interface MigrationState {
  /** Those that `migrate` will run, in order. */
  readonly pending: readonly string[];
  /** Those applied by a newer version of the program. */
  readonly unknown: readonly string[];
}

/** Reads the migration state of a database. Read-only. */
export async function migrationState<T>(db: Kysely<T>): Promise<MigrationState> {
  const done = await migrationsDone(db);
  return {
    pending: migrationNames.filter((name) => !done.includes(name)),
    unknown: done.filter((name) => !migrationNames.includes(name)),
  };
}

async function migrationsDone<T>(db: Kysely<T>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  return (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)).rows.map(
    ({ name }) => name,
  );
}

/**
 * Brings the schema up to date, or as far as the migration of that name. Throws UserError for the archive of a newer version, else the
 * failing migration's error; what came before it stays.
 */
export async function migrate<T>(db: Kysely<T>, upTo?: string): Promise<void> {
  const { unknown } = await migrationState(db);
  if (unknown.length > 0) {
    throw new UserError(
      `This archive was written by a newer version of Kurzwelle (${unknown.join(', ')}). Install that version, or restore a backup from before it.`,
    );
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error === undefined) return;
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName ?? 'unknown';
  throw new Error(`Migration ${failed} failed`, { cause: error });
}
