/** Why a request was not made, or its answer not taken. */
export type HttpErrorKind = 'blocked' | 'timeout' | 'too-large' | 'network' | 'redirects';

/** Why a request gave no response. `kind` decides what happens next; the message is one line for people. */
export class HttpError extends Error {
  readonly kind: HttpErrorKind;
  readonly url: string;

  constructor(kind: HttpErrorKind, url: string, message: string, options?: ErrorOptions) {
    super(`${url}: ${message}`, options);
    this.name = 'HttpError';
    this.kind = kind;
    this.url = url;
  }
}
