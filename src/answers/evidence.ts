import {
  type Article,
  headlineAsSentence,
  headlineSentence,
  type Sentence,
  type Withdrawal,
} from '../articles/article.ts';
import { correctionNotes } from '../articles/recalls.ts';
import type { Citation } from '../briefings/briefing.ts';
import type { ChannelRef } from '../chat/chat.ts';
import type { Archive } from './archive.ts';

/** A sentence of a revision of an article. */
export type EvidenceReference = Pick<Citation, 'articleId' | 'revision' | 'sentence'>;

/** What a reader found wrong with a line. */
export type ReportKind = 'wrong' | 'outdated' | 'other-story' | 'told-before';

/** A line that readers of a channel reported. */
export interface LineReport {
  /** The statement's id: `dw:62512345@1.7`, article, revision and sentence. */
  readonly statement: string;
  readonly kind: ReportKind;
  readonly channel: ChannelRef;
  /** Its words, and its article. */
  readonly line: string;
  readonly url: string;
  readonly at: Temporal.Instant;
}

/** A cited sentence in its context, as stored in the archive. */
export interface Evidence {
  /** In the revision that was cited. */
  readonly article: Article;
  readonly sentence: Sentence;
  readonly before?: Sentence;
  readonly after?: Sentence;
  /** The newest revision, if it is a later one, and whether it still contains the sentence. */
  readonly later?: { readonly revision: number; readonly saysSo: boolean };
  /** Set if the article was taken back since. */
  readonly withdrawn?: Withdrawal;
  /** Its publisher's notes on its mistakes, verbatim. */
  readonly notes: readonly string[];
}

/** `dw:62512345@1.7`: fits into a button. */
export function writeReference({ articleId, revision, sentence }: EvidenceReference): string {
  return `${articleId}@${revision}.${sentence}`;
}

/** Undefined if the value is not such a reference. */
export function readReference(value: string): EvidenceReference | undefined {
  const [, articleId, revision, sentence] = /^(.+)@(\d{1,6})\.(-1|\d{1,6})$/u.exec(value) ?? [];
  if (articleId === undefined) return undefined;
  return { articleId, revision: Number(revision), sentence: Number(sentence) };
}

/** The evidence for a citation; undefined if the archive no longer has that sentence. */
export async function findEvidence(
  { articleId, revision, sentence: index }: EvidenceReference,
  archive: Pick<Archive, 'findArticle'>,
): Promise<Evidence | undefined> {
  const [article, newest] = await Promise.all([
    archive.findArticle(articleId, revision),
    archive.findArticle(articleId),
  ]);
  if (article && index === headlineSentence) return evidenceOfHeadline(article, newest);
  const place = article?.sentences.findIndex((each) => each.index === index) ?? -1;
  const sentence = article?.sentences[place];
  if (!article || !sentence) return undefined;
  const [before, after] = [article.sentences[place - 1], article.sentences[place + 1]];
  const later =
    newest && newest.revision > article.revision
      ? { revision: newest.revision, saysSo: saysSo(newest, sentence) }
      : undefined;
  const beside = { ...(before && { before }), ...(after && { after }), ...(later && { later }) };
  return { article, sentence, ...beside, ...sinceThen(newest ?? article) };
}

function sinceThen(newest: Article): Pick<Evidence, 'withdrawn' | 'notes'> {
  const { withdrawn } = newest;
  return { ...(withdrawn && { withdrawn }), notes: correctionNotes(newest) };
}

/** Whether an article has the words of a sentence, also where it is divided into sentences in another way. */
function saysSo({ lead = '', blocks }: Article, { text }: Sentence): boolean {
  return [lead, ...blocks.map((block) => block.text)].some((part) => part.includes(text));
}

/** A headline has no sentences beside it but the first below. */
function evidenceOfHeadline(article: Article, newest: Article | undefined): Evidence {
  const [after] = article.sentences;
  const isRevised = newest !== undefined && newest.revision > article.revision;
  return {
    article,
    sentence: headlineAsSentence(article),
    ...(after && { after }),
    ...(isRevised && { later: { revision: newest.revision, saysSo: newest.headline === article.headline } }),
    ...sinceThen(newest ?? article),
  };
}
