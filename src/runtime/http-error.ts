import { type Reason, reasonAt, reasonInEnglish } from '../wording/reason.ts';

/** Why a request was not made, or its answer not taken. */
export type HttpErrorKind = 'blocked' | 'timeout' | 'too-large' | 'network' | 'redirects';

/** Why a request gave no response. `kind` decides what happens next; `why` is for people. */
export class HttpError extends Error {
  readonly kind: HttpErrorKind;
  readonly url: string;
  /** With the address. */
  readonly why: Reason;

  constructor(kind: HttpErrorKind, url: string, problem: Reason, options?: ErrorOptions) {
    const why = reasonAt(url, problem);
    super(reasonInEnglish(why), options);
    this.why = why;
    this.name = 'HttpError';
    this.kind = kind;
    this.url = url;
  }
}
