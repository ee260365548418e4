import { z } from 'zod';
import type { Message } from '../message.ts';
import type { Listening, Workspace } from './listen.ts';

/** https://docs.slack.dev/reference/events/link_shared */
const linkEvent = z.object({
  channel: z.string(),
  message_ts: z.string(),
  links: z.array(z.object({ url: z.string() })),
});

/** While somebody still writes, Slack names no channel, so nobody can have opted in. */
const composer = 'COMPOSER';
const mostLinks = 5;

/** Links to articles that people post, told in a line where the channel asked for it. */
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
