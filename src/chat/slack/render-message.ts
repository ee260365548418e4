import type { types } from '@slack/bolt';
import type { Catalog } from '../../wording/catalog.ts';
import { commandMentions } from '../command-mentions.ts';
import { inDirection } from '../direction.ts';
import type { Message, MessageBlock, Span } from '../message.ts';
import { feedbackButtons } from './feedback.ts';
import { limits } from './limits.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import type { BlockSupport, SlackBlock, SlackPayload } from './newer-blocks.ts';
import { joinPieces, type PageSize, paginate } from './pages.ts';
import { blockLines } from './plain-text.ts';
import { chartOf, renderBlocks, type UploadedPictures } from './render-blocks.ts';
import { cleanText, mentionBlock, shortLabel } from './rich-text.ts';
import type { SlackApi } from './slack-api.ts';
import type { PictureUploader } from './upload-pictures.ts';

export interface RenderOptions {
  /** Blocks that every message leaves free, for what the caller adds to it. */
  readonly spareBlocks?: number;
  /** The user group that the first message mentions, by id. */
  readonly mention?: string | undefined;
  readonly pictures?: UploadedPictures;
  /** Whether Slack draws charts here itself. */
  readonly charts?: boolean;
  /** Puts feedback buttons under it, which bring this id back. */
  readonly answerId?: string | undefined;
  /** The share of Slack's limits that a message may use: 1, or what refusals taught, see refused-blocks.ts. */
  readonly scale?: number;
}

/** A message as one Slack message or, where it is longer than that, as several to be read one after the other. Nothing is ever cut. */
export function renderMessage(said: Message, options: RenderOptions = {}): readonly SlackPayload[] {
  const { spareBlocks = 0, mention, pictures, scale = 1, answerId, charts = true } = options;
  const message = inDirection(said);
  const mentioned = mention === undefined ? undefined : mentionBlock(mention);
  const pages = paginate(
    [
      ...renderBlocks(message, { pictures, newer: scale === 1, charts }),
      ...(answerId === undefined ? [] : [feedbackButtons(answerId, message.language)]),
    ],
    limits.message.blocks - spareBlocks - (mentioned ? 1 : 0),
    scale,
  );
  if (pages.length === 0) pages.push(plainBlocks(message.summary));
  if (mentioned) pages[0]?.unshift(mentioned);
  return pages.map((blocks, index) => ({
    text: wholeText(index === 0 ? message.summary : `${index + 1}/${pages.length} ${message.summary}`, blocks),
    blocks,
  }));
}

/** The same pieces as one list of blocks, for a view, as far as they fit there; where they do not, the view says so. */
export function renderViewBlocks(
  message: Message,
  { more }: Pick<Catalog['slack'], 'more'>,
  maximum: number = limits.view.blocks,
): types.KnownBlock[] {
  const blocks = joinPieces(renderBlocks(inDirection(message))).filter(isKnownBlock);
  if (blocks.length === 0) return plainBlocks(message.summary);
  if (blocks.length <= maximum) return blocks;
  return [
    ...blocks.slice(0, maximum - 1),
    { type: 'context', elements: [{ type: 'plain_text', text: more, emoji: false }] },
  ];
}

/** For a message that says nothing. */
const unnamed = 'Kurzwelle';

function isKnownBlock(block: SlackBlock): block is types.KnownBlock {
  return block.type !== 'data_visualization';
}

function plainBlocks(summary: string): types.KnownBlock[] {
  const text = shortLabel(summary, limits.section.text) || unnamed;
  return joinPieces(renderBlocks({ blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text }] }] })).filter(
    isKnownBlock,
  );
}

/**
 * The text beside the blocks: notifications show its beginning, and screen readers read it in the place of the blocks, so that it has all they
 * say, by whole lines, as far as Slack takes it.
 */
