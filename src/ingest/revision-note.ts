import type { Article } from '../articles/article.ts';
import { diffRevisions } from '../articles/diff-revisions.ts';
import type { Catalog } from '../wording/catalog.ts';

const shownNumbers = 3;

/** A revision in a few words: how long it is or why it is not, and what is different from the one before. */
export function revisionNote(revision: Article, previous: Article | undefined, { why }: Catalog): string {
  const { sentences, fromFeedOnly } = revision;
  const size = fromFeedOnly ? why.feedOnly(why.skipped[fromFeedOnly]) : why.sentences(sentences.length);
  return [size, ...(previous ? changes(previous, revision, why) : [])].join(', ');
}

function changes(before: Article, now: Article, why: Catalog['why']): readonly string[] {
  const { headline, added, removed, numbers } = diffRevisions(before, now);
  const moved = numbers.flatMap((pair) => pair.changes).map((change) => `${change.before} → ${change.now}`);
  return [
    ...(headline ? [why.newHeadline] : []),
    ...(added.length > 0 ? [why.added(added.length)] : []),
    ...(removed.length > 0 ? [why.removed(removed.length)] : []),
    ...(moved.length > 0 ? [why.numbers(moved.slice(0, shownNumbers).join(', '))] : []),
  ];
}
