import type { types } from '@slack/bolt';
import { wordingFor } from '../../wording/wording-for.ts';
import type { Message, MessageBlock, Source, Span } from '../message.ts';
import { limits } from './limits.ts';
import { escapeMrkdwn, mrkdwn } from './mrkdwn.ts';
import type { ChartBlock } from './newer-blocks.ts';
import { joinPieces, type Piece } from './pages.ts';
import { renderActions } from './render-actions.ts';
import { cleanText, listItem, paragraph, richText, sections, shortLabel, webAddress } from './rich-text.ts';

/** Pictures of a message that Slack has, by their block: the id of the file. */
export type UploadedPictures = ReadonlyMap<MessageBlock, string>;

/** A message's blocks as pieces that each keep Slack's limits. A picture that was not uploaded is described in words. */
export function renderBlocks(
  { blocks, language }: Pick<Message, 'blocks' | 'language'>,
  { pictures = new Map(), newer = false, charts = true }: BlockOptions = {},
): Piece[] {
  return blocks.flatMap((block, index) => {
    if (newer && block.kind === 'sources') {
      const cited = block.sources.filter(({ isLinked }) => !isLinked);
      if (cited.length >= fewestFolded) return foldedSources(cited, language);
    }
    const chart = newer && charts ? chartOf(block) : undefined;
    if (chart) return [{ kind: 'block', block: chart }];
    const fileId = pictures.get(block);
    return block.kind === 'picture' && fileId !== undefined ? picture(block, fileId) : renderBlock(block, index);
  });
}

interface BlockOptions {
  readonly pictures?: UploadedPictures | undefined;
  /** Blocks that not every workspace takes may be used: what is rendered is for `sendInNewestForm`. */
  readonly newer?: boolean;
  /** Whether Slack draws charts here itself. */
  readonly charts?: boolean;
}

/** A chart that Slack can draw itself, in the reader's theme and without an upload; undefined for what does not fit one. */
export function chartOf(block: MessageBlock): ChartBlock | undefined {
  if (block.kind !== 'picture' || !block.chart) return undefined;
  const { title, name, points } = block.chart;
  const { chart: most } = limits;
  const labels = points.map(({ label }) => cleanText(label).trim());
  const isFitting = title.length <= most.title && points.length <= most.points && points.length > 0;
  if (!isFitting || labels.some((label) => label === '' || label.length > most.label)) return undefined;
  if (new Set(labels).size < labels.length) return undefined;
  const data = points.map(({ value }, index) => ({ label: labels[index] ?? '', value }));
  return {
    type: 'data_visualization',
    title: cleanText(title),
    chart: { type: 'bar', series: [{ name: shortLabel(name, most.name), data }], axis_config: { categories: labels } },
  };
}

/** Fewer sources are as short as the line that would hide them. */
const fewestFolded = 3;

/**
 * Sources as one line that opens when it is pressed: each citation leads to its article anyway, and on a phone the list is a screen of small
 * print. https://docs.slack.dev/reference/block-kit/blocks/container-block
 */
function foldedSources(sources: readonly Source[], language: string | undefined): Piece[] {
  const lines = joinPieces(sources.flatMap(sourceLine));
  const containers: types.ContainerBlock[] = [];
  for (let start = 0; start < lines.length; start += limits.container.shownTogether) {
    const part = lines.slice(start, start + limits.container.shownTogether).filter((block) => block.type === 'context');
    const text = `${wordingFor(language ?? 'en').page.sources(sources.length)}${start === 0 ? '' : ' …'}`;
    containers.push({
      type: 'container',
      title: { type: 'plain_text', text, emoji: false },
      child_blocks: part,
      is_collapsible: true,
      default_collapsed: true,
    });
  }
  return containers.map((block) => ({ kind: 'block', block }));
}

function renderBlock(block: MessageBlock, index: number): Piece[] {
  switch (block.kind) {
    case 'heading':
      return heading(block);
    case 'paragraph':
      return paragraph(block.spans);
    case 'list':
      return block.items.flatMap((item, position) => listItem(item, block.ordered === true, position));
    case 'fields':
      return fields(block.fields);
    case 'image':
      return image(block);
    case 'picture':
      return context([{ kind: 'text', text: block.alt }]);
    case 'context':
      return context(block.spans);
    case 'divider':
      return [{ kind: 'block', block: { type: 'divider' } }];
    case 'sources':
      return block.sources.filter(({ isLinked }) => !isLinked).flatMap(sourceLine);
    case 'actions':
      return renderActions(block.items, index).map((rendered) => ({ kind: 'block', block: rendered }));
  }
}

function heading({ level, spans }: Extract<MessageBlock, { kind: 'heading' }>): Piece[] {
  const isPlain = spans.every(({ kind }) => kind === 'text');
  const text = cleanText(spans.map((span) => ('text' in span ? span.text : '')).join('')).trim();
  if (level === 1 && isPlain && text !== '' && text.length <= limits.header.text)
    return [{ kind: 'block', block: { type: 'header', text: { type: 'plain_text', text, emoji: false } } }];
  return sections(spans, (part) => richText(part, { bold: true })).map((piece) =>
    piece.kind === 'rich' ? { ...piece, isHeading: true } : piece,
  );
}

type Field = Extract<MessageBlock, { kind: 'fields' }>['fields'][number];
/** In two columns only what is short enough to be read there. */
const columnText = 160;

function fields(list: readonly Field[]): Piece[] {
  const texts = list.map(({ name, value }) => ({
    name,
    value,
    text: `*${escapeMrkdwn(name).trim()}*\n${mrkdwn(value)}`,
  }));
  const areShort = texts.every(({ name, value, text }) => {
    const shown = value.map((span) => ('text' in span ? span.text : '')).join('');
    return name.trim() !== '' && shown.length <= columnText && text.length <= limits.section.fieldText;
  });
  if (!areShort || texts.length > limits.section.fields || texts.length === 0)
    return list.flatMap(({ name, value }) =>
      paragraph([{ kind: 'text', text: name, style: 'strong' }, { kind: 'text', text: '  ' }, ...value]),
    );
  const block: types.SectionBlock = {
    type: 'section',
    fields: texts.map(({ text }) => ({ type: 'mrkdwn', text, verbatim: true })),
  };
  return [{ kind: 'block', block }];
}

function image({ url, alt, caption }: Extract<MessageBlock, { kind: 'image' }>): Piece[] {
  const address = webAddress(url);
  const words = shortLabel(alt, limits.image.alt);
  const below = caption ? context(caption) : [];
  if (address === undefined || words === '') return below;
  return [{ kind: 'block', block: { type: 'image', image_url: address, alt_text: words } }, ...below];
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object */
function picture({ alt }: Extract<MessageBlock, { kind: 'picture' }>, fileId: string): Piece[] {
  const words = shortLabel(alt, limits.image.alt) || 'Picture';
  return [{ kind: 'block', block: { type: 'image', slack_file: { id: fileId }, alt_text: words } }];
}

function context(spans: readonly Span[]): Piece[] {
  const text = mrkdwn(spans).trim();
  if (text === '') return [];
  if (text.length > limits.context.text) return sections(spans, richText);
  return [{ kind: 'small', text }];
}

function sourceLine({ number, title, url, publishedAt }: Source): Piece[] {
  return context([
    { kind: 'text', text: `[${number}] ` },
    { kind: 'link', text: title || url, url },
    ...(publishedAt ? dated(publishedAt) : []),
  ]);
}

function dated(at: string): Span[] {
  return [
    { kind: 'text', text: ' \u00B7 ' },
    { kind: 'time', at, zone: 'UTC', precision: 'day' },
  ];
}
