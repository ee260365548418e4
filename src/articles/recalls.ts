import type { Article, Block, RecalledLine, Sentence, Withdrawal } from './article.ts';
import { readAgain } from './make-article.ts';

/** The next revision of an article that was taken back: its headline and dates alone. */
export function withdrawArticle(article: Article, withdrawn: Withdrawal): Article {
  const { lead: _lead, feedPicture: _picture, related: _related, ...kept } = article;
  return { ...kept, revision: article.revision + 1, blocks: [], pictures: [], sentences: [], withdrawn };
}

/** The next revision of an article without a line, which is `line.quote` or words of it. */
export function recallLine(article: Article, line: Omit<RecalledLine, 'from'>): Article {
  return { ...withoutLine(article, line), revision: article.revision + 1 };
}

/** What was just read of a page, without the lines that were taken back from the revision before. */
export function withRecallsOf(read: Article, { recalls = [] }: Pick<Article, 'recalls'>): Article {
  return recalls.reduce(withoutLine, read);
}

/** The next revision of an article with a line put back where it was; undefined if that line is not taken back. */
export function restoreLine(article: Article, words: string): Article | undefined {
  const { recalls = [], ...kept } = article;
  const found = recalls.find(({ quote }) => quote.includes(words));
  if (!found) return undefined;
  const others = recalls.filter((one) => one !== found);
  // What else was taken back from the same paragraph is taken back again, from the oldest text of it.
  const block = found.from?.block;
  const shared = recalls.filter(({ from }) => block !== undefined && from?.block === block);
  const oldest = shared[0]?.from?.text;
  const base: Article = { ...kept, revision: article.revision + 1 };
  if (block === undefined || oldest === undefined) return { ...base, ...(others.length > 0 && { recalls: others }) };
  const elsewhere = others.filter((one) => !shared.includes(one));
  const restored = withPart({ ...base, ...(elsewhere.length > 0 && { recalls: elsewhere }) }, block, oldest);
  return shared.filter((one) => one !== found).reduce(withoutLine, restored);
}

/** The sentences of an article that hold these words, as printed; all spaces alike. */
export function linesWith(words: string, { sentences }: Pick<Article, 'sentences'>): readonly Sentence[] {
  const wanted = plain(words);
  return wanted === '' ? [] : sentences.filter(({ text }) => plain(text).includes(wanted));
}

/** Whether what is quoted is, or holds, or is part of, a line that was taken back. */
export function recallOf(quote: string, { recalls = [] }: Pick<Article, 'recalls'>): RecalledLine | undefined {
  return recalls.find((line) => line.quote.includes(quote) || quote.includes(line.quote));
}

/**
 * The publisher's notes on its own mistakes, "Correction, December 21: An earlier version of this article misspelled ...", verbatim. They stay
 * among the blocks, and are quoted as notes, never as news.
 */
export function correctionNotes({ blocks }: Pick<Article, 'blocks'>): readonly string[] {
  return blocks.flatMap(({ text }, place) => {
    if (!isCorrectionNote(text)) return [];
    // Where the word is a line of its own above the note.
    const next = blocks[place + 1];
    return /^\p{L}+[:.]?$/u.test(text) ? (next && !isCorrectionNote(next.text) ? [next.text] : []) : [text];
  });
}

/** The sentences of these notes, to be cited. */
export function noteSentences(article: Pick<Article, 'blocks' | 'sentences'>): readonly Sentence[] {
  const notes = new Set(correctionNotes(article));
  return article.sentences.filter(({ block }) => notes.has(article.blocks[block]?.text ?? ''));
}

/** The notes that a later revision has and an earlier one has not. */
export function newCorrectionNotes(before: Pick<Article, 'blocks'>, now: Pick<Article, 'blocks'>): readonly string[] {
  const known = new Set(correctionNotes(before));
  return correctionNotes(now).filter((note) => !known.has(note));
}

/** Whether a paragraph is a note on a mistake of the article itself. */
function isCorrectionNote(text: string): boolean {
  return noteForms.some((form) => form.test(text));
}

/** By what the publisher's rules for such notes have them say: https://www.dw.com/a-52066383 */
const noteForms: readonly RegExp[] = [
  /^(?:correction|clarification|editor['’]s note|korrektur|richtigstellung|berichtigung)\b[^:.]{0,40}(?::|\.?$)/i,
  /^(?:an?|the) (?:earlier|previous|original) version of this (?:article|story|report|text)\b/i,
  /^(?:this|the) (?:article|story|report|text) (?:has been|was) (?:corrected|amended)\b/i,
  /^(?:dieser|der) (?:artikel|text|beitrag) wurde (?:korrigiert|berichtigt)\b/i,
  /^(?:in einer|die) (?:früheren?|vorherigen?|ursprünglichen?) (?:version|fassung) dieses (?:artikels|textes|beitrags)\b/i,
];

function withoutLine(article: Article, line: RecalledLine): Article {
  const { quote, at, note } = line;
  const [found] = linesWith(quote, article);
  const from = found && { block: found.block, text: partOf(article, found.block) };
  const recalled: RecalledLine = {
    quote: found?.text ?? quote,
    at,
    ...(note !== undefined && { note }),
    ...(from && { from }),
  };
  const recalls = [...(article.recalls ?? []), recalled];
  if (!found) return { ...article, recalls };
  const rest = article.sentences.filter(({ block, index }) => block === found.block && index !== found.index);
  return { ...withPart(article, found.block, rest.map(({ text }) => text).join(' ')), recalls };
}

function partOf({ lead = '', blocks }: Article, block: number): string {
  return block < 0 ? lead : (blocks[block]?.text ?? '');
}

/** An empty paragraph stays in its place, so that those behind it keep their numbers. */
function withPart(article: Article, block: number, text: string): Article {
  if (block < 0) return readAgain({ ...article, lead: text });
  const blocks = article.blocks.map((one, place): Block => (place === block ? { ...one, text } : one));
  return readAgain({ ...article, blocks });
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
