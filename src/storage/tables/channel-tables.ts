import type { Generated } from 'kysely';

/** A channel and its settings. */
export interface ChannelRow {
  id: Generated<number>;
  platform: string;
  workspace_id: string;
  channel_id: string;
  zone: string;
  language: string;
  /** Local times, `22:00`; null where there are no quiet hours. */
  quiet_from: string | null;
  quiet_until: string | null;
  /** 1 where posted links are told in a line. */
  unfurls: Generated<number>;
  created_at: string;
}

/** A standing request of a channel. */
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
  /** Where the last delivered window ended; the next one begins there. */
  window_start: string;
  due_since: string;
  planned_until: string;
  /** When its next slot is due; null when that has to be computed: after a change, and after a start, since zones change their rules. */
  next_due_at: string | null;
  probe_at: string | null;
  /** While suspended: SuspendedBy of subscriptions/subscription.ts; null where an older version did it. */
  suspended_by: string | null;
  /** While paused: when it goes on by itself. */
  paused_until: string | null;
  /** Who may take it to another channel, and since when. */
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

/** The app as one workspace or organization installed it; its tokens are sealed. */
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
