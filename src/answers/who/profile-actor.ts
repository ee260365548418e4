import { isNameWord, isRoleNoun } from '../../actors/name-words.ts';
import { sentenceAt } from '../../articles/article.ts';
import { fold } from '../../text/terms.ts';
import { type AnswerActor, type AnswerRole, cite } from '../answer.ts';
import type { ActorProfile, ActorRole, Archive } from '../archive.ts';
import { isEqualOffice, isOffice, isSameOffice, namesState, officeWords } from './offices.ts';
import { wholeRole } from './whole-role.ts';

const mostEarlier = 3;
const mentionsWeighed = 6;

/**
 * An actor with its newest role in the archive, dated and cited, and earlier ones; without a role if there is none. With `until`, only roles
 * stated before then count.
 */
export async function profileActor(
  actor: ActorProfile,
  archive: Archive,
  until?: Temporal.Instant,
): Promise<AnswerActor> {
  const known = await archive.rolesOf(actor.id);
  const roles = until ? known.filter(({ publishedAt }) => Temporal.Instant.compare(publishedAt, until) <= 0) : known;
  const newest = newestRole(roles);
  const names = [actor.name, ...actor.aliases];
  const shown = newest ? [newest, ...earlierRoles(newest, roles)] : [];
  const [role, ...others] = await Promise.all(shown.map((each) => citeRole(each, names, archive)));
  const earlier = others.flatMap((each) => each ?? []);
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
 * The fullest role in the newest article, since "Minister Doe" follows "Foreign Minister Jane Doe". It is former if that article or most of
 * the last mentions of the office say so: articles on the past use old offices, and somebody may be elected again.
 */
function newestRole(all: readonly ActorRole[]): ActorRole | undefined {
  const roles = all.filter(({ role }) => isOffice(role));
  const newest = roles.filter(({ articleId }) => articleId === roles[0]?.articleId);
  const [longest] = newest.toSorted((a, b) => b.role.length - a.role.length);
  if (!longest) return undefined;
  const fullest = ofWhat(longest, roles) ?? longest;
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

/** "Indian Prime Minister" for "Prime Minister", "head of the agency" for "head": the newest form of the same office that says of what. */
function ofWhat(role: ActorRole, roles: readonly ActorRole[]): ActorRole | undefined {
  if (namesState(role.role)) return undefined;
  const forms = roles.filter((other) => other.former === role.former && other.role !== role.role);
  const isEqual = forms.filter((other) => isEqualOffice(other.role, role.role));
  return (
    isEqual.find((other) => namesState(other.role)) ??
    [...isEqual, ...forms].find((other) => saysOfWhat(other.role, role.role) && !saysOfWhat(role.role, ''))
  );
}

/** Whether a role is another with the name of what it is in: "Acme CEO" or "head of the agency", not "vice president" for "president". */
function saysOfWhat(role: string, short: string): boolean {
  const [whole, bare] = [officeWords(role), officeWords(short)];
  const added = whole.filter((word) => !bare.includes(word));
  if (short !== '' && !bare.every((word) => whole.includes(word))) return false;
  if (added.some((word) => isNameWord('role-modifier', word) || isRoleNoun(word)) && short !== '') return false;
  const names = role.split(' ').filter((word) => /^\p{Lu}/u.test(word) && added.includes(fold(word)));
  return (
    / (?:of|for) /u.test(role) ||
    names.some((word) => !isRoleNoun(fold(word)) && !isNameWord('role-modifier', fold(word)))
  );
}

/** Other offices, each in its newest form; a less specific form of another is the same office. */
function earlierRoles(newest: ActorRole, roles: readonly ActorRole[]): readonly ActorRole[] {
  const kept = [newest];
  for (const role of roles) {
    if (kept.length > mostEarlier) break;
    if (!isOffice(role.role)) continue;
    if (!kept.some((other) => isSameOffice(other.role, role.role))) kept.push(role);
  }
  return kept.slice(1);
}

async function citeRole(
  { articleId, revision, role, former, sentence }: ActorRole,
  names: readonly string[],
  archive: Archive,
): Promise<AnswerRole | undefined> {
  const article = await archive.findArticle(articleId, revision);
  const found = article && sentenceAt(article, sentence);
  if (!article || !found) return undefined;
  const whole = wholeRole(role.replace(/^of /u, ''), found.text, { language: article.language, names });
  return { text: whole.text, former: former || whole.former, statement: cite(article, found) };
}
