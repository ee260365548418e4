import type { Message, Span } from '../chat/message.ts';
import { context, heading, words } from '../chat/write.ts';
import type { AlertedFeed, FeedAlert } from './feed-alerts.ts';

/** What the operator reads of feeds that are not read any more, or are again. */
export function alertMessage({ kind, feeds }: FeedAlert, zone: string): Message {
  const count = feeds.length === 1 ? '1 feed is' : `${feeds.length} feeds are`;
  const title = kind === 'unread' ? `${count} not read` : `${count} read again`;
  const advice =
    kind === 'unread'
      ? 'Not read for three intervals. Kurzwelle goes on trying and tells when it works again; see /status.'
      : 'What was published in between is read as far as the feeds still list it.';
  return {
    summary: `${title}: ${feeds.map(({ feed }) => feed.name).join(', ')}`,
    blocks: [
      heading(title),
      { kind: 'list', items: feeds.map((alerted) => feedSpans(alerted, kind, zone)) },
      context(advice),
    ],
  };
}

function feedSpans({ feed, problem, lastSuccessAt }: AlertedFeed, kind: FeedAlert['kind'], zone: string): Span[] {
  if (kind === 'read-again') return [words(feed.name, 'strong')];
  const lastRead: Span = lastSuccessAt
    ? { kind: 'time', at: lastSuccessAt.toString(), zone, precision: 'minute' }
    : words('never');
  return [words(feed.name, 'strong'), words(`: ${problem ?? 'no answer yet'}. Last read: `), lastRead];
}
