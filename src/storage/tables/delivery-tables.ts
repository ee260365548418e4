import type { Generated } from 'kysely';

/** The statements of a briefing, stored once for all its recipients: what was delivered to a subscription follows from its sent deliveries. */
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
  /** For an alert: its story. */
  story_id: number | null;
  /** Copied from its subscription, so that ordering by channel needs no join. */
  channel_number: number;
  /** The local date and time of the slot, `2022-07-19T08:00`. */
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
  /** Retried by the operator, whatever its age. */
  is_by_hand: number;
  /** For a dead delivery: the message that the platform refused. */
  payload: string | null;
}

/** A post of which an article was revised. */
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
  /** The corrections now shown in the channel, as JSON. */
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

/** A cache of generated texts, see storage/deliveries/generated-texts.ts. */
export interface GeneratedTextRow {
  cache_key: string;
  model: string;
  document: string;
  created_at: string;
}
