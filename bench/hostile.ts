import { readActors } from '../src/actors/read-actors.ts';
import { answerQuestion } from '../src/answers/ask/ask.ts';
import { makeArticle } from '../src/articles/make-article.ts';
import { extractPlainText } from '../src/articles/plain-text.ts';
import { canonicalUrl, contentId, pageKind } from '../src/feeds/entry-url.ts';
import { parseFeed } from '../src/feeds/parse-feed.ts';
import { createRedact } from '../src/runtime/redact.ts';
import { harborDispute, smallArchive } from '../tests/answers/small-archive.ts';

// What once held the event loop for seconds or for good, each with the CPU it takes in one go, the lesser of two readings. Documents of 100 kB
// are held against ordinary prose of that length, which opens the table. Exit status 1 where a link, line or question takes more than 100 ms.
// Run from the project root: node bench/hostile.ts

const mostMs = 100;
const { archive, now } = await smallArchive(harborDispute);
const redact = createRedact();
const feed = (inner: string) => `<rss version="2.0"><channel><item><link>https://news.example/1</link>${inner}`;
const parse = (text: string) => parseFeed(text, { namespace: 'f', language: 'en' }).catch(() => undefined);

interface Row {
  readonly name: string;
  readonly text: string;
  readonly read: (text: string) => unknown;
  /** A whole document rather than a line. */
  readonly isDocument?: true;
}

const of100kB = (part: string) => part.repeat(Math.ceil(100_000 / part.length)).slice(0, 100_000);
const article = (name: string, part: string): Row => ({
  name: `an article of ${name}, 100 kB`,
  text: of100kB(part),
  read: readArticle,
  isDocument: true,
});
const rows: readonly Row[] = [
  article('ordinary prose', 'The bridge was closed on Monday, Ann Marsh said. '),
  {
    name: 'a link with a tail of 91 characters',
    text: `https://www.dw.com/dw/0,,0${'_w'.repeat(32)}!`,
    read: readLink,
  },
  { name: 'a link with 100,000 blanks inside', text: `https://www.dw.com/a${' '.repeat(100_000)}b`, read: readLink },
  { name: 'a link of 99 kB in the log', text: `http://127.0.0.1:1/${'Aa-'.repeat(33_000)}`, read: redact },
  {
    name: 'a question of 400 capitals',
    text: `Who is ${'A'.repeat(390)}!`,
    read: (text) => answerQuestion(text, { archive, now }),
  },
  {
    name: 'a feed with an unclosed declaration, 100 kB',
    text: `${feed('')}<!${'a'.repeat(100_000)}`,
    read: parse,
    isDocument: true,
  },
  {
    name: 'a description of 100,000 brackets',
    text: `${feed('<description><![CDATA[')}${'<'.repeat(100_000)}]]></description></item></channel></rss>`,
    read: parse,
    isDocument: true,
  },
  article('opened quotations', '“‘'),
  article('opened quotations with words', '“a '),
  article('one word of capitals', 'A'),
  article('one word', 'aA'),
  article('a word of dashes', 'Aa-'),
  article('"said that"', 'said that '),
  article('"U.S."', 'U.S. '),
];

const table: Record<string, { characters: number; 'CPU ms': string }> = {};
for (const { name, text, read, isDocument } of rows) {
  const cpuMs = Math.min(await cpuOf(read, text), await cpuOf(read, text));
  table[name] = { characters: text.length, 'CPU ms': cpuMs.toFixed(1) };
  if (cpuMs > mostMs && !isDocument) process.exitCode = 1;
}
console.table(table);

async function cpuOf(read: Row['read'], text: string): Promise<number> {
  const begun = process.cpuUsage();
  await read(text);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}

function readLink(link: string): unknown {
  return [canonicalUrl(link), pageKind(link), contentId(link)];
}

function readArticle(text: string): unknown {
  const entry = {
    id: 'f:1',
    kind: 'article',
    url: 'https://news.example/1',
    title: 'News',
    categories: [],
    position: 0,
  } as const;
  const page = extractPlainText(text);
  return readActors(makeArticle({ entry, page, revision: 1, fallbackLanguage: 'en', topics: [], seenAt: now }));
}
