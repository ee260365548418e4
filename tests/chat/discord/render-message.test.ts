import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MessageStyle, renderMessage } from '../../../src/chat/discord/render-message.ts';
import { type Seal, sealedBody } from '../../../src/chat/discord/sender.ts';
import type { Message, MessageBlock, Span } from '../../../src/chat/message.ts';
import { briefing, hostile, profile, text } from '../local/sample-messages.ts';
import { randomMessage } from '../random-message.ts';
import { createSchemaCheck, hasDiscordSchema, schemaNote } from './discord-schema.ts';
import { type Payload, payloadProblems, textOf } from './payload-problems.ts';

const styles = ['components', 'embeds'] as const;

function payloads(message: Message, style: MessageStyle = 'components', seal: Seal = {}): Payload[] {
  return renderMessage(message, style).map((part) => sealedBody(part, seal) as unknown as Payload);
}

function shown(...blocks: readonly MessageBlock[]): string {
  return payloads({ summary: 'Summary', blocks }).map(textOf).join('\n---\n');
}

function paragraph(...spans: readonly Span[]): MessageBlock {
  return { kind: 'paragraph', spans };
}

describe('renders a message for Discord', () => {
  it('as components in the color of its topic', () => {
    expect(renderMessage(briefing)).toMatchSnapshot();
  });

  it('as one embed where embeds are wanted', () => {
    expect(renderMessage(profile, 'embeds')).toMatchSnapshot();
  });

  it('with hostile text shown letter for letter', () => {
    expect(payloads(hostile).map(textOf).join('\n---\n')).toMatchSnapshot();
  });

  it('with a sentence that is quoted whole as a quote block, and quoted words in quotation marks', () => {
    expect(
      shown(
        paragraph(
          { kind: 'quoted', text: 'The river rose.' },
          { kind: 'citation', number: 1, url: 'https://a.example/1' },
        ),
        paragraph(text('Why it matters: ', 'strong'), { kind: 'quoted', text: 'It rose twice.' }),
      ),
    ).toBe('> The river rose.[\\[1\\]](<https://a.example/1>)\n**Why it matters:** “It rose twice.”');
  });

  it.each([
    ['a mention of everyone', '@everyone', '@\u200Beveryone'],
    ['a mention of a member', '<@42>', '\\<@\u200B42\\>'],
    ['an address in a text', 'see https://x.example', 'see https\\://x.example'],
    ['a masked link in a text', '[a](https://x.example)', '\\[a\\]\\(https\\://x.example\\)'],
    ['a list item', '- one', '\\- one'],
    ['a number with a dot', '3. Liga', '3\\. Liga'],
    ['two lines', 'one\ntwo', 'one two'],
  ])('with %s made harmless', (_name, given, wanted) => {
    expect(shown(paragraph(text(given)))).toBe(wanted);
  });

  it('with a link whose text looks like an address', () => {
    expect(shown(paragraph({ kind: 'link', text: 'https://x.example/a', url: 'https://x.example/a' }))).toBe(
      '[x.example/a](<https://x.example/a>)',
    );
  });

  it('says the summary when nothing else is there', () => {
    expect(payloads({ summary: 'All quiet.', blocks: [] }).map(textOf)).toEqual(['All quiet.']);
  });

  it('moves a story whole to a continuation where it fits there', () => {
    const story = (number: number): MessageBlock[] => [
      { kind: 'heading', level: 2, spans: [text(`${number}  Story`)] },
      paragraph(text(`${'word '.repeat(300)}end.`)),
      {
        kind: 'actions',
        items: [{ kind: 'button', label: 'Background', action: 'background', value: String(number) }],
      },
    ];
    const parts = payloads({ summary: 'Long', blocks: [1, 2, 3, 4].flatMap(story) });

    expect(parts.map((part) => textOf(part).match(/### \d {2}Story/gu))).toEqual([
      ['### 1  Story', '### 2  Story'],
      ['### 3  Story', '### 4  Story'],
    ]);
  });

  it('says so where one sentence is longer than a message', () => {
    expect(shown(paragraph(text(`Short one. ${'X'.repeat(5_000)} endless. Short two.`)))).toBe(
      'Short one. *\\(One sentence is longer than a Discord message and is left out.\\)* Short two.',
    );
  });

  it('leaves out a button whose reference is too long for Discord, and tells equal ones apart', () => {
    const button = (value: string) => ({ kind: 'button' as const, label: 'Go', action: 'search', value });
    const [part] = renderMessage({
      summary: '',
      blocks: [
        paragraph(text('Words.')),
        { kind: 'actions', items: [button('x'.repeat(100)), button('a'), button('a')] },
      ],
    });
    expect(JSON.stringify(part).match(/"custom_id":"[^"]*"/gu)).toEqual([
      '"custom_id":"k1:search:a"',
      '"custom_id":"k1.1:search:a"',
    ]);
  });
});

