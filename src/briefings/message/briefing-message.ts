import type { Message, MessageBlock, Source, Span } from '../../chat/message.ts';
import { capitalized, longDay } from '../../wording/formats.ts';
import type { Briefing, BriefingStory } from '../briefing.ts';
import type { BriefingFrame } from './briefing-frame.ts';
import { cityOf, clockTime, dayAndTime, sourceLine } from './briefing-times.ts';
import { collectSources } from './collect-sources.ts';
import { citation, movedSpans, type StatementContext, statementBlocks } from './statement-blocks.ts';
import { text } from './text-span.ts';
import { type BriefingWording, briefingWording, tollName } from './wording.ts';

const wordsPerMinute = 230;

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
    // Notifications show the beginning: news comes first.
    summary: [...briefing.stories.map(({ title }) => title), heading].join(' · '),
    ...(frame.accent ? { accent: frame.accent } : {}),
    language: wording.locale,
    blocks,
  };
}

function headingLine(
  briefing: Briefing,
  { zone, at, topicName, isAlert }: BriefingFrame,
  wording: BriefingWording,
): string {
  const local = at.toZonedDateTimeISO(zone);
  const parts = [
    isAlert ? alertTitle(topicName, wording) : capitalized(wording.title(topicName ?? wording.everything), wording),
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

function storyBlocks(story: BriefingStory, number: number, context: StatementContext): MessageBlock[] {
  const { wording, frame, briefing } = context;
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
      ...(story.topics.length > 0 && { topics: story.topics }),
    },
  ];
  if (story.image) blocks.push({ kind: 'image', ...story.image });
  if (story.isUpdate && story.statements.length > 0) {
    blocks.push({ kind: 'context', spans: [text(wording.newSince(dayAndTime(briefing.windowStart, frame, wording)))] });
  }
  if (story.headlineChange) {
    const { before, citation: previousCitation } = story.headlineChange;
    blocks.push({
      kind: 'context',
      spans: [text(`${wording.headlineChanged(before)} `), citation(previousCitation, context.sources)],
    });
  }
  for (const statement of story.statements) blocks.push(...statementBlocks(statement, context));
  if (moved) blocks.push({ kind: 'context', spans: movedSpans(moved, context) });
  if (story.whyItMatters) {
    blocks.push(
      ...statementBlocks(story.whyItMatters, context, [text(`${wording.whyItMatters}${wording.colon}`, 'strong')]),
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
