import type { SampleArticle, SampleLanguage } from '../../src/cli/demo/sample-edition/sample-article.ts';
import { languageOf, namespaceOf, planArticle } from './fake-site-plan-article.ts';
import { createRandom } from './fake-site-random.ts';
import { type FeedTrouble, type PageTrouble, planFeedTroubles } from './fake-site-troubles.ts';

export interface SiteSettings {
  readonly seed: string;
  readonly start: Temporal.Instant;
  readonly hours: number;
  readonly feeds: number;
  /** Each publisher has a host, a feed of everything, one of top stories, and feeds by topic. */
  readonly feedsPerPublisher?: number;
  readonly articlesPerDay?: number;
  /** Articles of each publisher that are there when it begins. */
  readonly backlog?: number;
  /** Nothing new comes before. */
  readonly quietHours?: number;
  readonly paragraphs?: number;
  /** False: a site without troubles. */
  readonly troubles?: boolean;
}

/** All that will happen on the site. Moments are minutes since its start; what was there before has negative ones. */
export interface SitePlan {
  readonly settings: SiteSettings;
  readonly feeds: readonly PlannedFeed[];
  readonly articles: readonly PlannedArticle[];
}

export interface PlannedFeed {
  readonly id: string;
  readonly publisher: number;
  readonly language: SampleLanguage;
  readonly form: 'rdf' | 'xml' | 'atom';
  /** `dw`, or the publisher's own. */
  readonly namespace: string;
  /** Lists so many articles, the newest. */
  readonly capacity: number;
  readonly articles: readonly PlannedArticle[];
  /** `stuck`: an ETag that stays the same whatever changes. */
  readonly validators: 'etag' | 'last-modified' | 'none' | 'stuck';
  readonly maxAgeMinutes?: number;
  readonly troubles: readonly FeedTrouble[];
}

export interface PlannedArticle {
  /** Its id in the archive. */
  readonly id: string;
  readonly publisher: number;
  readonly versions: readonly PlannedVersion[];
  /** When its publisher takes it out of all feeds; the page stays. */
  readonly untilMinute: number;
  readonly trouble?: PageTrouble;
}

export interface PlannedVersion {
  readonly fromMinute: number;
  readonly article: SampleArticle;
}

/** Decides everything that happens on a site from its seed. */
export function planSite(settings: SiteSettings): SitePlan {
  const perPublisher = settings.feedsPerPublisher ?? 15;
  const publishers = Math.ceil(settings.feeds / perPublisher);
  const sites = Array.from({ length: publishers }, (_, publisher) => {
    const count = Math.min(perPublisher, settings.feeds - publisher * perPublisher);
    return planPublisher(publisher, count, settings);
  });
  return { settings, feeds: sites.flatMap(({ feeds }) => feeds), articles: sites.flatMap(({ articles }) => articles) };
}

function planPublisher(publisher: number, feeds: number, settings: SiteSettings): Pick<SitePlan, 'feeds' | 'articles'> {
  const { seed, hours, quietHours = 0, articlesPerDay = 20, backlog = 60 } = settings;
  const random = createRandom(seed, 'publisher', publisher);
  const fresh = Math.round((articlesPerDay * (hours - quietHours)) / 24);
  const moments = [
    ...Array.from({ length: backlog }, () => -random.between(5, 20 * 24 * 60)),
    ...Array.from({ length: fresh }, () => random.between(quietHours * 60 + 1, hours * 60 - 1)),
  ].toSorted((a, b) => a - b);
  const events = Array.from({ length: Math.ceil(moments.length / 2) }, (_, event) => `${publisher}-${event}`);
  const articles = moments.map((fromMinute, index) => {
    // Articles on one event come close together.
    const event = events[Math.floor(index / 2) + (random.chance(0.3) ? 1 : 0)] ?? `${publisher}-last`;
    return planArticle({ publisher, number: 10_000 * (publisher + 1) + index, fromMinute, event, random }, settings);
  });
  return {
    articles,
    feeds: Array.from({ length: feeds }, (_, index) => planFeed({ publisher, index, articles }, settings)),
  };
}

function planFeed(
  { publisher, index, articles }: { publisher: number; index: number; articles: readonly PlannedArticle[] },
  settings: SiteSettings,
): PlannedFeed {
  const id = `p${publisher}-f${index}`;
  const random = createRandom(settings.seed, 'feed', id);
  const troubled = settings.troubles ?? true;
  const habit = random.between(0, 9);
  return {
    id,
    publisher,
    language: languageOf(publisher),
    // Publishers other than DW are known by their guid, which only this form has.
    form: namespaceOf(publisher) === 'dw' ? random.pick(['rdf', 'xml', 'atom'] as const) : 'xml',
    namespace: namespaceOf(publisher),
    capacity: index === 0 ? 150 : random.between(15, 60),
    articles: index === 0 ? articles : articles.filter(() => random.chance(0.15)),
    validators: troubled && index > 0 ? validatorsOf(habit) : 'etag',
    ...(habit === 8 ? { maxAgeMinutes: 45 } : {}),
    troubles: troubled ? planFeedTroubles(random, settings.hours * 60, index) : [],
  };
}

function validatorsOf(habit: number): PlannedFeed['validators'] {
  if (habit === 0) return 'stuck';
  if (habit === 1) return 'none';
  return habit <= 3 ? 'last-modified' : 'etag';
}
