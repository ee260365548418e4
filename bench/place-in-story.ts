import { sql } from 'kysely';
import type { Article } from '../src/articles/article.ts';
import { openStoryPlacer } from '../src/ingest/place-in-story.ts';
import { openDatabase } from '../src/storage/database.ts';
import { createStorage } from '../src/storage/storage.ts';

// What putting one new article into its story and affair costs in a large archive, database included: the newest articles' texts are
// archived again under new ids, then taken back. Run from the project root, on the folder that `node bench/answers.ts` left:
// node bench/place-in-story.ts [folder] [articles]

const db = await openDatabase(process.argv[2] ?? '/tmp/kurzwelle-bench-100000');
const storage = createStorage(db);
const count = Number(process.argv[3] ?? 300);
const samples = await storage.articles.list({ limit: count });
const begun = cpuMs();
const placer = await openStoryPlacer(storage);
const recalled = cpuMs() - begun;
const times: number[] = [];
const undone = new Error('taken back');
await storage
  .transaction(async (queries) => {
    for (const [index, sample] of samples.toReversed().entries()) {
      const article: Article = { ...sample, id: `bench:${index}` };
      await queries.articles.save(article, { archivedAt: article.publishedAt, isSeed: false });
      const started = cpuMs();
      await placer.place(article, { queries, archivedAt: article.publishedAt });
      times.push(cpuMs() - started);
    }
    throw undone;
  })
  .catch((error: unknown) => {
    if (error !== undone) throw error;
  });
const sorted = times.toSorted((a, b) => a - b);
const { rows } = await sql<{ articles: number }>`select count(*) as articles from articles`.execute(db);
console.table({
  'articles archived': rows[0]?.articles,
  'CPU ms to recall the open stories after a start': recalled,
  'CPU ms an article, mean': times.reduce((sum, time) => sum + time, 0) / times.length,
  'CPU ms an article, median': sorted[sorted.length >> 1],
});
await storage.close();

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
