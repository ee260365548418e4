import type { Generated } from 'kysely';

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
