import type { Article } from '../../articles/article.ts';
import { type Recalled, recall } from '../../ingest/recall.ts';
import { systemClock } from '../../runtime/clock.ts';
import { UserError } from '../../user-error.ts';
import { printJson } from '../terminal-output.ts';
import { withStorage } from '../with-storage.ts';

export interface RecallOptions {
  readonly line?: string;
  readonly note?: string;
  readonly undo?: boolean;
  readonly json?: boolean;
}

const mostListed = 100;

/**
 * `kurzwelle recall`: retracts a line, an article or a story, while the service runs, which edits the posts that contain it; without
 * arguments it lists what was retracted.
 */
export async function recallFromPosts(
  of: string | undefined,
  { json = false, ...options }: RecallOptions,
): Promise<void> {
  await withStorage(async (storage) => {
    if (of === undefined) {
      if (options.line !== undefined || options.undo)
        throw new UserError('Say of what: kurzwelle recall <link, id or story:<id>> --line "...".');
      const articles = await storage.articles.recalled(mostListed);
      if (json)
        printJson(articles.map(({ id, headline, withdrawn, recalls }) => ({ id, headline, withdrawn, recalls })));
      else print(articles.length === 0 ? 'Nothing has been retracted.' : articles.map(describeArticle).join('\n'));
      return;
    }
    const recalled = await recall({ of, ...options }, { storage, clock: systemClock });
    if (json) printJson(recalled);
    else print(describe(recalled, options.undo === true));
  });
}

function describe({ articles, posts }: Recalled, isUndone: boolean): string {
  const what = articles.map(({ id, headline, lines }) => `${id}  ${lines.length > 0 ? lines.join(' / ') : headline}`);
  const where =
    posts === 0
      ? 'No post carries it.'
      : `${posts} ${posts === 1 ? 'post carries' : 'posts carry'} something of it; the running service corrects them within a minute.`;
  return [isUndone ? 'Restored:' : 'Retracted and no longer quoted:', ...what, where].join('\n');
}

function describeArticle({ id, headline, withdrawn, recalls = [] }: Article): string {
  const noteOf = (note: string | undefined): string => (note === undefined ? '' : `  (${note})`);
  if (withdrawn) return `${id}  withdrawn by the ${withdrawn.by} ${withdrawn.at}: ${headline}${noteOf(withdrawn.note)}`;
  return recalls.map(({ quote, at, note }) => `${id}  ${at}: ${quote}${noteOf(note)}`).join('\n');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
