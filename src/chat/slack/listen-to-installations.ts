import type { App, Context } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../../runtime/log.ts';
import type { ChatHandlers } from '../chat.ts';
import type { CommandQueue } from '../command-queue.ts';
import type { SlackWorkspaces } from './workspaces.ts';

interface InstallationEars {
  readonly app: App;
  readonly handlers: ChatHandlers;
  readonly log: Log;
  readonly queue: CommandQueue;
  readonly workspaces: SlackWorkspaces;
}

const revokedEvent = z.object({ tokens: z.object({ bot: z.array(z.string()).default([]) }) });
const accessEvent = z.object({ team_ids: z.array(z.string()) });

/** Workspaces that remove us or revoke our token, and organizations that open and close workspaces to us. */
export function listenToInstallations({ app, handlers, log, queue, workspaces }: InstallationEars): void {
  app.event('app_uninstalled', ({ context }) =>
    queue.now(() => forget(context, 'Kurzwelle was uninstalled from the workspace')),
  );
  app.event('tokens_revoked', ({ event, context }) =>
    queue.now(async () => {
      // Tokens of people are revoked too; we have none.
      if (revokedEvent.parse(event).tokens.bot.length > 0) await forget(context, 'the token of Kurzwelle was revoked');
    }),
  );
  app.event('team_access_revoked', ({ event }) => queue.now(() => leave(accessEvent.parse(event).team_ids)));
  app.event('team_access_granted', ({ event, context }) =>
    queue.now(() => join(accessEvent.parse(event).team_ids, context)),
  );

  async function forget(context: Context, reason: string): Promise<void> {
    const { teamId, enterpriseId, isEnterpriseInstall } = context;
    const lost = await workspaces.forget({ teamId, enterpriseId, isEnterpriseInstall });
    log.warn({ teamId, enterpriseId, lost }, reason);
    tellLost(lost, reason);
  }

  async function leave(workspaceIds: readonly string[]): Promise<void> {
    await workspaces.leave(workspaceIds);
    tellLost(workspaceIds, 'the organization took Kurzwelle from this workspace');
  }

  async function join(workspaceIds: readonly string[], { enterpriseId }: Context): Promise<void> {
    if (enterpriseId === undefined) return;
    await workspaces.join(workspaceIds, enterpriseId);
    for (const workspaceId of workspaceIds) handlers.onWorkspaceBack?.({ platform: 'slack', workspaceId });
  }

  function tellLost(workspaceIds: readonly string[], reason: string): void {
    for (const workspaceId of workspaceIds) handlers.onWorkspaceLost?.({ platform: 'slack', workspaceId }, reason);
  }
}
