import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord.js';
import { limits } from './limits.ts';
import { escapeText } from './text.ts';

/** A row of buttons, or of one select. */
export type ActionRow = APIActionRowComponent<APIComponentInMessageActionRow>;

/** The smallest parts of a message that are never cut: a line of text, a row of buttons, a picture, a rule. */
export type Piece = (
  | { readonly kind: 'text'; readonly content: string }
  | { readonly kind: 'row'; readonly row: ActionRow }
  /** `beside`: the text next to which the picture is shown small. `file`: what is sent along, where `url` is its name. */
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
  /** Never the last of a message that continues. */
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

/** The text in place of one of our pictures, in small print. */
export function pictureWords({ alt }: Pick<PictureFile, 'alt'>): string {
  return `-# ${escapeText(alt) || '(a picture that cannot be shown here)'}`;
}

/** A line of text; nothing at all where nothing would be seen. */
export function textPiece(content: string, flags: Pick<Piece, 'opensSection' | 'leadsOn' | 'followsOn'> = {}): Piece[] {
  return /[^\s\u200B>*`]/u.test(content) ? [{ kind: 'text', content, ...flags }] : [];
}

/** The space that a part of this many pieces takes up. */
interface Size {
  readonly text: number;
  readonly components: number;
  readonly rows: number;
  readonly pictures: number;
}

/**
 * Shares pieces out to as few messages as hold them, in order. A section, which ends at the next heading or rule, moves whole where one message
 * can hold it; else it breaks between pieces, yet never below a heading or above the buttons that belong to what precedes them.
 */
export function packParts(pieces: readonly Piece[], room: number = textRoom): readonly (readonly Piece[])[] {
  const parts: Piece[][] = [[]];
  const add = (group: readonly Piece[], otherwise: () => void) => {
    const current = parts.at(-1) ?? [];
    if (fits([...current, ...group], room)) current.push(...group);
    else if (fits(group, room)) parts.push([...group]);
    else otherwise();
  };
  for (const section of groupBy(pieces, ({ opensSection, kind }) => opensSection === true || kind === 'rule')) {
    add(section, () => {
      for (const group of groupBy(section, startsGroup)) {
        add(group, () => {
          for (const piece of group) add([piece], () => parts.push([piece]));
        });
      }
    });
  }
  return parts.map(withoutOuterRules).filter((part) => part.length > 0);
}

function startsGroup(piece: Piece, previous: Piece): boolean {
  return !previous.leadsOn && !piece.followsOn;
}

function groupBy(pieces: readonly Piece[], starts: (piece: Piece, previous: Piece) => boolean): Piece[][] {
  const groups: Piece[][] = [];
  let previous: Piece | undefined;
  for (const piece of pieces) {
    if (previous === undefined || starts(piece, previous)) groups.push([piece]);
    else groups.at(-1)?.push(piece);
    previous = piece;
  }
  return groups;
}

function fits(pieces: readonly Piece[], room: number): boolean {
  const size = sizeOf(pieces);
  return (
    size.text <= room &&
    size.components <= limits.components - componentsAround &&
    size.rows <= limits.rows &&
    size.pictures <= limits.embeds
  );
}

/** The container, and the text that may mention a role. */
const componentsAround = 2;

// Lines that follow each other are one text component.
function sizeOf(pieces: readonly Piece[]): Size {
  let [text, components, rows, pictures] = [0, 0, 0, 0];
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'text') {
      text += piece.content.length + 1;
      if (pieces[index - 1]?.kind !== 'text') components += 1;
    } else if (piece.kind === 'row') {
      rows += 1;
      components += 1 + piece.row.components.length;
    } else if (piece.kind === 'picture') {
      pictures += 1;
      // Where no file may be attached, its words take its place.
      text += (piece.beside?.length ?? 0) + 1 + (piece.file ? pictureWords(piece.file).length : 0);
      components += 3;
    } else components += 1;
  }
  return { text: Math.max(0, text - 1), components, rows, pictures };
}

function withoutOuterRules(pieces: readonly Piece[]): readonly Piece[] {
  const isRule = (piece: Piece | undefined) => piece?.kind === 'rule';
  const start = pieces.findIndex((piece) => !isRule(piece));
  const end = pieces.findLastIndex((piece) => !isRule(piece));
  return start < 0 ? [] : pieces.slice(start, end + 1);
}
