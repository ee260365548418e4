import { beforeAll, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { messageCommands } from '../../commands/message-commands.ts';
import { findQuotedSpans } from '../../src/actors/quote-marks.ts';
import { readActors } from '../../src/actors/read-actors.ts';
import { extractPage } from '../../src/articles/extract-page.ts';
import { makeArticle } from '../../src/articles/make-article.ts';
import { extractPlainText } from '../../src/articles/plain-text.ts';
import type { Caller, ChatHandlers } from '../../src/chat/chat.ts';
import { createDispatch } from '../../src/chat/dispatch.ts';
import { readSpokenLine } from '../../src/chat/parse-command-line.ts';
import { messageWords } from '../../src/chat/slack/read-words.ts';
import { parseOpml } from '../../src/cli/verbs/feeds-opml.ts';
import { parseSubscriptions } from '../../src/cli/verbs/import-subscriptions.ts';
import { parseConfig } from '../../src/config/config.ts';
import { canonicalUrl, contentId, pageKind } from '../../src/feeds/entry-url.ts';
import { feedLinks } from '../../src/feeds/find-feeds.ts';
import { parseFeed } from '../../src/feeds/parse-feed.ts';
import { createKnowledge } from '../../src/intents/knowledge.ts';
import { createLineReader } from '../../src/intents/read-line.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { createRedact } from '../../src/runtime/redact.ts';
import { linksIn } from '../../src/services/article-of-link.ts';
import { createAnswerService } from '../../src/services/services.ts';
import { parseInterest } from '../../src/subscriptions/interest.ts';
import { parseQuiet } from '../../src/subscriptions/parse-quiet.ts';
import { parseWhen } from '../../src/subscriptions/parse-when.ts';
import { markupText } from '../../src/text/clean-text.ts';
import { findDates } from '../../src/text/dates.ts';
import { cutTo, lengthLimits } from '../../src/text/limits.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { termsOf } from '../../src/text/terms.ts';
import { UserError } from '../../src/user-error.ts';
import { harborDispute, smallArchive } from '../answers/small-archive.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { FakeResponder } from '../fakes/fake-responder.ts';
import { cpuGrowth, mostGrowth, type Read, repeated } from './cpu-growth.ts';

/** Readers of outside text, each with shapes that cost some reader of ours, or of a library, more than linear time once, or well might. */
interface Reader {
  readonly name: string;
  readonly read: Read;
  /** Characters of the shorter text; four times as many are within the reader's limit, where it has one. */
  readonly n: number;
  readonly shapes: Readonly<Record<string, (length: number) => string>>;
}

const redact = createRedact(['a-secret-of-the-environment']);
const today = Temporal.Instant.from('2026-02-03T10:00:00Z');
const readLine = createLineReader(createKnowledge(parseConfig('', 'test').topics));

let handlers: ChatHandlers;
beforeAll(async () => {
  const { archive, now } = await smallArchive(harborDispute);
  const services = {
    archive,
    articleOf: async () => undefined,
    answers: createAnswerService(archive, new FakeClock(now.toString())),
  };
  handlers = createDispatch({
    commands,
    actions: {},
    forms: {},
    messageCommands,
    unfurl: async () => undefined,
    complete: async () => [],
    // Those that questions and messages are answered by.
    services: services as never,
    log: silentLog,
  });
});

const caller: Caller = {
  channel: { platform: 'local', workspaceId: 'w', channelId: 'c' },
  userId: 'u',
  userName: 'Reader',
  mayManage: false,
  locale: 'en',
};

/** What a person types, from the line to the answer. */
async function say(line: string): Promise<void> {
  const parsed = readSpokenLine(line, commands);
  const responder = new FakeResponder();
  if (parsed.kind === 'call') await handlers.onCommand({ caller, ...parsed }, responder);
}

function archived(text: string): unknown {
  const article = makeArticle({
    entry: { id: 'f:1', kind: 'article', url: 'https://news.example/1', title: 'Bridge', categories: [], position: 0 },
    page: extractPlainText(text),
    revision: 1,
    fallbackLanguage: 'en',
    topics: [],
    seenAt: Temporal.Instant.from('2026-02-03T10:00:00Z'),
  });
  return readActors(article);
}

function refusable(read: Read): Read {
  return async (text) => {
    try {
      await read(text);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  };
}

const feed = (inner: string) =>
  `<rss version="2.0"><channel><title>x</title><item><link>https://news.example/1</link>${inner}`;
const description = (inner: string) => feed(`<description><![CDATA[${inner}`);
const page = (inner: string) => `<html><body><article><h1>Bridge</h1>${inner}`;

const readers: readonly Reader[] = [
  {
    name: 'a link',
    read: (link) => [canonicalUrl(link), pageKind(link), contentId(link)],
    n: lengthLimits.link / 4 - 20,
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
  {
    name: 'a feed',
    read: (text) => parseFeed(text, { namespace: 'f', language: 'en' }).catch(() => undefined),
    n: 10_000,
    shapes: {
      'an unclosed declaration': repeated('a', `${feed('')}<!`),
      'an unclosed comment': repeated('-', `${feed('')}<!-`),
      'an unclosed instruction': repeated('?', `${feed('')}<?a`),
      'unclosed elements': repeated('<a>', feed('')),
      'an unclosed attribute': repeated('a', `${feed('')}<a b="`),
      entities: repeated('&amp;', feed('<title>')),
      'open brackets in a description': repeated('<', description('')),
      'half links in a description': repeated('<a href', description('')),
      'entities in a description': repeated('&lt;', description('')),
      items: repeated('<item><link>https://news.example/2</link></item>', feed('</item>')),
    },
  },
  {
    name: 'markup of a title',
    read: (text) => markupText(cutTo('description', text)),
    n: 10_000,
    shapes: {
      'nested elements': repeated('<b>'),
      'half entities': repeated('&#', '<b>x</b>'),
      comments: repeated('<!--', '<b>x</b>'),
    },
  },
  {
    name: 'a page',
    read: (text) => extractPage(text, 'https://news.example/1'),
    n: 6_000,
    shapes: {
      'nested divisions': repeated('<div>', page('')),
      paragraphs: repeated('<p>', page('')),
      'unclosed scripts': repeated('<script>', page('')),
      'half attributes': repeated('<a href="', page('')),
      'nested JSON-LD': repeated('[', page('<script type="application/ld+json">'), '</script>'),
      'JSON-LD of strings': repeated('"a",', page('<script type="application/ld+json">['), '1]</script>'),
      'blanks in a title': repeated(' ', '<title>a', 'b</title>'),
    },
  },
  {
    name: 'an article',
    read: archived,
    n: 8_000,
    shapes: {
      'one word of capitals': repeated('A'),
      'one word': repeated('aA'),
      'a word of dashes': repeated('Aa-'),
      'verbs of speech': repeated('said that '),
      'quotations opened': repeated('“a '),
      abbreviations: repeated('U.S. '),
      names: repeated('Park Jin met Ann Marsh. '),
      quotations: repeated('"Yes," he said, "no". '),
      'short paragraphs': repeated('He said so.\n\n'),
      offices: repeated('President '),
      commas: repeated('a, '),
    },
  },
  {
    name: 'sentences and words',
    read: (text) => [splitSentences(text, 'en'), termsOf(text, 'en')],
    n: 8_000,
    shapes: {
      letters: repeated('a'),
      numbers: repeated('1,000.'),
      stops: repeated('. '),
    },
  },
  {
    name: 'the dates of a sentence',
    read: (text) => findDates(text, 'en', today),
    n: lengthLimits.sentence / 4,
    shapes: {
      days: repeated('3 March 2020, '),
      months: repeated('in May '),
      'spans of time': repeated('two weeks ago '),
      figures: repeated('2020-'),
    },
  },
  {
    name: 'what somebody wants by a typed line',
    read: (text) => readLine({ text, place: 'slash', zone: 'UTC', now: today }),
    n: lengthLimits.line / 4,
    shapes: {
      questions: repeated('who is '),
      words: repeated('i '),
      changes: repeated('stop '),
      times: repeated('from May to '),
      'numbers and dashes': repeated('1-2-'),
      'Chinese characters': repeated('新'),
    },
  },
  {
    name: 'a typed line',
    read: say,
    n: 98,
    shapes: {
      'who is, in capitals': repeated('A', 'Who is ', '!'),
      'a question of names': repeated('Aa ', 'Who is ', '?'),
      'a question of numbers': repeated('0,', 'How many ', '?'),
      'a question of dates': repeated('in May ', 'What happened ', '?'),
      'a question of words': repeated('harbor ', 'ask Why '),
      brackets: repeated('(', 'search '),
      quotes: repeated('"', 'search '),
      options: repeated('question:', 'ask '),
    },
  },
  {
    name: 'an interest',
    read: refusable((text) => parseInterest(text, new Map([['asia', 'Asia']]))),
    n: 98,
    shapes: {
      'nested brackets': repeated('('),
      alternatives: repeated('asia OR '),
      negations: repeated('NOT ', '', 'asia'),
      quotes: repeated('"'),
      'words joined': repeated('a and ', '', 'b'),
    },
  },
  {
    name: 'times and days',
    read: refusable(async (text) => {
      for (const read of [parseWhen, parseQuiet, (typed: string) => parseWhen('', typed)]) await refusable(read)(text);
    }),
    n: 98,
    shapes: {
      blanks: repeated(' ', '8', '9'),
      times: repeated('08:00, '),
      days: repeated('monday to '),
      'between times': repeated('between 8 and '),
    },
  },
  {
    name: 'a message',
    read: (text) => [messageWords({ text, blocks: [], attachments: [] }), linksIn(cutTo('message', text))],
    n: lengthLimits.message / 4,
    shapes: {
      'marks of stress': repeated('*'),
      'stressed words': repeated('*a _b '),
      'half links': repeated('<http://a|'),
      links: repeated('https://news.example/a!!! '),
    },
  },
  {
    name: 'the feeds that a page names',
    read: (text) => feedLinks(text, 'https://news.example/'),
    n: 3_000,
    shapes: {
      links: repeated('<link rel="alternate" type="application/rss+xml" href="/f">'),
      unclosed: repeated('<link rel="alternate" href="'),
      attributes: repeated('a = "', '<link ', '>'),
      equals: repeated('=', '<link a', '>'),
    },
  },
  {
    name: 'an OPML file',
    read: refusable((text) => parseOpml(text)),
    n: 3_000,
    shapes: {
      outlines: repeated('<outline xmlUrl="https://news.example/f"/>', '<opml><body>', '</body></opml>'),
      'nested outlines': repeated('<outline>', '<opml><body>'),
      'half attributes': repeated('<outline xmlUrl="', '<opml><body>'),
    },
  },
  {
    name: 'a file of subscriptions',
    read: refusable((text) => parseSubscriptions(text, new Map())),
    n: 4_000,
    shapes: {
      'nested lists': repeated('[', 'channels: '),
      'lines of one key': repeated('a: 1\n'),
      anchors: repeated('- &a *a\n', 'channels:\n'),
    },
  },
];

for (const { name, read, n, shapes } of readers) {
  it.each(Object.entries(shapes))(`${name}: %s takes time linear in its length`, async (_, shape) => {
    expect(await cpuGrowth(read, shape, n)).toBeLessThanOrEqual(mostGrowth);
  });
}
