import type { ActorLinkRow, ActorMergeRow, ActorRow, QuoteRow, RoleRow } from './tables/actor-tables.ts';
import type { ArticleRow, EntryRow, FeedRow, RevisionRow } from './tables/article-tables.ts';
import type { ChannelRow, LocalPostRow, SlackInstallationRow, SubscriptionRow } from './tables/channel-tables.ts';
import type {
  BriefingStatementRow,
  CorrectionRow,
  DeliveryRow,
  GeneratedTextRow,
  OwnerNoticeRow,
} from './tables/delivery-tables.ts';
import type { AffairRow, StoryBackgroundRow, StoryMoveRow, StoryRow } from './tables/story-tables.ts';

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
  slack_installations: SlackInstallationRow;
  /** Workspaces of an Enterprise organization that were seen to use its installation. */
  slack_organization_workspaces: { workspace_id: string; organization_id: string };
  /** Each attempt to install the Slack app ends once. */
  slack_used_states: { nonce: string; expires_at: string };
}
