import stringWidth from 'string-width';
import { wordingFor } from '../../wording/wording-for.ts';
import type { ActionItem, Message, MessageBlock, Source, Span } from '../message.ts';
import { isQuotedBlock } from '../split-spans.ts';
import { cleanText, formatTime, type Paint, type Run, renderSpans, terminalPaint } from './render-spans.ts';
import { wrapRuns } from './wrap-runs.ts';

/** Columns of the terminal, whether it has color, and the number of the first button. */
export interface TerminalOptions {
  /** Columns; lines are wrapped to them, but never inside a word or an address. */
  readonly width: number;
  readonly color: boolean;
  /** Numbers buttons and the options of selects from here on, for a person to type. */
  readonly firstAction?: number;
}

/** Renders a message as a person reads it in a terminal. */
export function renderTerminal(message: Message, options: TerminalOptions): string {
  const paint = terminalPaint(options.color, message.accent);
  const listedUrls = new Set(
    message.blocks.flatMap((block) => (block.kind === 'sources' ? block.sources : [])).map(({ url }) => url),
  );
  const page: TerminalPage = {
    ...{ width: options.width, paint, listedUrls, language: message.language },
    ...{ indent: '', nextAction: options.firstAction },
  };
  const lines: string[] = [];
  for (const [index, block] of message.blocks.entries()) {
    if (block.kind === 'divider' || block.kind === 'sources') page.indent = '';
    const rendered = renderBlock(block, page);
    if (rendered.length > 0 && needsGap(message.blocks[index - 1], block)) lines.push('');
    lines.push(...rendered);
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}

/** Whether an empty line sets a block off from the one before it. */
function needsGap(before: MessageBlock | undefined, { kind }: MessageBlock): boolean {
  if (!before || before.kind === 'divider') return false;
  if (before.kind === 'sources') return true;
  return kind === 'heading' || kind === 'fields' || kind === 'sources' || kind === 'divider';
}

/** The state while a message is rendered. */
interface TerminalPage {
  readonly width: number;
  readonly paint: Paint;
  readonly listedUrls: ReadonlySet<string>;
  readonly language: string | undefined;
  /** Below a numbered heading, text is indented to its title. */
  indent: string;
  nextAction: number | undefined;
}

const maxNameWidth = 18;

/** The lines of a block; what follows it on the page changes by it. */
function renderBlock(block: MessageBlock, page: TerminalPage): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return renderHeading(block, page);
    case 'paragraph':
      return renderText(block.spans, page);
    case 'list':
      return block.items.flatMap((item, index) => renderText(item, page, block.ordered ? `${index + 1}. ` : '\u2022 '));
    case 'fields':
      return renderFields(block.fields, page);
    case 'image':
      return renderImage(block, page);
    case 'picture':
      return wrap(muted(spansOf([{ kind: 'text', text: block.alt }], page)), page);
    case 'context':
      return wrap(muted(spansOf(block.spans, page)), page);
    case 'divider':
      return [page.paint({ text: '\u2500'.repeat(page.width), look: 'muted' })];
    case 'sources':
      return block.sources.flatMap((source) => renderSource(source, page));
    case 'actions':
      return renderActions(block.items, page);
  }
}

function renderHeading(
  { level, spans }: Extract<MessageBlock, { kind: 'heading' }>,
  page: TerminalPage,
): readonly string[] {
  page.indent = '';
  const runs = spansOf(spans, page).map((run) => ({ ...run, look: level === 1 ? 'accent' : 'strong' }) as const);
  const [, number, rest] = /^(\d{1,3}[.)]?)\s+(.*)$/su.exec(runs[0]?.text ?? '') ?? [];
  if (level === 1 || number === undefined || !runs[0]) return wrap(runs, page);
  page.indent = ' '.repeat(number.length + 2);
  const first = `${page.paint({ text: number, look: 'accent' })}  `;
  return wrapRuns(
    [{ ...runs[0], text: rest ?? '' }, ...runs.slice(1)],
    { width: page.width, first, rest: page.indent },
    page.paint,
  );
}

/** A bar down the side marks what is quoted as a whole; in a list, quotation marks do. */
function renderText(spans: readonly Span[], page: TerminalPage, bullet = ''): readonly string[] {
  const quotedBlock = !bullet && isQuotedBlock(spans);
  const runs = renderSpans(spans, { ...page, quotedBlock });
  const mark = quotedBlock ? page.paint({ text: '\u2502 ', look: 'accent' }) : bullet;
  return wrap(runs, page, { first: mark, rest: quotedBlock ? mark : ' '.repeat(bullet.length) });
}

