import type { Message, MessageBlock } from '../chat/message.ts';
import { contentId } from '../feeds/entry-url.ts';
import type { Storage } from '../storage/storage.ts';
import { UserError } from '../user-error.ts';
import { revisionNote } from './revision-note.ts';

/**
 * What became of an article and why: each feed that listed it, the revisions kept, and its story. Takes a link, DW's number or an
 * id of ours. Throws UserError where no feed ever listed it.
 */
export async function explainArticle(idOrUrl: string, storage: Storage, zone: string): Promise<Message> {
  const typed = idOrUrl.trim();
  const number = /^\d+$/.test(typed) ? typed : contentId(typed);
  const id = number === undefined ? typed : `dw:${number}`;
  const [entries, revisions, storyId] = await Promise.all([
    storage.feeds.entriesOf(id),
    storage.articles.revisionsOf(id),
    storage.stories.storyOf(id),
  ]);
  if (entries.length === 0 && revisions.length === 0) {
    throw new UserError(
      `No feed we read has listed "${typed}". Check the link, or see /status for the feeds that are read.`,
    );
  }
  const newest = revisions.at(-1);
  const story = storyId === undefined ? undefined : await storage.stories.find(storyId);
  const title = newest?.headline ?? entries[0]?.title ?? id;
  const time = (at: string): MessageBlock & { kind: 'context' } => ({
    kind: 'context',
    spans: [{ kind: 'time', at, zone, precision: 'minute' }],
  });
  const blocks: MessageBlock[] = [
    { kind: 'heading', level: 1, spans: [{ kind: 'text', text: title }] },
    { kind: 'context', spans: [{ kind: 'text', text: id, style: 'code' }] },
    {
      kind: 'list',
      items: entries.map((entry) => [
        { kind: 'text', text: `${entry.feed_id}: `, style: 'strong' },
        { kind: 'text', text: `${entry.state}: ${entry.reason}. First seen ` },
        ...time(entry.first_seen_at).spans,
      ]),
    },
    ...(revisions.length > 0
      ? [
          {
            kind: 'list' as const,
            items: revisions.map((revision, index) => [
              {
                kind: 'text' as const,
                text: `Revision ${revision.revision}: “${revision.headline}”, ${revisionNote(revision, revisions[index - 1])}, `,
              },
              ...time((revision.modifiedAt ?? revision.publishedAt).toString()).spans,
            ]),
          },
        ]
      : []),
    ...(story
      ? [
          {
            kind: 'paragraph' as const,
            spans: [{ kind: 'text' as const, text: `Story: ${story.title} (${story.articleCount} articles)` }],
          },
        ]
      : []),
  ];
  return { summary: `What became of ${title}`, blocks };
}
