import { type ArticleActors, readActorsYielding } from '../actors/read-actors.ts';
import type { Article } from '../articles/article.ts';
import { linesWith, recallLine, restoreLine, withdrawArticle } from '../articles/recalls.ts';
import { canonicalUrl, contentId } from '../feeds/entry-url.ts';
import type { Clock } from '../runtime/clock.ts';
import { runYielding } from '../runtime/yield-to-event-loop.ts';
import type { Queries, Storage } from '../storage/storage.ts';
import { UserError } from '../user-error.ts';

/** What an operator takes back, or puts back. */
export interface RecallRequest {
  /** An article by its link, DW's number or our id, or all articles of `story:<id>`. */
  readonly of: string;
  /** The line, or words of it; without one everything is taken back. */
  readonly line?: string | undefined;
  /** What is right instead, or why: shown in the posts. */
  readonly note?: string | undefined;
  /** Puts back what was taken back before. */
  readonly undo?: boolean | undefined;
}

/** What was taken back or put back. */
export interface Recalled {
  readonly articles: readonly { readonly id: string; readonly headline: string; readonly lines: readonly string[] }[];
  /** How many posts carry something of these articles, and are looked at within a minute. */
  readonly posts: number;
}

/** Articles whose text is changed by a recall in one go. */
const mostArticles = 500;

/**
 * Takes back a line, an article or a story: from now on nothing quotes it, and the corrector edits every post that carries it. What is taken
 * back becomes the next revision of its article, in one transaction, so that a kill leaves all or nothing of it. Throws UserError where
 * nothing is meant.
 */
export async function recall(
  { of, line, note, undo = false }: RecallRequest,
  { storage, clock }: { readonly storage: Storage; readonly clock: Clock },
): Promise<Recalled> {
  const ids = await articleIds(of.trim(), storage);
  const changed = await storage.transaction(async (queries) => {
    const at = clock.now();
    const articles: (Recalled['articles'][number] | undefined)[] = [];
    for (const id of ids) {
      const revisions = await queries.articles.revisionsOf(id);
      const next = undo ? putBack(revisions, line) : takeBack(revisions, { line, note, at: at.toString() });
      if (next) articles.push(await keep(next, { at, queries }));
    }
    return articles.filter((one) => one !== undefined);
  }, 'archive');
  if (changed.length === 0) throw nothingMeant(of, { line, undo });
  return { articles: changed, posts: await storage.corrections.postsCarrying(changed.map(({ id }) => id)) };
}

/** Records that the publisher took an article off its site. Gives false where it is known, or not in the archive. */
export async function withdrawPublished(
  id: string,
  { storage, clock }: { readonly storage: Storage; readonly clock: Clock },
): Promise<boolean> {
  return storage.transaction(async (queries) => {
    const article = await queries.articles.find(id);
    if (!article || article.withdrawn) return false;
    const at = clock.now();
    await keep(
      { article: withdrawArticle(article, { by: 'publisher', at: at.toString() }), lines: [] },
      { at, queries },
    );
    return true;
  }, 'archive');
}

async function articleIds(of: string, storage: Storage): Promise<readonly string[]> {
  const story = /^(?:story:|#)(\d+)$/iu.exec(of)?.[1];
  if (story !== undefined) {
    const found = await storage.stories.find(Number(story));
    if (!found) throw new UserError(({ errors }) => errors.recallOf(of));
    const articles = await storage.articles.list({ storyId: found.id, alsoWithdrawn: true, limit: mostArticles });
    return articles.map(({ id }) => id);
  }
  const number = /^\d+$/u.test(of) ? of : contentId(of);
  const id = number === undefined ? ((await storage.feeds.findByUrl(canonicalUrl(of) ?? of)) ?? of) : `dw:${number}`;
  if (!(await storage.articles.find(id))) throw new UserError(({ errors }) => errors.recallOf(of));
  return [id];
}

interface Change {
  readonly article: Article;
  readonly lines: readonly string[];
}

function takeBack(
  revisions: readonly Article[],
  { line, note, at }: { readonly line?: string | undefined; readonly note?: string | undefined; readonly at: string },
): Change | undefined {
  const newest = revisions.at(-1);
  if (!newest || newest.withdrawn) return undefined;
  const noted = { at, ...(note !== undefined && { note }) };
  if (line === undefined) return { article: withdrawArticle(newest, { by: 'operator', ...noted }), lines: [] };
  // What was posted may come from a revision whose words are others now.
  const holding = revisions.toReversed().find((revision) => linesWith(line, revision).length > 0);
  const quotes = holding ? linesWith(line, holding).map(({ text }) => text) : [];
  if (quotes.length > 1)
    throw new UserError(({ errors }) => errors.recallLines(newest.id, line, String(quotes.length)));
  const [quote] = quotes;
  if (quote === undefined || newest.recalls?.some((known) => known.quote === quote)) return undefined;
  return { article: recallLine(newest, { quote, ...noted }), lines: [quote] };
}

function putBack(revisions: readonly Article[], line: string | undefined): Change | undefined {
  const newest = revisions.at(-1);
  if (!newest) return undefined;
  if (newest.withdrawn) {
    const whole = revisions.findLast(({ withdrawn }) => withdrawn === undefined);
    return whole && line === undefined
      ? { article: { ...whole, revision: newest.revision + 1 }, lines: [] }
      : undefined;
  }
  const lines = (newest.recalls ?? []).map(({ quote }) => quote).filter((quote) => quote.includes(line ?? ''));
  const restored = lines.reduce((article, quote) => restoreLine(article, quote) ?? article, newest);
  return lines.length > 0 ? { article: { ...restored, revision: newest.revision + 1 }, lines } : undefined;
}

async function keep(
  { article, lines }: Change,
  { at, queries }: { readonly at: Temporal.Instant; readonly queries: Queries },
): Promise<Recalled['articles'][number]> {
  const nothing: ArticleActors = { actors: [], quotes: [] };
  const read = article.withdrawn ? nothing : await runYielding(readActorsYielding(article));
  await queries.articles.recall(article, at);
  await queries.actors.link(article, read.actors, read.quotes);
  await retitleStory(article, queries);
  return { id: article.id, headline: article.headline, lines };
}

/** A story is not named by what was taken back, if it has another article. */
async function retitleStory({ id, withdrawn }: Article, { articles, stories }: Queries): Promise<void> {
  const storyId = withdrawn && (await stories.storyOf(id));
  const story = storyId === undefined ? undefined : await stories.find(storyId);
  if (story?.titleArticleId !== id) return;
  const [newest] = await articles.list({ storyId: story.id, limit: 1 });
  if (newest) await stories.retitle(story.id, newest.id);
}

function nothingMeant(
  of: string,
  { line, undo }: { readonly line: string | undefined; readonly undo: boolean },
): UserError {
  return new UserError(({ errors }) => {
    if (undo) return errors.recallNone(of);
    return line === undefined ? errors.recallDone(of) : errors.recallLine(of, line);
  });
}
