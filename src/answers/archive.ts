import type { ActorKind } from '../actors/actor.ts';
import type { Article } from '../articles/article.ts';

/** An actor as the archive knows it. */
export interface ActorProfile {
  readonly id: number;
  readonly kind: ActorKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country?: string;
  readonly articleCount: number;
  readonly firstSeenAt: Temporal.Instant;
  readonly lastSeenAt: Temporal.Instant;
}

/** A location in the archive: a sentence of a revision. */
export interface Finding {
  readonly articleId: string;
  readonly revision: number;
  readonly sentence: number;
  readonly publishedAt: Temporal.Instant;
}

/** A role that an article ascribes to an actor. */
export interface ActorRole extends Finding {
  readonly role: string;
  readonly former: boolean;
}

/** A role in an article, with whose it is. */
export interface RoleInArticle extends ActorRole {
  readonly actor: ActorProfile;
}

/** Words of an actor, as an article quotes them. */
export interface ActorQuote extends Finding {
  readonly words: string;
  readonly direct: boolean;
}

/** Two actors named in the same articles: how often, and where last. Their relation is left to the sentence. */
export interface ActorRelation {
  readonly actor: ActorProfile;
  readonly articles: number;
  /** Sentences that name both. */
  readonly sentences: number;
  /** The newest sentence that names both; if none does, the newest that names the other. */
  readonly latest: Finding;
  readonly storyId?: number;
}

/** A story without its articles. */
export interface StorySummary {
  readonly id: number;
  readonly title: string;
  readonly language: string;
  readonly openedAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
  readonly articleCount: number;
}

/** An affair: stories whose actors and terms persist over weeks. Its title is a headline of one of its articles. */
export interface AffairSummary {
  readonly id: number;
  readonly title: string;
  readonly language: string;
  readonly openedAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
  readonly storyCount: number;
}

/** What answers read from the archive. Every list is newest first unless it says otherwise. */
export interface Archive {
  extent(): Promise<{
    readonly articles: number;
    readonly since?: Temporal.Instant;
    readonly until?: Temporal.Instant;
  }>;
  /** The languages of its articles, as these give them (`pt-BR`). */
  languages(): Promise<readonly string[]>;
  findArticle(id: string, revision?: number): Promise<Article | undefined>;
  listArticles(query: {
    ids?: readonly string[];
    storyId?: number;
    /** Also what was taken back; it has no text. */
    alsoWithdrawn?: boolean;
    since?: Temporal.Instant;
    limit?: number;
  }): Promise<readonly Article[]>;
  /** By relevance (BM25), best first; `terms` come from text/terms.ts. With `alsoUncut`, also words that begin with a term of five letters. */
  searchArticles(
    terms: readonly string[],
    options: { mode: 'any' | 'all'; limit: number; language?: string; since?: Temporal.Instant; alsoUncut?: boolean },
  ): Promise<readonly { readonly article: Article; readonly score: number }[]>;

  /** How many articles contain each of the terms; of common ones an estimate. */
  countArticles(terms: readonly string[]): Promise<ReadonlyMap<string, number>>;

  /** Actors with this name: exact aliases first; if there are none, all whose aliases contain every word ("Park"). Most mentioned first. */
  findActors(name: string): Promise<readonly ActorProfile[]>;
  /** Actors with a similarly spelled name, for "did you mean". */
  similarActors(name: string, limit: number): Promise<readonly ActorProfile[]>;
  /** For completion: actors with a word that starts with the prefix, most mentioned first; all for an empty prefix. */
  completeActors(prefix: string, limit: number): Promise<readonly ActorProfile[]>;
  getActor(id: number): Promise<ActorProfile>;
  findActor(id: number): Promise<ActorProfile | undefined>;
  /** How many sentences name the actor, by publication day (UTC); oldest first. */
  mentionDaysOf(actorId: number): Promise<readonly { readonly day: string; readonly mentions: number }[]>;
  mentionsOf(actorId: number, limit: number): Promise<readonly Finding[]>;
  rolesOf(actorId: number): Promise<readonly ActorRole[]>;
  /** The roles that these articles ascribe to anybody. */
  rolesIn(articleIds: readonly string[]): Promise<readonly RoleInArticle[]>;
  quotesOf(actorId: number, limit: number): Promise<readonly ActorQuote[]>;
  /** Actors named in the same articles, most articles first. */
  relationsOf(actorId: number, limit: number): Promise<readonly ActorRelation[]>;
  /** Actors named in these articles, most articles first. */
  actorsIn(
    articleIds: readonly string[],
    limit: number,
  ): Promise<readonly { readonly actor: ActorProfile; readonly articles: number }[]>;

  findStory(id: number): Promise<StorySummary | undefined>;
  listStories(options: {
    since?: Temporal.Instant;
    language?: string;
    limit: number;
  }): Promise<readonly StorySummary[]>;
  storyOf(articleId: string): Promise<number | undefined>;
  /** The affair that a story belongs to; undefined while it has no other story. */
  affairOf(storyId: number): Promise<AffairSummary | undefined>;
  storiesOfAffair(affairId: number, limit: number): Promise<readonly StorySummary[]>;
  storiesOfActor(
    actorId: number,
    limit: number,
  ): Promise<readonly { readonly story: StorySummary; readonly articles: number }[]>;
}
