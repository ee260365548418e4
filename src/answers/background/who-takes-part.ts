import { isNameWord } from '../../actors/name-words.ts';
import { type Article, revisedAt } from '../../articles/article.ts';
import { fold } from '../../text/terms.ts';
import type { Answer, AnswerActor } from '../answer.ts';
import type { Archive } from '../archive.ts';
import { profileActor } from '../who/profile-actor.ts';
import { reporters } from '../who/relations-of.ts';

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
