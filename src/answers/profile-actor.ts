import type { Article } from '../articles/article.ts';
import { fold } from '../language/terms.ts';
import type { AnswerActor, AnswerRole } from './answer.ts';
import type { ActorProfile, ActorRole, Archive } from './archive.ts';
import { cite } from './cite.ts';

const mostEarlier = 3;

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

/** The newest article's role; in it the fullest, since "Minister Doe" follows "Foreign Minister Jane Doe". Once it is called former, it is. */
function newestRole(roles: readonly ActorRole[]): ActorRole | undefined {
  const newest = roles.filter(({ articleId }) => articleId === roles[0]?.articleId);
  const [fullest] = newest.toSorted((a, b) => b.role.length - a.role.length);
  return (
    newest.find(({ former, role }) => former && fullest !== undefined && lastWord(role) === lastWord(fullest.role)) ??
    fullest
  );
}

/** Other offices, each as it was told last; one that only says less of another is the same. */
function earlierRoles(newest: ActorRole, roles: readonly ActorRole[]): readonly ActorRole[] {
  const kept = [newest];
  for (const role of roles) {
    if (kept.length > mostEarlier) break;
    if (!kept.some((other) => isSameOffice(other.role, role.role))) kept.push(role);
  }
  return kept.slice(1);
}

/** One holds the words of the other, or names the same office of another state's words: "Japanese prime minister", "prime minister of Japan". */
function isSameOffice(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  return words.isSubsetOf(others) || others.isSubsetOf(words) || lastWord(one) === lastWord(other);
}

function wordsOf(role: string): ReadonlySet<string> {
  return new Set(
    fold(role)
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== 'of' && word !== 'the'),
  );
}

function lastWord(role: string): string {
  return (
    role
      .toLowerCase()
      .replace(/ (?:of|for|von) .*$/u, '')
      .split(' ')
      .at(-1) ?? ''
  );
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
