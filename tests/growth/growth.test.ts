import { expect, it } from 'vitest';
import { findQuotedSpans } from '../../src/actors/quote-marks.ts';
import { canonicalUrl, contentId, pageKind } from '../../src/feeds/entry-url.ts';
import { createRedact } from '../../src/runtime/redact.ts';
import { cpuGrowth, mostGrowth, type Read, repeated } from './cpu-growth.ts';

/** Readers of outside text, each with shapes that cost some reader of ours, or of a library, more than linear time once. */
interface Reader {
  readonly name: string;
  readonly read: Read;
  /** Characters of the shorter text. */
  readonly n: number;
  readonly shapes: Readonly<Record<string, (length: number) => string>>;
}

const redact = createRedact(['a-secret-of-the-environment']);

const readers: readonly Reader[] = [
  {
    name: 'a link',
    read: (link) => [canonicalUrl(link), pageKind(link), contentId(link)],
    n: 4_000,
    shapes: {
      'tails of old paths': repeated('_w', 'https://www.dw.com/dw/0,,0', '!'),
      'blanks inside': repeated(' ', 'https://www.dw.com/a', 'b'),
      trackers: repeated('maca=en&', 'https://www.dw.com/a-1?', '#'),
      'half trackers': repeated('?utm_a', 'https://www.dw.com/a-1'),
      'slashes and kinds': repeated('/a-1', 'https://www.dw.com', '!'),
      'signs of users': repeated('a@', 'https://'),
    },
  },
  {
    name: 'a line of the log',
    read: redact,
    n: 10_000,
    shapes: {
      'a link of dashes': repeated('Aa-', 'http://127.0.0.1:1/'),
      'dots of schemes': repeated('a.', '', '://x'),
      'half addresses': repeated('a://b:c', ''),
      'half tokens': repeated('xoxb-', '', ' '),
      blanks: repeated('Bot  ', ''),
      dashes: repeated('a-', '', '.abcdef.'),
    },
  },
  {
    name: 'quotation marks',
    read: findQuotedSpans,
    n: 20_000,
    shapes: {
      'double and single': repeated('“‘'),
      'opened only': repeated('“a '),
      nested: repeated('““”'),
      'angles opened only': repeated('»a '),
      'straight marks behind blanks': repeated('“ "'),
      'opened in each paragraph': repeated('“x\n'),
    },
  },
];

for (const { name, read, n, shapes } of readers) {
  it.each(Object.entries(shapes))(`${name}: %s takes time linear in its length`, async (_, shape) => {
    expect(await cpuGrowth(read, shape, n)).toBeLessThanOrEqual(mostGrowth);
  });
}
