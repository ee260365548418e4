/** RSS 1.0, RSS 2.0 and Atom. */
export type FeedForm = 'rss1' | 'rss2' | 'atom';

/** A feed document as its XML says it, the same for all forms; texts are still raw. */
export interface FeedDocument {
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly link?: string | undefined;
  readonly ttl?: string | undefined;
  readonly updated?: string | undefined;
  readonly items: readonly FeedItem[];
}

/** An RSS item or Atom entry, raw. */
export interface FeedItem {
  readonly title?: string | undefined;
  readonly link?: string | undefined;
  readonly guid?: string | undefined;
  /** `dwsyn:contentID`. */
  readonly contentId?: string | undefined;
  readonly description?: string | undefined;
  readonly date?: string | undefined;
  readonly language?: string | undefined;
  readonly categories: readonly string[];
  /** MIME type of an attachment, such as a podcast. */
  readonly enclosureType?: string | undefined;
  /** Pictures that the feed names for the item (Media RSS), with what each shows as the feed says it. */
  readonly pictures?: readonly FeedPicture[];
}

/** A picture as a feed names it, raw. https://www.rssboard.org/media-rss */
export interface FeedPicture {
  readonly url: string;
  /** `image`, or an image MIME type; empty if the feed does not say. */
  readonly kind: string;
  /** In pixels. */
  readonly width: number | undefined;
  readonly alt: string | undefined;
}
