import { join } from 'node:path';
import { readActors } from '../../src/actors/read-actors.ts';
import { extractPage } from '../../src/articles/extract-page.ts';
import { parseConfig } from '../../src/config/config.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { openNewsroom } from '../../src/services/newsroom.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { runFanOut } from '../../tests/deliveries/run-fan-out.ts';
import { fanOutRun } from './fan-out-runs.ts';
import { openPolls } from './measure-polls.ts';
import { openSyntheticArchive } from './open-synthetic-archive.ts';
import { articleOfPage, samplePages } from './sample-pages.ts';
import { synthesizeQuestions } from './synthetic-questions.ts';

/** A step made ready, and warm; `work` is what is profiled. */
export interface ReadyStep {
  work(): Promise<unknown>;
  stop?(): Promise<unknown>;
}

/** Each step as the service does it, often enough for a profile. */
export const profiledSteps: Readonly<Record<string, (folder: string) => Promise<ReadyStep>>> = {
  'poll, changed': async () => {
    const polls = await openPolls();
    await repeat(20, () => polls.poll('changed'));
    return { work: () => repeat(200, () => polls.poll('changed')), stop: polls.stop };
  },
  extract: async () => {
    const pages = await samplePages();
    return warm(5, async () => pages.map(({ html, url }) => extractPage(html, url)));
  },
  'actors and quotes': async () => {
    const articles = (await samplePages()).map((page) => articleOfPage(page));
    return warm(10, async () => articles.map((article) => readActors(article)));
  },
  'group and archive': async () => {
    const { archive, stop } = await openArchiving();
    await repeat(150, archive);
    return { work: () => repeat(300, archive), stop };
  },
  'summarize, a briefing': async () => {
    const { archive, pages, brief, stop } = await openArchiving();
    await repeat(pages, archive);
    await repeat(2, brief);
    return { work: () => repeat(10, brief), stop };
  },
  'answers, 10000 articles': async (folder) => {
    const db = await openSyntheticArchive(join(folder, 'articles-10000'), 10_000, (line) => console.error(line));
    const { answers } = synthesizeQuestions(createStorage(db), 10_000);
    const ask = async (number: number) => {
      for (const answer of Object.values(answers)) await answer(number);
    };
    await repeat(10, ask);
    return { work: () => repeat(40, (number) => ask(number + 10)), stop: () => db.destroy() };
  },
  'deliver, 2000 channels': async () => ({ work: () => runFanOut(fanOutRun('discord', 2_000)) }),
};

async function warm(times: number, work: (number: number) => Promise<unknown>): Promise<ReadyStep> {
  await repeat(times, work);
  return { work: () => repeat(times * 4, work) };
}

async function repeat(times: number, work: (number: number) => Promise<unknown>): Promise<void> {
  for (let number = 0; number < times; number++) await work(number);
}

/** An empty archive that takes the sample edition, again and again under other ids, and briefs from it. */
async function openArchiving() {
  const pages = await samplePages();
  const articles = pages.map((page) => articleOfPage(page));
  const times = articles.map(({ publishedAt }) => publishedAt).toSorted(Temporal.Instant.compare);
  const now = times.at(-1) ?? Temporal.Now.instant();
  const { services, archiver, storage, charts } = await openNewsroom({
    config: parseConfig('', 'bench'),
    db: await openMemoryDatabase(),
    clock: { now: () => now.add({ hours: 1 }) },
    log: silentLog,
  });
  let archived = 0;
  let briefed = 0;
  return {
    pages: pages.length,
    async archive() {
      const article = articles[archived % articles.length];
      if (!article) return;
      const id = archived++ < articles.length ? article.id : `${article.id}-${archived}`;
      await archiver.archive({ ...article, id }, { archivedAt: article.publishedAt, isSeed: false });
    },
    brief() {
      // Another window each time, or the briefing would be taken as it was kept.
      const since = now.subtract({ hours: 100, minutes: briefed++ });
      return services.briefings.briefNow({
        interest: 'everything',
        since,
        length: 'normal',
        language: 'en',
        zone: 'UTC',
      });
    },
    async stop() {
      await charts.stop();
      await storage.close();
    },
  };
}
