import fc from 'fast-check';
import type { ActionItem, Choice, Message, MessageBlock, Span } from '../../src/chat/message.ts';

/** What an attacker or a careless feed would write: each means something to one of the platforms. */
const hostile = [
  '@everyone',
  '@here',
  '<!here>',
  '<!channel> & <@U0123456>',
  '<!subteam^S01>',
  '<#C0123456|general>',
  '<@1234567890>',
  '<@&99>',
  '<#5>',
  '</who:12>',
  '<t:1:R>',
  ':smile:',
  '*bold* _it_ ~no~ `code`',
  '**bold**',
  '```js',
  '# title',
  '- item',
  '> quote',
  '>>> all',
  '||secret||',
  '|',
  '[click](https://evil.example)',
  '<https://evil.example|click>',
  'https://evil.example/x',
  '&lt;!here&gt;',
  '\u202Egnp.exe',
  '\u0000\u001B[31mred',
  '\uD800',
  'a\nb',
  '\u00E9\u{1F1F0}\u{1F1F7}\u{1F469}\u200D\u{1F469}\u200D\u{1F467}',
];

const word = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z\u00E4\u00F6\u00FC\u00DF]{1,12}$/u) },
  { weight: 4, arbitrary: fc.constantFrom('the', 'ministers', 'met', 'in', 'Seoul', 'after', 'talks', '12') },
  { weight: 1, arbitrary: fc.constantFrom(...hostile) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);
const words = (maxLength: number) => fc.array(word, { minLength: 1, maxLength }).map((list) => list.join(' '));
const label = fc.oneof({ weight: 9, arbitrary: words(40) }, { weight: 1, arbitrary: fc.constant('') });

/** A sentence between marks that tell where it begins and ends: `B7B ... E7E.` */
const sentence = fc
  .tuple(fc.nat(1_000_000), words(60))
  .map(([number, said]) => `B${number}B ${said.replaceAll(/[.!?\u2026\u3002]/gu, ',')} E${number}E.`);
const prose = fc.array(sentence, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));
/** As long as a book's chapter, of many sentences or of one. */
const endless = fc.oneof(
  sentence.map((one) => Array.from({ length: 120 }, () => one).join(' ')),
  sentence.map((one) => one.replaceAll('.', '').repeat(300)),
);

const url = fc.oneof(
  { weight: 4, arbitrary: fc.nat().map((id) => `https://news.example/en/some-slug-(of)-it/a-${id}?x=[1]&y=*&b=<|>`) },
  { weight: 2, arbitrary: fc.webUrl() },
  { weight: 1, arbitrary: fc.constantFrom('javascript:alert(1)', 'data:text/html,x', 'not an address', 'tel:1', '') },
  { weight: 1, arbitrary: fc.constantFrom(400, 4_000).map((length) => `https://news.example/${'a'.repeat(length)}`) },
);
const instant = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const at = fc.oneof({ weight: 9, arbitrary: instant }, { weight: 1, arbitrary: fc.constant('yesterday') });

function spanOf(text: fc.Arbitrary<string>): fc.Arbitrary<Span> {
  return fc.oneof(
    fc.record({ kind: fc.constant('text' as const), text }),
    fc.record({
      kind: fc.constant('text' as const),
      text: label,
      style: fc.constantFrom('strong' as const, 'emphasis' as const, 'muted' as const, 'code' as const),
    }),
    fc.record({ kind: fc.constant('quoted' as const), text }),
    fc.record({ kind: fc.constant('link' as const), text: label, url }),
    fc.record({ kind: fc.constant('citation' as const), number: fc.nat(99), url }),
    fc.record({
      kind: fc.constant('time' as const),
      at,
      zone: fc.constantFrom('Asia/Seoul', 'UTC', 'Mars/Olympus'),
      precision: fc.constantFrom('day' as const, 'minute' as const),
    }),
  );
}

const choice: fc.Arbitrary<Choice> = fc.record(
  { label, value: fc.oneof(fc.nat().map(String), label), description: label },
  { requiredKeys: ['label', 'value'] },
);
const item: fc.Arbitrary<ActionItem> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('button' as const),
      label,
      action: fc.oneof({ weight: 9, arbitrary: fc.constantFrom('who', 'background') }, fc.string({ maxLength: 300 })),
      value: fc.oneof(fc.nat(3).map(String), label, fc.string({ maxLength: 2_500 })),
      tone: fc.constantFrom('primary' as const, 'danger' as const),
    },
    { requiredKeys: ['kind', 'label', 'action'] },
  ),
  fc.record({ kind: fc.constant('link-button' as const), label, url }),
  fc.record({
    kind: fc.constant('select' as const),
    label,
    action: fc.constantFrom('who', 'quotes'),
    options: fc.array(choice, { maxLength: 120 }),
  }),
);

function blockOf(spans: fc.Arbitrary<readonly Span[]>): fc.Arbitrary<MessageBlock> {
  return fc.oneof(
    fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1 as const, 2 as const), spans }),
    fc.record({ kind: fc.constant('paragraph' as const), spans }),
    fc.record({ kind: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(spans, { maxLength: 8 }) }),
    fc.record({
      kind: fc.constant('fields' as const),
      fields: fc.array(fc.record({ name: label, value: spans }), { maxLength: 14 }),
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
      sources: fc.array(fc.record({ number: fc.nat(99), title: label, url, publishedAt: at }), { maxLength: 30 }),
    }),
    fc.record({ kind: fc.constant('actions' as const), items: fc.array(item, { maxLength: 40 }) }),
  );
}

/** Any message, of text that is long, broken or hostile; `hasEndless`: now and then one sentence that no message can hold. */
export function randomMessage({ hasEndless }: { readonly hasEndless: boolean }): fc.Arbitrary<Message> {
  const text = fc.oneof({ weight: 60, arbitrary: prose }, ...(hasEndless ? [endless] : []));
  const block = blockOf(fc.array(spanOf(text), { maxLength: 6 }));
  return fc.record(
    {
      summary: label,
      accent: fc.constantFrom('asia', 'politics', '__proto__'),
      blocks: fc.array(block, { maxLength: 20 }),
    },
    { requiredKeys: ['summary', 'blocks'] },
  );
}
