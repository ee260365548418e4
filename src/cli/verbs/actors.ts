import type { AnswerActor } from '../../answers/answer.ts';
import type { ActorProfile } from '../../answers/archive.ts';
import { profileActor } from '../../answers/who/profile-actor.ts';
import type { Span } from '../../chat/message.ts';
import { paragraph, words } from '../../chat/write.ts';
import { toIso } from '../../runtime/clock.ts';
import type { Actors } from '../../storage/actors/actors.ts';
import type { ActorLink, ActorMerge } from '../../storage/actors/merge-actors.ts';
import { createArchive } from '../../storage/archive.ts';
import { dayOf } from '../../text/found-date.ts';
import { UserError } from '../../user-error.ts';
import { printJson, printMessage } from '../terminal-output.ts';
import { withStorage } from '../with-storage.ts';

interface Printing {
  readonly json?: boolean;
}

/** `kurzwelle actors list`: who is in the archive, most written about first. Works beside a running service, as the other verbs do. */
export async function listActors({
  limit,
  name,
  json,
}: Printing & { readonly limit: string; readonly name?: string }): Promise<void> {
  if (!/^[1-9]\d*$/.test(limit)) throw new UserError(`"${limit}" is not a valid limit. Use a whole number above 0.`);
  await withStorage(async ({ actors }) => {
    const found = await actors.complete(name ?? '', Number(limit));
    if (json) return printJson(found);
    printMessage({
      summary: `${found.length} actors`,
      blocks:
        found.length === 0
          ? [
              paragraph(
                name ? `No name in the archive begins with "${name}".` : 'There are no actors in the archive yet.',
              ),
            ]
          : [{ kind: 'list', items: found.map(lineOf) }],
    });
  });
}

/** `kurzwelle actors show`: an actor's names and roles, and why the archive takes them for one. */
export async function showActor(asked: string, { json }: Printing): Promise<void> {
  await withStorage(async (storage) => {
    const actor = await chooseActor(asked, storage.actors);
    const profile = await profileActor(actor, createArchive(storage));
    const explained = await storage.actors.explain(actor.id);
    if (json) return printJson({ ...profile, ...explained });
    printMessage({
      summary: actor.name,
      blocks: [{ kind: 'list', items: actorFacts(actor, profile, explained) }],
    });
  });
}

/** `kurzwelle actors merge`: shows one actor as another, now and in later articles; `split` undoes it. */
export async function mergeActor(
  from: string,
  into: string,
  { because }: { readonly because?: string },
): Promise<void> {
  await withStorage(async ({ actors, transaction }) => {
    const [one, other] = [await chooseActor(from, actors), await chooseActor(into, actors)];
    if (one.id === other.id)
      throw new UserError(
        `"${from}" and "${into}" are already the same actor (${one.id}). To see why: kurzwelle actors show ${one.id}`,
      );
    if (one.kind !== other.kind)
      throw new UserError(
        `${one.name} is a ${one.kind}, ${other.name} a ${other.kind}. Only actors of the same kind can be merged.`,
      );
    const at = toIso(Temporal.Now.instant());
    await transaction((queries) =>
      queries.actors.merge({ from: one.id, into: other.id, at, ...(because === undefined ? {} : { detail: because }) }),
    );
    console.log(
      `${one.name} (${one.id}) is now treated as ${other.name} (${other.id}). To undo: kurzwelle actors split ${one.id}`,
    );
  });
}

/** `kurzwelle actors split`: undoes a merge; with articles, makes a second actor with the same name out of what they say. */
export async function splitActor(
  asked: string,
  { articles = [] }: { readonly articles?: readonly string[] },
): Promise<void> {
  await withStorage(async ({ actors, transaction }) => {
    if (articles.length === 0) {
      if (!/^\d+$/.test(asked))
        throw new UserError(
          `Give the number of the merged actor, or --articles. To see both: kurzwelle actors show "${asked}"`,
        );
      await transaction((queries) => queries.actors.undoMerge(Number(asked)));
      const actor = await actors.find(Number(asked));
      return console.log(`${actor?.name ?? asked} (${asked}) is an actor of its own again.`);
    }
    const actor = await chooseActor(asked, actors);
    const ids = articles.map((id) => (id.includes(':') ? id : `dw:${id}`));
    const known = new Set((await actors.mentions(actor.id, 100_000)).map(({ articleId }) => articleId));
    const unknown = ids.filter((id) => !known.has(id));
    if (unknown.length > 0)
      throw new UserError(`${unknown.join(', ')} does not mention ${actor.name}. Give articles that do.`);
    const at = toIso(Temporal.Now.instant());
    const other = await transaction((queries) => queries.actors.split(actor.id, { articleIds: ids, at }));
    console.log(
      `${actor.name} of ${ids.join(', ')} is now a separate actor with the same name (${other}). To undo: kurzwelle actors merge ${other} ${actor.id}`,
    );
  });
}

