import { sql } from 'kysely';
import type { ActorProfile, ActorRelation } from '../../answers/archive.ts';
import type { Database } from '../database.ts';
import { membersOf, readProfiles } from './actor-profiles.ts';

interface Counted {
  readonly actor: ActorProfile;
  readonly articles: number;
}

/** Relations and stories are computed from an actor's newest articles: counting all articles on a head of state would take too long. */
const articlesCounted = 300;
const mentionsRead = 1_500;

/** Actors named in an actor's articles, most articles first, with the newest sentence that names both, else the newest that names the other. */
export async function relationsOf(db: Database, actorId: number, limit: number): Promise<readonly ActorRelation[]> {
  const members = await membersOf(db, actorId);
  const own = await newestArticles(db, members);
  const related = await countActors(db, own, limit, members);
  const relations: ActorRelation[] = [];
  for (const { actor, articles } of related) {
    const latest = await latestTogether(db, members, await membersOf(db, actor.id), own);
    if (!latest) continue;
    relations.push({ actor, articles, ...latest });
  }
  return relations;
}

/** Actors named in these articles, most articles first. */
export async function countActors(
  db: Database,
  articleIds: readonly string[],
  limit: number,
  without: readonly number[] = [],
): Promise<readonly Counted[]> {
  if (articleIds.length === 0) return [];
  const { rows } = await sql<{ root: number; articles: number }>`
    select coalesce(a.merged_into, a.id) as root, count(distinct m.article_id) as articles
    from actor_mentions m join actors a on a.id = m.actor_id
    where m.article_id in (${sql.join(articleIds)}) and m.actor_id not in (${sql.join([-1, ...without])})
    group by coalesce(a.merged_into, a.id) order by articles desc, count(*) desc, root limit ${limit}`.execute(db);
  const profiles = await readProfiles(
    db,
    rows.map(({ root }) => root),
  );
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  return rows.flatMap(({ root, articles }) => {
    const actor = byId.get(root);
    return actor ? [{ actor, articles: Number(articles) }] : [];
  });
}

/** The stories of an actor's newest articles, most articles first. */
export async function storyCounts(
  db: Database,
  actorId: number,
  limit: number,
): Promise<readonly { storyId: number; articles: number }[]> {
  const own = await newestArticles(db, await membersOf(db, actorId));
  if (own.length === 0) return [];
  const rows = await db
    .selectFrom('story_articles')
    .select(({ fn }) => ['story_id', fn.count('article_id').as('articles'), fn.max('published_at').as('newest')])
    .where('article_id', 'in', [...own])
    .groupBy('story_id')
    .orderBy('articles', 'desc')
    .orderBy('newest', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ story_id, articles }) => ({ storyId: story_id, articles: Number(articles) }));
}

async function newestArticles(db: Database, members: readonly number[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('actor_mentions')
    .select('article_id')
    .where('actor_id', 'in', [...members])
    .orderBy('published_at', 'desc')
    .limit(mentionsRead)
    .execute();
  return [...new Set(rows.map(({ article_id }) => article_id))].slice(0, articlesCounted);
}

type Latest = Pick<ActorRelation, 'latest' | 'storyId' | 'sentences'>;

async function latestTogether(
  db: Database,
  members: readonly number[],
  others: readonly number[],
  articleIds: readonly string[],
): Promise<Latest | undefined> {
  const { rows } = await sql<{
    article_id: string;
    sentence: number;
    published_at: string;
    revision: number;
    story_id: number | null;
    together: number;
  }>`
    select o.article_id, o.sentence, o.published_at, r.revision, s.story_id,
      case when m.actor_id is null then 0 else 1 end as together
    from actor_mentions o
    join articles r on r.id = o.article_id
    left join story_articles s on s.article_id = o.article_id
    left join actor_mentions m on m.article_id = o.article_id and m.sentence = o.sentence and m.actor_id in (${sql.join(members)})
    where o.actor_id in (${sql.join(others)}) and o.article_id in (${sql.join(articleIds)})
    order by together desc, o.published_at desc, o.sentence limit 500`.execute(db);
  const [latest] = rows;
  if (!latest) return undefined;
  return {
    sentences: rows.filter(({ together }) => Number(together) === 1).length,
    latest: {
      articleId: latest.article_id,
      revision: latest.revision,
      sentence: latest.sentence,
      publishedAt: Temporal.Instant.from(latest.published_at),
    },
    ...(latest.story_id === null ? {} : { storyId: latest.story_id }),
  };
}
