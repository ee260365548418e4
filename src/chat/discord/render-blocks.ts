import type { Message, MessageBlock, Source, Span } from '../message.ts';
import { splitSpans } from '../split-spans.ts';
import { renderRows } from './components.ts';
import { limits } from './limits.ts';
import { type Piece, textPiece, textRoom } from './pieces.ts';
import { type IdsOfCommands, plainLine, renderSpans, safeUrl, shortLabel } from './text.ts';

/** What rendering a message depends on besides the message. */
export interface Rendering {
  /** The characters that one message of Discord's holds, see text-budget.ts. */
  readonly room: number;
  readonly commands: IdsOfCommands;
}

/** As much as Discord documents; no command can be pressed. */
export const plainRendering: Rendering = { room: textRoom, commands: new Map() };

/** A message as pieces, in its order, each of at most `room` characters. */
export function renderBlocks(message: Message, how: Rendering = plainRendering): readonly Piece[] {
  const blocks = withoutRepeatedLinks(message.blocks);
  const used = new Set<string>();
  const pieces: Piece[] = [];
  let pictures = 0;
  for (const block of blocks) {
    const last = pieces.at(-1);
    if (block.kind === 'image' && last?.kind === 'text' && last.opensSection && isShowable(block.url)) {
      pieces.splice(-1, 1, { ...picture(block), beside: last.content, opensSection: true }, ...caption(block, how));
    } else if (block.kind === 'picture') {
      pictures += 1;
      const shown = renderPicture(block, pictures);
      pieces.push(...(shown ? [shown] : lines([{ kind: 'text', text: block.alt }], how, { prefix: '-# ' })));
    } else pieces.push(...renderBlock(block, used, how));
  }
  return pieces;
}

/**
 * Without what a link says already: a citation beside or below the title that links the same article, and that article among the sources.
 * Discord counts addresses as text, and half of a briefing was addresses that stand twice.
 */
function withoutRepeatedLinks(blocks: readonly MessageBlock[]): readonly MessageBlock[] {
  const linked = new Set(blocks.flatMap(linkedIn));
  let title: ReadonlySet<string> = new Set();
  return blocks.flatMap((block): readonly MessageBlock[] => {
    if (block.kind === 'heading') title = new Set(linkedIn(block));
    // Below a rule nothing belongs to the last title any more.
    if (block.kind === 'divider') title = new Set();
    if (block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'context')
      return [{ ...block, spans: withoutCitations(block.spans, title) }];
    if (block.kind === 'list') return [{ ...block, items: block.items.map((item) => withoutCitations(item, title)) }];
    if (block.kind !== 'sources') return [block];
    const others = block.sources.filter(({ url, isLinked }) => !isLinked && !linked.has(url));
    return others.length > 0 ? [{ ...block, sources: others }] : [];
  });
}

function withoutCitations(spans: readonly Span[], title: ReadonlySet<string>): readonly Span[] {
  const beside = new Set(urlsOf(spans));
  return spans.filter((span) => span.kind !== 'citation' || !(title.has(span.url) || beside.has(span.url)));
}

function linkedIn(block: MessageBlock): readonly string[] {
  if (block.kind === 'heading' || block.kind === 'paragraph') return urlsOf(block.spans);
  return block.kind === 'list' ? block.items.flatMap(urlsOf) : [];
}

function urlsOf(spans: readonly Span[]): string[] {
  return spans.flatMap((span) => (span.kind === 'link' ? [span.url] : []));
}

