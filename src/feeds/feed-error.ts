import type { HttpErrorKind } from '../runtime/http-error.ts';
import { type Reason, reasonInEnglish } from '../wording/reason.ts';

/** What was returned instead of a feed. */
export type FeedParseReason = 'html' | 'empty' | 'not-xml' | 'not-a-feed';

/** Why a document is not a feed; `why` names for people what it is instead. */
export class FeedParseError extends Error {
  readonly reason: FeedParseReason;
  readonly why: Reason;

  constructor(reason: FeedParseReason, why: Reason, options?: ErrorOptions) {
    super(reasonInEnglish(why), options);
    this.why = why;
    this.name = 'FeedParseError';
    this.reason = reason;
  }
}

/** Why a feed could not be read; `over-limit`: reading it took more time or memory than any real one takes. */
export type FeedFetchReason = HttpErrorKind | FeedParseReason | 'status' | 'robots' | 'over-limit';

/** The facts of a failed fetch; `retryAfterMs` is the wait the publisher requested. */
export interface FeedFetchFacts {
  readonly url: string;
  readonly reason: FeedFetchReason;
  readonly status?: number;
  /** The wait requested by the server. */
  readonly retryAfterMs?: number;
}

/** Why a feed could not be read; one line for the operator, fields for the decision when to try again. */
export class FeedFetchError extends Error {
  readonly url: string;
  readonly reason: FeedFetchReason;
  /** For people, with the address. */
  readonly why: Reason;
  readonly status?: number;
  readonly retryAfterMs?: number;

  constructor(why: Reason, { url, reason, status, retryAfterMs }: FeedFetchFacts, options?: ErrorOptions) {
    super(reasonInEnglish(why), options);
    this.why = why;
    this.name = 'FeedFetchError';
    this.url = url;
    this.reason = reason;
    if (status !== undefined) this.status = status;
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
  }
}
