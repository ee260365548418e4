import type { MuteService } from '../../commands/define-command.ts';
import type { StorySummary } from '../answers/archive.ts';
import type { Article } from '../articles/article.ts';
import type { ChannelRef } from '../chat/chat.ts';
import type { Queries } from '../storage/storage.ts';
import type { ChannelSettings } from '../subscriptions/channel-settings.ts';
import type { ReadInterest } from '../subscriptions/interest-reader.ts';

export interface MuteOptions {
  readonly storage: Pick<Queries, 'mutedStories' | 'stories'>;
  readonly settingsOf: (channel: ChannelRef) => Promise<ChannelSettings>;
  readonly now: () => Temporal.Instant;
}

/** Mutes stories for a channel, and lists those it muted. One that merged into another mutes that one. */
export function createMuteService({ storage, settingsOf, now }: MuteOptions): MuteService {
  return {
    of: ({ channel }) => storiesMuted(channel, storage),

    async add({ channel, userId }, storyId) {
      await storage.mutedStories.add(channel, storyId, { by: userId, at: now(), ...(await settingsOf(channel)) });
    },

    async remove({ channel }, storyId) {
      for (const id of await storage.mutedStories.list(channel)) {
        if (id === storyId || (await storage.stories.find(id))?.id === storyId)
          await storage.mutedStories.remove(channel, id);
      }
    },
  };
}

async function storiesMuted(
  channel: ChannelRef,
  { mutedStories, stories }: MuteOptions['storage'],
): Promise<readonly StorySummary[]> {
  const found = await Promise.all((await mutedStories.list(channel)).map((id) => stories.find(id)));
  const byId = new Map(found.flatMap((story) => (story ? [[story.id, story] as const] : [])));
  return [...byId.values()];
}

/** What is read without the stories that a channel muted; named so, since channels that muted the same share their briefings. */
export async function withoutMuted<Read extends Pick<ReadInterest, 'key' | 'select'>>(
  read: Read,
  channel: ChannelRef,
  storage: MuteOptions['storage'],
): Promise<Read> {
  const muted = new Set((await storiesMuted(channel, storage)).map(({ id }) => id));
  if (muted.size === 0) return read;
  return {
    ...read,
    key: `${read.key} without stories ${[...muted].toSorted((a, b) => a - b).join()}`,
    async select(articles: readonly Article[]) {
      const selected = await read.select(articles);
      const stories = await storage.stories.storiesOf(selected.map(({ id }) => id));
      return selected.filter(({ id }) => !muted.has(stories.get(id) ?? -1));
    },
  };
}
