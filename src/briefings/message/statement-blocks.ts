import type { MessageBlock, Source, Span } from '../../chat/message.ts';
import { dayAndMonth, fullDay, nameOfLanguage } from '../../wording/formats.ts';
import type { Briefing, Citation, Statement } from '../briefing.ts';
import { correctionFor } from '../news/find-corrections.ts';
import { type BriefingFrame, type BriefingWording, text } from './briefing-frame.ts';
import { correctedStatement } from './correction-blocks.ts';
import { hasStaleTime } from './stale-times.ts';

/** What the blocks of a briefing's statements are made with. */
export interface StatementContext {
  readonly briefing: Briefing;
  readonly frame: BriefingFrame;
  readonly wording: BriefingWording;
  readonly sources: ReadonlyMap<string, Source>;
  /** The article that the title above links: what comes from it needs no number. */
  readonly titleArticleId?: string;
}

export function statementBlocks(
  statement: Statement,
  context: StatementContext,
  before: readonly Span[] = [],
): readonly MessageBlock[] {
  const { frame, wording, sources } = context;
  const lead = statement.isReply ? [...before, text(`${wording.otherSide}${wording.colon}`, 'strong')] : before;
  const correction = correctionFor(statement, frame.corrections ?? []);
  if (!correction)
    return [
      { kind: 'paragraph', spans: [...lead, ...statementSpans(statement, context)] },
      ...dayBlocks(statement, context),
    ];
  const citationSpan = (one: Citation): Span => numbered(one, sources);
  return correctedStatement(statement, correction, { wording, zone: frame.zone, citationSpan, lead });
}

/** A statement with its numbers, each once: quoted words are shown as quoted, a model's as a model's. */
function statementSpans(statement: Statement, context: StatementContext): Span[] {
  const { wording } = context;
  const { quoted, translatedFrom, citations } = statement;
  const words: Span = quoted ? { kind: 'quoted', text: statement.text } : text(statement.text);
  const byArticle = Map.groupBy(citations, ({ articleId }) => articleId).values();
  const numbers = [...byArticle].flatMap(([first]) => (first ? citation(first, context) : []));
  const origin = translatedFrom ? wording.translated(nameOfLanguage(translatedFrom, wording)) : wording.byModel;
  return [words, ...numbers, ...(quoted ? [] : [text(` (${origin})`, 'muted')])];
}

/**
 * "18 July" below words that tell their time by the day on which they were written, where that is another by now and the story's own line
 * has several.
 */
function dayBlocks(
  statement: Statement,
  { briefing, frame: { at, zone }, wording }: StatementContext,
): readonly MessageBlock[] {
  const [first] = statement.citations;
  const story = briefing.stories.find(({ statements }) => statements.includes(statement));
  const days = new Set(story?.publishedAt.map((instant) => instant.slice(0, 10)));
  if (!first || days.size < 2) return [];
  const now = at.toZonedDateTimeISO(zone).toPlainDate();
  const day = Temporal.Instant.from(first.publishedAt).toZonedDateTimeISO(zone).toPlainDate();
  if (!hasStaleTime(statement.text, briefing.language, day.until(now).days)) return [];
  return [
    { kind: 'context', spans: [text(day.year === now.year ? dayAndMonth(day, wording) : fullDay(day, wording))] },
  ];
}

/** Its number; nothing where the title above links the same article. */
function citation(cited: Citation, { sources, titleArticleId }: StatementContext): readonly Span[] {
  return cited.articleId === titleArticleId ? [] : [numbered(cited, sources)];
}

/** The number of a source. */
export function numbered({ articleId, url }: Citation, sources: ReadonlyMap<string, Source>): Span {
  return { kind: 'citation', number: sources.get(articleId)?.number ?? 0, url };
}
