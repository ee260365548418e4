import { type ArticleActors, readActorsYielding } from '../actors/read-actors.ts';
import type { Article } from '../articles/article.ts';
import { readAgain } from '../articles/make-article.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import { forEachYielding, runYielding, yieldToEventLoop } from '../runtime/yield-to-event-loop.ts';
import type { Storage } from '../storage/storage.ts';
import { baseLanguage, hasStemmer } from '../text/terms.ts';

export interface ArchiveRereaderOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Log;
}

/** So few that nobody waits for the database. */
const stepSize = 10;
/** How long a call works: a tenth of the time between two. */
const workMs = 6_000;

/** Reads again what an earlier version of the program read, a little with each call; for a tick of the service. */
export interface ArchiveRereader {
  /** Gives how many articles it read. Costs one query when there is nothing to read. */
  tick(): Promise<number>;
}

/**
 * Brings the archive of an earlier version to today's sentences and terms. Until it is through, searching finds articles of either kind. An
 * article whose sentences change gets a further revision with the dates of the one before; nothing of it is delivered.
 */
export function createArchiveRereader({ storage, clock, log }: ArchiveRereaderOptions): ArchiveRereader {
  let read = 0;
  return {
    async tick() {
      const until = clock.now().add({ milliseconds: workMs });
      const before = read;
      do {
        const step = await rereadSome(storage);
        if (step === 0) {
          if (read > 0) log.info({ articles: read }, 'the archive of an earlier version has been read again');
          const last = read - before;
          read = 0;
          return last;
        }
        read += step;
        await yieldToEventLoop();
      } while (Temporal.Instant.compare(clock.now(), until) < 0);
      log.debug({ articles: read }, 'reading the archive of an earlier version again');
      return read - before;
    },
  };
}

interface Reread {
  readonly known: Article;
  /** What it names, where its sentences are others now. */
  readonly changed?: { readonly article: Article; readonly actors: ArticleActors };
}

/** Reads before it writes, so that archiving waits for the writing alone. */
async function rereadSome({ rereading, transaction }: Storage): Promise<number> {
  const articles = await rereading.unread(stepSize);
  const rereads: Reread[] = [];
  for (const known of articles) rereads.push(await reread(known));
  if (articles.length === 0) return 0;
  await transaction(async (queries) => {
    await forEachYielding(rereads, async ({ known, changed }) => {
      // Another revision was archived meanwhile, by this version.
      if ((await queries.articles.find(known.id))?.revision !== known.revision) return;
      if (changed) {
        await queries.rereading.keep(changed.article);
        await queries.actors.link(changed.article, changed.actors.actors, changed.actors.quotes);
      }
      const article = changed?.article ?? known;
      if (changed || !hasStemmer(baseLanguage(article.language))) await queries.rereading.indexTerms(article);
    });
    await queries.rereading.markRead(articles.map(({ id }) => id));
  }, 'archive');
  return articles.length;
}

async function reread(known: Article): Promise<Reread> {
  await yieldToEventLoop();
  const again = readAgain(known);
  if (again === known) return { known };
  const article = { ...again, revision: known.revision + 1 };
  return { known, changed: { article, actors: await runYielding(readActorsYielding(article)) } };
}