function renderFields(
  fields: Extract<MessageBlock, { kind: 'fields' }>['fields'],
  page: TerminalPage,
): readonly string[] {
  const names = fields.map(({ name }) => cleanText(name));
  const widths = names.map((text) => stringWidth(text)).filter((width) => width <= maxNameWidth);
  const column = Math.max(0, ...widths) + 2;
  return fields.flatMap(({ value }, index) => {
    const name = names[index] ?? '';
    const gap = ' '.repeat(Math.max(0, column - stringWidth(name)));
    const runs = spansOf(value, page);
    const label = page.paint({ text: name, look: 'muted' });
    const rest = ' '.repeat(column);
    if (gap.length < 2) return [page.indent + label, ...wrap(runs, page, { first: rest, rest })];
    return wrap(runs, page, { first: label + gap, rest });
  });
}

function renderImage(
  { url, alt, caption }: Extract<MessageBlock, { kind: 'image' }>,
  page: TerminalPage,
): readonly string[] {
  const say = wordingFor(page.language);
  const picture = wrap([{ text: cleanText(`${say.chat.picture}${say.colon}${alt} <${url}>`), look: 'muted' }], page);
  return caption ? [...picture, ...wrap(muted(spansOf(caption, page)), page)] : picture;
}

function renderSource(source: Source, page: TerminalPage): readonly string[] {
  const { number, title, url, publishedAt, language, isLinked } = source;
  const mark = isLinked ? '\u2013   ' : `[${number}] `;
  const indent = ' '.repeat(mark.length);
  const date = formatTime({ at: publishedAt, zone: 'UTC', precision: 'day', language: language ?? page.language });
  const runs = [{ text: `${cleanText(title)}, ${date}`, look: 'muted' } as const];
  return [
    ...wrap(runs, page, { first: page.paint({ text: mark, look: 'muted' }), rest: indent }),
    page.indent + indent + page.paint({ text: cleanText(url), look: 'muted' }),
  ];
}

function renderActions(items: readonly ActionItem[], page: TerminalPage): readonly string[] {
  const labels = items.flatMap((item) => {
    if (item.kind === 'link-button') return [`[${item.label}\u00A0<${item.url}>]`];
    if (page.nextAction === undefined) return [`[${item.label}]`];
    if (item.kind === 'button') return [`[${takeNumber(page)}\u00A0${item.label}]`];
    if (item.options.length > mostOpenOptions) return [`[${takeNumber(page)}\u00A0${item.label}\u2026]`];
    return [`${item.label}:`, ...item.options.map(({ label }) => `[${takeNumber(page)}\u00A0${label}]`)];
  });
  // A label is one word to the wrapping, so that it stays on one line.
  const text = labels.map((label) => cleanText(label).replaceAll(' ', '\u00A0')).join(' ');
  return wrap([{ text, look: 'accent' }], page).map((line) => line.replaceAll('\u00A0', ' '));
}

function takeNumber(page: TerminalPage): number {
  const number = page.nextAction ?? 1;
  page.nextAction = number + 1;
  return number;
}

function spansOf(spans: readonly Span[], page: TerminalPage): readonly Run[] {
  return renderSpans(spans, { ...page, quotedBlock: false });
}

function muted(runs: readonly Run[]): readonly Run[] {
  return runs.map((run) => ({ ...run, look: 'muted' }));
}

function wrap(
  runs: readonly Run[],
  page: TerminalPage,
  { first, rest }: { first: string; rest: string } = { first: '', rest: '' },
): readonly string[] {
  return wrapRuns(runs, { width: page.width, first: page.indent + first, rest: page.indent + rest }, page.paint);
}

/** What a number leads to: something to do, or the options of a long select, to choose from. */
type NumberedAction =
  | { readonly label: string; readonly action: string; readonly value: string }
  | { readonly label: string; readonly opens: Message };

/** More options than these would bury the answer, so that one number opens them. */
const mostOpenOptions = 6;

/** Buttons and options of selects in the order in which `firstAction` numbers them. */
export function numberedActions(message: Message): readonly NumberedAction[] {
  return message.blocks
    .flatMap((block) => (block.kind === 'actions' ? block.items : []))
    .flatMap((item): NumberedAction[] => {
      if (item.kind === 'link-button') return [];
      const { action, label } = item;
      if (item.kind === 'button') return [{ label, action, value: item.value ?? '' }];
      if (item.options.length > mostOpenOptions) return [{ label, opens: optionsOf(item) }];
      return item.options.map((option) => ({ label: `${label}: ${option.label}`, action, value: option.value }));
    });
}

function optionsOf({ label, action, options }: Extract<ActionItem, { kind: 'select' }>): Message {
  const items = options.map((option) => ({
    kind: 'button' as const,
    label: option.label,
    action,
    value: option.value,
  }));
  const spans = [{ kind: 'text' as const, text: label }];
  return {
    summary: label,
    blocks: [
      { kind: 'heading', level: 2, spans },
      { kind: 'actions', items },
    ],
  };
}
