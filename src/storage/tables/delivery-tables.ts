import type { Generated } from 'kysely';

/** What a briefing says, once for all who were sent it: what a subscription was told follows from its sent deliveries. */
export interface BriefingStatementRow {
  briefing_id: string;
  story_id: number;
  article_id: string;
  revision: number;
  sentence: number;
  text: string;
}

/** A briefing or alert to one channel. */
export interface DeliveryRow {
  id: string;
  subscription_id: number;
  /** Of an alert: the story it tells of. */
  story_id: number | null;
  /** Of its subscription, so that the order in a channel needs no look there. */
  channel_number: number;
  /** The local date and time that is due, `2022-07-19T08:00`. */
  slot: string;
  due_at: string;
  window_start: string;
  window_end: string;
  state: string;
  attempts: number;
  claimed_until: string | null;
  retry_at: string | null;
  briefing_id: string | null;
  post: string | null;
  sent_at: string | null;
  reason: string | null;
  is_late: number;
  /** Asked for again by the operator: whatever its age. */
  is_by_hand: number;
  /** The message that a platform would not take, of a dead delivery. */
  payload: string | null;
}

/** A post one of whose articles has another revision. */
export interface CorrectionRow {
  delivery_id: string;
  article_id: string;
  revision: number;
  noticed_at: string;
  /** CorrectionState of deliveries/correction.ts. */
  state: string;
  attempts: Generated<number>;
  claimed_until: string | null;
  retry_at: string | null;
  ended_at: string | null;
  reason: string | null;
  /** The corrections that the channel reads since, as JSON. */
  shown: string | null;
}

/** What an owner of subscriptions is to be told in a direct message, until it was delivered. */
export interface OwnerNoticeRow {
  /** Of what it is about: the same is not kept twice. */
  id: string;
  platform: string;
  workspace_id: string;
  /** Empty where it is about all of a workspace. */
  channel_id: string;
  user_id: string;
  /** NoticeKind of deliveries/owner-notices.ts. */
  kind: string;
  reason: string;
  /** A JSON list. */
  subscription_ids: string;
  due_at: string;
  attempts: Generated<number>;
}

/** A cache of what models wrote, see models/text-cache.ts. */
export interface GeneratedTextRow {
  cache_key: string;
  model: string;
  document: string;
  created_at: string;
}
