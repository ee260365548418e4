import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import pLimit from 'p-limit';

/**
 * 32 MB and some 200 ms for each password. https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt
 * The notation is that of https://github.com/P-H-C/phc-string-format
 */
const cost = { ln: 15, r: 8, p: 3 } as const;
const keyBytes = 32;

/** A hash as `hashPassword` makes it; with stronger parameters too, but none that would take the memory of the service. */
export const passwordHashPattern = /^\$scrypt\$ln=(1[4-7]),r=8,p=([1-5])\$([\w+/-]{22,86}={0,2})\$([\w+/-]{43}={0,1})$/;

/** The hash of a password, with its parameters and a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await deriveKey(password, salt, cost);
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${unpadded(salt)}$${unpadded(key)}`;
}

/**
 * Whether a password is the one of a hash. Without a hash it is false, and takes as long as `decoy`, a hash of somebody else, would, so that
 * time does not tell which names exist.
 */
export async function verifyPassword(password: string, hash: string | undefined, decoy?: string): Promise<boolean> {
  const [, ln, p, salt = '', key = ''] = passwordHashPattern.exec(hash ?? decoy ?? '') ?? [];
  const costs = ln === undefined ? cost : { ln: Number(ln), r: 8, p: Number(p) };
  if (hash === undefined || ln === undefined) {
    await deriveKey(password, randomBytes(16), costs);
    return false;
  }
  return timingSafeEqual(await deriveKey(password, Buffer.from(salt, 'base64'), costs), Buffer.from(key, 'base64'));
}

/** One at a time: many logins at once must not take the memory of the service. */
const alone = pLimit(1);

function deriveKey(
  password: string,
  salt: Buffer,
  { ln, r, p }: { readonly ln: number; readonly r: number; readonly p: number },
): Promise<Buffer> {
  const N = 2 ** ln;
  const options: ScryptOptions = { N, r, p, maxmem: 128 * N * r * 2 };
  return alone(() => {
    const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
    // The same letters may be typed in composed or decomposed form.
    scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) => (error ? reject(error) : resolve(key)));
    return promise;
  });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
