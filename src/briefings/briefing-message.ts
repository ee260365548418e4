import type { Message, MessageBlock, Source, Span } from '../chat/message.ts';
import { dayAndMonth, fullDay, longDay, nameOfLanguage, weekdayName } from '../wording/formats.ts';
import type { Briefing, BriefingStory, Citation, MovedNumber, Statement } from './briefing.ts';
import { collectSources } from './collect-sources.ts';
import { correctedStatement } from './correction-blocks.ts';
import { type Correction, correctionFor } from './find-corrections.ts';
import { text } from './text-span.ts';
import { type BriefingWording, briefingWording, tollName } from './wording.ts';

/** What a channel's own briefing says besides its stories. */
export interface BriefingFrame {
  /** The topic's name in the briefing's language; undefined for everything or a mixture. */
  readonly topicName?: string;
  /** Topic id that gives the accent. */
  readonly accent?: string;
  readonly zone: string;
  /** The slot's time, or now for a briefing asked for. */
  readonly at: Temporal.Instant;
  readonly next?: Temporal.Instant;
  readonly isLate?: boolean;
  /** What its articles say otherwise since it was posted. */
  readonly corrections?: readonly Correction[];
  /** The language of our own words, where it is not the articles'. */
  readonly reader?: string;
  /** One story that breaks, told outside the times. */
  readonly isAlert?: boolean;
}

const wordsPerMinute = 230;
/** So many days of a story are listed, with the times of its articles. */
const mostDays = 3;

/** A briefing as a message: dated heading, stories with cited sentences, sources, and when the next one comes. */
export function briefingMessage(briefing: Briefing, frame: BriefingFrame): Message {
  const wording = briefingWording(frame.reader, briefing.language);
  const sources = collectSources(briefing, wording.locale);
  const heading = headingLine(briefing, frame, wording);
  const blocks: MessageBlock[] = [{ kind: 'heading', level: 1, spans: [text(heading, 'strong')] }];
  if (frame.isLate) blocks.push({ kind: 'context', spans: [text(wording.late)] });
  if (briefing.stories.length === 0)
    blocks.push({ kind: 'paragraph', spans: [text(quietLine(briefing, frame, wording))] });
  briefing.stories.forEach((story, index) => {
    blocks.push(...storyBlocks(story, index + 1, { briefing, frame, wording, sources }));
  });
  if (sources.size > 0) blocks.push({ kind: 'divider' });
  if (briefing.also.length > 0) blocks.push(alsoBlock(briefing, wording, sources), moreStoriesBlock(briefing, wording));
  if (sources.size > 0) blocks.push({ kind: 'sources', sources: [...sources.values()] });
  blocks.push({ kind: 'context', spans: [text(footLine(briefing, frame, wording))] });
  return {
    summary: [heading, ...briefing.stories.map(({ title }) => title)].join(' · '),
    ...(frame.accent ? { accent: frame.accent } : {}),
    language: wording.locale,
    blocks,
  };
}

interface Telling {
  readonly briefing: Briefing;
  readonly frame: BriefingFrame;
  readonly wording: BriefingWording;
  readonly sources: ReadonlyMap<string, Source>;
}

function headingLine(
  briefing: Briefing,
  { zone, at, topicName, isAlert }: BriefingFrame,
  wording: BriefingWording,
): string {
  const local = at.toZonedDateTimeISO(zone);
  const parts = [
    isAlert ? alertTitle(topicName, wording) : wording.title(topicName ?? wording.everything),
    `${longDay(local.toPlainDate(), wording)}, ${clockTime(local)} ${cityOf(zone)}`,
  ];
  if (briefing.stories.length > 0 && !isAlert) {
    parts.push(
      wording.stories(briefing.stories.length),
      wording.minutes(Math.max(1, Math.round(briefing.wordCount / wordsPerMinute))),
    );
  }
  return parts.join(' · ');
}

function alertTitle(topic: string | undefined, { alert, alertOn }: BriefingWording): string {
  return topic === undefined ? alert : alertOn(topic);
}

