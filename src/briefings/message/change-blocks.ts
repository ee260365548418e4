import type { MessageBlock, Span } from '../../chat/message.ts';
import { capitalized } from '../../wording/formats.ts';
import type { Briefing, BriefingStory, Citation, MovedNumber } from '../briefing.ts';
import { withdrawalOf } from '../news/find-corrections.ts';
import { type BriefingFrame, type BriefingWording, dayAndTime, text, tollName } from './briefing-frame.ts';

interface ChangeContext {
  readonly frame: BriefingFrame;
  readonly wording: BriefingWording;
}

/** A line for each story in which a figure or a fact that this channel was given is another by now: what was said, what is, each with its hour. */
export function changeBlocks({ stories }: Briefing, context: ChangeContext): readonly MessageBlock[] {
  return stories.flatMap((story): readonly MessageBlock[] => {
    if (citesTakenBack(story, context)) return [];
    const spans = changeSpans(story, context);
    if (!spans) return [];
    return [{ kind: 'paragraph', spans: [text(context.wording.update, 'code'), text(' '), ...spans] }];
  });
}

/** The titles for notifications: what changed first, with its figures, "Flood toll rises (killed: was 9, now 12)". */
export function newsInOrder(briefing: Briefing, { frame, wording }: ChangeContext): readonly string[] {
  const stories = briefing.stories.filter(({ titleArticleId }) => !withdrawalOf(titleArticleId, frame.corrections));
  const changed = stories.filter(({ moved }) => moved.length > 0);
  const others = stories.filter((story) => !changed.includes(story));
  return [
    ...changed.map(({ title, moved: [number] }) => {
      const { before, now } = number ?? { before: '', now: '' };
      return `${title} (${wording.saidSays(before, now)})`;
    }),
    ...others.map(({ title }) => title),
  ];
}

/** A change is not repeated once one of its sides was taken back. */
function citesTakenBack({ moved, reversal, headlineChange }: BriefingStory, { frame }: ChangeContext): boolean {
  const takenBack = (frame.corrections ?? []).filter((one) => one.takenBack !== undefined);
  const cited = [
    ...moved.flatMap(({ beforeCitation, nowCitation }) => [beforeCitation, nowCitation]),
    ...(reversal ? [reversal.before, reversal.now] : []),
    ...(headlineChange ? [headlineChange.citation] : []),
  ];
  return cited.some(({ articleId, quote }) =>
    takenBack.some(
      ({ said, takenBack: whole }) => said.articleId === articleId && (whole?.isWhole || said.quote === quote),
    ),
  );
}

function changeSpans(story: BriefingStory, context: ChangeContext): readonly Span[] | undefined {
  const { moved, reversal, headlineChange } = story;
  const [number] = moved;
  if (number) {
    const said = [text(`${number.before} `), hourOf(number.beforeCitation, context)];
    const says = [text(`${number.now} `), hourOf(number.nowCitation, context)];
    const line = wasAndIs(said, says, context.wording);
    return [text(nameOf(number, context.wording)), ...line, text(` \u00B7 ${story.title}`)];
  }
  if (reversal) return wasAndIs(quotation(reversal.before, context), quotation(reversal.now, context), context.wording);
  if (!headlineChange) return undefined;
  const said: Span[] = [{ kind: 'quoted', text: headlineChange.before }];
  const says: Span[] = [{ kind: 'quoted', text: story.title }];
  return wasAndIs([...said, text(' '), hourOf(headlineChange.citation, context)], says, context.wording);
}

/** "was 9 (Sunday 20:50), now 12 (Monday 23:50)", as the language orders it. */
function wasAndIs(said: readonly Span[], says: readonly Span[], { saidSays }: BriefingWording): Span[] {
  const [before, now] = ['\uE000', '\uE001'];
  return saidSays(before, now)
    .split(/([\uE000\uE001])/u)
    .flatMap((part): readonly Span[] => {
      if (part === before) return said;
      if (part === now) return says;
      return part === '' ? [] : [text(part)];
    });
}

function quotation(citation: Citation, context: ChangeContext): readonly Span[] {
  return [{ kind: 'quoted', text: citation.quote }, text(' '), hourOf(citation, context)];
}

/** Its hour, which links the article. */
function hourOf({ publishedAt, url }: Citation, { frame, wording }: ChangeContext): Span {
  return { kind: 'link', text: `(${dayAndTime(publishedAt, frame, wording)})`, url };
}

/** "Killed: "; "Corrected: " where the article itself says otherwise now, and it is no toll that rose. */
function nameOf({ of, before, now, beforeCitation, nowCitation }: MovedNumber, wording: BriefingWording): string {
  const isCorrection = beforeCitation.articleId === nowCitation.articleId && !isNews(of, before, now);
  return `${capitalized(isCorrection ? wording.corrected : tollName(of, wording), wording)}${wording.colon}`;
}

/** A toll that rises is news, in the same article as well, and so is any of the missing; another that falls was wrong. */
function isNews(of: string, before: string, now: string): boolean {
  if (of === 'missing') return true;
  const [from, to] = [before, now].map((printed) => Number(printed.replace(/[.,]/g, '')));
  return of !== '' && from !== undefined && to !== undefined && to > from;
}
