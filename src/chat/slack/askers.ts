import type { webApi } from '@slack/bolt';
import { type Asker, ChatError } from '../chat.ts';
import type { SlackApi } from './slack-api.ts';

/** Who asks, where, and what they may. */
export interface Askers {
  asker(facts: {
    readonly userId: string;
    readonly userName?: string | undefined;
    readonly channelId: string;
  }): Promise<Asker>;
  /** Whether a person is in a channel: what a client chose from a list is looked up, not believed. */
  isMember(userId: string, channelId: string): Promise<boolean>;
}

interface AskersOptions {
  readonly api: SlackApi;
  /** User ids; when empty, every member of a channel may manage its subscriptions. */
  readonly admins: readonly string[];
}

const memberPages = 20;
const membersPerPage = 200;

export function createAskers({ api, admins }: AskersOptions): Askers {
  return {
    async asker({ userId, userName, channelId }) {
      const { workspaceId } = await api.identity();
      return {
        channel: { platform: 'slack', workspaceId, channelId },
        userId,
        userName: userName || userId,
        mayManage: admins.length === 0 || admins.includes(userId) || isDirect(channelId),
        // A command does not say it, and asking would need one more scope.
        locale: 'en',
      };
    },
    async isMember(userId, channelId) {
      let cursor: string | undefined;
      for (let page = 0; page < memberPages; page += 1) {
        const { members = [], response_metadata } = await membersOf(channelId, cursor);
        if (members.includes(userId)) return true;
        cursor = response_metadata?.next_cursor || undefined;
        if (cursor === undefined) return false;
      }
      return false;
    },
  };

  async function membersOf(channelId: string, cursor: string | undefined): Promise<MembersPage> {
    const page = { channel: channelId, limit: membersPerPage, ...(cursor !== undefined && { cursor }) };
    try {
      return await api.call(({ conversations }) => conversations.members(page));
    } catch (error) {
      // A private channel that we are not in cannot be looked into, nor written to.
      if (error instanceof ChatError && error.kind !== 'retryable') return { members: [] };
      throw error;
    }
  }
}

type MembersPage =
  | webApi.ConversationsMembersResponse
  | { readonly members: string[]; readonly response_metadata?: never };

/** A conversation with the bot alone belongs to the person in it. */
function isDirect(channelId: string): boolean {
  return channelId.startsWith('D');
}