function storyBlocks(story: BriefingStory, number: number, telling: Telling): MessageBlock[] {
  const { wording, frame, briefing } = telling;
  const [moved] = story.moved;
  const label = moved
    ? `${moved.before} → ${moved.now} ${tollName(moved.of, wording)}`.trim()
    : story.isUpdate
      ? wording.update
      : undefined;
  const blocks: MessageBlock[] = [
    {
      kind: 'heading',
      level: 2,
      spans: [
        ...(frame.isAlert ? [] : [text(`${number}  `, 'muted')]),
        { kind: 'link', text: story.title, url: story.url },
        ...(label ? [text(' · ', 'muted'), text(label, 'code')] : []),
      ],
    },
  ];
  if (story.isUpdate && story.statements.length > 0) {
    blocks.push({ kind: 'context', spans: [text(wording.newSince(dayAndTime(briefing.windowStart, frame, wording)))] });
  }
  if (story.headlineChange) {
    const { before, citation: told } = story.headlineChange;
    blocks.push({
      kind: 'context',
      spans: [text(`${wording.headlineChanged(before)} `), citation(told, telling.sources)],
    });
  }
  for (const statement of story.statements) blocks.push(...statementBlocks(statement, telling));
  if (moved) blocks.push({ kind: 'context', spans: movedSpans(moved, telling) });
  if (story.whyItMatters) {
    blocks.push(
      ...statementBlocks(story.whyItMatters, telling, [text(`${wording.whyItMatters}${wording.colon}`, 'strong')]),
    );
  }
  blocks.push({ kind: 'context', spans: [text(sourceLine(story, frame, wording))] });
  if (story.statements.length > 0) {
    blocks.push({
      kind: 'actions',
      items: [
        { kind: 'button', label: wording.background, action: 'background', value: story.storyId },
        { kind: 'button', label: wording.whosWho, action: 'whos-who', value: story.storyId },
        { kind: 'button', label: wording.more, action: 'more', value: `${briefing.id}/${story.storyId}` },
      ],
    });
  }
  return blocks;
}

function statementBlocks(statement: Statement, telling: Telling, lead: readonly Span[] = []): readonly MessageBlock[] {
  const { frame, wording, sources } = telling;
  const correction = correctionFor(statement, frame.corrections ?? []);
  if (!correction) return [{ kind: 'paragraph', spans: [...lead, ...statementSpans(statement, telling)] }];
  const citationSpan = (one: Citation): Span => citation(one, sources);
  return correctedStatement(statement, correction, { wording, zone: frame.zone, citationSpan, lead });
}

