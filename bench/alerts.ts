import { readSources } from '../src/cli/read-sources.ts';
import { parseConfig } from '../src/config/config.ts';
import { createArchiver } from '../src/ingest/archive-article.ts';
import { openMemoryDatabase } from '../src/storage/database.ts';
import { createStorage } from '../src/storage/storage.ts';
import { defaultBreakingRate, phaseOf } from '../src/stories/phase.ts';

/**
 * Which stories of a stream of articles would have alerted, wherever they stood in a top feed: for choosing the rate.
 * `node bench/alerts.ts <file of articles>... [--articles 3] [--hours 6]`
 */
const { files, rate } = readArguments(process.argv.slice(2));
const articles = (await readSources(files, parseConfig('', 'defaults'))).toSorted((a, b) =>
  Temporal.Instant.compare(a.publishedAt, b.publishedAt),
);
const storage = createStorage(await openMemoryDatabase());
const archiver = createArchiver({ storage });
const published = new Map<number, Temporal.Instant[]>();
const phases = new Map<string, number>();
const alerted = new Set<number>();
for (const article of articles) {
  const at = article.publishedAt;
  const storyId = await archiver.archive(article, { archivedAt: at, isSeed: false });
  const times = [...(published.get(storyId) ?? []), at];
  published.set(storyId, times);
  const phase = phaseOf(times, at, rate);
  phases.set(phase, (phases.get(phase) ?? 0) + 1);
  if (phase !== 'breaking' || alerted.has(storyId)) continue;
  alerted.add(storyId);
  console.log(`${at.toString({ smallestUnit: 'minute' })}  ${article.headline} (${times.length})`);
}
await storage.close();
console.log(
  JSON.stringify({
    articles: articles.length,
    stories: published.size,
    alerts: alerted.size,
    ...Object.fromEntries(phases),
  }),
);

function readArguments(given: readonly string[]) {
  const numberAfter = (flag: string, otherwise: number): number =>
    given.includes(flag) ? Number(given[given.indexOf(flag) + 1]) : otherwise;
  return {
    files: given.filter((one, index) => !one.startsWith('--') && !given[index - 1]?.startsWith('--')),
    rate: {
      articles: numberAfter('--articles', defaultBreakingRate.articles),
      hours: numberAfter('--hours', defaultBreakingRate.hours),
    },
  };
}
