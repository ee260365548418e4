import { type Article, revisedAt } from '../../articles/article.ts';
import type { Statement } from '../../briefings/briefing.ts';
import { yieldToEventLoop } from '../../runtime/yield-to-event-loop.ts';
import { dayOf, isDay } from '../../text/found-date.ts';
import { type Answer, cite, type Wording, wording } from '../answer.ts';
import { type AnswerContext, completeAnswer, refuse } from '../answer-archive.ts';
import type { Archive } from '../archive.ts';
import { type ArticleSentence, charactersOf, isNew, oldestFirst, readSentencesYielding } from '../article-sentences.ts';
import { chooseLines, type SectionName } from '../choose-lines.ts';
import { whoTakesPart } from '../companions.ts';
import { standsAlone } from '../passages.ts';
import { buildTimeline, type TimelineEntry } from './build-timeline.ts';
import { chooseConsequences, chooseContext, choosePositions, mostPositions } from './choose-context.ts';
import { findTopic, type Topic, widenToAffair } from './find-topic.ts';
import { coreWords, topicalSentences } from './topical-sentences.ts';

const mostContext = 8;
/** Characters: a background should be a quick read. */
const timelineLength = 1_200;
const wholeLength = 2_450;
const mostConsequences = 2;
const mostTimeline = 15;
const linesADay = 3;
/** Events in these days before the first article are its news, not history. */
const newsDays = 3;

/** The background of a story, an actor or a topic: what it is about, why it matters, who, when, and who says what. */
export async function answerBackground(topic: string, context: AnswerContext): Promise<Answer> {
  const { archive, now, reader, chooseSection } = context;
  const asked = await findTopic(topic, { archive, now });
  if (!asked || asked.articles.length === 0) return refusal(topic, context);
  const found = await widenToAffair(asked, archive);
  const read = await readSentencesYielding(found.articles);
  const articles = topicalSentences(read, { own: new Set(asked.articles), asked: found.terms });
  await yieldToEventLoop();
  const actors = await whoTakesPart(found.articles, archive);
  // Who takes part stands above the sentences, the headlines below them; names that recur are introduced by one of the sections.
  const core = [...coreWords(articles.flat())];
  const title = [
    found.title,
    ...actors.map(({ name }) => name),
    ...found.articles.map(({ headline }) => headline),
    ...core.filter((word) => /^\p{Lu}/u.test(word)),
  ].join(', ');
  const wide = [title, ...core].join(', ');
  const timeline = await buildTimeline(articles, {
    max: mostTimeline,
    maxLength: timelineLength,
    perDay: linesADay,
    title: wide,
  });
  await yieldToEventLoop();
  const history = timeline.filter((entry) => isHistory(entry, found.articles)).map(({ line }) => line);
  const current = articles.flat().filter((line) => !history.includes(line));
  const known = current.filter((line) => standsAlone(line, wide));
  const choose = async (section: SectionName, most: number) =>
    (await chooseLines(chooseSection, section, found.title, known, most))?.toSorted(oldestFirst);
  const [ofMatter, ofPositions, ofAbout] = await Promise.all([
    choose('matters', mostConsequences),
    choose('positions', mostPositions),
    choose('about', mostContext),
  ]);
  const consequences = ofMatter ?? chooseConsequences(known, history, mostConsequences);
  const lines = articles.flat();
  const positions =
    ofPositions?.filter((line) => isNew(line, consequences)) ??
    (await choosePositions(found.articles, { title: wide, lines, shown: consequences }, archive));
  const chosen = { ...(ofAbout && { about: ofAbout }), consequences, timeline, positions };
  const shown = showKnown(chosen, { current, terms: found.terms, title });
  // Names without a line say nothing of what was asked.
  if (Object.values(shown).every(({ length }) => length === 0)) return refusal(topic, context);
  return completeAnswer(
    {
      ...sectionsOf(shown, wording(reader, languageOf(found))),
      kind: 'background',
      title: found.title,
      refused: false,
      actors,
      ...(await storyOf(found, archive)),
      language: languageOf(found),
    },
    archive,
  );
}

