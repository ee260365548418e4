import type { CommandServices } from '../../commands/define-command.ts';
import { createBriefingDesk } from '../briefings/briefing-desk.ts';
import { type Charts, createCharts } from '../charts/charts.ts';
import type { Config } from '../config/config.ts';
import { following } from '../config/live-config.ts';
import { type Archiver, createArchiver } from '../ingest/archive-article.ts';
import { createGeneration, type Generation } from '../models/generation.ts';
import { createLocalReader, createReading } from '../models/local-reader.ts';
import type { TextModel } from '../models/text-model.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import { type Trace, untraced } from '../runtime/trace.ts';
import { createArchive } from '../storage/archive.ts';
import { createDamageNotice, type DamageNotice } from '../storage/damage.ts';
import type { Database } from '../storage/database.ts';
import { createStorage } from '../storage/storage.ts';
import { createInterestReader } from '../subscriptions/interest-reader.ts';
import { topicNames } from '../subscriptions/topic-names.ts';
import { deskSettings, deskSources } from './desk.ts';
import { createServices, type NewsroomParts } from './services.ts';

/** The archive with everything that answers and briefs from it; no network, no chat. */
export interface Newsroom extends NewsroomParts {
  readonly archiver: Archiver;
  readonly services: CommandServices;
}

/** Builds the newsroom over an open database; groups continue where they were before a restart. */
export async function openNewsroom({
  config,
  db,
  clock,
  log,
  model,
  damage = createDamageNotice(),
  trace = untraced,
  charts = createCharts(),
}: {
  config: Config;
  db: Database;
  clock: Clock;
  log: Log;
  model?: TextModel | undefined;
  damage?: DamageNotice;
  trace?: Trace;
  charts?: Charts;
}): Promise<Newsroom> {
  const storage = createStorage(db);
  const generation = generationOf(model, { config, storage, clock, log });
  const archive = createArchive(storage);
  const archiver = createArchiver({ storage, trace });
  const desk = createBriefingDesk(deskSources(storage, config), clock, deskSettings(config), generation);
  const readInterest = following(
    () => config.topics,
    (topics) => createInterestReader(topicNames(topics), storage.interests),
  );
  const parts = {
    config,
    storage,
    archive,
    desk,
    readInterest,
    charts,
    generation,
    damage,
    clock,
    log,
    trace,
  };
  return { ...parts, archiver, services: createServices(parts) };
}

function generationOf(
  model: TextModel | undefined,
  { config, storage, clock, log }: Pick<Newsroom, 'config' | 'storage' | 'clock' | 'log'>,
): Generation | undefined {
  const settings = config.model;
  const now = () => clock.now();
  if (!model)
    return settings.reader.folder === ''
      ? undefined
      : createReading({ reader: createLocalReader(settings), settings, log, now });
  const { generatedTexts: texts, nameVariants: variantsOf } = storage;
  return createGeneration({ model, settings, texts, variantsOf, log, now });
}
