import type { Article, SkipReason } from '../articles/article.ts';
import { diffRevisions } from '../articles/diff-revisions.ts';

const shownNumbers = 3;
const skipped: Readonly<Record<SkipReason, string>> = {
  kind: 'such pages have no text of their own',
  robots: 'robots.txt asks not to read the page',
  'no-text': 'no text was found on the page',
  'not-html': 'the link leads to a file',
};

/** A revision in a few words: how long it is or why it is not, and what is different from the one before. */
export function revisionNote(revision: Article, previous?: Article): string {
  const { sentences, fromFeedOnly } = revision;
  const size = fromFeedOnly
    ? `from the feed only, since ${skipped[fromFeedOnly]}`
    : counted(sentences.length, 'sentence');
  return [size, ...(previous ? changes(previous, revision) : [])].join(', ');
}

function changes(before: Article, now: Article): readonly string[] {
  const { headline, added, removed, numbers } = diffRevisions(before, now);
  const moved = numbers.flatMap((pair) => pair.changes).map((change) => `${change.before} → ${change.now}`);
  return [
    ...(headline ? ['new headline'] : []),
    ...(added.length > 0 ? [`${added.length} added`] : []),
    ...(removed.length > 0 ? [`${removed.length} removed`] : []),
    ...(moved.length > 0 ? [`numbers changed: ${moved.slice(0, shownNumbers).join(', ')}`] : []),
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
