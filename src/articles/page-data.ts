import { readApolloState } from './apollo-state.ts';
import { readJsonLd } from './json-ld.ts';
import { scriptsOf } from './page-scripts.ts';

/** A page's metadata from its scripts. */
export interface PageData {
  readonly headline?: string;
  readonly lead?: string;
  readonly authors: readonly string[];
  readonly publishedAt?: Temporal.Instant;
  readonly modifiedAt?: Temporal.Instant;
  readonly section?: string;
  readonly language?: string;
  readonly url?: string;
  readonly picture?: string;
  readonly publisher?: string;
  /** The body as HTML, from DW's Apollo state. */
  readonly bodyHtml?: string;
  /** The body as plain text, from JSON-LD. */
  readonly bodyText?: string;
  readonly posts: readonly PageDataPost[];
}

/** A post of a live blog. */
export interface PageDataPost {
  readonly title: string;
  readonly html: string;
  readonly at?: Temporal.Instant;
}

/** Reads JSON-LD and DW's Apollo state; malformed or missing data is skipped. */
export function readPageData(html: string): PageData {
  const scripts = scriptsOf(html);
  return { ...(readJsonLd(scripts) ?? { authors: [], posts: [] }), ...readApolloState(scripts) };
}
