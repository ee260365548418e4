import type { AnswerActor } from '../../answers/answer.ts';
import type { ActorProfile } from '../../answers/archive.ts';
import type { Span } from '../../chat/message.ts';
import { words } from '../../chat/write.ts';
import type { ActorLink, ActorMerge } from '../../storage/actors/merge-actors.ts';

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
      .map(({ articleId, detail }) => fact('begun', `with ${articleId}, as another bearer of the name (${detail})`)),
    fact('else', 'by the same name'),
  ];
}

function reasonOf({ why, detail }: ActorLink): string {
  const by: Readonly<Record<string, string>> = {
    role: 'by the same role',
    company: 'by the same company',
    spelling: 'as another spelling, in the same company or line of work',
  };
  return `${by[why] ?? 'as decided by hand'}${detail ? ` (${detail})` : ''}`;
}

function fact(name: string, value: string): Span[] {
  return [words(`${name}  `, 'muted'), words(value)];
}

function dayOf(at: Temporal.Instant): string {
  return at.toString().slice(0, 10);
}
