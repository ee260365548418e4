import type { Entry } from '../feeds/entry.ts';
import { splitSentences } from '../language/sentences.ts';
import type { Article, Block, ExtractedPage, Sentence } from './article.ts';

export interface MakeArticleInput {
  readonly entry: Entry;
  /** Absent where the entry's kind is told from the feed alone. */
  readonly page?: ExtractedPage | undefined;
  readonly revision: number;
  /** Where neither page nor feed names one. */
  readonly fallbackLanguage: string;
  readonly topics: readonly string[];
  /** Stands in for a date that neither page nor feed gives. */
  readonly seenAt?: Temporal.Instant;
}

/** Joins what the feed and the page say to an article; the page counts more. Throws where no date is to be had at all. */
export function makeArticle({ entry, page, revision, fallbackLanguage, topics, seenAt }: MakeArticleInput): Article {
  const { publishedAt: _, language: pageLanguage, method, canonicalUrl, ...told } = page ?? emptyPage;
  const publishedAt = publishedAtOf(entry, page) ?? seenAt;
  if (!publishedAt) throw new Error(`${entry.id} has no date, in its feed or on its page.`);
  const language = pageLanguage ?? entry.language ?? fallbackLanguage;
  const lead = told.lead ?? entry.lead;
  const blocks = withoutRepeatedLead(told.blocks, lead);
  return {
    ...told,
    id: entry.id,
    revision,
    kind: entry.kind,
    url: entry.url,
    headline: told.headline || entry.title,
    ...(lead !== undefined && { lead }),
    blocks,
    language,
    publishedAt,
    topics,
    sentences: sentencesOf(lead, blocks, language),
  };
}

const emptyPage: ExtractedPage = {
  headline: '',
  blocks: [],
  pictures: [],
  authors: [],
  agencies: [],
  method: 'page-data',
};

/** A page that gives only a day says less than a feed that gives the minute of that day. */
function publishedAtOf(entry: Entry, page: ExtractedPage | undefined): Temporal.Instant | undefined {
  const fromPage = page?.publishedAt;
  const fromFeed = entry.publishedAt;
  if (!fromPage || !fromFeed) return fromPage ?? fromFeed;
  const [day, time] = fromPage.toString().split('T');
  return time === '00:00:00Z' && fromFeed.toString().startsWith(`${day}T`) ? fromFeed : fromPage;
}

function withoutRepeatedLead(blocks: readonly Block[], lead: string | undefined): readonly Block[] {
  return blocks[0]?.kind === 'paragraph' && blocks[0].text === lead ? blocks.slice(1) : blocks;
}

/** Subheads are no sentences of the story; everything else is, in reading order. */
function sentencesOf(lead: string | undefined, blocks: readonly Block[], language: string): readonly Sentence[] {
  const parts = blocks.map(({ kind, text }, block) => ({ kind, text, block, role: 'body' as const }));
  const told = parts.filter(({ kind }) => kind !== 'subhead');
  const all = lead === undefined ? told : [{ text: lead, block: -1, role: 'lead' as const }, ...told];
  return all
    .flatMap(({ text, block, role }) =>
      splitSentences(text, language).map((sentence) => ({ text: sentence.text, role, block })),
    )
    .map((sentence, index) => ({ index, ...sentence }));
}