function renderBlock(block: Exclude<MessageBlock, { kind: 'picture' }>, used: Set<string>, how: Rendering): Piece[] {
  switch (block.kind) {
    case 'heading':
      return lines(withoutStyle(block.spans), how, {
        prefix: block.level === 1 ? '## ' : '### ',
        opensSection: true,
        leadsOn: true,
      });
    case 'paragraph':
      return paragraph(block.spans, how);
    case 'list':
      return block.items.flatMap((item, index) =>
        lines(item, how, { prefix: block.ordered ? `${index + 1}. ` : '- ' }),
      );
    case 'fields':
      return block.fields.flatMap(({ name, value }) =>
        lines([{ kind: 'text', text: name, style: 'strong' }, { kind: 'text', text: '  ' }, ...value], how),
      );
    case 'context':
      return lines(block.spans, how, { prefix: '-# ', followsOn: true });
    case 'image':
      return [
        ...(isShowable(block.url)
          ? [picture(block)]
          : lines([{ kind: 'text', text: block.alt }], how, { prefix: '-# ' })),
        ...caption(block, how),
      ];
    case 'divider':
      return [{ kind: 'rule' }];
    case 'sources':
      return block.sources.flatMap((source) => lines(sourceSpans(source), how, { prefix: '-# ' }));
    case 'actions':
      return [
        ...renderRows(block.items, used).map((row): Piece => ({ kind: 'row', row, followsOn: true })),
        ...block.items.flatMap((item) =>
          item.kind === 'link-button' && item.url.length > limits.buttonUrl
            ? lines([{ kind: 'link', text: item.label, url: item.url }], how)
            : [],
        ),
      ];
  }
}

interface LineOptions {
  readonly prefix?: string;
  readonly opensSection?: boolean;
  readonly leadsOn?: boolean;
  readonly followsOn?: boolean;
}

/** Stands for a sentence that no message holds, which is left out whole. */
const tooLong: Span = {
  kind: 'text',
  text: '(One sentence is longer than a Discord message and is left out.) ',
  style: 'emphasis',
};

/** One line, or where it is longer than a message, its sentences in as few as hold them. */
function lines(
  spans: readonly Span[],
  { room, commands }: Rendering,
  { prefix = '', ...flags }: LineOptions = {},
): Piece[] {
  const render = (part: readonly Span[]) => renderSpans(part, commands);
  const parts = splitSpans(spans, (part) => render(part).length <= room - prefix.length, tooLong);
  return parts.flatMap((part, index) => {
    const content = render(part).trim();
    return content ? textPiece(prefix + content, index === 0 ? flags : { followsOn: true }) : [];
  });
}

/** Text that is verbatim throughout becomes a quote block; text that is so in part has quotation marks. */
function paragraph(spans: readonly Span[], how: Rendering): Piece[] {
  const isSilent = (span: Span) => span.kind === 'citation' || (span.kind === 'text' && span.text.trim() === '');
  const isVerbatim =
    spans.some(({ kind }) => kind === 'quoted') && spans.every((span) => span.kind === 'quoted' || isSilent(span));
  if (!isVerbatim) return lines(spans, how);
  return lines(
    spans.map((span) => (span.kind === 'quoted' ? { kind: 'text', text: span.text } : span)),
    how,
    { prefix: '> ' },
  );
}

function withoutStyle(spans: readonly Span[]): Span[] {
  return spans.map((span) => (span.kind === 'text' ? { kind: 'text', text: span.text } : span));
}

function sourceSpans({ number, title, url, publishedAt }: Source): Span[] {
  return [
    { kind: 'text', text: `[${number}] ` },
    { kind: 'link', text: title, url },
    { kind: 'text', text: ' · ' },
    { kind: 'time', at: publishedAt, zone: 'UTC', precision: 'day' },
  ];
}

type ImageBlock = Extract<MessageBlock, { kind: 'image' }>;

function isShowable(url: string): boolean {
  return (safeUrl(url)?.length ?? Number.POSITIVE_INFINITY) <= limits.mediaUrl;
}

function picture({ url, alt }: ImageBlock): Extract<Piece, { kind: 'picture' }> {
  return { kind: 'picture', url: safeUrl(url) ?? url, alt: shortLabel(plainLine(alt), limits.altText) };
}

function caption({ caption: spans = [] }: ImageBlock, how: Rendering): Piece[] {
  return lines(spans, how, { prefix: '-# ', followsOn: true });
}

/**
 * A picture of our own as a piece with the file that goes along; undefined where it is larger than Discord takes. `ordinal` keeps the names
 * of several apart, https://docs.discord.com/developers/reference#uploading-files.
 */
function renderPicture(
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
    .replace(/^-+|(?<!-)-+$/gu, '');
  return bare.slice(0, 60) || 'picture';
}
