import type { Platform } from '../../chat/chat.ts';
import type { DeadEnd } from '../../services/troubles.ts';
import { readReason, reason } from '../../wording/reason.ts';
import type { Database } from '../database.ts';

/** The most to report to the operator; more have a common cause. */
const most = 20;

/** Subscriptions whose latest finished delivery is dead, with that delivery; newest first. */
export async function findDeadEnds(db: Database): Promise<readonly DeadEnd[]> {
  const rows = await db
    .selectFrom('deliveries as d')
    .innerJoin('channels as c', 'c.id', 'd.channel_number')
    .select(['d.id', 'd.subscription_id', 'd.due_at', 'd.reason', 'c.platform', 'c.workspace_id', 'c.channel_id'])
    .where('d.state', '=', 'dead')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('deliveries as later')
            .select('later.id')
            .whereRef('later.subscription_id', '=', 'd.subscription_id')
            .where('later.state', 'in', ['sent', 'dead'])
            .whereRef('later.due_at', '>', 'd.due_at'),
        ),
      ),
    )
    .orderBy('d.due_at', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    deliveryId: row.id,
    subscriptionId: row.subscription_id,
    channel: { platform: row.platform as Platform, workspaceId: row.workspace_id, channelId: row.channel_id },
    dueAt: Temporal.Instant.from(row.due_at),
    reason: row.reason === null ? reason('unknown') : readReason(row.reason),
  }));
}
