import type { Message, MessageBlock } from '../message.ts';
import { terminalPaint } from './paint.ts';
import { renderBlock, type TerminalPage } from './render-terminal-block.ts';

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
