import { type Config, parseConfig } from '../../config/config.ts';
import type { Feed } from '../../feeds/entry.ts';

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
  const list = sampleFeeds.map(
    ([form, id, language, topics]): Feed => ({
      id,
      name: id,
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
