import type { Generated } from 'kysely';
import type { LineReport } from '../answers/evidence.ts';

/**
 * The tables, as the newest migration leaves them. Instants are ISO text in UTC with milliseconds (text order is time order),
 * structured values JSON text, booleans 0 or 1: the same on SQLite and PostgreSQL.
 */
export interface Tables {
  feeds: FeedRow;
  entries: EntryRow;
  articles: ArticleRow;
  article_revisions: RevisionRow;
  article_topics: { article_id: string; topic: string };
  actors: ActorRow;
  actor_aliases: { actor_id: number; alias: string; folded: string };
  /** Every word of every alias, for finding "Park" and for completion. */
  actor_words: { actor_id: number; word: string };
  actor_mentions: { actor_id: number; article_id: string; sentence: number; published_at: string };
  actor_roles: RoleRow;
  actor_merges: ActorMergeRow;
  actor_links: ActorLinkRow;
  quotes: QuoteRow;
  stories: StoryRow;
  story_articles: { story_id: number; article_id: string; published_at: string };
  affairs: AffairRow;
  story_moves: StoryMoveRow;
  /** Stories of two languages on the same event; the older story first. */
  story_links: { story_id: number; other_id: number; similarity: number; linked_at: string };
  story_backgrounds: StoryBackgroundRow;
  channels: ChannelRow;
  subscriptions: SubscriptionRow;
  muted_stories: { channel_number: number; story_id: number; muted_by: string; muted_at: string };
  briefings: { id: string; document: string; composed_at: string };
  briefing_statements: BriefingStatementRow;
  deliveries: DeliveryRow;
  corrections: CorrectionRow;
  owner_notices: OwnerNoticeRow;
  local_posts: LocalPostRow;
  generated_texts: GeneratedTextRow;
  /** Processes of the service, see instances.ts. */
  instances: { id: string; roles: string; started_at: string; seen_at: string };
  service_facts: { name: string; value: string };
  /** Logins on the local page. */
  line_reports: Record<'statement' | 'workspace_id' | 'channel_id' | 'line' | 'url' | 'reported_at', string> &
    Pick<LineReport, 'kind'> &
    Pick<LineReport['channel'], 'platform'>;
  page_sessions: { token_digest: string; user_name: string; password_digest: string; expires_at: string };
  slack_installations: SlackInstallationRow;
  /** Workspaces of an Enterprise organization that were seen to use its installation. */
  slack_organization_workspaces: { workspace_id: string; organization_id: string };
  /** Each attempt to install the Slack app ends once. */
  slack_used_states: { nonce: string; expires_at: string };
}

/** A feed as of its last poll. */
export interface FeedRow {
  id: string;
  url: string;
  etag: string | null;
  last_modified: string | null;
  next_poll_at: string | null;
  last_polled_at: string | null;
  last_success_at: string | null;
  /** When the first successful poll was silently archived; null before it. */
  seeded_at: string | null;
  failures: number;
  problem: string | null;
  /** Entries of the last document. */
  entry_count: number;
  /** The URL of a permanent redirect, fetched since. */
  moved_to: string | null;
  /** FeedTrouble of the last poll, null when it was read. */
  trouble: string | null;
  /** The minimum interval that the feed requests, by max-age or ttl. */
  asks_minutes: number | null;
  interval_minutes: number | null;
  /** An explanation of the interval. */
  interval_reason: string | null;
  /** FeedRhythm, as of the last poll with a new entry. */
  new_per_day: number | null;
  longest_gap_hours: number | null;
  newest_entry_at: string | null;
  /** When the operator was alerted that the feed fails; null again after the all-clear. */
  alerted_at: string | null;
}

/** A listing of an article in a feed, with its outcome. */
export interface EntryRow {
  feed_id: string;
  article_id: string;
  kind: string;
  url: string;
  title: string;
  lead: string | null;
  published_at: string | null;
  position: number;
  first_seen_at: string;
  last_seen_at: string;
  /** EntryState of feeds.ts. */
  state: string;
  reason: string;
}

