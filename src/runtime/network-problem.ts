import { en } from '../wording/en/index.ts';

const { noName, nobodyThere, brokenOff, untrusted } = en.trouble;

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

/** Why a host was not reached, in words for operators, kept in English (see wording/retold.ts); by codes, else as the system says it. */
export function networkProblem(cause: unknown, host: string): string {
  const { code, message } = (cause ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  const name = String(code);
  if (nameless.has(name)) return noName(host);
  if (nobody.has(name)) return nobodyThere(host);
  if (broken.has(name)) return brokenOff;
  if (/CERT|SIGNATURE|ALTNAME/u.test(name)) return untrusted(name);
  return typeof message === 'string' ? message : String(cause);
}
