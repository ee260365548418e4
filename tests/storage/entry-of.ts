import type { Storage } from '../../src/storage/storage.ts';
import type { EntryRow } from '../../src/storage/tables.ts';

/** The row of an article in one feed's list. */
export async function entryOf(
  { feeds }: Pick<Storage, 'feeds'>,
  feedId: string,
  articleId: string,
): Promise<EntryRow | undefined> {
  return (await feeds.entriesOf(articleId)).find(({ feed_id }) => feed_id === feedId);
}
