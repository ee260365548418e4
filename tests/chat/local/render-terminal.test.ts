import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { numberedActions, renderTerminal } from '../../../src/chat/local/render-terminal.ts';
import type { Message, MessageBlock } from '../../../src/chat/message.ts';
import { briefing, cite, hostile, paragraph, profile, quoted, text } from './sample-messages.ts';

const plain = { width: 72, color: false };

function render(...blocks: readonly MessageBlock[]): string {
  return renderTerminal({ summary: '', blocks }, plain);
}

it('renders a briefing as a person reads it', () => {
  expect(renderTerminal(briefing, plain)).toMatchInlineSnapshot(`
    "Asia briefing
    5 March 2024, 08:00 Seoul · 2 stories · 1 min

    1  Sarwana and Velden agree to share the water of the upper river
       Update · new since Monday 08:00
       │ The two environment ministers signed the agreement in Ostrava Bay
       │ on Monday evening.[1]
       │ Mirela Danesh, the minister of Sarwana, promised "not one liter
       │ less" for the farmers downstream.[2]
       Why it matters: “it is the first such agreement since 2011.”[1]
       DW 4 March 10:30, 18:05 · dpa, AP · 3 articles
       [Background] [Who’s who] [Follow] [Mute]

    2  Landslide near Teluk Merah: toll rises from 9 to 12
       │ Rescuers found three more bodies on Monday night.[3]
       DW 4 March 22:15 · dpa · 2 articles

    ────────────────────────────────────────────────────────────────────────
    [1] Neighbors settle quarrel over river, 4 March 2024
        https://news.example/a-1
    [2] Danesh: farmers will not lose out, 4 March 2024
        https://news.example/a-2
    [3] Three more bodies found after landslide, 4 March 2024
        https://news.example/a-3

    Quoted from DW, word for word. Next: today 17:00 · /why 1"
  `);
});

it.each([
  ['de', '5. März 2024, 08:00 Seoul', '4. März 2024'],
  ['fr', '5 mars 2024, 08:00 Seoul', '4 mars 2024'],
])('writes days in the language of the message: %s', (language, time, day) => {
  const rendered = renderTerminal({ ...briefing, language }, plain);
  expect(rendered).toContain(time);
  expect(rendered).toContain(`[1] Neighbors settle quarrel over river, ${day}`);
});

it('renders a profile with its fields, lists and actions', () => {
  expect(renderTerminal(profile, plain)).toMatchInlineSnapshot(`
    "Mirela Danesh
    Environment minister of Sarwana (4 March 2024[1])

    Lately
    • 4 March “Signed the river agreement in Ostrava Bay.”[1]
    • 1 March “Called the talks "slow but honest".”[2]

    With          Oskar Lindqvist (3 articles), Yara Bensaid (2)
    Also written  Mirella Danesh[2]
    1. First named 2 March 2022
    2. Named in 41 articles
    Picture: Mirela Danesh at a desk <https://pictures.example/danesh.jpg>
    Archive

    [1] Neighbors settle quarrel over river, 4 March 2024
        https://news.example/a-1
    [2] Slow but honest, 4 March 2024
        https://news.example/a-2

    [Quotes about] [Read the article <https://news.example/a-1>]"
  `);
});

it('numbers buttons and options for a person to type, in the order of numberedActions', () => {
  const rendered = renderTerminal(profile, { ...plain, firstAction: 1 });

  expect(rendered).toContain(
    'Quotes about: [1 The river] [2 The farmers]\n[Read the article <https://news.example/a-1>]',
  );
  expect(numberedActions(profile)).toEqual([
    { label: 'Quotes about: The river', action: 'quotes', value: 'river' },
    { label: 'Quotes about: The farmers', action: 'quotes', value: 'farmers' },
  ]);
});

