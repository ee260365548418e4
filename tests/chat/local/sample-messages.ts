import type { Message, MessageBlock, Span } from '../../../src/chat/message.ts';

const day = '2024-03-04T10:30:00Z';

export const text = (words: string, style?: Extract<Span, { kind: 'text' }>['style']): Span =>
  style ? { kind: 'text', text: words, style } : { kind: 'text', text: words };
export const quoted = (words: string): Span => ({ kind: 'quoted', text: words });
export const cite = (number: number): Span => ({ kind: 'citation', number, url: `https://news.example/a-${number}` });

export function paragraph(...spans: readonly Span[]): MessageBlock {
  return { kind: 'paragraph', spans };
}

/** A briefing with a story that is an update, one whose number moved, and every part a briefing has. */
export const briefing: Message = {
  summary: 'Asia briefing, Tuesday 5 March 2024, 2 stories',
  accent: 'asia',
  blocks: [
    { kind: 'heading', level: 1, spans: [text('Asia briefing')] },
    {
      kind: 'context',
      spans: [
        { kind: 'time', at: '2024-03-04T23:00:00Z', zone: 'Asia/Seoul', precision: 'minute' },
        text(' · 2 stories · 1 min'),
      ],
    },
    { kind: 'heading', level: 2, spans: [text('1  Sarwana and Velden agree to share the water of the upper river')] },
    { kind: 'context', spans: [text('Update', 'strong'), text(' · new since Monday 08:00')] },
    paragraph(quoted('The two environment ministers signed the agreement in Ostrava Bay on Monday evening.'), cite(1)),
    paragraph(
      quoted('Mirela Danesh, the minister of Sarwana, promised "not one liter less" for the farmers downstream.'),
      cite(2),
    ),
    paragraph(text('Why it matters: ', 'strong'), quoted('it is the first such agreement since 2011.'), cite(1)),
    { kind: 'context', spans: [text('DW 4 March 10:30, 18:05 · dpa, AP · 3 articles')] },
    {
      kind: 'actions',
      items: [
        { kind: 'button', label: 'Background', action: 'background', value: 'story-1', tone: 'primary' },
        { kind: 'button', label: 'Who\u2019s who', action: 'who', value: 'story-1' },
        { kind: 'button', label: 'Follow', action: 'follow', value: 'story-1' },
        { kind: 'button', label: 'Mute', action: 'mute', value: 'story-1', tone: 'danger' },
      ],
    },
    { kind: 'heading', level: 2, spans: [text('2  Landslide near Teluk Merah: toll rises from 9 to 12')] },
    paragraph(quoted('Rescuers found three more bodies on Monday night.'), cite(3)),
    { kind: 'context', spans: [text('DW 4 March 22:15 · dpa · 2 articles')] },
    { kind: 'divider' },
    {
      kind: 'sources',
      sources: [
        { number: 1, title: 'Neighbors settle quarrel over river', url: 'https://news.example/a-1', publishedAt: day },
        { number: 2, title: 'Danesh: farmers will not lose out', url: 'https://news.example/a-2', publishedAt: day },
        {
          number: 3,
          title: 'Three more bodies found after landslide',
          url: 'https://news.example/a-3',
          publishedAt: day,
        },
      ],
    },
    {
      kind: 'context',
      spans: [text('Quoted from DW, word for word. Next: today 17:00 · '), text('/why 1', 'code')],
    },
  ],
};

