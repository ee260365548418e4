import type { ActionItem, Message, MessageBlock, Source, Span } from '../../chat/message.ts';
import { formatDate, isDay } from '../../text/found-date.ts';
import { capitalized, longDay, weekdayAndDay } from '../../wording/formats.ts';
import type { Briefing, BriefingStory, Citation, Statement } from '../briefing.ts';
import { correctionFor, withdrawalOf } from '../news/find-corrections.ts';
import {
  type BriefingFrame,
  type BriefingWording,
  briefingWording,
  cityOf,
  clockTime,
  dayAndTime,
  sinceTime,
  text,
} from './briefing-frame.ts';
import { changeBlocks, newsInOrder } from './change-blocks.ts';
import { correctionNote } from './correction-blocks.ts';
import { numbered, type StatementContext, statementBlocks } from './statement-blocks.ts';

const wordsPerMinute = 230;

/**
 * A briefing as a message: dated heading, stories with their sentences, further titles, and when the next one comes. A title is the link to its
 * article, and what else a story has opens from one list below all of them, so that nearly all that is read is news.
 */
export function briefingMessage(briefing: Briefing, frame: BriefingFrame): Message {
  const wording = briefingWording(frame.reader, briefing.language);
  const sources = collectSources(briefing, frame, wording.locale);
  const title = frame.isAlert ? alertTitle(frame.topicName, wording) : titleOf(briefing, frame.topicName, wording);
  const facts = factsLine(briefing, frame, wording);
  const blocks: MessageBlock[] = [
    { kind: 'heading', level: 1, spans: [text(title, 'strong')] },
    { kind: 'context', spans: [text(facts)] },
  ];
  if (frame.isLate) blocks.push({ kind: 'context', spans: [text(wording.late)] });
  blocks.push(...changeBlocks(briefing, { frame, wording }));
  const quiet = quietLine(briefing, frame, wording);
  if (briefing.stories.length === 0) blocks.push({ kind: 'paragraph', spans: [text(quiet)] });
  briefing.stories.forEach((story, index) => {
    const context = { briefing, frame, wording, sources, titleArticleId: story.titleArticleId };
    blocks.push(...storyBlocks(story, index + 1, context));
  });
  blocks.push(...aheadBlocks({ briefing, frame, wording, sources }));
  if (sources.size > 0 && !frame.isAlert) blocks.push({ kind: 'divider' });
  if (briefing.also.length > 0) blocks.push(alsoBlock(briefing, frame, wording));
  blocks.push(...openBlocks(briefing, frame, wording));
  if (sources.size > 0) blocks.push({ kind: 'sources', sources: [...sources.values()] });
  blocks.push({ kind: 'context', spans: [text(footLine(briefing, frame, wording))] });
  const news = briefing.stories.length === 0 ? [quiet] : newsInOrder(briefing, { frame, wording });
  return {
    // Notifications show the beginning: news comes first.
    summary: [...news, title, facts].join(' · '),
    ...(frame.accent ? { accent: frame.accent } : {}),
    language: wording.locale,
    blocks,
  };
}

/** "Tuesday 19 July 2022, 08:00 Berlin · 5 stories · 1 min": a headline of its own would break in the middle of it. */
function factsLine(briefing: Briefing, { zone, at, isAlert }: BriefingFrame, wording: BriefingWording): string {
  const local = at.toZonedDateTimeISO(zone);
  const day = capitalized(longDay(local.toPlainDate(), wording), wording);
  const parts = [`${day}${wording.comma}${clockTime(local)} ${cityOf(zone)}`];
  if (briefing.stories.length > 0 && !isAlert) {
    parts.push(
      wording.stories(briefing.stories.length),
      wording.minutes(Math.max(1, Math.round(briefing.wordCount / wordsPerMinute))),
    );
  }
  return parts.join(' · ');
}

function titleOf({ isWeek }: Briefing, topic: string | undefined, wording: BriefingWording): string {
  if (isWeek) return topic === undefined ? wording.week : wording.weekOn(topic);
  return capitalized(wording.title(topic ?? wording.everything), wording);
}

function alertTitle(topic: string | undefined, { alert, alertOn }: BriefingWording): string {
  return topic === undefined ? alert : alertOn(topic);
}

