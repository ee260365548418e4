import { type Config, loadConfig } from '../config/config.ts';
import { readSecret } from '../config/environment.ts';
import { storyDocumentOf } from '../ingest/story-memory.ts';
import { redactSecretsOf } from '../lifecycle/secrets-of.ts';
import { openModel } from '../models/open-model.ts';
import type { TextModel } from '../models/text-model.ts';
import { createLog } from '../runtime/log.ts';
import { type Newsroom, openNewsroom } from '../services/newsroom.ts';
import { openDataBeside } from '../services/open-data.ts';
import { openMemoryDatabase } from '../storage/database.ts';
import { UserError } from '../user-error.ts';
import { readSources } from './read-sources.ts';

/** `--from`: files, folders and URLs in place of the archive. */
export interface AnswerSourceOptions {
  readonly from?: readonly string[];
}

/** The model of the configuration, if any; its connections end with the process. */
export async function openConfiguredModel(config: Config): Promise<TextModel | undefined> {
  const opened = await openModel(config.model, readSecret('KURZWELLE_MODEL_KEY', process.env));
  return opened?.model;
}

/**
 * The newsroom that a verb answers from: of the sources given alone, "today" being the end of their newest article's day; else the
 * archive of the data directory, which a running service may hold at the same time. Throws UserError where there is nothing to read.
 */
export async function openForAnswers({ from }: AnswerSourceOptions): Promise<Newsroom> {
  const config = loadConfig(process.env);
  // Nothing but what the reader would miss, as a model that does not answer.
  const log = createLog({
    level: 'warn',
    isTerminal: process.stderr.isTTY === true,
    redact: redactSecretsOf(process.env),
  });
  const model = await openConfiguredModel(config);
  if (!from) {
    const db = await openDataBeside(config, process.env);
    return openNewsroom({ config, db, clock: { now: () => Temporal.Now.instant() }, log, model });
  }
  const articles = await readSources(from, config);
  const newest = articles.at(-1);
  if (!newest)
    throw new UserError(
      `No articles found in ${from.join(', ')}. Use pages, plain text, feeds, or JSON Lines with articles.`,
    );
  const endOfDay = newest.publishedAt
    .toZonedDateTimeISO(config.briefings.zone)
    .startOfDay()
    .add({ days: 1 })
    .subtract({ minutes: 1 })
    .toInstant();
  const newsroom = await openNewsroom({
    config,
    db: await openMemoryDatabase(),
    clock: { now: () => endOfDay },
    log,
    model,
  });
  newsroom.archiver.expect(articles.map(storyDocumentOf));
  for (const article of articles)
    await newsroom.archiver.archive(article, { archivedAt: article.publishedAt, isSeed: false });
  return newsroom;
}
