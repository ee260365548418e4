import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord.js';

import { limits } from './limits.ts';

/** A row of buttons, or of one select. */
export type ActionRow = APIActionRowComponent<APIComponentInMessageActionRow>;

/** The smallest parts of a message that are never cut: a line of text, a row of buttons, a picture, a rule. */
export type Piece = (
  | { readonly kind: 'text'; readonly content: string }
  | { readonly kind: 'row'; readonly row: ActionRow }
  /** `beside`: the text that the picture stands next to, in small. `file`: what is sent along, where `url` is its name. */
  | {
      readonly kind: 'picture';
      readonly url: string;
      readonly alt: string;
      readonly beside?: string;
      readonly file?: PictureFile;
    }
  | { readonly kind: 'rule' }
) & {
  /** A heading: what follows up to the next one is kept together where it fits. */
  readonly opensSection?: boolean;
  /** Never the last of a message that goes on. */
  readonly leadsOn?: boolean;
  /** Never the first of a message that continues another. */
  readonly followsOn?: boolean;
};

/** A picture that goes with a message. */
export interface PictureFile {
  readonly name: string;
  readonly alt: string;
  readonly pngBase64: string;
}

/** Characters of text that a message has beside the mention of a role that it may begin with. */
export const textRoom = limits.text - limits.roleMention;

/** A line of text; nothing at all where nothing would be seen. */
export function textPiece(content: string, flags: Pick<Piece, 'opensSection' | 'leadsOn' | 'followsOn'> = {}): Piece[] {
  return /[^\s\u200B>*`]/u.test(content) ? [{ kind: 'text', content, ...flags }] : [];
}
