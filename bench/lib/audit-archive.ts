import { sql } from 'kysely';
import { fromDocument } from '../../src/storage/articles/article-document.ts';
import type { Database } from '../../src/storage/database.ts';
import { auditTerms } from './audit-terms.ts';

/**
 * Looks for what a kill in the middle could leave behind: half an article, one in two stories, counts that disagree with what they
 * count. Gives a sentence for each finding.
 */
export async function auditArchive(db: Database): Promise<readonly string[]> {
  const findings = await Promise.all(
    Object.entries(questions).map(async ([finding, query]) => {
      const { rows } = await sql.raw<{ what: string | number }>(query).execute(db);
      return rows.map(({ what }) => `${finding}: ${what}`);
    }),
  );
  return [...findings.flat(), ...(await auditSentences(db)), ...(await auditTerms(db))];
}

/** Each asks for `what` is wrong; no rows are good news. */
const questions: Readonly<Record<string, string>> = {
  'the database file is damaged': `select integrity_check as what from pragma_integrity_check where integrity_check <> 'ok'`,
  'a row points nowhere': `select "table" || ' ' || rowid as what from pragma_foreign_key_check`,
  'an article lacks its newest revision': `
    select id as what from articles a where not exists
      (select 1 from article_revisions r where r.article_id = a.id and r.revision = a.revision)`,
  'revisions do not count from 1': `
    select article_id as what from article_revisions group by article_id
      having min(revision) <> 1 or max(revision) <> count(*)
        or max(revision) <> (select revision from articles where id = article_id)`,
  'a revision says what the one before says': `
    select a.article_id as what from article_revisions a join article_revisions b
      on b.article_id = a.article_id and b.revision = a.revision + 1
      where json_remove(a.document, '$.revision') = json_remove(b.document, '$.revision')`,
  'an article is not in exactly one story': `
    select id as what from articles where (select count(*) from story_articles s where s.article_id = articles.id) <> 1`,
  'a story counts other articles than it has': `
    select id as what from stories where article_count <>
      (select count(*) from story_articles s where s.story_id = stories.id) or (article_count = 0) <> (merged_into is not null)`,
  'a story is titled by an article of another': `
    select id as what from stories where merged_into is null and not exists
      (select 1 from story_articles s where s.story_id = stories.id and s.article_id = title_article_id)`,
  'an actor counts other articles than mention it': `
    select id as what from actors where article_count <>
      (select count(distinct article_id) from actor_mentions m where m.actor_id = actors.id)`,
  'a role or quote is of an older revision': `
    select article_id as what from (select article_id, revision from actor_roles union select article_id, revision from quotes) x
      where revision <> (select revision from articles where id = x.article_id)`,
  'an entry counts as archived and is not': `
    select feed_id || ' ' || article_id as what from entries
      where state in ('stored', 'unchanged') and article_id not in (select id from articles)`,
  'an article came from no entry': `select id as what from articles where id not in (select article_id from entries)`,
  'a delivery was sent without its post, or posted twice': `
    select id as what from deliveries where state = 'sent'
      and (select count(*) from local_posts p where p.delivery_id = deliveries.id) <> 1`,
  'a post belongs to a delivery that was not sent': `
    select message_id as what from local_posts where delivery_id is not null and delivery_id not in
      (select id from deliveries where state in ('sent', 'due', 'claimed', 'retrying'))`,
  'a sentence was told twice': `
    select d.subscription_id || ' ' || s.text as what from deliveries d join briefing_statements s on s.briefing_id = d.briefing_id
      where d.state = 'sent' group by d.subscription_id, s.text having count(*) > 1`,
};

/** Mentions, roles and quotes must point at sentences that there are. */
async function auditSentences(db: Database): Promise<readonly string[]> {
  const newest = await db
    .selectFrom('articles as a')
    .innerJoin('article_revisions as r', (join) =>
      join.onRef('r.article_id', '=', 'a.id').onRef('r.revision', '=', 'a.revision'),
    )
    .select(['a.id', 'r.document'])
    .execute();
  const counts = new Map(newest.map(({ id, document }) => [id, fromDocument(document, []).sentences.length]));
  const { rows } = await sql<{ article_id: string; sentence: number }>`
    select article_id, max(sentence) as sentence from (
      select article_id, sentence from actor_mentions union all select article_id, sentence from actor_roles
      union all select article_id, sentence from quotes) group by article_id`.execute(db);
  return rows
    .filter(({ article_id, sentence }) => sentence >= (counts.get(article_id) ?? 0))
    .map(({ article_id, sentence }) => `a mention is in a sentence that is not there: ${article_id} ${sentence}`);
}
