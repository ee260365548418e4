import { randomBytes, scryptSync } from 'node:crypto';

/** The hash of a password with the least cost that a configuration may have, a tenth of what `hashPassword` takes. */
export function quickHash(password: string): string {
  const salt = randomBytes(16);
  const key = scryptSync(password, salt, 32, { N: 2 ** 14, r: 8, p: 1, maxmem: 2 ** 26 });
  const [saltText, keyText] = [salt, key].map((bytes) => bytes.toString('base64').replaceAll('=', ''));
  return `$scrypt$ln=14,r=8,p=1$${saltText}$${keyText}`;
}
