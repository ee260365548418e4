import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Article } from '../../src/articles/article.ts';
import { corpusArticle } from '../../src/cli/corpus-line.ts';

/** A revision of a stored article, at the time when a feed told it. */
export interface StoredEvent {
  readonly at: Temporal.Instant;
  readonly article: Article;
}

interface StoredLine {
  readonly title: string;
  readonly lead: string | null;
  readonly publishedAt?: string | null;
  readonly firstSeen?: string;
  readonly versions?: readonly { readonly seenAt: string; readonly title: string; readonly lead: string | null }[];
}

/** What the files of stored articles tell from one day to before another, in order of time. */
export function storedEvents(files: readonly string[], days: { from: string; before: string }): readonly StoredEvent[] {
  return files
    .flatMap((file) => gunzipSync(readFileSync(file)).toString().trim().split('\n'))
    .flatMap((line) => eventsOf(JSON.parse(line)))
    .filter(({ at }) => dayOf(at) >= days.from && dayOf(at) < days.before)
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || (a.article.id < b.article.id ? -1 : 1));
}

/** The day of an instant in UTC, as `2023-12-01`. */
export function dayOf(at: Temporal.Instant): string {
  return at.toString().slice(0, 10);
}

/** DW moves the date of what it updates, and only the last one is stored: nothing is published after it was seen. */
function eventsOf(line: StoredLine): readonly StoredEvent[] {
  const versions = line.versions ?? [{ seenAt: line.firstSeen, title: line.title, lead: line.lead }];
  return versions.map(({ seenAt, title, lead }, index) => {
    const seen = seenAt !== undefined && (line.publishedAt ?? '') > seenAt ? { publishedAt: seenAt } : {};
    const article = { ...corpusArticle({ ...line, title, lead, ...seen }), revision: index + 1 };
    return { at: seenAt === undefined ? article.publishedAt : Temporal.Instant.from(seenAt), article };
  });
}
