import type { EntryPicture, PageKind } from '../feeds/entry.ts';

/** A paragraph, subhead, list item or live-blog post heading of an article, white space normalized, without boilerplate. */
export interface Block {
  readonly kind: 'paragraph' | 'subhead' | 'item';
  readonly text: string;
  /** For posts of a live blog: when that post was written. */
  readonly at?: Temporal.Instant;
}

/** A picture of an article; shown by URL, never fetched. */
export interface Picture {
  readonly url: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** A related article of the publisher, linked from the page. */
export interface RelatedLink {
  readonly url: string;
  readonly title: string;
}

/** Why no page was read: its kind has no prose, robots.txt disallows it, it has no text, or it is a file. */
export type SkipReason = 'kind' | 'robots' | 'no-text' | 'not-html';

/** What the extractor reads from a page: everything but identity and revision, which the archive adds. */
export interface ExtractedPage {
  readonly headline: string;
  readonly kicker?: { readonly topic?: string; readonly region?: string };
  readonly lead?: string;
  readonly blocks: readonly Block[];
  readonly pictures: readonly Picture[];
  readonly authors: readonly string[];
  readonly place?: string;
  /** Credited agencies, as printed: `AP`, `dpa`. */
  readonly agencies: readonly string[];
  readonly publishedAt?: Temporal.Instant;
  readonly modifiedAt?: Temporal.Instant;
  readonly section?: string;
  readonly language?: string;
  readonly canonicalUrl?: string;
  /** Articles linked in the text first, then those in boxes on its topic. */
  readonly related?: readonly RelatedLink[];
  /** How the text was found: the page's own data, DW's layout hooks, Readability, or plain text. */
  readonly method: 'page-data' | 'dw-modern' | 'dw-classic' | 'readability' | 'plain-text';
}

/** An entry's page, extracted and kept. `revision` counts from 1; a changed headline, text or date makes the next. */
export interface Article extends Omit<ExtractedPage, 'publishedAt' | 'language' | 'method' | 'canonicalUrl'> {
  readonly id: string;
  readonly revision: number;
  readonly kind: PageKind;
  readonly url: string;
  readonly language: string;
  readonly publishedAt: Temporal.Instant;
  readonly topics: readonly string[];
  /** The feed's text next to the headline. */
  readonly feedPicture?: EntryPicture;
  /** Set if only the feed's data is known: the reason why the page was not read. */
  readonly fromFeedOnly?: SkipReason;
  /** The lead's sentences first, then the body's in order; never headline, caption or subhead. */
  readonly sentences: readonly Sentence[];
  /** What the operator took back of its text; not among `blocks` and `sentences`. */
  readonly recalls?: readonly RecalledLine[];
  /** Set if all of it was taken back: it has no text then. */
  readonly withdrawn?: Withdrawal;
}

/** A line that an operator took back. */
export interface RecalledLine {
  /** The sentence, as it was printed. */
  readonly quote: string;
  /** When it was taken back (ISO). */
  readonly at: string;
  /** What is right instead, or why, in the operator's words. */
  readonly note?: string;
  /** The paragraph that it stood in, as it was; -1 for the lead. Absent where the text no longer had it. */
  readonly from?: { readonly block: number; readonly text: string };
}

/** An article that was taken back, by whoever published it or by the operator of this service. */
export interface Withdrawal {
  readonly by: 'publisher' | 'operator';
  readonly at: string;
  readonly note?: string;
}

/** A sentence of an article; (article, revision, `index`) identifies it permanently, for citations. */
export interface Sentence {
  readonly index: number;
  readonly text: string;
  readonly role: 'lead' | 'body';
  /** Index into the article's `blocks`; -1 for the lead. */
  readonly block: number;
}

/** In place of a sentence's index: the headline. */
export const headlineSentence = -1;

/** The headline as a sentence. */
export function headlineAsSentence({ headline }: Pick<Article, 'headline'>): Sentence {
  return { index: headlineSentence, text: headline, role: 'lead', block: headlineSentence - 1 };
}

/** The sentence, or headline, that an index stands for; undefined if the article has none such. */
export function sentenceAt(article: Pick<Article, 'headline' | 'sentences'>, index: number): Sentence | undefined {
  return index === headlineSentence
    ? headlineAsSentence(article)
    : article.sentences.find((sentence) => sentence.index === index);
}

/** When this revision was published: DW re-dates an article when it revises it, and its "on Monday" counts from that date. */
export function revisedAt({ modifiedAt, publishedAt }: Pick<Article, 'modifiedAt' | 'publishedAt'>): Temporal.Instant {
  return modifiedAt ?? publishedAt;
}
