import { formatSubscriptions } from './subscription-file.ts';
import { openForAnswers } from './temporary-newsroom.ts';

/** `kurzwelle export --subscriptions`: all channels' subscriptions as YAML for `kurzwelle import`. Reads beside a running service. */
export async function exportSubscriptions(): Promise<void> {
  const { storage, services } = await openForAnswers({});
  try {
    const all = await storage.subscriptions.list();
    const channels = new Map(all.map(({ channel }) => [JSON.stringify(channel), channel]));
    const listing = [...channels].map(async ([key, channel]) => ({
      settings: await services.settings.of(channel),
      subscriptions: all.filter((one) => JSON.stringify(one.channel) === key),
    }));
    process.stdout.write(formatSubscriptions(await Promise.all(listing)));
  } finally {
    await storage.close();
  }
}