function storyBlocks(story: BriefingStory, number: number, context: StatementContext): MessageBlock[] {
  const { wording, frame, briefing } = context;
  const withdrawal = withdrawalOf(story.titleArticleId, frame.corrections);
  const label = story.isUpdate && !frame.isAlert ? wording.update : undefined;
  const blocks: MessageBlock[] = [
    {
      kind: 'heading',
      level: 2,
      spans: [
        ...(frame.isAlert ? [] : [text(`${number}  `, 'muted')]),
        ...(withdrawal
          ? [text(story.title, 'struck'), text(' · ', 'muted'), text(wording.withdrawn, 'code')]
          : [{ kind: 'link', text: story.title, url: story.url } as const]),
        ...(label ? [text(' · ', 'muted'), text(label, 'code')] : []),
      ],
      ...(story.topics.length > 0 && { topics: story.topics }),
    },
  ];
  // Where a line was quoted from it, the note stands under that.
  if (withdrawal && story.statements.every(({ citations: [first] }) => first?.articleId !== story.titleArticleId)) {
    const citationSpan = (one: Citation): Span => numbered(one, context.sources);
    blocks.push({ kind: 'context', spans: correctionNote(withdrawal, { wording, zone: frame.zone, citationSpan }) });
  }
  if (story.image && !withdrawal) blocks.push({ kind: 'image', ...story.image });
  for (const statement of story.statements)
    blocks.push(
      ...statementBlocks(
        statement,
        context,
        briefing.isWeek ? dayOf(publicationDay(statement, frame.zone), wording) : [],
      ),
    );
  blocks.push(...explainerBlocks(story, context));
  if (frame.storiesApart) blocks.push(storyButtons(story, briefing, wording));
  return blocks;
}

/** "Background: Why Oland and Varn argue over the strait", but of an article that was taken back. */
function explainerBlocks({ explainer }: BriefingStory, { wording, frame }: StatementContext): readonly MessageBlock[] {
  if (!explainer || withdrawalOf(explainer.articleId, frame.corrections)) return [];
  const { title, url } = explainer;
  return [
    {
      kind: 'paragraph',
      spans: [text(`${wording.background}${wording.colon}`, 'strong'), { kind: 'link', text: title, url }],
    },
  ];
}

