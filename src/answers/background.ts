import type { Article } from '../articles/article.ts';
import { toldAt } from '../articles/told-at.ts';
import type { Statement } from '../briefings/briefing.ts';
import { dayOf } from '../language/dates-format.ts';
import { giveWay } from '../take-turns.ts';
import type { Answer } from './answer.ts';
import type { AnswerContext } from './answer-archive.ts';
import type { Archive } from './archive.ts';
import { buildTimeline, type TimelineEntry } from './build-timeline.ts';
import { chooseConsequences, chooseContext } from './choose-context.ts';
import { cite } from './cite.ts';
import { completeAnswer } from './complete-answer.ts';
import { findTopic, type Topic } from './find-topic.ts';
import { areAlike, type Line, readLines, readLinesInTurns } from './lines.ts';
import { profileActor } from './profile-actor.ts';
import { questionLanguage } from './question-language.ts';
import { widenToAffair } from './widen-to-affair.ts';
import { type Wording, wording } from './wording.ts';

const mostContext = 10;
/** Characters for context and history together: a background is read, not studied. */
const contextLength = 2_200;
const mostConsequences = 2;
const mostTimeline = 9;
const mostPositions = 3;
const mostActors = 6;
/** What happened so shortly before the first article is its news. */
const newsDays = 3;

/** What lies behind a story, an actor or a topic in words: what it is about, why it matters, who, when, and who says what. */
export async function answerBackground(topic: string, { archive, now, reader }: AnswerContext): Promise<Answer> {
  const asked = await findTopic(topic, { archive, now });
  if (!asked || asked.articles.length === 0) return refusal(topic, { archive, reader });
  const found = await widenToAffair(asked, archive);
  const articles = await readLinesInTurns(found.articles);
  const timeline = await buildTimeline(articles, { max: mostTimeline });
  await giveWay();
  const history = timeline.filter((entry) => isHistory(entry, found.articles)).map(({ line }) => line);
  const current = articles.flat().filter((line) => !history.includes(line));
  const consequences = chooseConsequences(current, history, mostConsequences);
  const context = chooseContext(
    current.filter((line) => isNew(line, consequences)),
    found.terms,
    { most: mostContext, maxLength: contextLength - lengthOf(history) },
  );
  await giveWay();
  const dated = timeline.filter(({ line }) => history.includes(line) || isNew(line, [...context, ...consequences]));
  const positions = await choosePositions(
    found.articles,
    [...context, ...consequences, ...dated.map(({ line }) => line)],
    archive,
  );
  return completeAnswer(
    {
      ...sectionsOf({ context, consequences, timeline: dated, positions }, wording(reader, languageOf(found))),
      kind: 'background',
      title: found.title,
      refused: false,
      actors: await actorsOf(found.articles, archive),
      ...(await storyOf(found, archive)),
      language: languageOf(found),
    },
    archive,
  );
}

function languageOf({ articles }: Topic): string {
  return articles[0]?.language ?? 'en';
}

function refusal(topic: string, { archive, reader }: Pick<AnswerContext, 'archive' | 'reader'>): Promise<Answer> {
  const language = questionLanguage(topic);
  const { notInArchive, noArticleOn, colon } = wording(reader, language);
  const text = `${notInArchive}${colon}${noArticleOn(topic.trim())}`;
  return completeAnswer(
    { kind: 'background', title: topic.trim(), refused: true, text, statements: [], language },
    archive,
  );
}

interface Chosen {
  readonly context: readonly Line[];
  readonly consequences: readonly Line[];
  readonly timeline: readonly TimelineEntry[];
  readonly positions: readonly Line[];
}

function sectionsOf(chosen: Chosen, headings: Wording): Pick<Answer, 'statements' | 'sections' | 'timeline'> {
  const cited = ({ article, sentence }: Line) => cite(article, sentence);
  const timeline = chosen.timeline.map(({ date, line }): Statement => cite(line.article, line.sentence, date));
  const sections = [
    { heading: headings.whatItIsAbout, statements: chosen.context.map(cited) },
    { heading: headings.whyItMatters, statements: chosen.consequences.map(cited) },
    { heading: headings.timeline, statements: timeline },
    { heading: headings.positions, statements: chosen.positions.map(cited) },
  ].filter(({ statements }) => statements.length > 0);
  return { statements: sections.flatMap(({ statements }) => statements), sections, timeline };
}

/** Told of a time before these articles, or after: it belongs to the timeline, not to what is going on. */
function isHistory({ date }: TimelineEntry, articles: readonly Article[]): boolean {
  const days = articles.map((article) => dayOf(toldAt(article))).toSorted();
  const first = Temporal.PlainDate.from(days[0] ?? '1970-01-01')
    .subtract({ days: newsDays })
    .toString();
  return date.length < 10 || date < first || date > (days.at(-1) ?? '');
}

function lengthOf(lines: readonly Line[]): number {
  return Math.min(
    1_300,
    lines.reduce((sum, { sentence }) => sum + sentence.text.length, 0),
  );
}

function isNew(line: Line, shown: readonly Line[]): boolean {
  return shown.every((other) => other.sentence !== line.sentence && !areAlike(other, line));
}

/** One line of each speaker that carries their own words, the most written about first. */
async function choosePositions(
  articles: readonly Article[],
  shown: readonly Line[],
  archive: Archive,
): Promise<readonly Line[]> {
  const chosen: Line[] = [];
  const byId = new Map(articles.map((article) => [article.id, readLines(article)]));
  for (const { actor } of await archive.actorsIn([...byId.keys()], 20)) {
    if (chosen.length >= mostPositions) break;
    const quotes = await archive.quotesOf(actor.id, 10);
    const lines = quotes.flatMap(
      ({ articleId, sentence }) => byId.get(articleId)?.find((line) => line.sentence.index === sentence) ?? [],
    );
    const own = lines.find(
      (line) =>
        !line.leans &&
        isNew(line, [...shown, ...chosen]) &&
        actor.name.split(' ').some((word) => line.sentence.text.includes(word)),
    );
    if (own) chosen.push(own);
  }
  return chosen;
}

/** Who takes part, each in the office held when these articles were told. */
async function actorsOf(articles: readonly Article[], archive: Archive): Promise<NonNullable<Answer['actors']>> {
  const found = await archive.actorsIn(
    articles.map(({ id }) => id),
    mostActors,
  );
  const newest = articles
    .map((article) => toldAt(article))
    .toSorted(Temporal.Instant.compare)
    .at(-1);
  return Promise.all(found.map(({ actor }) => profileActor(actor, archive, newest)));
}

async function storyOf({ story, articles }: Topic, archive: Archive): Promise<{ storyId?: number }> {
  const id = story?.id ?? (articles[0] && (await archive.storyOf(articles[0].id)));
  return id === undefined ? {} : { storyId: id };
}
