/** What came instead of a feed. */
export type FeedParseReason = 'html' | 'empty' | 'not-xml' | 'not-a-feed';

/** Why a document is not a feed; the message names what came instead. */
export class FeedParseError extends Error {
  readonly reason: FeedParseReason;

  constructor(reason: FeedParseReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FeedParseError';
    this.reason = reason;
  }
}
