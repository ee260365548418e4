import type { MessageBlock, Source, Span } from '../../chat/message.ts';
import { hasPhrase } from '../../reading/phrases.ts';
import { baseLanguage } from '../../text/terms.ts';
import { dayAndMonth, fullDay, nameOfLanguage } from '../../wording/formats.ts';
import type { Briefing, Citation, Statement } from '../briefing.ts';
import { correctionFor } from '../news/find-corrections.ts';
import { type BriefingFrame, type BriefingWording, text } from './briefing-frame.ts';
import { correctedStatement } from './correction-blocks.ts';

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
  // "It could not be verified" is nobody's side.
  const isOtherSide = statement.isReply && !hasPhrase('unverified', statement.text, context.briefing.language);
  const label = isOtherSide ? wording.otherSide : statement.isNext ? wording.nextStep : undefined;
  const lead = label === undefined ? before : [...before, text(`${label}${wording.colon}`, 'strong')];
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

/** After this many days, "on Monday" may mean any Monday. */
const weekdayDays = 6;

/**
 * Whether a sentence tells its time by the day it was written ("today", "on Monday"), which readers of another day would take for theirs:
 * `days` lie between. The names of days are Intl's, in whatever language.
 */
export function hasStaleTime(text: string, language: string, days: number): boolean {
  if (days < 1) return false;
  const { today, weekdays } = dayWords(baseLanguage(language));
  return today.test(text) || (days >= weekdayDays && weekdays.test(text));
}

interface DayWords {
  readonly today: RegExp;
  readonly weekdays: RegExp;
}

const known = new Map<string, DayWords>();

function dayWords(language: string): DayWords {
  const cached = known.get(language);
  if (cached) return cached;
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const near = [-1, 0, 1].map((days) => relative.format(days, 'day'));
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const names = Array.from({ length: 7 }, (_, day) => weekday.format(new Date(Date.UTC(2024, 0, 1 + day))));
  const words = { today: anyOf(near), weekdays: anyOf(names) };
  known.set(language, words);
  return words;
}

/** Chinese writes no blanks; elsewhere a word ends where its letters do. */
function anyOf(words: readonly string[]): RegExp {
  return new RegExp(
    String.raw`(?<![\p{L}&&[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]])(?:${words.map((word) => RegExp.escape(word)).join('|')})(?![\p{L}&&[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]])`,
    'iv',
  );
}
