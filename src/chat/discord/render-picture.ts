import type { MessageBlock } from '../message.ts';
import { plainLine, shortLabel } from './escape-text.ts';
import { limits } from './limits.ts';
import type { Piece } from './pieces.ts';

/**
 * A picture of our own as a piece with the file that goes along; undefined where it is larger than Discord takes. `ordinal` keeps the names
 * of several apart, https://docs.discord.com/developers/reference#uploading-files.
 */
export function renderPicture(
  { name, pngBase64, alt }: Extract<MessageBlock, { kind: 'picture' }>,
  ordinal: number,
): Extract<Piece, { kind: 'picture' }> | undefined {
  if (pngBase64 === '' || (pngBase64.length * 3) / 4 > limits.fileBytes) return undefined;
  const fileName = `${bareName(name)}-${ordinal}.png`;
  const description = shortLabel(plainLine(alt), limits.altText);
  const file = { name: fileName, alt: description, pngBase64 };
  return { kind: 'picture', url: `attachment://${fileName}`, alt: description, file };
}

/** Discord changes names with anything but letters, digits, dashes and dots, and would then not find the picture. */
function bareName(name: string): string {
  const bare = name
    .replace(/\.png$/iu, '')
    .replace(/[^a-z\d]+/giu, '-')
    .replace(/^-+|-+$/gu, '');
  return bare.slice(0, 60) || 'picture';
}
