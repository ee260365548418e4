import type { Http } from '../../src/runtime/http.ts';

/** Waits so long for addresses that are not to answer, and for all others as long as a busy machine may need. */
export function givingUpOn(address: RegExp, timeoutMs: number, http: Http): Http {
  return { get: (url, options) => http.get(url, address.test(url) ? { ...options, timeoutMs } : options) };
}
