import fc from 'fast-check';
import type { ActionItem, Message, MessageBlock, Span } from '../../../src/chat/message.ts';

const attacks = [
  '<!here>',
  '<!channel> & <@U0123456>',
  '<#C0123456|general>',
  '<!subteam^S01>',
  '@everyone',
  '*bold* _it_ ~no~ `code` :wave:',
  '<https://evil.example|click>',
  '&lt;!here&gt;',
  '> quote',
  '|',
  '\u202Egnp.exe',
  '\uD800',
  '\u0000\u001B[31mred',
  'a\nb',
  '\u00E9\u{1F1F0}\u{1F1F7}\u{1F469}\u200D\u{1F469}\u200D\u{1F467}',
];

const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('the', 'ministers', 'met', 'in', 'Seoul', 'after', 'talks', '12', 'Dr.', 'U.S.'),
  },
  { weight: 1, arbitrary: fc.constantFrom(...attacks) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

/** Sentences, some of them long; now and then a text as long as a book's chapter. */
const sentence = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => `${words.join(' ')}.`);
const prose = fc.oneof(
  { weight: 60, arbitrary: fc.array(sentence, { minLength: 0, maxLength: 4 }).map((list) => list.join(' ')) },
  { weight: 1, arbitrary: sentence.map((one) => Array.from({ length: 120 }, () => one).join(' ')) },
  { weight: 1, arbitrary: sentence.map((one) => one.replaceAll('.', '').repeat(300)) },
);
const url = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.integer({ min: 1, max: 99_999 }).map((id) => `https://news.example/en/a-${id}?a=1&b=<|>`),
  },
  { weight: 1, arbitrary: fc.constantFrom('javascript:alert(1)', 'data:text/html,x', 'not an address', 'tel:1', '') },
  { weight: 1, arbitrary: fc.constant(`https://news.example/${'x'.repeat(4_000)}`) },
);
const at = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 2_000_000_000 }).map((s) => new Date(s * 1_000).toISOString()) },
  { weight: 1, arbitrary: fc.constant('yesterday') },
);

const span: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: prose }),
  fc.record({
    kind: fc.constant('text' as const),
    text: prose,
    style: fc.constantFrom('strong' as const, 'emphasis' as const, 'muted' as const, 'code' as const),
  }),
  fc.record({ kind: fc.constant('quoted' as const), text: prose }),
  fc.record({ kind: fc.constant('link' as const), text: prose, url }),
  fc.record({ kind: fc.constant('citation' as const), number: fc.nat(99), url }),
  fc.record({
    kind: fc.constant('time' as const),
    at,
    zone: fc.constantFrom('Asia/Seoul', 'UTC', 'Mars/Olympus'),
    precision: fc.constantFrom('day' as const, 'minute' as const),
  }),
);
const spans = fc.array(span, { maxLength: 6 });
const label = fc.oneof(fc.constantFrom('Background', 'Who\u2019s who', ''), prose);
const choice = fc.record({ label, value: fc.string({ maxLength: 200 }), description: prose });

const action: fc.Arbitrary<ActionItem> = fc.oneof(
  fc.record({
    kind: fc.constant('button' as const),
    label,
    action: fc.oneof(fc.constantFrom('who', 'background'), fc.string({ maxLength: 300 })),
    value: fc.string({ maxLength: 2_500 }),
  }),
  fc.record({ kind: fc.constant('link-button' as const), label, url }),
  fc.record({
    kind: fc.constant('select' as const),
    label,
    action: fc.constant('who'),
    options: fc.array(choice, { maxLength: 120 }),
  }),
);

const source = fc.record({ number: fc.nat(99), title: prose, url, publishedAt: at });
const block: fc.Arbitrary<MessageBlock> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1 as const, 2 as const), spans }),
  fc.record({ kind: fc.constant('paragraph' as const), spans }),
  fc.record({ kind: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(spans, { maxLength: 8 }) }),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ name: label, value: spans }), { maxLength: 14 }),
  }),
  fc.record({ kind: fc.constant('image' as const), url, alt: prose, caption: spans }),
  fc.record({
    kind: fc.constant('picture' as const),
    name: label,
    pngBase64: fc.base64String({ maxLength: 40 }),
    alt: prose,
  }),
  fc.record({ kind: fc.constant('context' as const), spans }),
  fc.constant({ kind: 'divider' as const }),
  fc.record({ kind: fc.constant('sources' as const), sources: fc.array(source, { maxLength: 30 }) }),
  fc.record({ kind: fc.constant('actions' as const), items: fc.array(action, { maxLength: 40 }) }),
);

/** Any message at all, of feed text that is long, broken or hostile. */
export const randomMessage: fc.Arbitrary<Message> = fc.record({
  summary: prose,
  blocks: fc.array(block, { maxLength: 16 }),
});
