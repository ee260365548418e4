/** A text of exactly so many characters. */
export type Shape = (length: number) => string;

const repeated =
  (part: string): Shape =>
  (length) =>
    part.repeat(Math.ceil(length / part.length)).slice(0, length);
const counted =
  (partOf: (number: number) => string): Shape =>
  (length) => {
    let text = '';
    for (let number = 0; text.length < length; number++) text += partOf(number);
    return text.slice(0, length);
  };
/** Opens half as often as it can, and closes in the other half. */
const nested =
  (open: string, close: string): Shape =>
  (length) => {
    const count = Math.floor(length / (open.length + close.length));
    return `${open.repeat(count)}${close.repeat(count)}`.padEnd(length, '.');
  };

const parts = [
  ...['<', '>', '&', '&amp;', '&#x41;', '&#0;', '&#99999999;', '&nosuch;', '<!--', ']]>', '<b>', '</p>', '<a href="'],
  ...['"', "'", '“', '„', '»', '« ', '”a', "o'", '(', ')', '[', '{{', '${', '`', '*', '_a', '~~', '|', '#', '\\'],
  ...['@everyone ', '<@U1> ', '<!here> ', '<@&1> ', '[a](http://e.example) ', '<https://e.example|x> ', '||x|| ', '> '],
  ...[
    'A',
    'z',
    'Aa ',
    'aA',
    'A. ',
    'A.',
    'Mr. ',
    'Dr. St. ',
    'X-',
    'Aa-',
    "O'A",
    'McA',
    'von ',
    'de la ',
    'Al-',
    'i i ',
  ],
  ...['1', '1,', '1.', '1 ', '1 million ', '1-2-', '$1 ', '5% ', '12:00 ', '24:00,', '2022-07-1', '1 May ', 'May '],
  ...[
    'said ',
    ', said ',
    'who is ',
    'who said that ',
    'what did A say ',
    'and ',
    'AND ',
    'OR ',
    'NOT ',
    'NOT (',
    'a OR ',
  ],
  ...[
    'since:',
    'a:b ',
    'times:08:00 ',
    '--',
    '- ',
    '—',
    '…',
    '. ',
    '.',
    '? ',
    '!',
    ';',
    ', ',
    '/',
    '//',
    '../',
    '%2e',
    '%',
  ],
  ...['http://', 'https://e.example/ ', 'https://[::1', 'www.', 'a@b.c ', 'mailto:', 'e.example/', '?a=b&', '_0,,'],
  ...['\u0000', '\u0007', '\n', '\r\n', '\t', '\u00a0', '\u200b', '\u200d', '\u202e', '\u2066', '\ufeff', '\u2028 '],
  ...[
    'e\u0301',
    '\u0301',
    '\ud800',
    '\udc00',
    '👩‍👩‍👧',
    '🇩🇪',
    'İ',
    'ß',
    'ﷺ',
    '½',
    'Ⅷ',
    '漢',
    'の',
    'ع ',
    'ก',
    '한 ',
    'Ж. ',
  ],
  ...[
    'constructor ',
    '__proto__ ',
    'null ',
    'NaN ',
    'undefined ',
    "' OR 1=1 --",
    '"* NEAR(',
    'NEAR/1 ',
    '^a ',
    '{a b} ',
  ],
  ...['the U.S. president ', 'Prime Minister A B ', 'A of B of ', 'minister for ', 'between 1 and ', 'from May to '],
] as const;

