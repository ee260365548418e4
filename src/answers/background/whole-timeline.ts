import { type Answer, cite, wording } from '../answer.ts';
import { type AnswerContext, completeAnswer } from '../answer-archive.ts';
import type { ActorProfile, Archive, StorySummary } from '../archive.ts';
import { readSentences } from '../article-sentences.ts';
import { inMainLanguage } from '../who/who.ts';
import { buildTimeline } from './build-timeline.ts';

/** The subject of a timeline. */
export type TimelineSubject =
  | { readonly kind: 'story'; readonly story: StorySummary }
  | { readonly kind: 'actor'; readonly actor: ActorProfile };

const articlesRead = 20;
const mentionsRead = 200;
const mostEntries = 20;

/** What happened when, oldest first: for a story from all its articles, for an actor from the sentences that name it. */
export async function answerTimeline(subject: TimelineSubject, { archive, reader }: AnswerContext): Promise<Answer> {
  const lines =
    subject.kind === 'story' ? await linesOfStory(subject.story, archive) : await linesOfActor(subject.actor, archive);
  const timeline = await buildTimeline(lines, { max: mostEntries });
  const statements = timeline.map(({ date, line }) => cite(line.article, line.sentence, date));
  const title = subject.kind === 'story' ? subject.story.title : subject.actor.name;
  const language = lines.flat()[0]?.article.language ?? 'en';
  const say = wording(reader, language);
  const isRefused = statements.length === 0;
  return completeAnswer(
    {
      kind: 'timeline',
      title: `${say.timeline}${say.colon}${title}`,
      refused: isRefused,
      ...(isRefused && { text: `${say.notInArchive}${say.colon}${say.noDates(title)}` }),
      statements,
      timeline: statements,
      ...(subject.kind === 'story' ? { storyId: subject.story.id } : { actorId: subject.actor.id }),
      language,
    },
    archive,
  );
}

async function linesOfStory({ id, language }: StorySummary, archive: Archive) {
  const articles = await archive.listArticles({ storyId: id, limit: articlesRead });
  return articles.filter((article) => article.language === language).map(readSentences);
}

async function linesOfActor({ id }: ActorProfile, archive: Archive) {
  const mentions = await archive.mentionsOf(id, mentionsRead);
  const named = Map.groupBy(mentions, ({ articleId }) => articleId);
  const articles = await archive.listArticles({ ids: [...named.keys()].slice(0, articlesRead) });
  return inMainLanguage(articles).map((article) => {
    const sentences = new Set(named.get(article.id)?.map(({ sentence }) => sentence));
    return readSentences(article).filter(({ sentence }) => sentences.has(sentence.index));
  });
}