describe(`any message, hundreds of them${schemaNote}`, () => {
  const check = hasDiscordSchema ? createSchemaCheck() : undefined;

  it.each(styles)(
    'is within every limit of Discord as %s, mentions nobody, and breaks between sentences only',
    (style) => {
      let continued = 0;
      fc.assert(
        fc.property(randomMessage({ hasEndless: false }), (message) => {
          const parts = payloads(message, style, { mention: '700000000000000055' });
          expect(parts.length).toBeGreaterThan(0);
          if (parts.length > 1) continued += 1;
          for (const part of parts) {
            expect(payloadProblems(part)).toEqual([]);
            if (check) expect(check('MessageCreateRequest', part)).toEqual([]);
            expect(textOf(part).replace('<@&700000000000000055>', '')).not.toMatch(
              /@(?:everyone|here)|<@[!&]?\d|<#\d|(?<!\\)<[@#/:]/u,
            );
            expect(broken(textOf(part))).toEqual([]);
          }
          expect(marksOf(parts.map(textOf).join(' '), 'B')).toEqual(expectedMarks(message));
        }),
        { numRuns: style === 'components' ? 400 : 200, seed: 5 },
      );
      expect(continued).toBeGreaterThan(20);
    },
    300_000,
  );
});

// An address may hold the like in percent encoding.
function marksOf(shownText: string, mark: 'B' | 'E'): string[] {
  return [...shownText.matchAll(new RegExp(`(?<!%[\\dA-F]?)${mark}(\\d+)${mark}`, 'gu'))].map(
    ([, number = '']) => number,
  );
}

/** Sentences that begin without ending in the same text, and links that are not whole. */
function broken(shownText: string): string[] {
  const ends = marksOf(shownText, 'E');
  const begun = marksOf(shownText, 'B').filter((number, index) => ends[index] !== number);
  const links = shownText.replace(/(?<!\\)`[^`]*`/gu, '').match(/(?<!\\)\](?!\(<https?:\/\/[^\s<>()]+>\))/gu) ?? [];
  return [...begun, ...links];
}

/** Every sentence once and in order; none is so long here that it would be left out. */
function expectedMarks({ blocks }: Message): string[] {
  return blocks
    .flatMap(spansOf)
    .flatMap((span) => ('text' in span && span.kind !== 'link' ? marksOf(span.text, 'B') : []));
}

function spansOf(block: MessageBlock): readonly Span[] {
  if (block.kind === 'list') return block.items.flat();
  if (block.kind === 'fields') return block.fields.flatMap(({ value }) => value);
  if (block.kind === 'image') return block.caption ?? [];
  return 'spans' in block ? block.spans : [];
}

describe('a briefing that fits but for its end', () => {
  const story = (number: number): MessageBlock[] => [
    {
      kind: 'heading',
      level: 2,
      spans: [{ kind: 'link', text: `Story ${number}`, url: `https://example.org/${number}` }],
    },
    {
      kind: 'paragraph',
      spans: [
        { kind: 'quoted', text: `Sentence ${number}. ${'word '.repeat(120)}end.` },
        { kind: 'citation', number, url: `https://example.org/${number}` },
        { kind: 'citation', number: number + 10, url: `https://example.org/${number + 10}` },
      ],
    },
  ];
  const source = (number: number) => ({
    number,
    title: `Source ${number}`,
    url: `https://example.org/${number}`,
    publishedAt: '2024-03-05T10:00:00Z',
  });
  const message: Message = {
    summary: 'Five stories',
    blocks: [
      ...[1, 2, 3, 4, 5].flatMap(story),
      { kind: 'divider' },
      { kind: 'paragraph', spans: [{ kind: 'text', text: `Also: ${'other words '.repeat(60)}end.` }] },
      { kind: 'sources', sources: [1, 2, 3, 4, 5, 11, 12].map(source) },
    ],
  };

  it('keeps all of its stories in the first message', () => {
    const [first, ...others] = renderMessage(message).map((part) => textOf(part as unknown as Payload));

    expect(first?.match(/Story \d/gu)).toHaveLength(5);
    expect(others).toHaveLength(1);
    expect(others[0]).toMatch(/^Also/u);
  });

  it('names no source again that a title links, and cites only other articles', () => {
    const text = renderMessage(message)
      .map((part) => textOf(part as unknown as Payload))
      .join('\n');

    expect(text.match(/Source \d+/gu)).toEqual(['Source 11', 'Source 12']);
    expect(text.match(/example\.org\/\d+/gu)?.toSorted()).toEqual(
      [1, 2, 3, 4, 5, 11, 12, 13, 14, 15, 11, 12].map((number) => `example.org/${number}`).toSorted(),
    );
  });
});
