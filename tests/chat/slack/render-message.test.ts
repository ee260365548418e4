import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Message, Span } from '../../../src/chat/message.ts';
import { limits } from '../../../src/chat/slack/limits.ts';
import type { SlackPayload } from '../../../src/chat/slack/newer-blocks.ts';
import { renderMessage, renderViewBlocks } from '../../../src/chat/slack/render-message.ts';
import { cleanText } from '../../../src/chat/slack/rich-text.ts';
import { splitSentences } from '../../../src/text/sentences.ts';
import { catalogOf } from '../../../src/wording/wording-for.ts';
import { briefing, hostile, paragraph, profile, quoted, text } from '../local/sample-messages.ts';
import { randomMessage } from '../random-message.ts';
import { checkMessage } from './block-rules.ts';

const render = (message: Message) => renderMessage(message);
/** As it reads, but for times that Slack fills in. */
const textOf = (spans: readonly Span[]) =>
  spans
    .map((span) => ('text' in span ? span.text : span.kind === 'time' && span.at === 'yesterday' ? span.at : ''))
    .join('');

/** The words of a payload's rich text, in order, without numbers of citations, dates and our quotation marks. */
function wordsOf({ blocks }: SlackPayload): string {
  const words = JSON.parse(JSON.stringify(blocks), (_key, value) => {
    if (value?.type === 'text' || value?.type === 'link') return /^\[\d+\]$/u.test(value.text) ? '' : value.text;
    if (value?.type === 'date') return '';
    if (Array.isArray(value)) return value.join('');
    return value?.type?.startsWith?.('rich_text') ? value.elements : value;
  });
  return comparable(String(words));
}

/** Invisible characters and white space aside, two texts that read the same. */
function comparable(words: string): string {
  return cleanText(words).replaceAll(/[\u201C\u201D\u2068\u2069\s]/gu, '');
}

const paragraphsOf = ({ blocks }: Message) =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.spans] : block.kind === 'list' ? block.items : []));

it('keeps the limits, mentions nobody and cuts no sentence, whatever a message says, 400 times', () => {
  fc.assert(
    fc.property(randomMessage({ hasEndless: true }), fc.boolean(), (message, isUploaded) => {
      const payloads = isUploaded ? renderMessage(message, { pictures: uploadedPictures(message) }) : render(message);
      for (const payload of payloads) {
        expect(checkMessage(payload)).toEqual([]);
        expect(JSON.stringify(payload)).not.toMatch(mentionElement);
      }
      expectWholeSentences(message, payloads.map(wordsOf));
    }),
    { numRuns: 400, seed: 2_026 },
  );
});

/** Every element of rich text that would notify somebody. */
const mentionElement = /"type":"(?:user|usergroup|broadcast|channel|team)"/u;

function uploadedPictures({ blocks }: Message) {
  return new Map(blocks.filter(({ kind }) => kind === 'picture').map((block, index) => [block, `F${index}`] as const));
}

it('mentions the one user group that a subscription names, first and once, and no other id', () => {
  const message = { ...briefing, summary: '<!subteam^S999>' };
  const [first, ...rest] = renderMessage(message, { mention: 'S0614TZR7' });
  expect(first?.blocks[0]).toEqual({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'usergroup', usergroup_id: 'S0614TZR7' }] }],
  });
  expect(checkMessage(first ?? {})).toEqual([]);
  expect(JSON.stringify([first?.blocks.slice(1), first?.text, rest])).not.toMatch(/usergroup|<!subteam/u);
  for (const mention of ['here', '!here', 'U0123456', 'S1> <!here', 'everyone', ''])
    expect(JSON.stringify(renderMessage(message, { mention }))).not.toMatch(mentionElement);
});

it('shows an uploaded picture with its words, and the words alone without it', () => {
  const picture = { kind: 'picture' as const, name: 'mentions', pngBase64: '', alt: 'Mentions per day: 3, 1, 4' };
  const message: Message = { summary: 's', blocks: [picture] };
  expect(renderMessage(message, { pictures: new Map([[picture, 'F1']]) })[0]?.blocks).toEqual([
    { type: 'image', slack_file: { id: 'F1' }, alt_text: 'Mentions per day: 3, 1, 4' },
  ]);
  expect(JSON.stringify(render(message))).toContain('Mentions per day: 3, 1, 4');
});

/** Each sentence stands whole in one message, or is left out where that is said. */
function expectWholeSentences(message: Message, pages: readonly string[]): void {
  for (const spans of paragraphsOf(message)) {
    for (const sentence of splitSentences(textOf(spans), 'en').map((each) => comparable(each.text))) {
      if (pages.some((page) => page.includes(sentence))) continue;
      expect(pages.join('')).toContain('toolongforSlack');
      // Next to a link or a sentence that alone is longer than a message.
      expect(JSON.stringify(spans).length).toBeGreaterThan(limits.message.blocksText - 2_500);
    }
  }
}

it('shows a briefing with its heading, quotations, small print, buttons and sources', () => {
  const [payload, ...further] = render(briefing);
  expect(further).toEqual([]);
  expect(payload).toMatchSnapshot();
});

it('shows a profile with fields, lists, a picture, a select and a link', () => {
  expect(render(profile)).toMatchSnapshot();
});

it('shows what attacks as the words it is', () => {
  const [payload] = render(hostile);
  expect(checkMessage(payload ?? {})).toEqual([]);
  expect(JSON.stringify(payload)).not.toMatch(/javascript:|\\u001b|\u202E/u);
});

