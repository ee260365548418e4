import type { SampleLanguage } from './sample-article.ts';

export type SampleFeed = {
  readonly slug: string;
  readonly language: SampleLanguage;
  /** DW's number of the feed, part of the `maca` tail. Those above 90000 are stand-ins: DW's own are not known. */
  readonly number: number;
  readonly title: string;
  readonly subtitle: string;
  readonly homePath: string;
};

/** The feeds the sample edition fills. Odd titles and subtitles are DW's. */
export const sampleFeeds: readonly SampleFeed[] = [
  english('rss-en-all', 1573, 'Deutsche Welle', 'Deutsche Welle', '/english/'),
  english('rss-en-top', 1022, 'Deutsche Welle: DW.com - Top Stories', 'Deutsche Welle: DW.com', '/s-9097'),
  english('rss-en-world', 4025, 'Deutsche Welle: DW.com - World', 'Deutsche Welle: DW.com - World', '/s-1429'),
  english('rss-en-asia', 90001, 'Deutsche Welle: DW.com - Asia', 'Deutsche Welle: DW.com - Asia', '/s-12758'),
  english('rss-en-eu', 90002, 'Deutsche Welle: DW.com - Europe', 'Deutsche Welle: DW.com - Europe', '/s-1433'),
  english('rss-en-bus', 90003, 'Deutsche Welle: DW.com - Business', 'Deutsche Welle: DW.com - Business', '/s-1431'),
  english('rss-en-sports', 90004, 'Deutsche Welle: DW.com - Sports', 'Deutsche Welle: DW.com - Sports', '/s-8171'),
  english('rss_en_science', 90005, 'Deutsche Welle: DW.com - Science', 'Deutsche Welle: DW.com - Science', '/s-12526'),
  english(
    'rss-en-cul',
    2090,
    'Deutsche Welle: DW.com - Culture & Lifestyle',
    'Deutsche Welle: DW.com - Germany',
    '/s-1441',
  ),
  {
    slug: 'rss-de-all',
    language: 'de',
    number: 1119,
    title: 'Deutsche Welle',
    subtitle: 'Deutsche Welle',
    homePath: '/german/',
  },
];

function english(slug: string, number: number, title: string, subtitle: string, homePath: string): SampleFeed {
  return { slug, language: 'en', number, title, subtitle, homePath };
}
