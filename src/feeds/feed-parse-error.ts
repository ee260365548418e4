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