/** A profile: fields, a list of dated lines, a picture, a select and a link. */
export const profile: Message = {
  summary: 'Mirela Danesh, environment minister of Sarwana',
  accent: 'environment',
  blocks: [
    { kind: 'heading', level: 1, spans: [text('Mirela Danesh')] },
    paragraph(text('Environment minister of Sarwana', 'emphasis'), text(' (4 March 2024'), cite(1), text(')')),
    { kind: 'heading', level: 2, spans: [text('Lately')] },
    {
      kind: 'list',
      items: [
        [text('4 March ', 'muted'), quoted('Signed the river agreement in Ostrava Bay.'), cite(1)],
        [text('1 March ', 'muted'), quoted('Called the talks "slow but honest".'), cite(2)],
      ],
    },
    {
      kind: 'fields',
      fields: [
        { name: 'With', value: [text('Oskar Lindqvist (3 articles), Yara Bensaid (2)')] },
        { name: 'Also written', value: [text('Mirella Danesh'), cite(2)] },
      ],
    },
    { kind: 'list', ordered: true, items: [[text('First named 2 March 2022')], [text('Named in 41 articles')]] },
    {
      kind: 'image',
      url: 'https://pictures.example/danesh.jpg',
      alt: 'Mirela Danesh at a desk',
      caption: [text('Archive')],
    },
    {
      kind: 'sources',
      sources: [
        { number: 1, title: 'Neighbors settle quarrel over river', url: 'https://news.example/a-1', publishedAt: day },
        { number: 2, title: 'Slow but honest', url: 'https://news.example/a-2', publishedAt: day },
      ],
    },
    {
      kind: 'actions',
      items: [
        {
          kind: 'select',
          label: 'Quotes about',
          action: 'quotes',
          options: [
            { label: 'The river', value: 'river' },
            { label: 'The farmers', value: 'farmers', description: 'Downstream' },
          ],
        },
        { kind: 'link-button', label: 'Read the article', url: 'https://news.example/a-1' },
      ],
    },
  ],
};

const longWord = `Donau${'dampfschifffahrts'.repeat(14)}gesellschaft`;

/** Texts as an attacker, a careless feed and other scripts would send them. */
export const hostile: Message = {
  summary: 'Hostile \u001B[31mtext',
  accent: 'asia"><script>',
  blocks: [
    { kind: 'heading', level: 1, spans: [text('<script>document.title = "owned"</script> & <b>bold</b>')] },
    paragraph(
      text('@everyone \u001B[31mred\u001B[0m \u001B]8;;https://evil.example\u0007click\u001B]8;;\u0007 \u202Egnp.exe'),
    ),
    paragraph(quoted('<img src=x onerror="document.title = \'owned\'">'), cite(1)),
    paragraph({ kind: 'link', text: 'a link', url: 'javascript:alert(1)' }, text(' and '), {
      kind: 'citation',
      number: 9,
      url: 'data:text/html,<script>alert(1)</script>',
    }),
    paragraph(text(longWord)),
    paragraph(
      quoted(
        '\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064A\u0631 \u0625\u0646 \u0627\u0644\u0627\u062A\u0641\u0627\u0642 "\u062C\u0627\u0647\u0632 \u0644\u0644\u062A\u0648\u0642\u064A\u0639" \u064A\u0648\u0645 \u0627\u0644\u0627\u062B\u0646\u064A\u0646.',
      ),
      cite(1),
    ),
    paragraph(
      text(
        '\u77ED\u6CE2\u306F\u4E16\u754C\u306E\u30CB\u30E5\u30FC\u30B9\u3092\u6BCE\u65E5\u4F1D\u3048\u308B\u653E\u9001\u5C40\u3067\u3042\u308A\u3001\u9577\u3044\u6587\u7AE0\u3067\u3082\u884C\u3092\u6298\u308A\u8FD4\u3057\u3066\u8AAD\u307F\u3084\u3059\u304F\u3059\u308B\u3002',
      ),
    ),
    { kind: 'image', url: 'https://tracker.example/pixel.gif', alt: '<b>pixel</b>' },
    {
      kind: 'actions',
      items: [
        { kind: 'button', label: '</button><script>1</script>', action: 'x' },
        { kind: 'link-button', label: 'Not a web address', url: 'javascript:alert(2)' },
      ],
    },
    {
      kind: 'sources',
      sources: [{ number: 1, title: 'line\nbreak', url: 'https://news.example/a-1', publishedAt: day }],
    },
  ],
};
