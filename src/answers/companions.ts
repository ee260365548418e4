import { isNameWord } from '../actors/name-words.ts';
import { type Article, revisedAt, sentenceAt } from '../articles/article.ts';
import { fold } from '../text/terms.ts';
import { type Answer, type AnswerActor, cite } from './answer.ts';
import type { ActorProfile, ActorRelation, Archive } from './archive.ts';
import { profileActor } from './who/profile-actor.ts';

const mostRelations = 6;
/** Names (folded) cited as media and sources, not as participants. */
const reporters = new Set([
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

const mostActors = 6;
/** The most actors of each kind. */
const mostOf = { person: 4, organization: 3, place: 2 };
const actorsRead = 20;
/** Profiles read of each kind: more than are shown, since some mentions are misclassified. */
const profiledOf = 6;

/** The actors involved in these articles, people first, each with the office held at the time. */
export async function whoTakesPart(
  articles: readonly Article[],
  archive: Archive,
): Promise<NonNullable<Answer['actors']>> {
  const found = await archive.actorsIn(
    articles.map(({ id }) => id),
    actorsRead,
  );
  const named = found.map(({ actor }) => actor).filter(({ name }) => !reporters.has(fold(name)));
  const newest = articles
    .map((article) => revisedAt(article))
    .toSorted(Temporal.Instant.compare)
    .at(-1);
  const likely = Object.keys(mostOf).flatMap((kind) =>
    named.filter((actor) => actor.kind === kind).slice(0, profiledOf),
  );
  const profiled = await Promise.all(likely.map((actor) => profileActor(actor, archive, newest)));
  const byKind = Object.entries(mostOf).flatMap(([kind, most]) =>
    profiled.filter((actor) => actor.kind === kind && isSurely(actor)).slice(0, most),
  );
  return byKind.slice(0, mostActors);
}

/** A river or an alliance misclassified as a person has neither a role nor a given name. */
function isSurely({ kind, name, role }: AnswerActor): boolean {
  return kind !== 'person' || role !== undefined || isNameWord('first-name', fold(name.split(' ')[0] ?? ''));
}
