import type { Response } from 'undici';
import { HttpError } from './http-error.ts';

/** The whole body, decompressed. Stops reading, and with it decompressing, once more than `maxBytes` have come. */
export async function readBody(response: Response, url: string, maxBytes: number): Promise<Uint8Array> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > maxBytes) {
    await response.body?.cancel();
    throw tooLarge(url, maxBytes, announced);
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

function tooLarge(url: string, maxBytes: number, announced?: number): HttpError {
  const size = announced === undefined ? '' : ` with ${mebibytes(announced)}`;
  return new HttpError('too-large', url, `the answer${size} is larger than the ${mebibytes(maxBytes)} allowed`);
}

function mebibytes(bytes: number): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MiB`;
}
