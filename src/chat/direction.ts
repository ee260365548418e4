import type { Message, MessageBlock, Source, Span } from './message.ts';

type Direction = 'ltr' | 'rtl';

/** First Strong Isolate and Pop Directional Isolate, https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates. */
const [open, close] = ['\u2068', '\u2069'];
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const letter = /\p{L}/u;
const letters = /\p{L}/gu;
/** Up to the last letter, digit or closing mark. */
const upToWord = /^.*[\p{L}\p{N}\p{M})\]”»]/su;
const rightToLeftLetters =
  /[[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]&&\p{L}]/gv;

/**
 * A message whose lines keep their direction where a platform takes it from the first letter, as Slack, Discord and browsers do: what runs the
 * other way at the beginning of a line, and a title or a quotation that does, is isolated. Our own words run as the message's language does,
 * a source's as most of their letters. Isolates that the texts brought along are removed.
 */
export function inDirection(message: Message): Message {
  if (!hasRightToLeft(message)) return message;
  const base = directionOf(message.language);
  return {
    ...message,
    summary: lineOf(message.summary, base),
    blocks: message.blocks.map((block) => turned(block, base)),
  };
}

/** Without overrides, embeddings and isolates that would turn the text around; pairs of first-strong isolates, which are ours, stay. */
export function withoutOverrides(text: string): string {
  const plain = text.replace(/[\u202A-\u202E\u2066\u2067]/gu, '');
  let depth = 0;
  for (const mark of plain.match(/[\u2068\u2069]/gu) ?? []) {
    depth += mark === open ? 1 : -1;
    if (depth < 0) break;
  }
  return depth === 0 ? plain : plain.replace(/[\u2068\u2069]/gu, '');
}

function hasRightToLeft(message: Message): boolean {
  return directionOf(message.language) === 'rtl' || rightToLeft.test(JSON.stringify(message.blocks) + message.summary);
}

/** Of the words of an interface language. */
function directionOf(language = 'en'): Direction {
  return new Intl.Locale(language).getTextInfo().direction ?? 'ltr';
}

function turned(block: MessageBlock, base: Direction): MessageBlock {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'context':
      return { ...block, spans: line(block.spans, base) };
    case 'list':
      return { ...block, items: block.items.map((item) => line(item, base)) };
    case 'fields':
      return {
        ...block,
        fields: block.fields.map(({ name, value }) => ({ name: lineOf(name, base), value: line(value, base) })),
      };
    case 'image':
      return block.caption ? { ...block, caption: line(block.caption, base) } : block;
    case 'sources':
      return {
        ...block,
        sources: block.sources.map((source): Source => ({ ...source, title: isolated(plain(source.title), base) })),
      };
    default:
      return block;
  }
}

/** Our own words decide where there are any, else the majority of letters. */
function line(spans: readonly Span[], own: Direction): readonly Span[] {
  const texts = spans.map((span) => ('text' in span ? plain(span.text) : ''));
  const ours = spans.some((span, index) => span.kind === 'text' && letter.test(texts[index] ?? ''));
  const base = ours && (own === 'ltr' || texts.some((text) => rightToLeft.test(text))) ? own : majority(texts.join(''));
  let isOpen = true;
  return spans.map((span, index): Span => {
    if (!('text' in span)) return span;
    const text = texts[index] ?? '';
    const opens = isOpen && letter.test(text);
    if (opens) isOpen = false;
    if (span.kind === 'text') return { ...span, text: opens ? openingIsolated(text, base) : text };
    return { ...span, text: isolated(text, base) };
  });
}

function lineOf(text: string, own: Direction): string {
  const words = plain(text);
  return openingIsolated(words, rightToLeft.test(words) ? own : 'ltr');
}

/** A title or a quotation as a whole, where its direction differs from that of the text around it. */
function isolated(text: string, base: Direction): string {
  if (!letter.test(text)) return text;
  const own = majority(text);
  const inner = openingIsolated(text, own);
  return own === base ? inner : `${open}${inner}${close}`;
}

/** What runs the other way at the beginning of a text, up to the first letter of its own direction. */
function openingIsolated(text: string, base: Direction): string {
  const first = text.search(letter);
  if (first < 0 || sideOf(text.slice(first, first + 2)) === base) return text;
  const rest = [...text.slice(first).matchAll(letters)].find(([found]) => sideOf(found) === base);
  const until = rest === undefined ? text.length : first + rest.index;
  const [words = ''] = upToWord.exec(text.slice(0, until)) ?? [];
  return `${open}${words}${close}${text.slice(words.length)}`;
}

function sideOf(text: string): Direction {
  return rightToLeft.test(text) ? 'rtl' : 'ltr';
}

function majority(text: string): Direction {
  const all = text.match(letters)?.length ?? 0;
  return (text.match(rightToLeftLetters)?.length ?? 0) * 2 > all ? 'rtl' : 'ltr';
}

function plain(text: string): string {
  return text.replace(/[\u202A-\u202E\u2066-\u2069]/gu, '');
}
