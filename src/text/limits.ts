/**
 * How long texts from outside may be, in characters, before any rule sees them: the rules cost time by their length, and some of it would
 * be nobody's text. What is longer is cut, a link is ignored.
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
  /** All paragraphs of an article together: live blogs of several days have some 200,000. */
  body: 300_000,
} as const;

/** How many of a kind there may be; the first count. */
export const countLimits = {
  /** Entries that a feed lists: an archive feed of years has some thousands. */
  entries: 10_000,
  /** Categories of an entry. */
  categories: 50,
  /** Authors, pictures and links to other articles of a page. */
  partsOfPage: 200,
} as const;

/** The text up to a limit of `lengthLimits`; no character is cut in half. */
export function cutTo(limit: keyof typeof lengthLimits, text: string): string {
  const most = lengthLimits[limit];
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
