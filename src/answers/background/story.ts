import { revisedAt } from '../../articles/article.ts';
import { noteSentences } from '../../articles/recalls.ts';
import { phaseOf } from '../../stories/phase.ts';
import { formatDate } from '../../text/found-date.ts';
import { wordingFor } from '../../wording/wording-for.ts';
import { type Answer, cite } from '../answer.ts';
import { type AnswerContext, completeAnswer, refuse } from '../answer-archive.ts';
import { readSentences } from '../article-sentences.ts';
import { questionLanguage } from '../question-language.ts';
import { buildTimeline } from './build-timeline.ts';
import { chooseContext } from './choose-context.ts';
import { findTopic, type Topic } from './find-topic.ts';

/** Of a story, for those taken back. */
const articlesLookedAt = 50;

/** A story, by id, title or words: the latest article first, then the events before it. */
export async function answerStory(asked: string, { archive, now, reader }: AnswerContext): Promise<Answer> {
  const topic = await findTopic(asked, { archive, now });
  const [latest] = topic?.articles ?? [];
  const { answer: words, briefing, locale, comma } = wordingFor(reader, latest?.language ?? questionLanguage(asked));
  const withdrawn = topic?.story ? await titlesTakenBack(topic.story.id, archive) : '';
  if (!topic || !latest) {
    return refuse('story', asked, { archive, reader }, (say) =>
      withdrawn === '' ? say.noArticleOn(asked.trim()) : say.withdrawn(withdrawn),
    );
  }
  const lines = topic.articles.map((article) => readSentences(article));
  const newest = chooseContext(lines[0] ?? [], topic.terms, { most: 3, title: topic.title });
  const before = (await buildTimeline(lines, { max: 8 })).filter(({ line }) => !newest.includes(line));
  const timeline = before.map(({ date, line }) => cite(line.article, line.sentence, date));
  const sections = [
    { heading: words.lately, statements: newest.map(({ article, sentence }) => cite(article, sentence)) },
    { heading: words.timeline, statements: timeline },
    {
      heading: words.corrections,
      statements: topic.articles.flatMap((article) => noteSentences(article).map((note) => cite(article, note))),
    },
  ].filter(({ statements }) => statements.length > 0);
  const storyId = topic.story?.id ?? (await archive.storyOf(latest.id));
  return completeAnswer(
    {
      kind: 'story',
      title: topic.story?.title ?? latest.headline,
      refused: false,
      text: [
        words.articles(topic.articles.length),
        formatDate(revisedAt(latest).toString().slice(0, 10), locale),
        briefing.phases[phaseOf(publishedOf(topic), now)],
        ...(withdrawn === '' ? [] : [words.withdrawn(withdrawn)]),
      ].join(comma),
      statements: sections.flatMap(({ statements }) => statements),
      sections,
      timeline,
      ...(storyId !== undefined && { storyId }),
      language: latest.language,
    },
    archive,
  );
}

/** The headlines of a story's articles that were taken back. */
async function titlesTakenBack(storyId: number, archive: AnswerContext['archive']): Promise<string> {
  const articles = await archive.listArticles({ storyId, alsoWithdrawn: true, limit: articlesLookedAt });
  return articles.flatMap(({ headline, withdrawn }) => (withdrawn ? headline : [])).join(' · ');
}

/** Includes the beginning of a story with more articles than were read, since its age decides the phase. */
function publishedOf({ articles, story }: Topic): readonly Temporal.Instant[] {
  const read = articles.map(({ publishedAt }) => publishedAt);
  return story && story.articleCount > read.length ? [...read, story.openedAt] : read;
}
