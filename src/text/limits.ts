import { type Reason, reasonInEnglish } from '../wording/reason.ts';
/**
 * How long texts from outside may be, in characters, before any rule sees them: the rules cost time by their length, and some of it would
 * be nobody's text. Of an article what is longer is cut, a link is ignored; what somebody typed is refused with a sentence that names the limit.
 */
export const lengthLimits = {
  /** A link or an identifier: browsers and servers stop between 2,000 and 8,000 characters. */
  link: 4_000,
  /** A title: headlines have up to some 200 characters, and a post without a headline is titled by its first sentences. */
  title: 1_000,
  /** The name of a category, author, agency, section or language, or a date. */
  label: 300,
  /** A description as it comes, markup included: some feeds put the whole article there. */
  description: 100_000,
  /** One paragraph, and a lead: the longest of real ones, a text without breaks, have some 10,000. */
  paragraph: 20_000,
  /** One sentence: of 18,656 of DW's the longest has 604. What compares the words of a sentence with each other stays quick up to here. */
  sentence: 1_500,
  /** All paragraphs of an article together: live blogs of several days have some 200,000. */
  body: 300_000,
  /** A typed line, and a field of a form: Discord lets people type 4,000 (https://docs.discord.com/developers/components/reference#text-input). */
  line: 4_000,
  /** What an option of a command says: answers and refusals repeat it, and a page of it would be no answer. */
  value: 400,
  /** What a button carries: Slack's are longest (https://docs.slack.dev/reference/block-kit/block-elements/button-element). */
  button: 2_000,
  /** A message that somebody asks about: enough to know what it is about. Slack's have up to 40,000. */
  message: 8_000,
} as const;

/** How large whole documents may be, in bytes after decompression; a larger one is refused. */
export const byteLimits = {
  /** A feed or a page: the largest pages of news have some 5 MiB, most of it scripts. */
  document: 15 * 1_024 * 1_024,
  /** Crawlers need not read more (https://www.rfc-editor.org/rfc/rfc9309#section-2.5 asks for 500 KiB at least). */
  robots: 512 * 1_024,
  /** What a model answers: a few sentences. */
  modelAnswer: 2 * 1_024 * 1_024,
  /** The body of a request of the local page: a line or a form. */
  pageRequest: 64 * 1_024,
  /** JSON Lines, unpacked: 50,000 articles of 5 kB, well below the longest string that Node makes (512 MiB). */
  articleLines: 256 * 1_024 * 1_024,
  /** An OPML file or one of subscriptions: 10,000 lines of 200 characters. */
  importedFile: 2 * 1_024 * 1_024,
} as const;

/** How many of a kind there may be; the first count. */
export const countLimits = {
  /** Entries that a feed lists: an archive feed of years has some thousands. */
  entries: 10_000,
  /** Sentences of an article: a body at its limit has some 3,000 of a hundred characters. */
  sentences: 5_000,
  /** Persons, organizations and places that an article names: of some 600 of DW's the most have 132. */
  actors: 300,
  /** Categories of an entry. */
  categories: 50,
  /** Words of a line, or Chinese characters, that is read for what somebody wants: 18 words are the longest of 200. The reader weighs them against each other. */
  lineWords: 40,
  /** Authors, pictures and links to other articles of a page. */
  partsOfPage: 200,
} as const;

/** The text up to a limit of `lengthLimits`; no character is cut in half. */
export function cutTo(limit: keyof typeof lengthLimits, text: string): string {
  return firstOf(text, lengthLimits[limit]);
}

/** A title within its limit: a longer one is cut after a word where it has any, and ends in an ellipsis that counts. */
export function cutTitle(text: string): string {
  if (text.length <= lengthLimits.title) return text;
  const most = firstOf(text, lengthLimits.title - 1);
  const blank = most.lastIndexOf(' ');
  return `${(blank > 0 ? most.slice(0, blank) : most).trimEnd()}…`;
}

/** The first characters, up to this many, without half of a pair of surrogates at the end. */
function firstOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  const isHalf = last >= 0xd800 && last < 0xdc00;
  return text.slice(0, isHalf ? most - 1 : most);
}

/** A text in parts of at most a limit's length, so that nothing of it is lost: parted at a blank where there is one. */
export function partsWithin(limit: keyof typeof lengthLimits, text: string): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > lengthLimits[limit]) {
    const most = cutTo(limit, rest);
    const blank = most.lastIndexOf(' ');
    const part = blank > 0 ? most.slice(0, blank) : most;
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return [...parts, rest];
}

/** What a document took too much of. */
export type DocumentLimit = 'time' | 'memory' | 'depth';

/** A document that was given up, since reading it takes more than any real one takes; `why` says so for people. */
export class DocumentLimitError extends Error {
  readonly limit: DocumentLimit;
  readonly why: Reason;

  constructor(limit: DocumentLimit, why: Reason, options?: ErrorOptions) {
    super(reasonInEnglish(why), options);
    this.name = 'DocumentLimitError';
    this.limit = limit;
    this.why = why;
  }
}
