import type { ChannelRef } from '../../chat/chat.ts';
import type { Storage } from '../../storage/storage.ts';
import { openForAnswers } from '../temporary-newsroom.ts';
import { formatSubscriptions } from './format-subscriptions.ts';

/** `kurzwelle export --subscriptions`: all channels' subscriptions as YAML for `kurzwelle import`. Reads beside a running service. */
export async function exportSubscriptions(): Promise<void> {
  const { storage, services } = await openForAnswers({});
  try {
    const all = await storage.subscriptions.list();
    const channels = new Map(all.map(({ channel }) => [JSON.stringify(channel), channel]));
    const listing = [...channels].map(async ([key, channel]) => ({
      settings: await services.settings.of(channel),
      muted: await mutedIn(channel, storage),
      subscriptions: all.filter((one) => JSON.stringify(one.channel) === key),
    }));
    process.stdout.write(formatSubscriptions(await Promise.all(listing)));
  } finally {
    await storage.close();
  }
}

/** The muted stories of a channel, by the article each has its title from. */
async function mutedIn(channel: ChannelRef, { mutedStories, stories }: Storage): Promise<readonly string[]> {
  const found = await Promise.all((await mutedStories.list(channel)).map((id) => stories.find(id)));
  return [...new Set(found.flatMap((story) => story?.titleArticleId ?? []))];
}
