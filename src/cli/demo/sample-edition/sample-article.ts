/** What the feeds and addresses of DW tell apart: article, live blog, picture gallery, video. */
type SampleKind = 'a' | 'live' | 'g' | 'video';

export type SampleLanguage = 'en' | 'de';

export type SamplePicture = { readonly id: string; readonly caption: string; readonly credit: string };

/** One piece of an article's body, in reading order. A `post` opens an entry of a live blog. */
export type SampleBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'picture'; readonly picture: SamplePicture }
  | { readonly kind: 'video'; readonly id: string; readonly headline: string }
  | { readonly kind: 'post'; readonly at: Temporal.Instant; readonly heading: string };

/** One revision of one sample article: one file of `config/sample/articles`. */
export type SampleArticle = {
  readonly id: string;
  readonly revision: number;
  readonly kind: SampleKind;
  readonly language: SampleLanguage;
  readonly slug: string;
  readonly headline: string;
  readonly kicker: { readonly topic: string; readonly region?: string | undefined };
  readonly lead: string;
  /** When the article first appeared; the same in all its revisions. */
  readonly publishedAt: Temporal.Instant;
  /** When this revision appeared: the date its feeds show, and the moment the server begins to show it. */
  readonly modifiedAt: Temporal.Instant;
  readonly authors: readonly string[];
  readonly feeds: readonly string[];
  readonly category: string;
  readonly pictures: readonly SamplePicture[];
  /** Closing credit such as `los/nm (AP, AFP, Reuters)`. */
  readonly agency?: string | undefined;
  readonly editedBy?: string | undefined;
  readonly blocks: readonly SampleBlock[];
};

/** All revisions, oldest first. */
export type SampleEdition = { readonly articles: readonly SampleArticle[] };

/** The address below the host, slug unescaped as DW writes it in feeds. */
export function articlePath({ language, slug, kind, id }: SampleArticle): string {
  return `/${language}/${slug}/${kind}-${id}`;
}

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

/** The newest revision of each article that has appeared by `now`, newest first, as a feed lists them. */
export function visibleArticles({ articles }: SampleEdition, now: Temporal.Instant): readonly SampleArticle[] {
  const newest = new Map<string, SampleArticle>();
  for (const article of articles) {
    if (Temporal.Instant.compare(article.modifiedAt, now) <= 0) newest.set(article.id, article);
  }
  return [...newest.values()].sort(
    (a, b) => Temporal.Instant.compare(b.modifiedAt, a.modifiedAt) || Number(b.id) - Number(a.id),
  );
}
