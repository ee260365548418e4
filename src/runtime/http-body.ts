import type { Response } from 'undici';
import { reason } from '../wording/reason.ts';
import { HttpError } from './http-error.ts';

/** The whole body, decompressed. Stops reading, and with it decompressing, once more than `maxBytes` have come. */
export async function readBody(response: Response, url: string, maxBytes: number): Promise<Uint8Array> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > maxBytes) {
    await response.body?.cancel();
    throw tooLarge(url, maxBytes);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the stream.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(url, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function tooLarge(url: string, maxBytes: number): HttpError {
  return new HttpError('too-large', url, reason('tooLarge', { most: mebibytes(maxBytes) }));
}

function mebibytes(bytes: number): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MiB`;
}
