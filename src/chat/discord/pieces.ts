import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord.js';

export type ActionRow = APIActionRowComponent<APIComponentInMessageActionRow>;

/** The smallest parts of a message that are never cut: a line of text, a row of buttons, a picture, a rule. */
export type Piece = (
  | { readonly kind: 'text'; readonly content: string }
  | { readonly kind: 'row'; readonly row: ActionRow }
  /** `beside`: the text that the picture stands next to, in small. */
  | { readonly kind: 'picture'; readonly url: string; readonly alt: string; readonly beside?: string }
  | { readonly kind: 'rule' }
) & {
  /** A heading: what follows up to the next one is kept together where it fits. */
  readonly opensSection?: boolean;
  /** Never the last of a message that goes on. */
  readonly leadsOn?: boolean;
  /** Never the first of a message that continues another. */
  readonly followsOn?: boolean;
};

/** A line of text; nothing at all where nothing would be seen. */
export function textPiece(content: string, flags: Pick<Piece, 'opensSection' | 'leadsOn' | 'followsOn'> = {}): Piece[] {
  return /[^\s\u200B>*`]/u.test(content) ? [{ kind: 'text', content, ...flags }] : [];
}
