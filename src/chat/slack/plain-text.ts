import type { types } from '@slack/bolt';
import { escapeMrkdwn, linkMrkdwn } from './mrkdwn.ts';
import { chartWords, type SlackBlock } from './newer-blocks.ts';

interface LineOptions {
  /** Links keep their addresses; else their words alone stay. */
  readonly withLinks: boolean;
}

/** What blocks say, line by line, as mrkdwn: for screen readers, notifications, and where Slack does not take the blocks. Buttons say nothing. */
export function blockLines(blocks: readonly SlackBlock[], options: LineOptions): readonly string[] {
  return blocks.flatMap((block) => linesOf(block, options)).filter((line) => line.trim() !== '');
}

function linesOf(block: SlackBlock, options: LineOptions): readonly string[] {
  switch (block.type) {
    case 'header':
      return [escapeMrkdwn(block.text.text)];
    case 'section':
      return [block.text, ...(block.fields ?? [])].flatMap((text) => (text ? [objectText(text, options)] : []));
    case 'context':
      return block.elements.flatMap((element) => ('text' in element ? objectText(element, options).split('\n') : []));
    case 'image':
      return [escapeMrkdwn(block.alt_text)];
    case 'rich_text':
      return block.elements.flatMap((element) => richLines(element, options));
    case 'container':
      return [...(block.title ? [objectText(block.title, options)] : []), ...blockLines(block.child_blocks, options)];
    case 'data_visualization':
      return [escapeMrkdwn(chartWords(block))];
    default:
      return [];
  }
}

function objectText({ type, text }: types.TextObject, { withLinks }: LineOptions): string {
  if (type === 'plain_text') return escapeMrkdwn(text);
  return withLinks ? text : text.replaceAll(/<https?:[^|<>]*\|([^<>]*)>/gu, '$1');
}

function richLines(element: types.RichTextBlockElement, options: LineOptions): readonly string[] {
  if (element.type === 'rich_text_list') return element.elements.flatMap((item) => richLines(item, options));
  const words = element.elements.map((each) => inlineText(each, options)).join('');
  return words.split('\n');
}

function inlineText(element: types.RichTextElement, { withLinks }: LineOptions): string {
  switch (element.type) {
    case 'text':
      // Between quotations that share a block stand line breaks of our own.
      return element.text.split('\n').map(escapeMrkdwn).join('\n');
    case 'link':
      return withLinks ? linkMrkdwn(element.url, element.text ?? '') : escapeMrkdwn(element.text ?? '');
    case 'date':
      return escapeMrkdwn(element.fallback ?? '');
    case 'channel':
      return `<#${element.channel_id}>`;
    default:
      return '';
  }
}