/** "Killed: 9 [3], now 12 [4]"; "Corrected: 12 [3], now 11 [3]" where the article itself says otherwise now. */
function movedSpans(
  { of, before, now, beforeCitation, nowCitation }: MovedNumber,
  { wording, sources }: Telling,
): Span[] {
  const isCorrection = beforeCitation.articleId === nowCitation.articleId && !isNews(of, before, now);
  return [
    text(`${capitalized(isCorrection ? wording.corrected : tollName(of, wording))}${wording.colon}${before} `),
    citation(beforeCitation, sources),
    text(`, ${wording.now} ${now} `),
    citation(nowCitation, sources),
  ];
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A toll that rises is news, in the same article as well, and so is any of the missing; another that falls was wrong. */
function isNews(of: string, before: string, now: string): boolean {
  if (of === 'missing') return true;
  const [from, to] = [before, now].map((text) => Number(text.replace(/[.,]/g, '')));
  return of !== '' && from !== undefined && to !== undefined && to > from;
}

/** A statement with its numbers, each once: quoted words are shown as quoted, a model's as a model's. */
function statementSpans(statement: Statement, { sources, wording }: Pick<Telling, 'sources' | 'wording'>): Span[] {
  const { quoted, translatedFrom, citations } = statement;
  const words: Span = quoted ? { kind: 'quoted', text: statement.text } : text(statement.text);
  const byArticle = Map.groupBy(citations, ({ articleId }) => articleId).values();
  const numbers = [...byArticle].flatMap(([first]) => (first ? citation(first, sources) : []));
  const origin = translatedFrom ? wording.translated(nameOfLanguage(translatedFrom, wording)) : wording.byModel;
  return [words, ...numbers, ...(quoted ? [] : [text(` (${origin})`, 'muted')])];
}

function citation({ articleId, url }: Citation, sources: ReadonlyMap<string, Source>): Span {
  return { kind: 'citation', number: sources.get(articleId)?.number ?? 0, url };
}

/** "DW 18 July 14:02, 18:40 · AP, AFP · 3 articles" in the channel's zone. */
function sourceLine(story: BriefingStory, { zone, at }: BriefingFrame, wording: BriefingWording): string {
  const { year } = at.toZonedDateTimeISO(zone);
  const times = story.publishedAt
    .map((at) => Temporal.Instant.from(at).toZonedDateTimeISO(zone))
    .toSorted(Temporal.ZonedDateTime.compare);
  const days = Map.groupBy(times, (time) => {
    const day = time.toPlainDate();
    return time.year === year ? dayAndMonth(day, wording) : fullDay(day, wording);
  });
  const listed = spanOfDays([...days].map(([day, list]) => `${day} ${[...new Set(list.map(clockTime))].join(', ')}`));
  return [
    `${story.publishers.join(', ')} ${listed.join('; ')}`,
    story.agencies.join(', '),
    wording.articles(story.articleCount),
    tellsPhase(story) ? wording.phases[story.phase] : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** One article alone neither develops nor fades: that is said of what goes on. */
function tellsPhase(story: BriefingStory): story is BriefingStory & Required<Pick<BriefingStory, 'phase'>> {
  return story.phase !== undefined && (story.isUpdate || story.articleCount > 1);
}

/** A long affair's days by the first and the last. */
function spanOfDays(days: readonly string[]): readonly string[] {
  const [first, last] = [days[0], days.at(-1)];
  return days.length > mostDays && first && last ? [`${first} – ${last}`] : days;
}

function alsoBlock(briefing: Briefing, wording: BriefingWording, sources: ReadonlyMap<string, Source>): MessageBlock {
  const titles = briefing.also.flatMap(({ title, url, articleId }, index): Span[] => [
    text(index === 0 ? ' ' : ' · '),
    { kind: 'link', text: title, url },
    text(' '),
    { kind: 'citation', number: sources.get(articleId)?.number ?? 0, url },
  ]);
  return { kind: 'paragraph', spans: [text(`${wording.also}${wording.colon.trimEnd()}`, 'strong'), ...titles] };
}

function moreStoriesBlock({ id }: Briefing, { moreStories }: BriefingWording): MessageBlock {
  return { kind: 'actions', items: [{ kind: 'button', label: moreStories, action: 'more-stories', value: id }] };
}

function footLine(briefing: Briefing, frame: BriefingFrame, wording: BriefingWording): string {
  const publishers = [...new Set(briefing.stories.flatMap(({ publishers: names }) => names))];
  const isQuoted = briefing.stories.every(({ statements }) => statements.every(({ quoted }) => quoted));
  const origin = isQuoted ? wording.quoted : wording.generated;
  const parts = publishers.length > 0 ? [origin(publishers.join(', '))] : [];
  if (frame.next) parts.push(`${wording.next(dayAndTime(frame.next.toString(), frame, wording))} · /subscriptions`);
  return parts.join('  ') || '/subscribe';
}

function quietLine(briefing: Briefing, frame: BriefingFrame, wording: BriefingWording): string {
  const since = dayAndTime(briefing.windowStart, frame, wording);
  const { topicName, next } = frame;
  if (topicName === undefined) return next ? wording.quiet(since) : wording.absent(since);
  return next ? wording.quietOn(topicName, since) : wording.absentOn(topicName, since);
}

/** "today 17:00", "Monday 08:00", "12 July 08:00", "23 May 2011 02:00", seen from the frame's time. */
function dayAndTime(instant: string, { zone, at }: BriefingFrame, wording: BriefingWording): string {
  const then = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const now = at.toZonedDateTimeISO(zone);
  const days = now.toPlainDate().until(then.toPlainDate()).days;
  if (days === 0) return `${wording.today} ${clockTime(then)}`;
  if (days === 1) return `${wording.tomorrow} ${clockTime(then)}`;
  const date = then.toPlainDate();
  return `${nearDay(date, Math.abs(days), wording)} ${clockTime(then)}`;
}

/** As much of a date as says which day is meant, so many days away. */
function nearDay(date: Temporal.PlainDate, days: number, wording: BriefingWording): string {
  if (days < 7) return weekdayName(date, wording);
  return days < 300 ? dayAndMonth(date, wording) : fullDay(date, wording);
}

function clockTime(time: Temporal.ZonedDateTime): string {
  return time.toPlainTime().toString({ smallestUnit: 'minute' });
}

function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
