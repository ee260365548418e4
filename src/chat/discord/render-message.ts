import {
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIEmbed,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { inDirection } from '../direction.ts';
import type { Message } from '../message.ts';
import { type ActionRow, type PictureFile, type Piece, packParts, textPiece, textRoom } from './pieces.ts';
import { plainRendering, type Rendering, renderBlocks } from './render-blocks.ts';
import { escapeText, shortLabel } from './text.ts';

/** What one Discord message carries. Mentions, nonce and further flags are added where it is sent. */
export interface RenderedPart {
  readonly flags: number;
  readonly components: readonly (APIContainerComponent | ActionRow)[];
  readonly embeds?: readonly APIEmbed[];
  /** Pictures that go with it; its body names them. */
  readonly files?: readonly PictureFile[];
}

/** Components V2, or embeds for servers whose members use old clients. */
export type MessageStyle = 'components' | 'embeds';

/**
 * The style that a message was sent in, in which it stays when the operator has chosen the other since: Components V2 cannot be taken from a
 * message, nor given to one with embeds that are not taken away, https://docs.discord.com/developers/resources/message#edit-message.
 */
export function styleOf({ flags = 0 }: { readonly flags?: number | undefined }): MessageStyle {
  return (flags & MessageFlags.IsComponentsV2) === 0 ? 'embeds' : 'components';
}

/**
 * A message as Discord's payloads: one, or where it is longer than Discord takes, the first and its continuations. `ownColor`, "#rrggbb",
 * replaces the topic's.
 */
export function renderMessage(
  said: Message,
  style: MessageStyle = 'components',
  ownColor?: string,
  how: Rendering = plainRendering,
): readonly RenderedPart[] {
  const message = inDirection(said);
  const pieces = renderBlocks(message, how);
  const fallback = summaryPiece(message);
  const color = accentColor(message.accent, ownColor);
  return packParts(pieces.some(({ kind }) => kind !== 'rule') ? pieces : fallback, how.room).map((part) =>
    style === 'embeds'
      ? embedPart(part.every(({ kind }) => kind === 'row') ? [...fallback, ...part] : part, color)
      : containerPart(part, color),
  );
}

function summaryPiece({ summary }: Message): readonly Piece[] {
  const [piece] = textPiece(escapeText(shortLabel(summary, textRoom / 2)));
  return piece ? [piece] : textPiece('(nothing to show)');
}

function containerPart(pieces: readonly Piece[], color: number | undefined): RenderedPart {
  const container: APIContainerComponent = {
    type: ComponentType.Container,
    ...(color !== undefined && { accent_color: color }),
    components: joinLines(pieces).map(component),
  };
  return { flags: MessageFlags.IsComponentsV2, components: [container], ...filesOf(pieces) };
}

/** Lines that follow each other become one text. */
function joinLines(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text') {
      joined.splice(-1, 1, { kind: 'text', content: `${last.content}\n${piece.content}` });
    } else joined.push(piece);
  }
  return joined;
}

function component(piece: Piece): APIComponentInContainer {
  if (piece.kind === 'text') return { type: ComponentType.TextDisplay, content: piece.content };
  if (piece.kind === 'row') return piece.row;
  if (piece.kind === 'rule') return { type: ComponentType.Separator, divider: true };
  const media = { media: { url: piece.url }, ...(piece.alt && { description: piece.alt }) };
  if (piece.beside === undefined) return { type: ComponentType.MediaGallery, items: [media] };
  return {
    type: ComponentType.Section,
    components: [{ type: ComponentType.TextDisplay, content: piece.beside }],
    accessory: { type: ComponentType.Thumbnail, ...media },
  };
}

/** For servers that keep to embeds: the same lines in one, further pictures in embeds of their own, the buttons below. */
function embedPart(pieces: readonly Piece[], color: number | undefined): RenderedPart {
  const edge = color === undefined ? {} : { color };
  const pictures = pieces.flatMap((piece) => (piece.kind === 'picture' ? [piece.url] : []));
  const [first, ...others] = pictures.map((url) => ({ url }));
  const description = pieces.flatMap(lineOf).join('\n');
  return {
    flags: 0,
    embeds: [
      { ...edge, ...(description && { description }), ...(first && { image: first }) },
      ...others.map((image) => ({ ...edge, image })),
    ],
    components: pieces.flatMap((piece) => (piece.kind === 'row' ? [piece.row] : [])),
    ...filesOf(pieces),
  };
}

function filesOf(pieces: readonly Piece[]): { readonly files?: readonly PictureFile[] } {
  const files = pieces.flatMap((piece) => (piece.kind === 'picture' && piece.file ? [piece.file] : []));
  return files.length > 0 ? { files } : {};
}

function lineOf(piece: Piece): string[] {
  if (piece.kind === 'text') return [piece.content];
  return piece.kind === 'picture' && piece.beside !== undefined ? [piece.beside] : [];
}

/** Topics' colors, the light ones of the local page. Politics and whatever is new have none and get Discord's own. */
const colors: Readonly<Record<string, number>> = {
  world: 0x14_50_7f,
  europe: 0x2d_47_9c,
  germany: 0x7a_5c_00,
  asia: 0xa8_32_1c,
  africa: 0x7b_4f_0e,
  'middle-east': 0x8b_3f_57,
  americas: 0x0f_66_5a,
  business: 0x3f_56_70,
  science: 0x5a_45_a0,
  environment: 0x2b_6b_31,
  culture: 0x92_2b_68,
  sports: 0x9a_48_0a,
};

/** The color of a message's edge: its own, "#rrggbb", else by its topic. */
function accentColor(accent: string | undefined, own?: string): number | undefined {
  if (own !== undefined && /^#[\da-f]{6}$/iu.test(own)) return Number.parseInt(own.slice(1), 16);
  return accent !== undefined && Object.hasOwn(colors, accent) ? colors[accent] : undefined;
}
