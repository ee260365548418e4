import fc from 'fast-check';
import type { ActionItem, Choice, Message, MessageBlock, Span } from '../../../src/chat/message.ts';

const nasty = [
  '@everyone',
  '@here',
  '<@1234567890>',
  '<@&99>',
  '<#5>',
  '</who:12>',
  '<t:1:R>',
  ':smile:',
  '[click](https://evil.example)',
  'https://evil.example/x',
  '**bold**',
  '```js',
  '# title',
  '- item',
  '||secret||',
  '\u202Egnp.exe',
  '\u0000',
  '\uD800',
  '>>> all',
  '`code`',
] as const;

const word = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[a-zäöüß]{1,12}$/u) },
  { weight: 1, arbitrary: fc.constantFrom(...nasty) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);
const label = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' ')),
  fc.constant(''),
);
/** A sentence between marks that tell where it begins and ends. */
const sentence = fc
  .tuple(fc.nat(1_000_000), fc.array(word, { minLength: 1, maxLength: 60 }))
  .map(([number, words]) => `B${number}B ${words.join(' ').replaceAll(/[.!?…。]/gu, ',')} E${number}E.`);
const sentences = fc.array(sentence, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));
const url = fc.oneof(
  fc.webUrl(),
  fc.nat().map((id) => `https://news.example/en/some-slug-(of)-it/a-${id}?x=[1]&y=*`),
  fc.constantFrom('javascript:alert(1)', 'not an address', `https://news.example/${'a'.repeat(600)}`),
);
const at = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const span: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: sentences }),
  fc.record({
    kind: fc.constant('text' as const),
    text: label,
    style: fc.constantFrom('strong' as const, 'emphasis' as const, 'muted' as const, 'code' as const),
  }),
  fc.record({ kind: fc.constant('quoted' as const), text: sentences }),
  fc.record({ kind: fc.constant('link' as const), text: label, url }),
  fc.record({ kind: fc.constant('citation' as const), number: fc.nat(99), url }),
  fc.record({
    kind: fc.constant('time' as const),
    at,
    zone: fc.constant('Europe/Berlin'),
    precision: fc.constantFrom('day' as const, 'minute' as const),
  }),
);
const spans = fc.array(span, { maxLength: 6 });

const choice: fc.Arbitrary<Choice> = fc.record(
  { label, value: fc.oneof(fc.nat().map(String), label), description: label },
  { requiredKeys: ['label', 'value'] },
);
const item: fc.Arbitrary<ActionItem> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('button' as const),
      label,
      action: fc.constantFrom('who', 'background', 'search'),
      value: fc.oneof(fc.nat(3).map(String), label),
      tone: fc.constantFrom('primary' as const, 'danger' as const),
    },
    { requiredKeys: ['kind', 'label', 'action'] },
  ),
  fc.record({ kind: fc.constant('link-button' as const), label, url }),
  fc.record({
    kind: fc.constant('select' as const),
    label,
    action: fc.constantFrom('who', 'quotes'),
    options: fc.array(choice, { maxLength: 60 }),
  }),
);

const block: fc.Arbitrary<MessageBlock> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1 as const, 2 as const), spans }),
  fc.record({ kind: fc.constant('paragraph' as const), spans }),
  fc.record({ kind: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(spans, { maxLength: 8 }) }),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ name: label, value: spans }), { maxLength: 6 }),
  }),
  fc.record({ kind: fc.constant('image' as const), url, alt: label, caption: spans }),
  fc.record({
    kind: fc.constant('picture' as const),
    name: fc.oneof(fc.constantFrom('mentions.png', '../../etc/passwd', ''), label),
    pngBase64: fc.base64String({ minLength: 4, maxLength: 400 }),
    alt: label,
  }),
  fc.record({ kind: fc.constant('context' as const), spans }),
  fc.record({ kind: fc.constant('divider' as const) }),
  fc.record({
    kind: fc.constant('sources' as const),
    sources: fc.array(fc.record({ number: fc.nat(99), title: label, url, publishedAt: at }), { maxLength: 20 }),
  }),
  fc.record({ kind: fc.constant('actions' as const), items: fc.array(item, { maxLength: 9 }) }),
);

/** Any message, with what an attacker or a careless feed would put in it; sentences stand between `B7B` and `E7E`. */
export const randomMessage: fc.Arbitrary<Message> = fc.record(
  {
    summary: label,
    accent: fc.constantFrom('asia', 'politics', '__proto__'),
    blocks: fc.array(block, { maxLength: 20 }),
  },
  { requiredKeys: ['summary', 'blocks'] },
);
