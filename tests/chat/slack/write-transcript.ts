import type { FakeMessage, FakeView } from '../../fakes/fake-slack.ts';

interface Block {
  readonly type: string;
  readonly alt_text?: string;
  /** Of a container, or of a chart. */
  readonly title?: string | { readonly text: string };
  readonly child_blocks?: readonly Block[];
  readonly label?: { readonly text: string };
  readonly elements?: readonly Element[];
}
interface Element {
  readonly type: string;
  readonly text?: string | { readonly text: string };
  readonly placeholder?: { readonly text: string };
}

const longestLine = 160;
const mostLines = 14;

/** A message as somebody sees it, for people to read in a snapshot: who sees it, its words, its buttons in brackets. */
export function writeMessage({ user, channel, thread_ts, text, blocks }: FakeMessage): string {
  const place = `${channel}${thread_ts === undefined ? '' : ', in the thread'}`;
  return [`${user === undefined ? place : `${place}, for ${user} alone`}: ${plain(text)}`, ...linesOf(blocks)].join(
    '\n',
  );
}

/** A modal or a home tab. */
export function writeView({ type, blocks }: FakeView): string {
  return [`${type}:`, ...linesOf(blocks)].join('\n');
}

function linesOf(blocks: readonly unknown[]): string[] {
  const lines = (blocks as readonly Block[]).flatMap(blockLines).map((line) => `    ${short(line)}`);
  return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines), `    ... ${lines.length - mostLines} more`];
}

function blockLines(block: Block): string[] {
  if (block.type === 'divider') return ['--'];
  if (block.type === 'image') return [`(picture: ${block.alt_text})`];
  if (block.type === 'actions') return [(block.elements ?? []).map((each) => `[${labelOf(each)}]`).join(' ')];
  if (block.type === 'context_actions') return ['(feedback buttons)'];
  if (block.type === 'data_visualization') return [`(chart: ${block.title})`];
  if (block.type === 'container' && typeof block.title === 'object')
    return [`> ${block.title.text}`, ...(block.child_blocks ?? []).flatMap(blockLines).map((line) => `  ${line}`)];
  if (block.type === 'input') return [`${block.label?.text}: ____`];
  return wordsOf(block)
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function labelOf({ text, placeholder }: Element): string {
  return typeof text === 'object' ? text.text : (text ?? placeholder?.text ?? '');
}

/** Sections, quotations and items of a list each on a line. */
function wordsOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(wordsOf).join('');
  if (typeof node !== 'object' || node === null) return '';
  const { type, text, fallback, elements, fields } = node as Record<string, unknown>;
  if (type === 'date') return String(fallback);
  const own = typeof text === 'string' ? plain(text) : wordsOf(text);
  const whole = own + wordsOf(elements) + wordsOf(fields);
  return type === 'text' || type === 'link' ? whole : `${whole}\n`;
}

/** Slack's markup as it is read, and addresses of the test's own server as those of a site. */
function plain(text: string): string {
  return text
    .replaceAll(/<!date\^\d+\^[^|]*\|([^>]*)>/gu, '$1')
    .replaceAll(/<[^|<>]*\|([^>]*)>/gu, '$1')
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/gu, 'https://dw.example');
}

function short(line: string): string {
  return line.length <= longestLine ? line : `${line.slice(0, longestLine)} ...`;
}
