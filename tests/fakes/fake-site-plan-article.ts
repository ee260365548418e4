import type { SampleLanguage } from '../../src/cli/demo/sample-edition/sample-article.ts';
import { inventEvent, tellEvent } from './fake-site-news.ts';
import type { PlannedArticle, SiteSettings } from './fake-site-plan.ts';
import type { Random } from './fake-site-random.ts';
import { planPageTrouble } from './fake-site-troubles.ts';

/** Decides how an article is told, updated, taken back, and what its page does. */
export function planArticle(
  spot: { publisher: number; number: number; fromMinute: number; event: string; random: Random },
  { seed, start, hours, paragraphs = 12, troubles = true }: SiteSettings,
): PlannedArticle {
  const { publisher, number, fromMinute, random } = spot;
  const updates = random.chance(0.25) ? random.between(1, 3) : 0;
  const moments = [fromMinute];
  for (let update = 0; update < updates; update++) moments.push((moments.at(-1) ?? 0) + random.between(20, 600));
  const kind = random.chance(0.94) ? ('a' as const) : random.pick(['g', 'video'] as const);
  const event = inventEvent(languageOf(publisher), `${seed}-${spot.event}`);
  const versions = moments
    .filter((minute) => minute < hours * 60)
    .map((minute, revision) => ({
      fromMinute: minute,
      article: {
        ...tellEvent(event, String(number), revision, paragraphs),
        id: String(number),
        revision,
        kind,
        language: event.language,
        publishedAt: start.add({ minutes: fromMinute }),
        modifiedAt: start.add({ minutes: minute }),
        authors: [],
        feeds: [],
        pictures: [],
      },
    }));
  const trouble = troubles ? planPageTrouble(random, fromMinute) : undefined;
  return {
    id: `${namespaceOf(publisher)}:${number}`,
    publisher,
    versions,
    untilMinute: troubles ? withdrawnAt(random, fromMinute) : Number.POSITIVE_INFINITY,
    ...(trouble ? { trouble } : {}),
  };
}

/** Few articles are taken back: some within minutes, between two polls, some within the day. */
function withdrawnAt(random: Random, fromMinute: number): number {
  if (random.chance(0.03)) return fromMinute + random.between(1, 10);
  if (random.chance(0.03)) return fromMinute + random.between(60, 1_200);
  return Number.POSITIVE_INFINITY;
}

/** The language a publisher writes in. */
export function languageOf(publisher: number): SampleLanguage {
  return publisher % 3 === 2 ? 'de' : 'en';
}

/** What the archive's ids of a publisher begin with: its own, or `dw`. */
export function namespaceOf(publisher: number): string {
  return publisher % 4 === 3 ? `publisher${publisher}` : 'dw';
}
