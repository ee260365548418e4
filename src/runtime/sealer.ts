import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

/** Keeps secrets at rest. `place` is what a text belongs to: sealed for one row, it does not open in another. */
export interface Sealer {
  seal(text: string, place: string): string;
  /** Throws SealError where no key fits, or somebody changed it. */
  open(sealed: string, place: string): string;
  /** Whether it was sealed with the newest key. */
  isCurrent(sealed: string): boolean;
  /** A derived key for another purpose, which reveals nothing about the keys here. */
  derive(purpose: string): Buffer;
}

/** Why a sealed text stays closed. */
class SealError extends Error {
  readonly keyId: string;

  constructor(message: string, keyId: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'SealError';
    this.keyId = keyId;
  }
}

interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

const algorithm = 'aes-256-gcm';
const keyBytes = 32;
/** The size that NIST SP 800-38D recommends for GCM. */
const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM with the first of the keys; the others open what was sealed before a key was changed. Keys are 32 bytes in Base64 or in
 * hexadecimal digits, with commas between them. Throws RangeError where one is not.
 */
export function createSealer(keyText: string): Sealer {
  const keys = keyText.split(',').map(readKey);
  const [newest] = keys;
  if (!newest) throw new RangeError('no key');
  return {
    seal(text, place) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, newest.bytes, nonce).setAAD(Buffer.from(place));
      const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [newest.id, Buffer.concat([nonce, closed, cipher.getAuthTag()]).toString('base64url')].join('.');
    },
    open(sealed, place) {
      const [id = '', content = ''] = sealed.split('.');
      const key = keys.find((each) => each.id === id);
      if (!key) throw new SealError(`It was sealed with the key ${id}, which is not there`, id);
      return openWith(key, Buffer.from(content, 'base64url'), place);
    },
    isCurrent: (sealed) => sealed.startsWith(`${newest.id}.`),
    derive: (purpose) => createHmac('sha256', newest.bytes).update(purpose).digest(),
  };
}

function openWith({ id, bytes }: Key, content: Buffer, place: string): string {
  try {
    const decipher = createDecipheriv(algorithm, bytes, content.subarray(0, nonceBytes), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(place)).setAuthTag(content.subarray(-tagBytes));
    const opened = [decipher.update(content.subarray(nonceBytes, -tagBytes)), decipher.final()];
    return Buffer.concat(opened).toString('utf8');
  } catch (cause) {
    throw new SealError('It was changed after it was sealed', id, cause);
  }
}

function readKey(text: string): Key {
  const trimmed = text.trim();
  const bytes = Buffer.from(trimmed, /^[0-9a-f]{64}$/iu.test(trimmed) ? 'hex' : 'base64');
  if (bytes.length !== keyBytes) throw new RangeError(`a key has ${bytes.length} bytes, not ${keyBytes}`);
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
}