const prose: Readonly<Record<string, Shape>> = {
  'names that differ': counted((number) => `Ana${number} Bo${number}, `),
  'words that differ': counted((number) => `w${number.toString(36)} `),
  'words that grow': counted((number) => `${'k'.repeat(number)} `),
  'capitals that grow': counted((number) => `${'K'.repeat(number)}a `),
  'ever longer quotations': counted((number) => `“${'so '.repeat(number % 50)}” said Ana B${number}. `),
  'speakers in speakers': counted((number) => `Ana B${number} said Cy D${number} said that `),
  'numbers that grow': counted((number) => `${10 ** (number % 300)} people `),
  'dates that differ': counted((number) => `on ${1 + (number % 31)} July ${2000 + number}, `),
  'ministers of everything': counted((number) => `the minister of state ${number} of Land${number} and `),
  'brackets in brackets': nested('(', ')'),
  'quotations in quotations': nested('“a ', ' b”'),
  'stars in stars': nested('*_~', '~_*'),
  'elements in elements': nested('<i>', '</i>'),
  'lists in lists': nested('<ul><li>', '</li></ul>'),
  'negations in brackets': nested('NOT (', ')'),
  'alternatives in brackets': nested('(a OR ', ')'),
  'sentences without end': (length) => repeated('and then they came and went ')(length),
  'one long link': (length) => `https://e.example/${repeated('a-')(length)}`.slice(0, length),
  'the same letter, then another': (length) => `${'a'.repeat(length - 1)}!`,
  'blanks, then a letter': (length) => `a${' '.repeat(length - 2)}b`,
  'capitals, then a mark': (length) => `${'A '.repeat(Math.ceil(length / 2)).slice(0, length - 1)}!`,
};

/** The same at each run: pieces of the others in an order that nobody chose. */
const jumbles = Object.fromEntries(
  Array.from({ length: 24 }, (_, seed): [string, Shape] => {
    let state = seed * 7_919 + 17;
    const next = (most: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * most);
    };
    const few = Array.from({ length: 2 + (seed % 6) }, () => parts[next(parts.length)] ?? '');
    return [`jumble ${seed}: ${few.join('')}`, counted(() => few[next(few.length)] ?? 'a')];
  }),
);

/** By name; a name may hold control characters. */
export const shapes: readonly (readonly [name: string, shape: Shape])[] = [
  ...parts.map((part) => [part, repeated(part)] as const),
  ...Object.entries(prose),
  ...Object.entries(jumbles),
];

export interface HostileDocument {
  readonly name: string;
  readonly body: string | Buffer;
  readonly type?: string;
}

export const day = 'Mon, 18 Jul 2022 10:00:00 GMT';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const rss = (items: string) => `<rss version="2.0"><channel><title>N</title>${items}</channel></rss>`;
const item = (inner: string) => `<item><title>News</title><link>http://127.0.0.1:9/1</link>${inner}</item>`;
const megabyte = 1_048_576;

