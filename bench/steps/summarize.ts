import { summarize as chooseSentences } from '../../src/briefings/statements/summarize.ts';
import { parseConfig } from '../../src/config/config.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { openNewsroom } from '../../src/services/newsroom.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { compare, cpuMs, meanCpuMs, quantile } from '../lib/cpu.ts';
import type { Figure, Step } from '../lib/figure.ts';
import { articleOfPage, samplePages } from '../lib/sample-pages.ts';

/** Three sentences of an article, and a whole briefing; beside Lead-3, the first three sentences. What they are worth: README, Language. */
export const summarize: Step = async ({ quick }) => {
  const articles = (await samplePages()).map((page) => articleOfPage(page));
  const rounds = quick ? 2 : 8;
  const leadThree = ({ blocks, language }: (typeof articles)[number]) =>
    splitSentences(blocks.map(({ text }) => text).join('\n'), language).slice(0, 3);
  const cost = await compare({
    inputs: articles,
    rounds,
    ours: ({ sentences, headline, language }) => chooseSentences(sentences, { max: 3, headline, language }),
    yardstick: leadThree,
  });
  const allLeads = await meanCpuMs(() => articles.map(leadThree));
  const figure = (what: string, value: number, lead: number): Figure => ({
    step: 'summarize',
    what,
    value,
    unit: 'CPU ms',
    yardstick: { what: 'Lead-3', value: lead },
  });
  return [
    figure('an article', cost.ours, cost.yardstick),
    figure(`a briefing over ${articles.length} articles`, await briefingMs(articles, rounds), allLeads),
  ];
};

async function briefingMs(articles: readonly ReturnType<typeof articleOfPage>[], rounds: number): Promise<number> {
  const now = articles
    .map(({ publishedAt }) => publishedAt)
    .toSorted(Temporal.Instant.compare)
    .at(-1);
  if (!now) throw new Error('The sample edition has no article.');
  const { services, archiver, storage, charts } = await openNewsroom({
    config: parseConfig('', 'bench'),
    db: await openMemoryDatabase(),
    clock: { now: () => now.add({ hours: 1 }) },
    log: silentLog,
  });
  for (const article of articles) await archiver.archive(article, { archivedAt: article.publishedAt, isSeed: false });
  const costs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    // Another window each time, or the briefing would be taken as it was kept.
    const since = now.subtract({ hours: 100, minutes: round });
    const request = { interest: 'everything', since, length: 'normal', language: 'en', zone: 'UTC' } as const;
    costs.push(await cpuMs(() => services.briefings.briefNow(request)));
  }
  await charts.stop();
  await storage.close();
  return quantile(costs, 0.5);
}
