import type { Message, Span } from '../chat/message.ts';
import { context, heading, words } from '../chat/write.ts';
import type { Catalog } from '../wording/catalog.ts';
import { en } from '../wording/en/index.ts';
import { reasonWords } from '../wording/reason.ts';
import type { AlertedFeed, FeedAlert } from './feed-alerts.ts';

/** The operator's alert on feeds that fail or have recovered, in the operator's language. */
export function alertMessage({ kind, feeds }: FeedAlert, zone: string, say: Catalog = en): Message {
  const { feedsUnread, feedsReadAgain, unreadAdvice, readAgainAdvice } = say.trouble;
  const title = kind === 'unread' ? feedsUnread(feeds.length) : feedsReadAgain(feeds.length);
  return {
    summary: `${title}${say.colon}${feeds.map(({ feed }) => feed.name).join(say.subscription.comma)}`,
    blocks: [
      heading(title),
      {
        kind: 'list',
        items: feeds.map((alerted) => (kind === 'unread' ? unreadSpans(alerted, zone, say) : nameOf(alerted))),
      },
      context(kind === 'unread' ? unreadAdvice : readAgainAdvice),
    ],
  };
}

function nameOf({ feed }: AlertedFeed): Span[] {
  return [words(feed.name, 'strong')];
}

function unreadSpans(alerted: AlertedFeed, zone: string, say: Catalog): Span[] {
  const { problem, lastSuccessAt } = alerted;
  const { lastRead, never } = say.service.status;
  const why = problem === undefined ? say.trouble.noAnswerYet : reasonWords(problem, say);
  return [
    ...nameOf(alerted),
    words(`${say.colon}${why}. ${lastRead}${say.colon}`),
    lastSuccessAt ? { kind: 'time', at: lastSuccessAt.toString(), zone, precision: 'minute' } : words(never),
  ];
}
