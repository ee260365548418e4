import { type Reason, reasonInEnglish } from '../wording/reason.ts';

/** What a document took too much of. */
export type DocumentLimit = 'time' | 'memory' | 'depth';

/** A document that was given up, since reading it takes more than any real one takes; `why` says so for people. */
export class DocumentLimitError extends Error {
  readonly limit: DocumentLimit;
  readonly why: Reason;

  constructor(limit: DocumentLimit, why: Reason, options?: ErrorOptions) {
    super(reasonInEnglish(why), options);
    this.name = 'DocumentLimitError';
    this.limit = limit;
    this.why = why;
  }
}
