import type { Caller } from '../../chat/chat.ts';
import type { LocalChat } from '../../chat/local/local-chat.ts';
import { type Config, parseConfig, readBundled } from '../../config/config.ts';
import type { Feed } from '../../feeds/entry.ts';
import { parseFeedCatalog } from '../../feeds/feed-catalog.ts';
import type { Newsroom } from '../../services/newsroom.ts';
import { en } from '../../wording/en/index.ts';
import { dayAndMonth } from '../../wording/formats.ts';

/** The demo's clock is that of Berlin. */
export const zone = 'Europe/Berlin';

/** The feeds read: form, id, language and topics. */
export const sampleFeeds = [
  ['xml', 'rss-en-top', 'en', []],
  ['rdf', 'rss-en-all', 'en', []],
  ['atom', 'rss-en-asia', 'en', ['asia']],
  ['xml', 'rss-en-world', 'en', ['world']],
  ['xml', 'rss-en-eu', 'en', ['europe']],
  ['atom', 'rss-en-bus', 'en', ['business']],
  ['xml', 'rss-en-sports', 'en', ['sports']],
  ['rdf', 'rss_en_science', 'en', ['science']],
  ['xml', 'rss-en-cul', 'en', ['culture']],
  ['xml', 'rss-de-all', 'de', []],
] as const;

/** The defaults, with the sample edition's feeds at this address. */
export function demoConfig(siteUrl: string): Config {
  const catalog = parseFeedCatalog(readBundled('feeds.yaml'));
  const list = sampleFeeds.map(
    ([form, id, language, topics]): Feed => ({
      id,
      name: catalog.get(id)?.name ?? id,
      url: `${siteUrl}/${form}/${id}`,
      language,
      topics,
      namespace: 'dw',
      ...(id === 'rss-en-top' ? { isTop: true } : {}),
    }),
  );
  const defaults = parseConfig('', 'the demo');
  // The replay asks all feeds each time.
  const feeds = { ...defaults.feeds, list, slowestMinutes: defaults.feeds.everyMinutes };
  return { ...defaults, feeds, briefings: { ...defaults.briefings, zone } };
}

/** The demo's channels, each with a description of its subscription. */
export const channels = [
  { id: 'newsroom', purpose: 'Everything, daily at 08:00 in Berlin' },
  { id: 'asia-desk', purpose: 'Asia, daily at 08:00 in Seoul' },
  { id: 'deutsch', purpose: 'Alles auf Deutsch, täglich um 08:00' },
];

/** Subscribes each channel as its purpose says. */
export async function subscribeChannels({ services }: Newsroom, chat: LocalChat): Promise<void> {
  const caller = (channelId: string): Caller => {
    const channel = chat.channel(channelId);
    if (!channel) throw new Error(`No channel ${channelId} in the demo`);
    return { channel, userId: 'demo', userName: 'Demo', mayManage: true, locale: 'en' };
  };
  await services.subscriptions.add(caller('newsroom'), { interest: 'everything', times: '08:00', zone });
  await services.subscriptions.add(caller('asia-desk'), { interest: 'asia', times: '08:00', zone: 'Asia/Seoul' });
  await services.subscriptions.add(caller('deutsch'), { interest: 'everything', times: '08:00', zone, language: 'de' });
  for (const [index, { id, purpose }] of channels.entries())
    step(index === 0 ? 'Channels' : '', `${nameOf({ channelId: id })}${purpose}`);
}

/** Padded to the longest, so that what follows is aligned. */
export function nameOf({ channelId }: { readonly channelId: string }): string {
  return `#${channelId}`.padEnd(Math.max(...channels.map(({ id }) => id.length)) + 3);
}

/** One step of the demo, its label in a column of its own. */
export function step(label: string, text: string): void {
  say(`${label.padEnd(11)} ${text}`);
}

/** A line of the demo. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** `18 July 08:00`, by the clock of the demo's zone. */
export function dayTime(at: Temporal.Instant): string {
  const time = at.toZonedDateTimeISO(zone);
  return `${dayAndMonth(time.toPlainDate(), en)} ${clockTime(time)}`;
}

/** `08:00`. */
export function clockTime(time: Temporal.ZonedDateTime): string {
  return time.toPlainTime().toString({ smallestUnit: 'minute' });
}
