import type { webApi } from '@slack/bolt';
import type { Said } from '../../wording/said.ts';
import { type Asker, ChatError } from '../chat.ts';
import type { People, Person } from './people.ts';
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
  readonly workspaceId: string;
  readonly people: People;
  /** User ids; when empty, every member of a channel may manage its subscriptions. */
  readonly admins: readonly string[];
}

const memberPages = 20;
const membersPerPage = 200;

/** Askers of one workspace. */
export function createAskers({ api, workspaceId, people, admins }: AskersOptions): Askers {
  return {
    async asker({ userId, userName, channelId }) {
      const person = await people.find(workspaceId, userId, api);
      const refusal = isDirect(channelId) ? undefined : whyNot(userId, person, admins);
      return {
        channel: { platform: 'slack', workspaceId, channelId },
        userId,
        userName: userName || userId,
        mayManage: refusal === undefined,
        ...(refusal !== undefined && { whyNotManage: refusal }),
        locale: person.locale,
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

/** Why somebody may not change what a channel gets. */
function whyNot(userId: string, { kind }: Person, admins: readonly string[]): Said | undefined {
  if (admins.includes(userId)) return undefined;
  if (admins.length > 0) return ({ slack }) => slack.adminsOnly;
  if (kind === 'member') return undefined;
  return ({ slack: { guest, stranger, notKnown } }) => ({ guest, stranger, unknown: notKnown })[kind];
}

type MembersPage =
  | webApi.ConversationsMembersResponse
  | { readonly members: string[]; readonly response_metadata?: never };

/** A conversation with the bot alone belongs to the person in it. */
function isDirect(channelId: string): boolean {
  return channelId.startsWith('D');
}
