import type { Article } from '../../articles/article.ts';
import type { AnswerActor, AnswerRole } from '../answer.ts';
import type { ActorProfile, ActorRole, Archive } from '../archive.ts';
import { cite } from '../cite.ts';
import { isEqualOffice, isOffice, isSameOffice, namesState } from './offices.ts';

const mostEarlier = 3;
const mentionsWeighed = 6;

/**
 * An actor with the newest role the archive gives, dated and cited, and those before it; without a role where it gives none.
 * `until` asks for the office held then: nothing that was told later counts.
 */
export async function profileActor(
  actor: ActorProfile,
  archive: Archive,
  until?: Temporal.Instant,
): Promise<AnswerActor> {
  const known = await archive.rolesOf(actor.id);
  const roles = until ? known.filter(({ publishedAt }) => Temporal.Instant.compare(publishedAt, until) <= 0) : known;
  const newest = newestRole(roles);
  const role = newest && (await citeRole(newest, archive));
  const earlier = newest ? await citeAll(earlierRoles(newest, roles), archive) : [];
  return {
    id: actor.id,
    name: actor.name,
    kind: actor.kind,
    aliases: actor.aliases,
    ...(role && { role }),
    ...(earlier.length > 0 && { earlierRoles: earlier }),
    articleCount: actor.articleCount,
  };
}

/**
 * The newest article's role; in it the fullest, since "Minister Doe" follows "Foreign Minister Jane Doe". Former where that article or
 * most of the last mentions of the office say so: an article on times past calls its holder by it, and who is elected again holds it anew.
 */
function newestRole(all: readonly ActorRole[]): ActorRole | undefined {
  const offices = all.filter(({ role }) => isOffice(role));
  const roles = offices.length > 0 ? offices : all;
  const newest = roles.filter(({ articleId }) => articleId === roles[0]?.articleId);
  const [longest] = newest.toSorted((a, b) => b.role.length - a.role.length);
  if (!longest) return undefined;
  const fullest = withState(longest, roles) ?? longest;
  const same = roles.filter(({ role }) => isSameOffice(role, fullest.role)).slice(0, mentionsWeighed);
  const isFormer =
    same.some(({ former, articleId }) => former && articleId === fullest.articleId) ||
    same.filter(({ former }) => former).length * 2 >= same.length;
  return (
    (isFormer
      ? same.find(({ former }) => former)
      : newest.find(({ role, former }) => role === fullest.role && !former)) ?? fullest
  );
}

/** "Indian Prime Minister" for "Prime Minister": the same office, told last with its state. */
function withState(role: ActorRole, roles: readonly ActorRole[]): ActorRole | undefined {
  if (namesState(role.role)) return undefined;
  return roles.find(
    (other) => other.former === role.former && namesState(other.role) && isEqualOffice(other.role, role.role),
  );
}

/** Other offices, each as it was told last; one that only says less of another is the same. */
function earlierRoles(newest: ActorRole, roles: readonly ActorRole[]): readonly ActorRole[] {
  const kept = [newest];
  for (const role of roles) {
    if (kept.length > mostEarlier) break;
    if (!isOffice(role.role)) continue;
    if (!kept.some((other) => isSameOffice(other.role, role.role))) kept.push(role);
  }
  return kept.slice(1);
}

async function citeAll(roles: readonly ActorRole[], archive: Archive): Promise<readonly AnswerRole[]> {
  const cited = await Promise.all(roles.map((role) => citeRole(role, archive)));
  return cited.filter((role) => role !== undefined);
}

async function citeRole(role: ActorRole, archive: Archive): Promise<AnswerRole | undefined> {
  const article = await archive.findArticle(role.articleId, role.revision);
  return article && roleIn(article, role);
}

function roleIn(article: Article, { role, former, sentence }: ActorRole): AnswerRole | undefined {
  const found = article.sentences.find(({ index }) => index === sentence);
  return found && { text: role.replace(/^of /u, ''), former, statement: cite(article, found) };
}
