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

/** The newest article's role; in it the fullest, since "Minister Doe" follows "Foreign Minister Jane Doe". */
function newestRole(roles: readonly ActorRole[]): ActorRole | undefined {
  const [first] = roles;
  if (!first) return undefined;
  return roles
    .filter(({ articleId }) => articleId === first.articleId)
    .toSorted((a, b) => b.role.length - a.role.length)
    .at(0);
}

function citeRole({ role, former, sentence }: ActorRole, article: Article): AnswerActor['role'] {
  const found = article.sentences.find(({ index }) => index === sentence);
  return found && { text: role.replace(/^of /u, ''), former, statement: cite(article, found) };
}