function wholeText(summary: string, blocks: readonly SlackBlock[]): string {
  const opening = wholeParts(cleanText(summary));
  const lines = blockLines(blocks, { withLinks: false });
  const repeated = lines[0] === opening ? 1 : 0;
  return joinLines([opening, ...lines.slice(repeated)], limits.message.text) || unnamed;
}

/** A message as Slack messages to be read one after the other, its pictures uploaded. */
export type PageMaker = (
  message: Message,
  options?: Omit<RenderOptions, 'pictures'>,
) => Promise<readonly SlackPayload[]>;

interface PageMakerOptions {
  readonly api: SlackApi;
  readonly workspaceId: string;
  readonly naming: CommandNaming;
  /** Absent where pictures are switched off. */
  readonly upload?: PictureUploader | undefined;
  readonly pageSize: PageSize;
  readonly support: BlockSupport;
}

/** For one workspace: files belong to it. */
export function createPageMaker(options: PageMakerOptions): PageMaker {
  const { api, workspaceId, naming, upload, pageSize, support } = options;
  return async (message, given) => {
    const named = nameCommands(message, naming);
    const scale = given?.scale ?? pageSize.scale();
    const charts = support.takes('data_visualization');
    const isDrawn = (block: MessageBlock) => scale === 1 && charts && chartOf(block) !== undefined;
    const drawnByUs = { ...named, blocks: named.blocks.filter((block) => !isDrawn(block)) };
    const pictures =
      drawnByUs.blocks.some(({ kind }) => kind === 'picture') && (await mayUpload(api))
        ? await upload?.(drawnByUs, workspaceId, api)
        : undefined;
    return renderMessage(named, { ...given, scale, charts, ...(pictures && { pictures }) });
  };
}

/** Where Slack does not say which scopes a token has, it is tried. */
async function mayUpload(api: SlackApi): Promise<boolean> {
  const { scopes } = await api.identity();
  return scopes.length === 0 || scopes.includes('files:write');
}

/** How commands are typed here: Slack has one of ours, which takes the others as its first word. */
export interface CommandNaming {
  /** With its slash: `/dw`. */
  readonly slashCommand: string;
  readonly names: readonly string[];
}

/** A message whose mentions of commands read as they are typed in Slack: `/who` as `/dw who`. Words of a source stay as they are. */
export function nameCommands(message: Message, naming: CommandNaming): Message {
  const rename = renamer(naming);
  return {
    ...message,
    summary: rename(message.summary),
    blocks: message.blocks.map((block) => inBlock(block, rename)),
  };
}

type Rename = (text: string) => string;

function renamer({ slashCommand, names }: CommandNaming): Rename {
  const pattern = commandMentions(names);
  return (text) => text.replace(pattern, (_whole, before: string, name: string) => `${before}${slashCommand} ${name}`);
}

function inBlock(block: MessageBlock, rename: Rename): MessageBlock {
  const inSpans = (spans: readonly Span[]): Span[] =>
    spans.map((span) => (span.kind === 'text' ? { ...span, text: rename(span.text) } : span));
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'context':
      return { ...block, spans: inSpans(block.spans) };
    case 'list':
      return { ...block, items: block.items.map(inSpans) };
    case 'fields':
      return { ...block, fields: block.fields.map(({ name, value }) => ({ name, value: inSpans(value) })) };
    case 'image':
    case 'picture':
    case 'divider':
    case 'sources':
    case 'actions':
      return block;
  }
}

/** The first whole lines that fit into this many characters. */
export function joinLines(lines: readonly string[], most: number): string {
  let text = '';
  for (const line of lines) {
    const longer = text === '' ? line : `${text}\n${line}`;
    if (longer.length > most) break;
    text = longer;
  }
  return text;
}

/** Of a summary as many parts as a line may have. */
function wholeParts(summary: string): string {
  const parts = summary.split(' \u00B7 ').map(escapeMrkdwn);
  while (parts.length > 1 && parts.join(' \u00B7 ').length > limits.message.updateText) parts.pop();
  return parts.join(' \u00B7 ');
}