/** The day in the reader's zone on which a statement was published. */
function publicationDay({ citations: [first] }: Statement, zone: string): string | undefined {
  return first && Temporal.Instant.from(first.publishedAt).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** "Monday 18 July: " */
function dayOf(date: string | undefined, wording: BriefingWording): readonly Span[] {
  if (date === undefined) return [];
  const day = isDay(date) ? weekdayAndDay(Temporal.PlainDate.from(date), wording) : formatDate(date, wording.locale);
  return [text(`${capitalized(day, wording)}${wording.colon}`, 'strong')];
}

/** "Ahead", and a line for each event with its day: "Sunday 19 April: ..." */
function aheadBlocks(context: StatementContext): readonly MessageBlock[] {
  const { briefing, wording } = context;
  const { ahead = [] } = briefing;
  if (ahead.length === 0) return [];
  const lines = ahead.flatMap(({ statement }) => statementBlocks(statement, context, dayOf(statement.date, wording)));
  return [{ kind: 'heading', level: 2, spans: [text(wording.ahead, 'strong')] }, ...lines];
}

function storyButtons({ storyId }: BriefingStory, { id }: Briefing, wording: BriefingWording): MessageBlock {
  return {
    kind: 'actions',
    items: [
      { kind: 'button', label: wording.background, action: 'background', value: storyId },
      { kind: 'button', label: wording.whosWho, action: 'whos-who', value: storyId },
      { kind: 'button', label: wording.more, action: 'more', value: `${id}/${storyId}` },
    ],
  };
}

function alsoBlock(briefing: Briefing, { corrections }: BriefingFrame, wording: BriefingWording): MessageBlock {
  const titles = briefing.also.flatMap(({ title, url, articleId }, index): Span[] => [
    text(index === 0 ? ' ' : ' · '),
    ...(withdrawalOf(articleId, corrections)
      ? [text(title, 'struck'), text(` ${wording.withdrawn}`, 'muted')]
      : [{ kind: 'link', text: title, url } as const]),
  ]);
  return { kind: 'paragraph', spans: [text(`${wording.also}${wording.colon.trimEnd()}`, 'strong'), ...titles] };
}

/** What leads on: one list for all stories; the buttons themselves where there is one story, or each stands by itself. */
function openBlocks(briefing: Briefing, frame: BriefingFrame, wording: BriefingWording): readonly MessageBlock[] {
  const { id, stories, also } = briefing;
  const [only] = stories;
  if (only && stories.length === 1 && also.length === 0)
    return frame.storiesApart ? [] : [storyButtons(only, briefing, wording)];
  const listed = frame.storiesApart ? [] : stories;
  const options = [...listed, ...also].map(({ title, storyId }) => ({ label: title, value: `${id}/${storyId}` }));
  const items: ActionItem[] = [
    ...(options.length > 0 ? [{ kind: 'select', label: wording.openStory, action: 'more', options } as const] : []),
    ...(also.length > 0
      ? [{ kind: 'button', label: wording.moreStories, action: 'more-stories', value: id } as const]
      : []),
  ];
  return items.length > 0 ? [{ kind: 'actions', items }] : [];
}

function footLine(briefing: Briefing, frame: BriefingFrame, wording: BriefingWording): string {
  const publishers = [...new Set(briefing.stories.flatMap(({ publishers: names }) => names))];
  const isQuoted = briefing.stories.every(({ statements }) => statements.every(({ quoted }) => quoted));
  const origin = isQuoted ? wording.quoted : wording.generated;
  const agencies = [...new Set(briefing.stories.flatMap(({ agencies: names }) => names))];
  // As credit lines are printed: "DW/AFP/dpa". In parentheses after a sentence they look like an agency's dateline.
  const parts = publishers.length > 0 ? [origin([publishers.join(', '), ...agencies].join('/'))] : [];
  const { leftOut } = briefing;
  if (leftOut) {
    const names = new Map<string, string>(Object.entries(wording.presets));
    const presets = leftOut.presets.map((preset) => names.get(preset) ?? preset);
    parts.push(`${wording.leftOut(leftOut.count)} (${presets.join(wording.comma)}).`);
  }
  if (frame.next) parts.push(`${wording.next(dayAndTime(frame.next.toString(), frame, wording))} · /subscriptions`);
  return parts.join('  ') || '/subscribe';
}

function quietLine(briefing: Briefing, frame: BriefingFrame, wording: BriefingWording): string {
  const since = sinceTime(briefing.windowStart, frame, wording);
  const { topicName, next } = frame;
  if (topicName === undefined) return next ? wording.quiet(since) : wording.absent(since);
  return next ? wording.quietOn(topicName, since) : wording.absentOn(topicName, since);
}

/**
 * The articles of a briefing: first, numbered in the order of its stories, those that a line cites beside its title's; then those that a title
 * links, of which no number is shown. Their dates are written in the language given.
 */
function collectSources(
  briefing: Briefing,
  { corrections = [] }: Pick<BriefingFrame, 'corrections'>,
  language: string,
): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>();
  const add = (articleId: string, source: Omit<Source, 'number' | 'language'>): void => {
    if (!sources.has(articleId)) sources.set(articleId, { number: sources.size + 1, ...source, language });
  };
  for (const story of briefing.stories) {
    const cited: Citation[] = story.statements.flatMap((statement) => {
      // What is struck out and what stands in its place say where they are from.
      const isCorrected = correctionFor(statement, corrections) !== undefined;
      return statement.citations.filter(({ articleId }) => isCorrected || articleId !== story.titleArticleId);
    });
    for (const { articleId, url, publishedAt, headline } of cited)
      add(articleId, { title: headline ?? '', url, publishedAt });
  }
  for (const { statement } of briefing.ahead ?? [])
    for (const { articleId, url, publishedAt, headline } of statement.citations)
      add(articleId, { title: headline ?? '', url, publishedAt });
  for (const { titleArticleId, title, url, statements, publishedAt } of briefing.stories) {
    const own = statements.flatMap(({ citations }) => citations).find(({ articleId }) => articleId === titleArticleId);
    add(titleArticleId, { title, url, publishedAt: own?.publishedAt ?? publishedAt.at(-1) ?? '', isLinked: true });
  }
  for (const { articleId, title, url, publishedAt } of briefing.also)
    add(articleId, { title, url, publishedAt, isLinked: true });
  return sources;
}