test.each([
  ['<!here> & <@U0123>', '&lt;!here&gt; &amp; &lt;@U0123&gt;'],
  ['&lt;!channel&gt;', '&amp;lt;!channel&amp;gt;'],
  ['*x* _y_ ~z~ `w` :wave: 08:00:30', '\u2217x\u2217 \u02CDy\u02CD \u223Cz\u223C \u02CBw\u02CB \uA789wave: 08:00:30'],
])('in small print and the notification, %s stays words', (typed, written) => {
  const [payload] = render({ summary: typed, blocks: [{ kind: 'context', spans: [text(typed)] }] });
  expect(payload).toEqual({
    text: written,
    blocks: [{ type: 'context', elements: [{ type: 'mrkdwn', text: written, verbatim: true }] }],
  });
});

it('gives dates as tokens, so that everyone reads their own zone', () => {
  const time: Span = { kind: 'time', at: '2022-07-19T08:00:00Z', zone: 'Asia/Seoul', precision: 'minute' };
  const [payload] = render({ summary: 's', blocks: [paragraph(time), { kind: 'context', spans: [time] }] });
  expect(payload?.blocks).toEqual([
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            {
              type: 'date',
              timestamp: 1_658_217_600,
              format: '{date_short_pretty} {time}',
              fallback: '19 July 2022, 17:00 Seoul',
            },
          ],
        },
      ],
    },
    {
      type: 'context',
      elements: [
        {
          type: 'mrkdwn',
          text: '<!date^1658217600^{date_short_pretty} {time}|19 July 2022, 17:00 Seoul>',
          verbatim: true,
        },
      ],
    },
  ]);
});

it('goes on in further messages, whole stories with their headings', () => {
  const story = (number: number) => [
    { kind: 'heading' as const, level: 2 as const, spans: [text(`Story ${number}`)] },
    ...Array.from({ length: 6 }, (_, index) =>
      paragraph(quoted(`Sentence ${index} of story ${number} says what the ${'honorable '.repeat(20)}council did.`)),
    ),
    { kind: 'divider' as const },
  ];
  const pages = render({ summary: 'Long', blocks: Array.from({ length: 20 }, (_, index) => story(index)).flat() });

  expect(pages.length).toBeGreaterThan(2);
  expect(pages.map(({ text: all }) => all.split('\n')[0])).toEqual(
    pages.map((_, index) => (index === 0 ? 'Long' : `${index + 1}/${pages.length} Long`)),
  );
  for (const page of pages) {
    const last = wordsOf({ ...page, blocks: page.blocks.slice(-1) });
    expect(last).not.toMatch(/Story\d+$/u);
  }
});

it('divides a paragraph as long as a chapter between its sentences, and loses none', () => {
  const sentences = Array.from({ length: 400 }, (_, index) => `Councillor ${index} of Sarwana spoke at the meeting.`);
  const pages = render({ summary: 'Long', blocks: [paragraph(quoted(sentences.join(' ')))] }).map(wordsOf);
  expect(pages.length).toBeGreaterThan(1);
  for (const sentence of sentences) expect(pages.filter((page) => page.includes(comparable(sentence)))).toHaveLength(1);
});

it('leaves out a sentence longer than a message and says so, never half of it', () => {
  const endless = `It began ${'and went on '.repeat(2_000)}until it ended.`;
  const pages = render({ summary: 'Long', blocks: [paragraph(text(`Before it. ${endless} After it.`))] }).map(wordsOf);
  expect(pages.join('')).toBe(
    comparable('Before it. [A sentence too long for Slack is left out; it stands in the source.] After it.'),
  );
});

it('keeps the notification line to whole parts', () => {
  const titles = Array.from({ length: 200 }, (_, index) => `Title ${index} of a story that is told at some length`);
  const [payload] = render({ summary: titles.join(' \u00B7 '), blocks: [{ kind: 'divider' }] });
  expect(payload?.text.length).toBeLessThanOrEqual(limits.message.text);
  expect(titles).toContain(payload?.text.split('\n')[0]?.split(' \u00B7 ').at(-1));
});

it('says in the language of who looks that a view holds no more', () => {
  const heads = Array.from({ length: 9 }, (_, index) => ({
    kind: 'heading' as const,
    level: 1 as const,
    spans: [text(`Part ${index}`)],
  }));
  const message = { summary: 'Parts', blocks: heads };

  expect(renderViewBlocks(message, catalogOf('de').slack)).toHaveLength(9);
  const cut = renderViewBlocks(message, catalogOf('de').slack, 4);
  expect(cut).toHaveLength(4);
  expect(cut.at(-1)).toMatchObject({ elements: [{ text: 'Es gibt mehr, als hier Platz hat.' }] });
});

const specPath = '../shared/specs/slack_web_openapi_v2_without_examples.json';

describe.skipIf(!existsSync(specPath))(`Slack's own specification (skipped where ${specPath} is not there)`, () => {
  it('takes our blocks and the arguments of chat.postMessage', () => {
    const spec = JSON.parse(readFileSync(specPath, 'utf8'));
    const validate = new Ajv({ strict: false }).addSchema(spec, 'slack').compile({
      $ref: 'slack#/definitions/blocks',
    });
    for (const message of [briefing, profile, hostile])
      for (const { blocks } of render(message)) expect(validate(blocks) || validate.errors).toBe(true);
    const parameters = spec.paths['/chat.postMessage'].post.parameters.map(({ name }: { name: string }) => name);
    expect(parameters).toEqual(expect.arrayContaining(['channel', 'text', 'blocks', 'thread_ts', 'unfurl_links']));
  });
});
