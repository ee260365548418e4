import { otherReason, type Reason, reason } from '../wording/reason.ts';

/** https://nodejs.org/api/errors.html#common-system-errors, of undici, and of certificates: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const broken: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ECONNABORTED']);
const nameless: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENODATA']);
const nobody: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Why a host was not reached: by the system's codes, else as it says it. */
export function networkProblem(cause: unknown, host: string): Reason {
  const { code, message } = (cause ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  const name = String(code);
  if (nameless.has(name)) return reason('noName', { host });
  if (nobody.has(name)) return reason('nobodyThere', { host });
  if (broken.has(name)) return reason('brokenOff');
  if (/CERT|SIGNATURE|ALTNAME/u.test(name)) return reason('untrusted', { code: name });
  return otherReason(typeof message === 'string' ? message : String(cause));
}
