import { createRandom, type Random } from '../fakes/fake-site-random.ts';

type Damage = (document: Buffer, random: Random, others: readonly Buffer[]) => Buffer;

/** Real documents reach 330 KB; damage may make them several times as large, but not without end. */
const largest = 2 * 1024 * 1024;

/** What breaks a parser's nesting, its entities, its encoding or its patience. */
const poison: readonly string[] = [
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '<!DOCTYPE x [',
    '</',
    '/>',
    '<p',
    '</p>',
    '<a href="',
  ],
  ...[
    '&#0;',
    '&#xD800;',
    '&#x110000;',
    '&#99999999999;',
    '&nosuch;',
    '&amp;amp;amp;lt;',
    '&lrm;',
    '\u0000',
    '\u0007',
    '\uFFFF',
    '\u202E',
  ],
  ...[
    '<script>',
    '</script>',
    '<style>',
    '<svg>',
    '<iframe>',
    '<template>',
    '<noscript>',
    '<title>',
    '<base href="//">',
  ],
  ...[
    '<item>',
    '</item>',
    '<entry>',
    '</channel>',
    '</rss>',
    '<rdf:RDF>',
    '<guid/>',
    '<link>javascript:alert(1)</link>',
  ],
  ...[
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":',
    'window.__APOLLO_STATE__={"Article:1":{"text":1}};',
  ],
  '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;"><!ENTITY lol3 "&lol2;&lol2;&lol2;">]>',
  ...['2026-13-45T99:99:99Z', 'Sun, 32 Foo 0000 25:61:61 GMT', '9'.repeat(400), '-1', 'NaN', '1e999'],
];
const repeated: readonly string[] = [
  '<div>',
  '<b>',
  '<ul><li>',
  '<item>',
  '<br>',
  '&amp;',
  '<!--',
  '<a>',
  '(',
  'a ',
  '\u0301',
  '<p>x</p>',
  '"',
  ' ',
];

const damages: readonly Damage[] = [
  function cutEnd(document, random) {
    return document.subarray(0, random.between(0, document.length));
  },
  function cutOut(document, random) {
    const [start, end] = span(document, random);
    return Buffer.concat([document.subarray(0, start), document.subarray(end)]);
  },
  function double(document, random) {
    const [start, end] = span(document, random);
    return Buffer.concat([document.subarray(0, end), document.subarray(start)]);
  },
  function move(document, random) {
    const [start, end] = span(document, random);
    const rest = Buffer.concat([document.subarray(0, start), document.subarray(end)]);
    return insert(rest, document.subarray(start, end), random);
  },
  function splice(document, random, others) {
    const other = random.pick(others);
    const [start, end] = span(other, random);
    return insert(document, other.subarray(start, end), random);
  },
  function flipBytes(document, random) {
    const flipped = Buffer.from(document);
    for (let count = random.between(1, 60); count > 0 && flipped.length > 0; count -= 1) {
      flipped[random.between(0, flipped.length - 1)] = random.between(0, 255);
    }
    return flipped;
  },
  function addPoison(document, random) {
    let poisoned = document;
    for (let count = random.between(1, 8); count > 0; count -= 1) {
      poisoned = insert(poisoned, Buffer.from(random.pick(poison)), random);
    }
    return poisoned;
  },
  function addMasses(document, random) {
    return insert(document, Buffer.from(random.pick(repeated).repeat(random.between(1, 20_000))), random);
  },
  function dropMarks(document, random) {
    const mark = random.pick(['<', '>', '"', '/', '=', ';', '&', '</', '\n', ' ']).charCodeAt(0);
    const share = random.between(1, 20);
    return Buffer.from(document.filter((byte) => byte !== mark || random.between(1, share) > 1));
  },
  function swapMarks(document, random) {
    const [from, to] = [random.pick(['<', '>', '"', '&', '=']), random.pick(['<', '>', '"', '&', '\u0000'])];
    return Buffer.from(
      document.map((byte) => (byte === from.charCodeAt(0) && random.chance(0.1) ? to.charCodeAt(0) : byte)),
    );
  },
  function changeEncoding(document, random) {
    const encoding = random.pick(['utf16le', 'latin1', 'ascii'] as const);
    return Buffer.from(document.toString('utf8'), encoding);
  },
];

/** A document with one to four damages, the same for the same seed. */
export function damage(document: Buffer, others: readonly Buffer[], seed: number): Buffer {
  const random = createRandom(seed);
  let damaged = document;
  for (let count = random.between(1, 4); count > 0; count -= 1) {
    damaged = random.pick(damages)(damaged, random, others).subarray(0, largest);
  }
  return damaged;
}

function span({ length }: Buffer, random: Random): readonly [start: number, end: number] {
  const start = random.between(0, length);
  return [start, Math.min(length, start + random.between(0, random.pick([10, 200, 5_000, 100_000])))];
}

function insert(document: Buffer, piece: Buffer, random: Random): Buffer {
  const at = random.between(0, document.length);
  return Buffer.concat([document.subarray(0, at), piece, document.subarray(at)]);
}
