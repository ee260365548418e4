import type { Entry } from '../feeds/entry.ts';
import { runSync, type Yielding } from '../runtime/yield-to-event-loop.ts';
import { learnAbbreviations, learnOpeners } from '../text/learned-habits.ts';
import { countLimits, partsWithin } from '../text/limits.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Article, Block, ExtractedPage, Sentence, SkipReason } from './article.ts';

export interface MakeArticleInput {
  readonly entry: Entry;
  /** Absent if only the feed's data is known. */
  readonly page?: ExtractedPage | undefined;
  /** Why there is no page. */
  readonly skipped?: SkipReason | undefined;
  readonly revision: number;
  /** The date of the previous revision, used where the page gives none, since feeds change the date of what is updated. */
  readonly knownPublishedAt?: Temporal.Instant | undefined;
  /** Where neither page nor feed names one. */
  readonly fallbackLanguage: string;
  readonly topics: readonly string[];
  /** Used if neither page nor feed has a date. */
  readonly seenAt?: Temporal.Instant;
}

/** Merges the data of feed and page into an article; the page takes precedence. Throws if there is no date at all. */
export function makeArticle(input: MakeArticleInput): Article {
  return runSync(makeArticleYielding(input));
}

/** The same as work that yields between paragraphs: dividing the longest text into sentences takes some 100 ms. */
export function* makeArticleYielding(input: MakeArticleInput): Yielding<Article> {
  const { entry, page, revision, topics } = input;
  const { publishedAt: _, language: pageLanguage, method, canonicalUrl, ...fields } = page ?? emptyPage;
  const publishedAt = publishedAtOf(input) ?? input.seenAt;
  if (!publishedAt) throw new Error(`${entry.id} has no date, in its feed or on its page.`);
  const modifiedAt = fields.modifiedAt ?? laterOf(entry.publishedAt, publishedAt);
  const language = pageLanguage ?? entry.language ?? input.fallbackLanguage;
  const lead = fields.lead ?? entry.lead;
  const blocks = withoutRepeatedLead(fields.blocks, lead);
  const sentences = yield* readSentences(lead, blocks, language);
  return {
    ...fields,
    id: entry.id,
    revision,
    kind: entry.kind,
    url: entry.url,
    headline: fields.headline || entry.title,
    ...(lead !== undefined && { lead }),
    blocks,
    language,
    publishedAt,
    ...(modifiedAt && { modifiedAt }),
    topics,
    ...(entry.picture && { feedPicture: entry.picture }),
    ...(input.skipped && { fromFeedOnly: input.skipped }),
    sentences,
  };
}

/** The article with its text divided into sentences as this version does it; the very same where that changes nothing. */
export function readAgain(article: Article): Article {
  if (article.withdrawn) return article;
  const sentences = runSync(sentencesOf(article.lead, article.blocks, article.language));
  const isSame =
    sentences.length === article.sentences.length &&
    sentences.every(({ text, block }, place) => {
      const before = article.sentences[place];
      return before?.text === text && before.block === block;
    });
  return isSame ? article : { ...article, sentences };
}

const emptyPage: ExtractedPage = {
  headline: '',
  blocks: [],
  pictures: [],
  authors: [],
  agencies: [],
  method: 'page-data',
};

/** A page with only a day is less precise than a feed with the minute of that day. */
function publishedAtOf({ entry, page, knownPublishedAt }: MakeArticleInput): Temporal.Instant | undefined {
  const fromPage = page?.publishedAt;
  const fromFeed = knownPublishedAt ?? entry.publishedAt;
  if (!fromPage || !fromFeed) return fromPage ?? fromFeed;
  const [day, time] = fromPage.toString().split('T');
  return time === '00:00:00Z' && fromFeed.toString().startsWith(`${day}T`) ? fromFeed : fromPage;
}

/** DW's feeds have the date of the last publication, so one later than the page's is the modification date. */
function laterOf(fromFeed: Temporal.Instant | undefined, publishedAt: Temporal.Instant): Temporal.Instant | undefined {
  return fromFeed && Temporal.Instant.compare(fromFeed, publishedAt) > 0 ? fromFeed : undefined;
}

function withoutRepeatedLead(blocks: readonly Block[], lead: string | undefined): readonly Block[] {
  return blocks[0]?.kind === 'paragraph' && blocks[0].text === lead ? blocks.slice(1) : blocks;
}

/** The sentences, and what the article shows of how its language is written: its own abbreviations are known when it is split. */
function* readSentences(
  lead: string | undefined,
  blocks: readonly Block[],
  language: string,
): Yielding<readonly Sentence[]> {
  learnAbbreviations([...(lead === undefined ? [] : [lead]), ...blocks.map(({ text }) => text)], language);
  yield;
  const sentences = yield* sentencesOf(lead, blocks, language);
  learnOpeners(
    sentences.map(({ text }) => text),
    language,
  );
  return sentences;
}

/** All text except subheads, as sentences in reading order. Overlong sentences are split. */
function* sentencesOf(
  lead: string | undefined,
  blocks: readonly Block[],
  language: string,
): Yielding<readonly Sentence[]> {
  const parts = blocks.map(({ kind, text }, block) => ({ kind, text, block, role: 'body' as const }));
  const fields = parts.filter(({ kind }) => kind !== 'subhead');
  const all = lead === undefined ? fields : [{ text: lead, block: -1, role: 'lead' as const }, ...fields];
  const sentences: Omit<Sentence, 'index'>[] = [];
  for (const { text, block, role } of all) {
    const parts = splitSentences(text, language).flatMap((sentence) => partsWithin('sentence', sentence.text));
    sentences.push(...parts.map((part) => ({ text: part.trim(), role, block })));
    yield;
  }
  return sentences.slice(0, countLimits.sentences).map((sentence, index) => ({ index, ...sentence }));
}
