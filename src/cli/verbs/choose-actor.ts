import type { ActorProfile } from '../../answers/archive.ts';
import type { Actors } from '../../storage/actors/actors.ts';
import { UserError } from '../../user-error.ts';

/** The actor of a number or a name. Throws UserError with the choices where the name has several bearers, or near names where it has none. */
export async function chooseActor(
  asked: string,
  actors: Pick<Actors, 'find' | 'findByName' | 'similar'>,
): Promise<ActorProfile> {
  const found = /^\d+$/.test(asked) ? [await actors.find(Number(asked))] : await actors.findByName(asked);
  const [first, ...others] = found.filter((actor) => actor !== undefined);
  if (first && others.length === 0) return first;
  if (first)
    throw new UserError(
      `"${asked}" is the name of several: ${[first, ...others].slice(0, 8).map(label).join('; ')}. Give a number.`,
    );
  const near = /^\d+$/.test(asked) ? [] : await actors.similar(asked, 3);
  const hint = near.length > 0 ? `Near: ${near.map(label).join('; ')}.` : 'kurzwelle actors list shows who is there.';
  throw new UserError(`No actor "${asked}" in the archive. ${hint}`);
}

function label({ id, name, kind, articleCount }: ActorProfile): string {
  return `${name} (${id}, ${kind}, ${articleCount} ${articleCount === 1 ? 'article' : 'articles'})`;
}
