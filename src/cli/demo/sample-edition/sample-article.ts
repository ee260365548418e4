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