function languageOf({ articles }: Topic): string {
  return articles[0]?.language ?? 'en';
}

function refusal(topic: string, context: AnswerContext): Promise<Answer> {
  return refuse('background', topic, context, (say) => say.noArticleOn(topic.trim()));
}

interface Chosen {
  readonly about: readonly ArticleSentence[];
  readonly consequences: readonly ArticleSentence[];
  readonly timeline: readonly TimelineEntry[];
  readonly positions: readonly ArticleSentence[];
}

/**
 * Fills up what was chosen with sentences on what it is about, unless a model chose these, and leaves out what readers of `title` and of the
 * sections above would not understand.
 */
function showKnown(
  { about: ofAbout, consequences, timeline, positions }: Omit<Chosen, 'about'> & Partial<Chosen>,
  { current, terms, title }: { current: readonly ArticleSentence[]; terms: ReadonlySet<string>; title: string },
): Chosen {
  const history = timeline.map(({ line }) => line).filter((line) => !current.includes(line));
  const besides = [...history, ...consequences, ...positions];
  const fresh = (ofAbout ?? current).filter((line) => isNew(line, besides));
  const maxLength = wholeLength - charactersOf(besides);
  const about = ofAbout
    ? fresh
    : chooseContext(fresh, terms, { most: mostContext, longest: 4, maxLength, title, besides });
  const known = (lines: readonly ArticleSentence[], above: readonly ArticleSentence[]) =>
    lines.filter((line) => standsAlone(line, title, above));
  const matters = known(consequences, about);
  const undated = [...about, ...matters, ...positions];
  const dated = timeline.filter(({ line }) => isNew(line, undated) && standsAlone(line, title, [...about, ...matters]));
  const fitting = withinLength(dated, wholeLength - charactersOf(undated));
  const said = known(positions, [...about, ...matters, ...fitting.map(({ line }) => line)]);
  return { about, consequences: matters, timeline: fitting, positions: said };
}

function sectionsOf(chosen: Chosen, headings: Wording): Pick<Answer, 'statements' | 'sections' | 'timeline'> {
  const cited = ({ article, sentence }: ArticleSentence) => cite(article, sentence);
  const timeline = chosen.timeline.map(({ date, line }): Statement => cite(line.article, line.sentence, date));
  const sections = [
    { heading: headings.whatItIsAbout, statements: chosen.about.map(cited) },
    { heading: headings.whyItMatters, statements: chosen.consequences.map(cited) },
    { heading: headings.timeline, statements: timeline },
    { heading: headings.positions, statements: chosen.positions.map(cited) },
  ].filter(({ statements }) => statements.length > 0);
  return { statements: sections.flatMap(({ statements }) => statements), sections, timeline };
}

/** Dated before or after these articles: it belongs in the timeline, not with current events. */
function isHistory({ date }: TimelineEntry, articles: readonly Article[]): boolean {
  const days = articles.map((article) => dayOf(revisedAt(article))).toSorted();
  const first = Temporal.PlainDate.from(days[0] ?? '1970-01-01')
    .subtract({ days: newsDays })
    .toString();
  return !isDay(date) || date < first || date > (days.at(-1) ?? '');
}

/** The most important entries that fit, in their order. */
function withinLength(entries: readonly TimelineEntry[], most: number): readonly TimelineEntry[] {
  let length = 0;
  const fitting = entries
    .toSorted((a, b) => b.score - a.score)
    .filter(({ line }) => {
      const isWithin = length + line.sentence.text.length <= most;
      if (isWithin) length += line.sentence.text.length;
      return isWithin;
    });
  return entries.filter((entry) => fitting.includes(entry));
}

async function storyOf({ story, articles }: Topic, archive: Archive): Promise<{ storyId?: number }> {
  const id = story?.id ?? (articles[0] && (await archive.storyOf(articles[0].id)));
  return id === undefined ? {} : { storyId: id };
}
