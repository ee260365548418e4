import type { App, Context } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../../runtime/log.ts';
import { type Reason, reason, reasonInEnglish } from '../../wording/reason.ts';
import type { Caller, ChatHandlers } from '../chat.ts';
import type { CommandQueue } from '../command-queue.ts';
import type { Message } from '../message.ts';
import type { Listening, Workspace } from './workspace.ts';
import type { SlackWorkspaces } from './workspaces.ts';

const channelEvent = z.object({ channel: z.string() });
const memberEvent = z.object({ channel: z.string(), user: z.string(), inviter: z.string().optional() });
const renamedEvent = z.object({ old_channel_id: z.string(), new_channel_id: z.string() });

/** In words for who reads why nothing comes any more. */
const losses = {
  channel_archive: reason('channelArchived'),
  channel_deleted: reason('channelDeleted'),
  channel_left: reason('removedFromChannel'),
  group_archive: reason('channelArchived'),
  group_deleted: reason('channelDeleted'),
  group_left: reason('removedFromChannel'),
} as const;

const returns = ['channel_unarchive', 'group_unarchive'] as const;

/** Channels that are closed or open again, known before a post fails there, or succeeds. */
export function listenToChannels({ app, queue, workspaceOf }: Listening): void {
  for (const [name, why] of Object.entries(losses)) {
    app.event(name, ({ event, context }) =>
      queue.now(async () => reportLost(channelEvent.parse(event).channel, why, workspaceOf(context))),
    );
  }
  for (const name of returns) {
    app.event(name, ({ event, context }) =>
      queue.now(async () => reportBack(channelEvent.parse(event).channel, workspaceOf(context))),
    );
  }
  app.event('member_joined_channel', ({ event, context }) => queue.now(() => onJoined(event, workspaceOf(context))));
  app.event('channel_id_changed', ({ event, context }) =>
    queue.now(async () => onIdChanged(event, workspaceOf(context))),
  );
}

function reportLost(channelId: string, why: Reason, { handlers, workspaceId }: Workspace): void {
  const how = why.code === 'removedFromChannel' ? [{ isRemoval: true }] : [];
  handlers.onChannelLost?.({ platform: 'slack', workspaceId, channelId }, why, ...how);
}

function reportBack(channelId: string, { handlers, workspaceId }: Workspace): void {
  handlers.onChannelBack?.({ platform: 'slack', workspaceId, channelId });
}

/** People come and go; what matters is whether it is us who were invited. */
async function onJoined(event: unknown, workspace: Workspace): Promise<void> {
  const { channel, user, inviter } = memberEvent.parse(event);
  const { botUserId } = await workspace.api.identity();
  if (user !== botUserId) return;
  reportBack(channel, workspace);
  // In the language of whoever invited us.
  const caller = await workspace.callers.caller({ userId: inviter ?? user, channelId: channel });
  await greetIn(caller, workspace);
}

/** Says once what we are and how to begin. */
export async function greetIn({ channel, locale }: Caller, { handlers, poster, log }: Workspace): Promise<void> {
  try {
    const greeting = await handlers.greet?.({ channel, locale });
    if (greeting) await poster.post(channel, greeting);
  } catch (err) {
    log.warn({ err, channel: channel.channelId }, 'a channel could not be greeted');
  }
}

/** A channel gets another id when it is shared with another workspace, or no more. */
function onIdChanged(event: unknown, workspace: Workspace): void {
  const { old_channel_id: before, new_channel_id: after } = renamedEvent.parse(event);
  reportLost(before, reason('channelIdChanged', { id: after }), workspace);
}

interface InstallationListening {
  readonly app: App;
  readonly handlers: ChatHandlers;
  readonly log: Log;
  readonly queue: CommandQueue;
  readonly workspaces: SlackWorkspaces;
}

const revokedEvent = z.object({ tokens: z.object({ bot: z.array(z.string()).default([]) }) });
const accessEvent = z.object({ team_ids: z.array(z.string()) });

/** Workspaces that remove us or revoke our token, and organizations that open and close workspaces to us. */
export function listenToInstallations({ app, handlers, log, queue, workspaces }: InstallationListening): void {
  app.event('app_uninstalled', ({ context }) => queue.now(() => forget(context, reason('uninstalled'))));
  app.event('tokens_revoked', ({ event, context }) =>
    queue.now(async () => {
      // Tokens of people are revoked too; we have none.
      if (revokedEvent.parse(event).tokens.bot.length > 0) await forget(context, reason('tokenRevoked'));
    }),
  );
  app.event('team_access_revoked', ({ event }) => queue.now(() => leave(accessEvent.parse(event).team_ids)));
  app.event('team_access_granted', ({ event, context }) =>
    queue.now(() => join(accessEvent.parse(event).team_ids, context)),
  );

  async function forget(context: Context, why: Reason): Promise<void> {
    const { teamId, enterpriseId, isEnterpriseInstall } = context;
    const lost = await workspaces.forget({ teamId, enterpriseId, isEnterpriseInstall });
    log.warn({ teamId, enterpriseId, lost }, reasonInEnglish(why));
    reportWorkspacesLost(lost, why);
  }

  async function leave(workspaceIds: readonly string[]): Promise<void> {
    await workspaces.leave(workspaceIds);
    reportWorkspacesLost(workspaceIds, reason('takenFromWorkspace'));
  }

  async function join(workspaceIds: readonly string[], { enterpriseId }: Context): Promise<void> {
    if (enterpriseId === undefined) return;
    await workspaces.join(workspaceIds, enterpriseId);
    for (const workspaceId of workspaceIds) handlers.onWorkspaceBack?.({ platform: 'slack', workspaceId });
  }

  function reportWorkspacesLost(workspaceIds: readonly string[], why: Reason): void {
    for (const workspaceId of workspaceIds) handlers.onWorkspaceLost?.({ platform: 'slack', workspaceId }, why);
  }
}

/** https://docs.slack.dev/reference/events/link_shared */
const linkEvent = z.object({
  channel: z.string(),
  message_ts: z.string(),
  links: z.array(z.object({ url: z.string() })),
});

/** While somebody still writes, Slack names no channel, so nobody can have opted in. */
const composer = 'COMPOSER';
const mostLinks = 5;

/** Links to articles that people post, summarized in a line if the channel opted in. */
export function listenToLinks({ app, queue, workspaceOf }: Listening): void {
  app.event('link_shared', ({ event, context }) => queue.run(() => onShared(event, workspaceOf(context))));
}

async function onShared(raw: unknown, workspace: Workspace): Promise<void> {
  const { channel, links, message_ts: ts } = linkEvent.parse(raw);
  const { api, handlers } = workspace;
  if (channel === composer || !handlers.unfurl) return;
  const shown = await Promise.all(links.slice(0, mostLinks).map(({ url }) => unfold(url, channel, workspace)));
  const unfurls = Object.fromEntries(shown.flat());
  if (Object.keys(unfurls).length > 0) await api.call(({ chat }) => chat.unfurl({ channel, ts, unfurls }));
}

async function unfold(url: string, channelId: string, { handlers, pages, workspaceId }: Workspace) {
  const message: Message | undefined = await handlers.unfurl?.({
    channel: { platform: 'slack', workspaceId, channelId },
    url,
  });
  const [first] = message ? await pages(message) : [];
  return first ? [[url, { blocks: first.blocks, fallback: first.text }] as const] : [];
}
