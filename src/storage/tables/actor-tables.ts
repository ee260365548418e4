import type { Generated } from 'kysely';

/** A person, organization, place or state of the archive. */
export interface ActorRow {
  id: Generated<number>;
  kind: string;
  name: string;
  country: string | null;
  article_count: number;
  first_seen_at: string;
  last_seen_at: string;
  /** The actor it is merged into; null if it is not merged. */
  merged_into: number | null;
}

/** One step of a merge; undone by deleting it. */
export interface ActorMergeRow {
  actor_id: number;
  into_id: number;
  why: string;
  detail: string | null;
  merged_at: string;
}

/** Why a name in an article was linked to an actor with another name. */
export interface ActorLinkRow {
  article_id: string;
  folded: string;
  actor_id: number;
  /** LinkReason of found-actor.ts. */
  why: string;
  detail: string | null;
  linked_at: string;
}

/** A role that a sentence ascribes to an actor. */
export interface RoleRow {
  id: Generated<number>;
  actor_id: number;
  article_id: string;
  revision: number;
  sentence: number;
  role: string;
  is_former: number;
  published_at: string;
}

/** A quotation in an article, with its speaker if known. */
export interface QuoteRow {
  id: Generated<number>;
  actor_id: number | null;
  article_id: string;
  revision: number;
  sentence: number;
  words: string;
  is_direct: number;
  published_at: string;
}
