import type { types } from '@slack/bolt';
import type { Catalog } from '../../wording/catalog.ts';
import type { Message, MessageBlock, Span } from '../message.ts';
import { limits } from './limits.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import { joinPieces, paginate } from './pages.ts';
import { renderBlocks, type UploadedPictures } from './render-blocks.ts';
import { cleanText, mentionBlock, shortLabel } from './rich-text.ts';
import type { SlackApi } from './slack-api.ts';
import type { PictureUploader } from './upload-pictures.ts';

/** What one Slack message says: blocks for the eye, a line for notifications and screen readers. */
export interface SlackPayload {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

export interface RenderOptions {
  /** Blocks that every message leaves free, for what the caller adds to it. */
  readonly spareBlocks?: number;
  /** The user group that the first message mentions, by id. */
  readonly mention?: string | undefined;
  readonly pictures?: UploadedPictures;
}

/** A message as one Slack message or, where it is longer than that, as several to be read one after the other. Nothing is ever cut. */
export function renderMessage(message: Message, options: RenderOptions = {}): readonly SlackPayload[] {
  const { spareBlocks = 0, mention, pictures } = options;
  const mentioned = mention === undefined ? undefined : mentionBlock(mention);
  const pages = paginate(renderBlocks(message, pictures), limits.message.blocks - spareBlocks - (mentioned ? 1 : 0));
  if (pages.length === 0) pages.push(plainBlocks(message.summary));
  if (mentioned) pages[0]?.unshift(mentioned);
  return pages.map((blocks, index) => ({
    text: notificationLine(index === 0 ? message.summary : `${index + 1}/${pages.length} ${message.summary}`),
    blocks,
  }));
}

/** The same pieces as one list of blocks, for a view, as far as they fit there; where they do not, the view says so. */
export function renderViewBlocks(
  message: Message,
  { more }: Pick<Catalog['slack'], 'more'>,
  maximum: number = limits.view.blocks,
): types.KnownBlock[] {
  const blocks = joinPieces(renderBlocks(message));
  if (blocks.length === 0) return plainBlocks(message.summary);
  if (blocks.length <= maximum) return blocks;
  return [
    ...blocks.slice(0, maximum - 1),
    { type: 'context', elements: [{ type: 'plain_text', text: more, emoji: false }] },
  ];
}

/** For a message that says nothing. */
const unnamed = 'Kurzwelle';

function plainBlocks(summary: string): types.KnownBlock[] {
  const text = shortLabel(summary, limits.section.text) || unnamed;
  return joinPieces(renderBlocks({ blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text }] }] }));
}

/** The line without blocks: whole parts of the summary, as many as Slack takes. */
function notificationLine(summary: string): string {
  const parts = cleanText(summary).split(' \u00B7 ');
  let line = '';
  for (const part of parts) {
    const longer = line === '' ? escapeMrkdwn(part) : `${line} \u00B7 ${escapeMrkdwn(part)}`;
    if (longer.length > limits.message.text) break;
    line = longer;
  }
  return line || unnamed;
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
}

/** For one workspace: files belong to it. */
export function createPageMaker({ api, workspaceId, naming, upload }: PageMakerOptions): PageMaker {
  return async (message, options) => {
    const named = nameCommands(message, naming);
    const pictures = await upload?.(named, workspaceId, api);
    return renderMessage(named, { ...options, ...(pictures && { pictures }) });
  };
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
  const pattern = new RegExp(
    `(^|[\\s("\u200E\u201C\u201E\u00AB\u00B7\uFF1A\uFF1B\u3002\uFF0C\u3001])/(${names.join('|')})(?![\\w/])`,
    'gu',
  );
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