/** Every field of an entry as long as it may be, then all just longer; raw where XML lets it. Sections end nowhere: pages are not fetched. */
export function feedsOf(): readonly HostileDocument[] {
  const fields = shapes.map(([name, shape], number) => {
    const more = number % 2;
    const raw = `<![CDATA[${shape(100_000 + more).replaceAll(']]>', ']] >')}]]>`;
    const of = (length: number) => escaped(shape(length + more));
    const inner = `<title>${of(1_000)}</title><link>http://127.0.0.1:9/${of(3_900)}</link><guid>${of(4_000)}</guid>
      <description>${raw}</description><pubDate>${of(300)}</pubDate><category>${of(300)}</category><author>${of(300)}</author>`;
    return { name: `fields of ${name}`, body: rss(`<item>${inner}</item>`) };
  });
  const raw = (name: string, text: string, size = megabyte): HostileDocument => ({
    name,
    body: text.repeat(Math.ceil(size / text.length)),
  });
  const head = '<?xml version="1.0"?>';
  const constructs = [
    '<!',
    '<!DOCTYPE ',
    '<!DOCTYPE a [',
    '<![CDATA[',
    '<?',
    '<a b="',
    '<a b=',
    '<a ',
    '</',
    '&',
    '<!--',
    '<a/>',
    '<a>',
  ];
  return [
    ...fields,
    ...constructs.flatMap((part) => [
      raw(`${part} again and again`, part),
      { name: `${part} that never ends`, body: `${head}${rss(item('')).slice(0, -16)}${part}${'x'.repeat(megabyte)}` },
      {
        name: `${part} with brackets`,
        body: `${head}${rss(item('')).slice(0, -16)}${part}${'[<'.repeat(megabyte / 2)}`,
      },
    ]),
    {
      name: 'entities of entities',
      body: `<!DOCTYPE r [<!ENTITY a "aaaa">${Array.from({ length: 30 }, (_, n) => `<!ENTITY b${n} "&b${n - 1};&b${n - 1};">`).join('')}]>${rss(item('<description>&b29;</description>'))}`,
    },
    {
      name: 'a file as an entity',
      body: `<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>${rss(item('<description>&f;</description>'))}`,
    },
    {
      name: '9,999 entries',
      body: rss(
        Array.from(
          { length: 9_999 },
          (_, n) =>
            `<item><guid>${n}</guid><title>T ${n}</title><link>http://127.0.0.1:9/${n}</link><pubDate>Mon, 18 Jan 1999 10:00:00 GMT</pubDate></item>`,
        ).join(''),
      ),
    },
    { name: '100,000 entries', body: rss('<item><guid>1</guid><title>T</title></item>'.repeat(100_000)) },
    {
      name: '200,000 attributes',
      body: `<rss ${Array.from({ length: 200_000 }, (_, n) => `a${n}="1"`).join(' ')}></rss>`,
    },
    {
      name: '100,000 name spaces',
      body: `<rss ${Array.from({ length: 100_000 }, (_, n) => `xmlns:n${n}="u"`).join(' ')}></rss>`,
    },
    { name: '100,000 categories', body: rss(item('<category>c</category>'.repeat(100_000))) },
    { name: '100,000 titles', body: rss(item('<title>c</title>'.repeat(100_000))) },
    {
      name: 'Atom with 100,000 links',
      body: `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${'<link href="http://e.example/a"/>'.repeat(100_000)}</entry></feed>`,
    },
    {
      name: 'Atom with XHTML 50,000 deep',
      body: `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml">${'<div>'.repeat(50_000)}`,
    },
    {
      name: 'RSS 1.0 with 100,000 references',
      body: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><items><rdf:Seq>${'<rdf:li resource="x"/>'.repeat(100_000)}</rdf:Seq></items></channel></rdf:RDF>`,
    },
    { name: 'channels in channels', body: `<rss>${'<channel>'.repeat(30_000)}` },
    { name: '15 MiB of one element', body: '<item>'.repeat((15 * megabyte) / 6) },
    { name: '15 MiB of one text', body: `<rss><channel><title>${'a'.repeat(15 * megabyte - 100)}` },
    { name: '16 MiB', body: 'a'.repeat(16 * megabyte) },
    { name: 'UTF-16 cut in half', body: Buffer.from(rss(item('')), 'utf16le').subarray(1) },
    {
      name: 'an encoding that is none',
      body: `<?xml version="1.0" encoding="${'x'.repeat(10_000)}"?>${rss(item(''))}`,
    },
    { name: 'UTF-7', body: `<?xml version="1.0" encoding="utf-7"?>${rss(item('+ADw-script+AD4-'))}` },
    { name: 'bytes that are no UTF-8', body: Buffer.alloc(megabyte, 0xff) },
    { name: 'zeros', body: Buffer.alloc(megabyte) },
    { name: 'a type that never ends', body: rss(item('')), type: `text/xml; ${'a=b;'.repeat(2_000)}` },
    {
      name: 'prototypes',
      body: rss(item('<__proto__>1</__proto__><constructor>1</constructor><toString>1</toString>')),
    },
    { name: 'no bytes', body: '' },
    ...[
      '-1',
      '1e9',
      '+275760-09-13',
      '0000-00-00',
      '9999999999999',
      'Mon, 99 Foo 99999 99:99:99 +9999',
      '2022-07-18T25:61:61Z',
    ].map((date) => ({ name: `a date of ${date}`, body: rss(item(`<pubDate>${date}</pubDate>`)) })),
  ];
}

/** Pages of articles, as a site would serve them. */
export function pagesOf(): readonly HostileDocument[] {
  const html = (body: string, head = '') =>
    `<!doctype html><html lang="en"><head><title>News</title>${head}</head><body><article><h1>News of a page</h1>${body}</article></body></html>`;
  const prose = '<p>The bridge over the river was closed on Monday, Ana Marsh said in the capital.</p>'.repeat(8);
  const bodies = shapes.flatMap(([name, shape], number): HostileDocument[] => [
    {
      name: `paragraphs of ${name}`,
      body: html(`${prose}${`<p>${escaped(shape(number % 2 ? 20_000 : 20_001))}</p>`.repeat(number % 3 ? 5 : 16)}`),
    },
    {
      name: `heads of ${name}`,
      body: html(
        prose,
        `<meta property="og:title" content="${escaped(shape(1_001))}"><meta name="author" content="${escaped(shape(301))}">
        <meta property="article:published_time" content="${escaped(shape(300))}"><link rel="canonical" href="${escaped(shape(4_001))}">
        <script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: shape(1_000), description: shape(100_000), articleBody: shape(100_000), author: { name: shape(300) }, datePublished: shape(300), keywords: shape(5_000) }).replaceAll('<', '\\u003c')}</script>`,
      ),
    },
  ]);
  const state = (text: string) =>
    html(
      prose,
      `<script>window.__APOLLO_STATE__=${text}</script><script id="__NEXT_DATA__" type="application/json">${text}</script>`,
    );
  const tags = [
    'p',
    'div',
    'table',
    'a',
    'b',
    'svg',
    'template',
    'select',
    'button',
    'form',
    'h1',
    'br',
    'img',
    'plaintext',
    'noscript',
    'iframe',
  ];
  return [
    ...bodies,
    ...tags.map((tag) => ({
      name: `a megabyte of <${tag}>`,
      body: html(`${prose}${`<${tag}>`.repeat(megabyte / (tag.length + 2))}`),
    })),
    ...['{"a":', '[', '{"a":[', '"', '\\', '{"__proto__":'].map((part) => ({
      name: `state of ${part}`,
      body: state(part.repeat(200_000)),
    })),
    {
      name: 'JSON-LD nested 100,000 deep',
      body: html(
        prose,
        `<script type="application/ld+json">${'{"@graph":['.repeat(100_000)}${']}'.repeat(100_000)}</script>`,
      ),
    },
    {
      name: '20,000 JSON-LD scripts',
      body: html(
        prose,
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x"}</script>'.repeat(20_000),
      ),
    },
    {
      name: '50,000 meta elements',
      body: html(prose, '<meta property="article:tag" content="Ana Marsh">'.repeat(50_000)),
    },
    { name: '50,000 links', body: html(`${prose}${'<a href="/a">Ana Marsh</a> '.repeat(50_000)}`) },
    {
      name: '50,000 pictures',
      body: html(`${prose}${'<figure><img src="/a.jpg"><figcaption>Ana</figcaption></figure>'.repeat(50_000)}`),
    },
    {
      name: '200,000 attributes',
      body: html(`<p ${Array.from({ length: 200_000 }, (_, n) => `a${n}=1`).join(' ')}>x</p>${prose}`),
    },
    { name: '100,000 paragraphs', body: html('<p>Ana Marsh of Sarwana said so.</p>'.repeat(100_000)) },
    { name: '15 MiB of text', body: html(`<p>${'so they said '.repeat(megabyte)}`) },
    { name: 'an unclosed comment', body: `<html><!--${'-'.repeat(megabyte)}` },
    { name: 'an unclosed attribute', body: `<html><p a="${'<p '.repeat(300_000)}` },
  ];
}