function lineOf({ id, name, kind, articleCount, aliases }: ActorProfile): Span[] {
  return [
    words(String(id), 'muted'),
    words('  '),
    words(name, 'strong'),
    words(`  ${kind}, ${articleCount} ${articleCount === 1 ? 'article' : 'articles'}`),
    ...(aliases.length > 0 ? [words(`, also ${aliases.slice(0, 4).join(', ')}`, 'muted')] : []),
  ];
}

/** The actor with this number or name. Throws UserError with the choices if several actors have the name, or with similar names if none has it. */
export async function chooseActor(
  asked: string,
  actors: Pick<Actors, 'find' | 'findByName' | 'similar'>,
): Promise<ActorProfile> {
  const found = /^\d+$/.test(asked) ? [await actors.find(Number(asked))] : await actors.findByName(asked);
  const [first, ...others] = found.filter((actor) => actor !== undefined);
  if (first && others.length === 0) return first;
  if (first)
    throw new UserError(
      `"${asked}" matches several actors: ${[first, ...others].slice(0, 8).map(label).join('; ')}. Give a number.`,
    );
  const near = /^\d+$/.test(asked) ? [] : await actors.similar(asked, 3);
  const hint = near.length > 0 ? `Similar: ${near.map(label).join('; ')}.` : 'To list all: kurzwelle actors list';
  throw new UserError(`There is no actor "${asked}" in the archive. ${hint}`);
}

function label({ id, name, kind, articleCount }: ActorProfile): string {
  return `${name} (${id}, ${kind}, ${articleCount} ${articleCount === 1 ? 'article' : 'articles'})`;
}

/** What there is to say of an actor and of why its names are taken for one, line by line. */
export function actorFacts(
  actor: ActorProfile,
  { role, earlierRoles = [] }: AnswerActor,
  { merges, links }: { readonly merges: readonly ActorMerge[]; readonly links: readonly ActorLink[] },
): readonly Span[][] {
  const offices = [...(role ? [role] : []), ...earlierRoles];
  const others = links.filter(({ why }) => why !== 'another bearer');
  return [
    fact('number', String(actor.id)),
    fact('name', `${actor.name}, ${actor.kind}${actor.country ? ` (${actor.country})` : ''}`),
    ...(actor.aliases.length > 0 ? [fact('also written', actor.aliases.join(', '))] : []),
    fact('articles', `${actor.articleCount}, ${dayOf(actor.firstSeenAt)} to ${dayOf(actor.lastSeenAt)}`),
    ...offices.map(({ text, former, statement }) =>
      fact('role', `${former ? 'former ' : ''}${text} (${statement.date}, ${statement.citations[0]?.articleId})`),
    ),
    ...merges.map(({ actorId, name, intoId, detail, mergedAt }) =>
      fact('merged', `${name} (${actorId}) into ${intoId} on ${mergedAt.slice(0, 10)}${detail ? `: ${detail}` : ''}`),
    ),
    ...others.map((link) => fact('linked', `"${link.name}" of ${link.articleId} ${reasonOf(link)}`)),
    ...links
      .filter(({ why }) => why === 'another bearer')
      .map(({ articleId, detail }) =>
        fact('created', `from ${articleId}, as a different actor with the same name (${detail})`),
      ),
    fact('others', 'by the same name'),
  ];
}

function reasonOf({ why, detail }: ActorLink): string {
  const by: Readonly<Record<string, string>> = {
    role: 'by the same role',
    company: 'because the same people are mentioned with both',
    spelling: 'as another spelling, with the same people or field of work',
  };
  return `${by[why] ?? 'by manual decision'}${detail ? ` (${detail})` : ''}`;
}

function fact(name: string, value: string): Span[] {
  return [words(`${name}  `, 'muted'), words(value)];
}