describe('wraps', () => {
  const samples: readonly [string, Message][] = [
    ['a briefing', briefing],
    ['a profile', profile],
  ];
  it.each(samples)('%s at the width, but for addresses', (_, message) => {
    for (const width of [40, 72, 100]) {
      const tooWide = renderTerminal(message, { width, color: true })
        .split('\n')
        .filter((line) => stringWidth(line) > width && !line.includes('https://'));
      expect(tooWide).toEqual([]);
    }
  });

  it.each([hostile, briefing, profile])('without losing or cutting a word ($summary)', (message) => {
    // Without spaces: Chinese and Japanese break between characters.
    const unspaced = (rendered: string) => rendered.replaceAll(/[\u2502\u2500\s]+/gu, '');
    expect(unspaced(renderTerminal(message, { width: 30, color: false }))).toBe(
      unspaced(renderTerminal(message, { width: 5000, color: false })),
    );
  });

  it('a citation with the word before it', () => {
    const sentence = paragraph(quoted('One two three four five six seven eight nine ten eleven twelve.'), cite(1));
    const lines = renderTerminal({ summary: '', blocks: [sentence] }, { width: 65, color: false }).split('\n');
    expect(lines).toEqual(['\u2502 One two three four five six seven eight nine ten eleven', '\u2502 twelve.[1]']);
  });

  it('wide characters by the columns they take', () => {
    const rendered = renderTerminal(hostile, { width: 30, color: false });
    const wide = rendered.split('\n').filter((line) => line.includes('\u3002') || line.includes('\u77ED'));
    expect(wide.map((text) => stringWidth(text))).toSatisfy((widths: number[]) => widths.every((width) => width <= 30));
    expect(wide).toHaveLength(2);
  });
});

describe('shows quoted words as quoted', () => {
  it.each([
    ['with a bar where all of a paragraph is', [quoted('All of it.'), cite(1)], '\u2502 All of it.[1]'],
    [
      'with quotation marks beside other words',
      [text('She said '), quoted('no'), text('.')],
      'She said \u201Cno\u201D.',
    ],
    ['without doubling marks it has', [text('Title: '), quoted('\u201CNo\u201D')], 'Title: \u201CNo\u201D'],
  ])('%s', (_, spans, expected) => {
    expect(render({ kind: 'paragraph', spans })).toBe(expected);
  });
});

it('shows the address of a link, unless the sources list it', () => {
  const link = paragraph({ kind: 'link', text: 'the report', url: 'https://news.example/r' });
  const source = { number: 1, title: 'Report', url: 'https://news.example/r', publishedAt: '2024-03-04T10:30:00Z' };

  expect(render(link)).toBe('the report <https://news.example/r>');
  expect(render(link, { kind: 'sources', sources: [source] }).split('\n')[0]).toBe('the report');
});

it('lets no text steer the terminal or reorder what it shows', () => {
  const rendered = renderTerminal(hostile, plain);
  const painted = stripVTControlCharacters(renderTerminal(hostile, { width: 72, color: true }));

  for (const output of [rendered, painted]) {
    expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
  }
  expect(rendered).toContain('@everyone red click gnp.exe');
});

it('paints only where colors are wanted, and ends each color', () => {
  expect(renderTerminal(briefing, plain)).not.toContain('\u001B');
  const painted = renderTerminal(briefing, { width: 72, color: true });
  const starts = painted.split('\u001B[').length - 1;
  expect(painted.split('\u001B[0m').length - 1).toBe(starts / 2);
});

it('opens the options of a long select by one number', () => {
  const options = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((label) => ({ label, value: label }));
  const select = { kind: 'select', label: 'Evidence', action: 'evidence', options } as const;
  const message: Message = { summary: 'Background', blocks: [{ kind: 'actions', items: [select] }] };
  expect(renderTerminal(message, { width: 80, color: false, firstAction: 1 })).toBe('[1 Evidence…]');
  const [opener] = numberedActions(message);
  if (!opener || !('opens' in opener)) throw new Error('the select opens');
  expect(renderTerminal(opener.opens, { width: 80, color: false, firstAction: 1 })).toContain('[1 a] [2 b]');
  expect(numberedActions(opener.opens).at(-1)).toEqual({ label: 'g', action: 'evidence', value: 'g' });
});
