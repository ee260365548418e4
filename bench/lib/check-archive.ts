import { cleanText } from '../../src/text/clean-text.ts';
import { versionAt } from '../../tests/fakes/fake-site-listing.ts';
import type { PlannedArticle, SitePlan } from '../../tests/fakes/fake-site-plan.ts';
import type { SiteRecord } from '../../tests/fakes/fake-site-record.ts';
import type { ArchivedArticle } from './read-archived.ts';

export interface Completeness {
  /** Articles that the site published, and what became of them. `lost`, `unseen` and `wrong` are failures of the service. */
  readonly published: {
    readonly articles: number;
    readonly archived: number;
    /** Headlines and texts the articles had, whether anybody saw them or not; and those that were kept. */
    readonly versions: number;
    readonly revisions: number;
    /** Taken back before any poll that was allowed: no polite client can have it. */
    readonly betweenPolls: number;
    /** Came after the last poll within the time. */
    readonly notYetPolled: number;
    /** Listed, but its page was not there as long as a feed listed it. */
    readonly neverReadable: number;
    readonly lost: readonly string[];
    /** Never listed in an answer, though its publisher's feed of everything was asked while it stood there. */
    readonly unseen: readonly string[];
    /** Archived with other revisions than the site showed: one twice, one missing. */
    readonly wrong: readonly string[];
  };
}

interface Case {
  readonly plan: SitePlan;
  readonly record: SiteRecord;
  readonly articles: readonly ArchivedArticle[];
  /** When it ended; else with the plan. */
  readonly endMinute?: number;
}

/** Compares the archive with what the site showed, article by article and revision by revision. */
export function checkArchive({ plan, record, articles, endMinute = plan.settings.hours * 60 }: Case): Completeness {
  const archived = new Map(articles.map((article) => [article.id, article]));
  const published = plan.articles.filter((article) => versionAt(article, endMinute));
  const fates = published.map((article) => ({
    article,
    kept: archived.get(article.id)?.headlines,
    shown: shownHeadlines(article, record),
    isListed: record.listed.has(article.id),
  }));
  const missing = fates.filter(({ kept }) => kept === undefined);
  const polled = goodPolls(record);
  const unseen = missing
    .filter(({ isListed }) => !isListed)
    .map(({ article }) => ({ article, ...chances(article, polled) }));
  return {
    published: {
      articles: published.length,
      archived: archived.size,
      versions: published.flatMap(({ versions }) => versions.filter(({ fromMinute }) => fromMinute <= endMinute))
        .length,
      revisions: articles.reduce((sum, { headlines }) => sum + headlines.length, 0),
      betweenPolls: unseen.filter(({ wasAsked, isBack }) => !wasAsked && isBack).length,
      notYetPolled: unseen.filter(({ wasAsked, isBack }) => !wasAsked && !isBack).length,
      neverReadable: missing.filter(({ isListed, shown }) => isListed && shown.length === 0).length,
      lost: missing.filter(({ shown }) => shown.length > 0).map(({ article }) => article.id),
      unseen: unseen.filter(({ wasAsked }) => wasAsked).map(({ article }) => article.id),
      wrong: fates
        .filter(({ kept, shown }) => kept && !isSame(kept, shown))
        .map(({ article, kept, shown }) => `${article.id}: kept ${kept?.join(' | ')}; shown ${shown.join(' | ')}`),
    },
  };
}

/** The minutes in which each publisher's feed of everything gave its list, or said that it is as before. */
function goodPolls({ requests }: SiteRecord): ReadonlyMap<string, readonly number[]> {
  const good = requests.filter(
    ({ kind, outcome }) => kind === 'feed' && /^(ok|not-modified|slow|wrong-type)$/.test(outcome),
  );
  const minutes = [...Map.groupBy(good, ({ id }) => id)];
  return new Map(minutes.map(([id, polls]) => [id, polls.map(({ minute }) => minute)]));
}

/** Whether an article that no answer listed stood in its publisher's feed of everything during a poll, and whether it was taken back. */
function chances({ publisher, versions, untilMinute }: PlannedArticle, polls: ReadonlyMap<string, readonly number[]>) {
  const from = versions[0]?.fromMinute ?? 0;
  const asked = polls.get(`p${publisher}-f0`) ?? [];
  return {
    wasAsked: asked.some((minute) => from <= minute && minute < untilMinute),
    isBack: untilMinute < Number.POSITIVE_INFINITY,
  };
}

/** The headlines under which the site let the article be read: on its page, or in feeds for what has no page worth reading. */
function shownHeadlines({ id, versions }: PlannedArticle, { given, listed }: SiteRecord): readonly string[] {
  const isRead = versions[0]?.article.kind === 'a';
  const revisions = isRead ? given.get(id) : listed.get(id);
  return versions
    .filter(({ article }) => revisions?.has(article.revision))
    .map(({ article }) => cleanText(article.headline));
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
