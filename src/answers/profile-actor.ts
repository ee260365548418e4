import type { Article } from '../articles/article.ts';
import type { AnswerActor } from './answer.ts';
import type { ActorProfile, ActorRole, Archive } from './archive.ts';
import { cite } from './cite.ts';

/** An actor with the newest role the archive gives, dated and cited; without a role where it gives none. */
export async function profileActor(actor: ActorProfile, archive: Archive): Promise<AnswerActor> {
  const role = newestRole(await archive.rolesOf(actor.id));
  const article = role && (await archive.findArticle(role.articleId, role.revision));
  const cited = role && article && citeRole(role, article);
  return {
    id: actor.id,
    name: actor.name,
    kind: actor.kind,
    aliases: actor.aliases,
    ...(cited && { role: cited }),
    articleCount: actor.articleCount,
  };
}

/** The newest article's role; in it the fullest, since "Minister Doe" follows "Foreign Minister Jane Doe". Once it is called former, it is. */
function newestRole(roles: readonly ActorRole[]): ActorRole | undefined {
  const newest = roles.filter(({ articleId }) => articleId === roles[0]?.articleId);
  const [fullest] = newest.toSorted((a, b) => b.role.length - a.role.length);
  return (
    newest.find(({ former, role }) => former && fullest !== undefined && lastWord(role) === lastWord(fullest.role)) ??
    fullest
  );
}

function lastWord(role: string): string {
  return role.toLowerCase().split(' ').at(-1) ?? '';
}

function citeRole({ role, former, sentence }: ActorRole, article: Article): AnswerActor['role'] {
  const found = article.sentences.find(({ index }) => index === sentence);
  return found && { text: role.replace(/^of /u, ''), former, statement: cite(article, found) };
}