/** An article, as its newest revision. */
export interface ArticleRow {
  number: Generated<number>;
  id: string;
  revision: number;
  kind: string;
  language: string;
  url: string;
  headline: string;
  published_at: string;
  modified_at: string;
  archived_at: string;
  /** 1 if it came with a feed's first poll and so must not cause a delivery. */
  is_seed: number;
  /** By which version of our reading it was divided into sentences and indexed; see `currentReading`. */
  reading: number;
  /** When it, or a line of it, was last taken back or put back. */
  recalled_at: string | null;
  /** 1 if all of it was taken back; it is not listed, found or quoted then. */
  is_withdrawn: Generated<number>;
}

/** A complete revision of an article. */
export interface RevisionRow {
  article_id: string;
  revision: number;
  headline: string;
  published_at: string;
  archived_at: string;
  document: string;
}

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

/** Articles on one event. */
export interface StoryRow {
  id: Generated<number>;
  language: string;
  title: string;
  title_article_id: string;
  opened_at: string;
  updated_at: string;
  article_count: number;
  /** The story it was merged into; never one that was merged itself. */
  merged_into: Generated<number | null>;
  affair_id: Generated<number | null>;
}

/** Stories that belong to one running affair. */
export interface AffairRow {
  id: Generated<number>;
  language: string;
  title: string;
  title_article_id: string;
  opened_at: string;
  updated_at: string;
  story_count: number;
}

/** A merge of two stories, or a split of one. */
export interface StoryMoveRow {
  number: Generated<number>;
  /** `merged` or `split`. */
  kind: string;
  from_id: number;
  to_id: number;
  articles: number;
  similarity: number;
  moved_at: string;
}

/** Document frequencies up to an article, so that a restart only counts later ones. */
export interface StoryBackgroundRow {
  name: string;
  through_number: number;
  document: string;
}

/** A channel and its settings. */
export interface ChannelRow {
  id: Generated<number>;
  platform: string;
  workspace_id: string;
  channel_id: string;
  zone: string;
  language: string;
  /** Local times, `22:00`; null without quiet hours. */
  quiet_from: string | null;
  quiet_until: string | null;
  /** 1 if posted links are summarized in a line. */
  unfurls: Generated<number>;
  created_at: string;
}

/** A subscription of a channel. */
export interface SubscriptionRow {
  id: Generated<number>;
  channel_number: number;
  interest: string;
  /** `digest`, `alerts` or `both`. */
  told_as: string;
  days: string;
  times: string;
  zone: string;
  language: string;
  length: string;
  max_stories: number;
  /** `active`, `paused` (by a person) or `suspended` (by trouble, with the reason). */
  state: string;
  reason: string | null;
  created_by: string;
  created_at: string;
  /** The end of the last delivered window, where the next one begins. */
  window_start: string;
  due_since: string;
  planned_until: string;
  /** When its next slot is due; null if it must be computed: after a change, and after a start, since time zone rules change. */
  next_due_at: string | null;
  probe_at: string | null;
  /** While suspended: SuspendedBy of subscriptions/subscription.ts; null where an older version did it. */
  suspended_by: string | null;
  /** While paused: when it resumes by itself. */
  paused_until: string | null;
  /** Who may move it to another channel, and since when. */
  offered_to: string | null;
  offered_at: string | null;
  /** Role or user group that its posts mention. */
  mention: string | null;
  /** PostLook of chat.ts. */
  look: string | null;
}

/** A post on the local page. */
export interface LocalPostRow {
  message_id: string;
  channel_id: string;
  thread_id: string | null;
  delivery_id: string | null;
  posted_at: string;
  document: string;
}

/** An installation of the app in a workspace or organization; tokens are encrypted. */
export interface SlackInstallationRow {
  id: string;
  /** `workspace` or `organization`. */
  kind: string;
  name: string;
  bot_id: string;
  bot_user_id: string;
  scopes: string;
  installed_by: string;
  installed_at: string;
  expires_at: string | null;
  sealed: string;
}

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

/** Direct messages to owners of subscriptions, until they are delivered. */
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
