import type { Article } from '../src/articles/article.ts';
import { defaultRankWeights } from '../src/briefings/ranking/rank-factors.ts';
import { readSources } from '../src/cli/read-sources.ts';
import { parseConfig } from '../src/config/config.ts';
import { type AlertRule, isBreaking } from '../src/deliveries/plan-alerts.ts';
import { createArchiver } from '../src/ingest/archive-article.ts';
import { openMemoryDatabase } from '../src/storage/database.ts';
import { createStorage } from '../src/storage/storage.ts';
import { defaultBreakingRate } from '../src/stories/phase.ts';

/**
 * Which stories of a stream of articles would have alerted, wherever they stood in a top feed: for choosing the rate.
 * `node bench/alerts.ts <file of articles>... [--articles 3] [--hours 6] [--consequence 3.2]`
 */
const { files, rule } = readArguments(process.argv.slice(2));
const articles = (await readSources(files, parseConfig('', 'defaults'))).toSorted((a, b) =>
  Temporal.Instant.compare(a.publishedAt, b.publishedAt),
);
const storage = createStorage(await openMemoryDatabase());
const archiver = createArchiver({ storage });
const stories = new Map<number, Article[]>();
const alerted = new Set<number>();
const delays: number[] = [];
for (const article of articles) {
  const now = article.publishedAt;
  const storyId = await archiver.archive(article, { archivedAt: now, isSeed: false });
  const all = [...(stories.get(storyId) ?? []), article];
  stories.set(storyId, all);
  if (alerted.has(storyId)) continue;
  const publishedAt = all.map((one) => one.publishedAt);
  const recent = all.filter((one) => one.publishedAt.until(now).total('hours') <= rule.hours);
  if (!isBreaking({ articles: recent, publishedAt }, { rule, weights: defaultRankWeights, now })) continue;
  alerted.add(storyId);
  delays.push((publishedAt[0] ?? now).until(now).total('minutes'));
  console.log(`${now.toString({ smallestUnit: 'minute' })}  ${article.headline} (${all.length})`);
}
await storage.close();
const days = new Set(articles.map(({ publishedAt }) => publishedAt.toString().slice(0, 10))).size;
const sorted = delays.toSorted((a, b) => a - b);
console.log(
  JSON.stringify({
    ...{ articles: articles.length, stories: stories.size, days, alerts: alerted.size },
    perDay: Number((alerted.size / days).toFixed(2)),
    atFirst: delays.filter((minutes) => minutes === 0).length,
    medianDelayMinutes: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
    longestDelayMinutes: Math.round(sorted.at(-1) ?? 0),
  }),
);

function readArguments(given: readonly string[]) {
  const numberAfter = (flag: string, otherwise: number): number =>
    given.includes(flag) ? Number(given[given.indexOf(flag) + 1]) : otherwise;
  return {
    files: given.filter((one, index) => !one.startsWith('--') && !given[index - 1]?.startsWith('--')),
    rule: {
      articles: numberAfter('--articles', defaultBreakingRate.articles),
      hours: numberAfter('--hours', defaultBreakingRate.hours),
      consequence: numberAfter('--consequence', 3.2),
      ...{ topPlaces: 0, perDay: 4 },
    } satisfies AlertRule,
  };
}
