import type { Caller } from '../src/chat/chat.ts';

/** Names a conversation, for follow-ups: a person in a place. */
export function conversationOf({ channel: { platform, workspaceId, channelId }, userId }: Caller): string {
  return [platform, workspaceId, channelId, userId].join(' ');
}
