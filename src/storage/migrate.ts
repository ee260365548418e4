import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
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

/** By name, in order; forward only. Listed by hand, so that a bundle or a stray file changes nothing. */
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
};

/** In the order in which they are done. */
export const migrationNames: readonly string[] = Object.keys(migrations);

/** Brings the schema up to date. Throws the failing migration's error; what came before it stays. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName ?? 'unknown';
  throw new Error(`Migration ${failed} failed`, { cause: error });
}
