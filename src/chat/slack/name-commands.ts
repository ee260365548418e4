import type { Message, MessageBlock, Span } from '../message.ts';

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
