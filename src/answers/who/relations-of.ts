import { sentenceAt } from '../../articles/article.ts';
import { fold } from '../../text/terms.ts';
import { type AnswerActor, cite } from '../answer.ts';
import type { ActorProfile, ActorRelation, Archive } from '../archive.ts';

const mostRelations = 6;
/** Names (folded) cited as media and sources, not as participants. */
export const reporters = new Set([
  'dw',
  'deutsche welle',
  'reuters',
  'afp',
  'dpa',
  'associated press',
  'agence france-presse',
]);

/** Actors that appear with an actor: how often, in which story, and the newest sentence with both. The relation itself is not named. */
export async function relationsOf(actor: ActorProfile, archive: Archive): Promise<readonly AnswerActor[]> {
  const all = await archive.relationsOf(actor.id, mostRelations + 4);
  const relations = all.filter((relation) => !reporters.has(fold(relation.actor.name))).slice(0, mostRelations);
  return Promise.all(relations.map((relation) => toAnswer(relation, archive)));
}

async function toAnswer(
  { actor: { id, name, kind, aliases }, articles, sentences, latest, storyId }: ActorRelation,
  archive: Archive,
): Promise<AnswerActor> {
  const article = await archive.findArticle(latest.articleId, latest.revision);
  const sentence = article && sentenceAt(article, latest.sentence);
  const story = storyId === undefined ? undefined : await archive.findStory(storyId);
  return {
    id,
    name,
    kind,
    aliases,
    articleCount: articles,
    together: {
      articles,
      sentences,
      ...(article && sentence && { latest: cite(article, sentence) }),
      ...(story && { storyId: story.id, storyTitle: story.title }),
    },
  };
}
