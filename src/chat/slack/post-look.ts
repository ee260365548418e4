import type { PostLook } from '../chat.ts';
import { limits } from './limits.ts';
import { shortLabel, webAddress } from './plain-parts.ts';
import type { SlackApi } from './slack-api.ts';

/** The scope that lets a message have a sender of its own. */
const lookScope = 'chat:write.customize';

/**
 * A subscription's own name and icon, where the workspace granted the right to it; else the bot's. Slack has no color for a message of
 * blocks. https://docs.slack.dev/reference/methods/chat.postMessage#authorship
 */
export async function lookOf(
  look: PostLook | undefined,
  api: SlackApi,
): Promise<{ readonly username?: string; readonly icon_url?: string }> {
  if (look?.name === undefined && look?.pictureUrl === undefined) return {};
  const { scopes } = await api.identity();
  if (!scopes.includes(lookScope)) return {};
  const name = look.name === undefined ? '' : shortLabel(look.name, limits.message.username);
  const icon = look.pictureUrl === undefined ? undefined : webAddress(look.pictureUrl);
  return { ...(name !== '' && { username: name }), ...(icon !== undefined && { icon_url: icon }) };
}
