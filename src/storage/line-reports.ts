import type { LineReport } from '../answers/evidence.ts';
import { toIso } from '../runtime/clock.ts';
import type { Database } from './database.ts';

export type LineReports = ReturnType<typeof createLineReports>;

/** Queries on reports of lines. Who reported is not stored. */
export function createLineReports(db: Database) {
  return {
    /** The same line reported for the same reason in the same channel counts once. */
    async add({ statement, kind, channel, line, url, at }: LineReport): Promise<void> {
      const { platform, workspaceId, channelId } = channel;
      await db
        .insertInto('line_reports')
        .values({
          ...{ statement, kind, platform, line, url },
          workspace_id: workspaceId,
          channel_id: channelId,
          reported_at: toIso(at),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    /** Newest first. */
    async newest(limit: number): Promise<readonly LineReport[]> {
      const rows = await db
        .selectFrom('line_reports')
        .selectAll()
        .orderBy('reported_at', 'desc')
        .orderBy('statement')
        .limit(limit)
        .execute();
      return rows.map(({ statement, kind, platform, workspace_id, channel_id, line, url, reported_at }) => ({
        ...{ statement, kind, line, url },
        channel: { platform, workspaceId: workspace_id, channelId: channel_id },
        at: Temporal.Instant.from(reported_at),
      }));
    },
  };
}
