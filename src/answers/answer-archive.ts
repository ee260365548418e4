import type { Article } from '../articles/article.ts';
import { dayOf } from '../text/found-date.ts';
import { type Answer, type Wording, wording } from './answer.ts';
import type { Archive } from './archive.ts';
import type { Selector } from './ask/select-sentences.ts';
import type { SectionChooser } from './choose-lines.ts';
import { questionLanguage } from './question-language.ts';

/** A question, and the articles that its answer cited. */
export interface AskedBefore {
  readonly question: string;
  readonly articles: readonly string[];
}

/** Search terms in a language of the archive. */
export interface OtherWording {
  readonly language: string;
  readonly terms: string;
}

/** Widens the search for a question. It finds and never judges: what it finds is seen by a model alone. Neither part throws. */
export interface Widening {
  /** Up to three other wordings of the question, in these languages. */
  readonly reword?: (
    question: string,
    conversation: readonly string[],
    languages: readonly string[],
  ) => Promise<readonly OtherWording[]>;
  /** Which of these articles are nearest to the question in meaning, best first. */
  readonly nearest?: (question: string, articles: readonly Article[]) => Promise<readonly Article[]>;
}

/** What every answer is computed from. */
export interface AnswerContext {
  readonly archive: Archive;
  readonly now: Temporal.Instant;
  /** The language of the interface, if it differs from that of the articles or the question. */
  readonly reader?: string | undefined;
  /** What the same person asked in the same place just before. */
  readonly before?: AskedBefore | undefined;
  /** Chooses what answers a question; `selectByWords` if left out. */
  readonly selector?: Selector | undefined;
  /** Widens the search for a selector that is not `selectByWords`. */
  readonly widening?: Widening | undefined;
  /** Chooses lines of sections; words alone if left out. */
  readonly chooseSection?: SectionChooser | undefined;
}

/** How much of the archive was searched, for the small print. */
export async function extentOf(archive: Archive): Promise<Answer['archive']> {
  const { articles, since } = await archive.extent();
  return { articles, ...(since && { since: dayOf(since) }) };
}

/** Adds what every answer includes: the headlines of the cited articles, and how much of the archive was searched. */
export async function completeAnswer(
  partial: Omit<Answer, 'archive' | 'headlines'>,
  archive: Archive,
): Promise<Answer> {
  const roles = (partial.actors ?? []).flatMap(({ role }) => role?.statement ?? []);
  const citations = [...partial.statements, ...roles].flatMap((statement) => statement.citations);
  const ids = [...new Set(citations.map(({ articleId }) => articleId))];
  const cited = ids.length > 0 ? await archive.listArticles({ ids }) : [];
  return {
    ...partial,
    headlines: Object.fromEntries(cited.map(({ id, headline }) => [id, headline])),
    archive: await extentOf(archive),
  };
}

/** A refusal of what was asked, with the reason in the reader's language, else in that of what was asked. */
export function refuse(
  kind: Answer['kind'],
  asked: string,
  { archive, reader }: Pick<AnswerContext, 'archive' | 'reader'>,
  why: (say: Wording) => string,
): Promise<Answer> {
  const language = questionLanguage(asked);
  const say = wording(reader, language);
  const text = `${say.notInArchive}${say.colon}${why(say)}`;
  return completeAnswer({ kind, title: asked.trim(), refused: true, text, statements: [], language }, archive);
}
