/** What kind of page an entry leads to; decided from its link before anything is fetched (DW: `a-`, `live-`, `g-` ...). */
export type PageKind = 'article' | 'live' | 'gallery' | 'video' | 'audio' | 'other';

/** A polled source. `namespace` prefixes the ids of its entries: `dw` for Deutsche Welle, else chosen by the operator. */
export interface Feed {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  /** BCP 47 language of the feed's texts. */
  readonly language: string;
  readonly topics: readonly string[];
  readonly namespace: string;
  /** True for the feed that lists what its editors find most important; its order counts as prominence. */
  readonly isTop?: boolean;
  /** True for one that the operator added to the configuration, rather than chosen from the bundled catalog. */
  readonly isOwn?: boolean;
}

/** One listing in a feed, as the feed itself describes it. */
export interface Entry {
  /** `dw:<content id>` for DW, else `<namespace>:<guid or canonical URL>`. Never the raw link. */
  readonly id: string;
  readonly kind: PageKind;
  /** Without DW's `maca` tail, path percent-encoded. */
  readonly url: string;
  readonly title: string;
  readonly lead?: string;
  readonly publishedAt?: Temporal.Instant;
  readonly categories: readonly string[];
  readonly language?: string;
  /** A picture that the feed names, with its alternative text; none where either is missing. */
  readonly picture?: EntryPicture;
  /** 0 for the first entry of the document. */
  readonly position: number;
}

/** A picture by its https address; shown by it, never fetched. `alt` says what it shows, as the feed does. */
export interface EntryPicture {
  readonly url: string;
  readonly alt: string;
}
