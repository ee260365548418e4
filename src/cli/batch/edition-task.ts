import { z } from 'zod';
import type { Article } from '../../articles/article.ts';
import type { Briefing } from '../../briefings/briefing.ts';
import { loadConfig } from '../../config/config.ts';
import { createLog } from '../../runtime/log.ts';
import { type Newsroom, openNewsroom } from '../../services/newsroom.ts';
import { openMemoryDatabase } from '../../storage/database.ts';
import { topicsOf } from '../read-sources.ts';
import { openConfiguredModel } from '../temporary-newsroom.ts';
import { articlesField, dayField } from './article-tasks.ts';

const inputSchema = z.object({
  id: z.string(),
  at: dayField,
  interest: z.string().default('everything'),
  language: z.string().default('en'),
  length: z.enum(['headlines', 'short', 'normal', 'long']).default('normal'),
  articles: articlesField.min(1),
});

/** A line of output: the stories of a briefing in their order, then those listed by title only. */
export interface EditionOutput {
  readonly id: string;
  readonly stories: readonly {
    readonly title: string;
    /** The article of the title: the source of a story without statements. */
    readonly articles: readonly string[];
    readonly statements: readonly { readonly text: string; readonly citations: readonly { articleId: string }[] }[];
  }[];
  readonly also: readonly { readonly title: string; readonly articleId: string }[];
}

/** `batch editions`: the briefing that a subscription would get if a line's articles were all there is, and nothing had been delivered before. */
export async function editionsTask(line: unknown): Promise<EditionOutput> {
  const { id, briefing } = await composeEdition(line);
  return outputOf(id, briefing);
}

/** The briefing of a line's articles, and the story that each of them joined. */
export async function composeEdition(
  line: unknown,
): Promise<{ readonly id: string; readonly briefing: Briefing; readonly storyOf: ReadonlyMap<string, number> }> {
  const { id, at, articles, ...request } = inputSchema.parse(line);
  const config = loadConfig(process.env);
  const endOfDay = Temporal.PlainDate.from(at).add({ days: 1 }).toZonedDateTime('UTC').toInstant();
  const oldestFirst = articles
    .map((article) => ({ ...article, topics: topicsOf(article, config) }))
    .toSorted((a, b) => Temporal.Instant.compare(a.publishedAt, b.publishedAt));
  const newest = oldestFirst.at(-1)?.publishedAt ?? endOfDay;
  const now = Temporal.Instant.compare(newest, endOfDay) > 0 ? newest.add({ minutes: 1 }) : endOfDay;
  const db = await openMemoryDatabase();
  const newsroom = await openNewsroom({
    config,
    db,
    clock: { now: () => now },
    model: await openConfiguredModel(config),
    log: createLog({ level: 'warn', isTerminal: process.stderr.isTTY === true }),
  });
  try {
    const briefing = await composeOver(newsroom, oldestFirst, request);
    return { id, briefing, storyOf: await newsroom.storage.relatedStories.eventsOf(articles.map((one) => one.id)) };
  } finally {
    await newsroom.storage.close();
  }
}

/** As a scheduled delivery asks its desk; the line's articles are what its interest has selected, in a window that begins before the oldest. */
async function composeOver(
  { archiver, readInterest, desk, clock, config }: Newsroom,
  oldestFirst: readonly Article[],
  { interest, language, length }: Pick<z.infer<typeof inputSchema>, 'interest' | 'language' | 'length'>,
): Promise<Briefing> {
  const [oldest] = oldestFirst;
  for (const article of oldestFirst)
    await archiver.archive(article, { archivedAt: article.publishedAt, isSeed: false });
  const { key, languages, selectMain } = readInterest(interest, language);
  return desk.compose({
    interest: key,
    languages,
    select: async (listed) => listed,
    selectMain,
    language,
    length,
    maxStories: config.briefings.maxStories,
    windowStart: (oldest?.publishedAt ?? clock.now()).subtract({ minutes: 1 }),
    windowEnd: clock.now(),
    delivered: async () => new Map(),
    withoutSeed: true,
  });
}

function outputOf(id: string, { stories, also }: Briefing): EditionOutput {
  return {
    id,
    stories: stories.map(({ title, titleArticleId, statements }) => ({
      title,
      articles: [titleArticleId],
      statements: statements.map(({ text, citations }) => ({
        text,
        citations: citations.map(({ articleId }) => ({ articleId })),
      })),
    })),
    also: also.map(({ title, articleId }) => ({ title, articleId })),
  };
}
