import { renderMessage as renderDiscord } from '../src/chat/discord/render-message.ts';
import type { Message, MessageBlock, Span } from '../src/chat/message.ts';
import type { SlackBlock } from '../src/chat/slack/newer-blocks.ts';
import { blockLines } from '../src/chat/slack/plain-text.ts';
import { renderMessage as renderSlack } from '../src/chat/slack/render-message.ts';
import { replayEditions } from './lib/replay-editions.ts';

/**
 * Editions over stored DW material as they are posted: how many messages each is on Slack and on Discord, how long, and how much of it is
 * news (headlines and sentences) against small print (all other words that are seen, labels of buttons included; what is folded away counts
 * by its title). Lines are those of a phone, 42 characters wide. Run from the project root:
 * node bench/payloads.ts <length> <from> <before> <slots> <file of articles> [<from> <before> ...]
 */
const [length = '', ...parts] = process.argv.slice(2);
if (length === '' || parts.length === 0 || parts.length % 4 > 0)
  throw new Error(
    'Give a length, then days, hours and a file: normal 2023-12-01 2024-01-01 06:00,18:00 articles.jsonl.gz',
  );
const phoneColumns = 42;

const messages: Message[] = [];
for (let at = 0; at < parts.length; at += 4) {
  const [from = '', before = '', slots = '', file = ''] = parts.slice(at, at + 4);
  messages.push(
    ...(await replayEditions({ from, before, language: 'en', files: [file], slots: slots.split(','), length })),
  );
}
const editions = messages.filter(({ blocks }) => blocks.some((block) => block.kind === 'heading' && block.level === 2));
report('Slack', (message) => renderSlack(message).map(({ blocks }) => blocks.flatMap(slackLines)));
report('Discord', (message) => renderDiscord(message).map((part) => discordLines(part.components)));
const begin = editions.filter((message) => {
  const news = newsOf(message);
  return news.some((text) => text.length > 15 && message.summary.slice(0, 80).includes(text.slice(0, 60)));
});
console.log(`of ${editions.length} notifications ${begin.length} have news in their first 80 characters`);

function report(platform: string, render: (message: Message) => readonly (readonly string[])[]): void {
  const measured = editions.map((message) => {
    const pages = render(message);
    const lines = pages.flat();
    const shown = lines.join('').length;
    const news = newsOf(message).join('').length;
    const phoneLines = lines.reduce((sum, line) => sum + Math.ceil(line.length / phoneColumns), 0);
    return { pages: pages.length, shown, news, share: news / shown, phoneLines };
  });
  const of = (pick: (one: (typeof measured)[number]) => number) => {
    const sorted = measured.map(pick).toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
    return `median ${round(at(0.5))}, p95 ${round(at(0.95))}, most ${round(sorted.at(-1) ?? 0)}`;
  };
  console.log(
    `${platform}: ${measured.length} editions, ${measured.filter(({ pages }) => pages === 1).length} are one message`,
  );
  console.log(`  characters ${of(({ shown }) => shown)}; of news ${of(({ news }) => news)}`);
  console.log(`  small print ${of(({ share }) => 1 - share)}; lines on a phone ${of(({ phoneLines }) => phoneLines)}`);
}

function round(value: number): number {
  return value < 10 ? Math.round(value * 100) / 100 : Math.round(value);
}

function newsOf({ blocks }: Message): string[] {
  return blocks.flatMap((block) => spansOf(block).flatMap((span) => (isNews(span) ? span.text : [])));
}

function isNews(span: Span): span is Extract<Span, { text: string }> {
  return span.kind === 'quoted' || span.kind === 'link';
}

function spansOf(block: MessageBlock): readonly Span[] {
  return block.kind === 'heading' || block.kind === 'paragraph' ? block.spans : [];
}

function slackLines(block: SlackBlock): readonly string[] {
  if (block.type === 'container') return block.title ? [block.title.text] : [];
  if (block.type === 'image') return [];
  return block.type === 'actions' ? labelsIn(block) : blockLines([block], { withLinks: false });
}

function discordLines(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(discordLines);
  if (typeof value !== 'object' || value === null) return [];
  if ('content' in value && typeof value.content === 'string')
    return value.content.split('\n').map((line) =>
      line
        .replaceAll(/\[((?:\\.|[^\]\\])*)\]\(<?[^)>]*>?\)/gu, '$1')
        .replaceAll(/^(?:-# |#+ |> )/gu, '')
        .replaceAll('\\', ''),
    );
  if ('custom_id' in value || 'url' in value) return labelsIn(value);
  return Object.values(value).flatMap(discordLines);
}

/** What stands on the buttons and closed selects in a row. */
function labelsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(labelsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('options' in value) return 'placeholder' in value ? [textOf(value.placeholder)] : [];
  if ('label' in value || 'text' in value) return [textOf('label' in value ? value.label : value.text)];
  return Object.values(value).flatMap(labelsIn);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : '';
}
