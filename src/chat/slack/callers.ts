import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Log } from '../../runtime/log.ts';
import { UserError } from '../../user-error.ts';
import type { LocalizedText } from '../../wording/catalog.ts';
import { wordingFor } from '../../wording/wording-for.ts';
import { type Caller, type ChannelRef, ChatError } from '../chat.ts';
import type { SlackApi } from './slack-api.ts';

/** Who asks, in which channel. */
export interface CallerFacts {
  readonly userId: string;
  readonly userName?: string | undefined;
  readonly channelId: string;
}

/** Who asks, where, and what they may. */
export interface Callers {
  /** In a channel that Slack itself names: the one where a command was typed or a button of a message pressed. */
  caller(facts: CallerFacts): Promise<Caller>;
  /**
   * In a channel that a view names, ours or one that a client chose from a list. Whoever is not in it, or left since, asks for themselves
   * alone and may manage nothing: they see and change nothing of it.
   */
  callerInView(facts: CallerFacts): Promise<Caller>;
  /** Whether a person is in a channel now. Throws ChatError where Slack cannot say just now. */
  isMember(userId: string, channelId: string): Promise<boolean>;
}

/** The same callers for one request, in which each membership is looked up once. */
export function forOneRequest(callers: Callers): Callers {
  const known = new Map<string, Promise<boolean>>();
  const isMember: Callers['isMember'] = (userId, channelId) => {
    const key = `${userId} ${channelId}`;
    const asked = known.get(key) ?? callers.isMember(userId, channelId);
    known.set(key, asked);
    return asked;
  };
  return { ...callers, isMember, callerInView: (facts) => callerInView(facts, { ...callers, isMember }) };
}

async function callerInView(
  facts: CallerFacts,
  { caller, isMember }: Pick<Callers, 'caller' | 'isMember'>,
): Promise<Caller> {
  const { userId, channelId } = facts;
  if (channelId === userId) return caller(facts);
  const refusal = await isMember(userId, channelId).then(
    (is): LocalizedText | undefined => (is ? undefined : ({ slack }) => slack.notThere),
    (error: unknown): LocalizedText => {
      if (error instanceof ChatError) return ({ slack }) => slack.notKnown;
      throw error;
    },
  );
  if (refusal === undefined) return caller(facts);
  return { ...(await caller({ ...facts, channelId: userId })), mayManage: false, whyNotManage: refusal };
}

interface CallersOptions {
  readonly api: SlackApi;
  readonly workspaceId: string;
  readonly people: People;
  /** User ids; when empty, every member of a channel may manage its subscriptions. */
  readonly admins: readonly string[];
  /** Whether `chat.slack.looks` is on. */
  readonly hasLooks: boolean;
}

const memberPages = 20;
const membersPerPage = 200;

/** Callers of one workspace. */
export function createCallers({ api, workspaceId, people, admins, hasLooks }: CallersOptions): Callers {
  const callers: Callers = {
    callerInView: (facts) => callerInView(facts, callers),
    async caller({ userId, userName, channelId }) {
      const person = await people.find(workspaceId, userId, api);
      const refusal = isDirect(channelId) ? undefined : whyNot(userId, person, admins);
      return {
        channel: { platform: 'slack', workspaceId, channelId },
        userId,
        userName: userName || userId,
        mayManage: refusal === undefined,
        ...(refusal !== undefined && { whyNotManage: refusal }),
        locale: person.locale,
        // Slack has no language of a workspace.
        placeLocale: person.locale,
        managesServer: admins.includes(userId) || (admins.length === 0 && person.isAdmin === true),
        ...(isDirect(channelId) && { isAlone: true }),
        hasLooks,
        maySee: (other) => maySee(userId, other),
        inChannel: (other) => inChannel({ userId, userName }, other),
        ...(!isDirect(channelId) && { cannotPost: () => cannotPost(channelId) }),
        ...(!isDirect(channelId) && { directMessages: () => directMessages(userId, person.locale) }),
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
  return callers;

  /** Whether a channel is the person's own, or one that they are in. */
  async function maySee(userId: string, channelId: string): Promise<boolean> {
    if (isDirect(channelId)) return false;
    return callers.isMember(userId, channelId);
  }

  /** A person speaks for the channels that they are in alone. */
  async function inChannel(who: Pick<CallerFacts, 'userId' | 'userName'>, typed: string): Promise<Caller> {
    const channelId = channelIn(typed);
    if (channelId === undefined) throw new UserError(({ slack }) => slack.noSuchChannel(typed), { field: 'channel' });
    const isThere = await callers.isMember(who.userId, channelId).catch((error: unknown) => {
      if (!(error instanceof ChatError)) throw error;
      throw new UserError(({ slack }) => slack.notKnown, { field: 'channel' });
    });
    if (!isThere) throw new UserError(({ slack }) => slack.notThere, { field: 'channel' });
    return callers.caller({ ...who, channelId });
  }

  /**
   * A private channel is closed to us as long as nobody invited us; a public one only where whoever installed the app withheld the right
   * to write without an invitation. Where Slack does not say it, nothing is known.
   */
  async function cannotPost(channelId: string): Promise<LocalizedText | undefined> {
    const asked = api.call(({ conversations }) => conversations.info({ channel: channelId }));
    try {
      const { is_archived, is_member, is_private } = (await asked).channel ?? {};
      if (is_archived === true) return ({ firstDay }) => firstDay.archivedThere;
      if (is_member !== false) return undefined;
      const { scopes } = await api.identity();
      const mayWrite = is_private !== true && (scopes.length === 0 || scopes.includes('chat:write.public'));
      return mayWrite ? undefined : ({ firstDay }) => firstDay.notInChannel;
    } catch (error) {
      const isClosed = error instanceof ChatError && error.kind === 'lost-channel';
      return isClosed ? ({ firstDay }) => firstDay.notInChannel : undefined;
    }
  }

  /** Their conversation with us, which a first message opens: Slack's response has its id, and needs no further scope. */
  async function directMessages(userId: string, locale: string): Promise<ChannelRef> {
    const text = wordingFor(locale).firstDay.comesHere;
    const { channel } = await api.call(({ chat }) => chat.postMessage({ channel: userId, text }));
    return { platform: 'slack', workspaceId, channelId: channel ?? userId };
  }

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

/** The id of a channel as Slack writes a mention of it (`<#C1|news>`), or alone; a person's conversation is none. */
function channelIn(typed: string): string | undefined {
  return /^(?:<#)?(?<id>[CG][A-Z0-9]+)(?:\|[^>]*)?>?$/u.exec(typed.trim())?.groups?.id;
}

/** Why somebody may not change what a channel gets. */
function whyNot(userId: string, { kind }: Person, admins: readonly string[]): LocalizedText | undefined {
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

/** A person as far as it matters how they are answered. */
export interface Person {
  /** `stranger`: of another workspace, met in a channel that both share by Slack Connect. `unknown`: Slack did not say. */
  readonly kind: 'member' | 'guest' | 'stranger' | 'unknown';
  /** BCP 47. */
  readonly locale: string;
  /** Of the workspace. */
  readonly isAdmin?: boolean;
}

const answer = z.object({
  user: z.object({
    locale: z.string().optional(),
    is_admin: z.boolean().optional(),
    is_owner: z.boolean().optional(),
    is_restricted: z.boolean().optional(),
    is_ultra_restricted: z.boolean().optional(),
    is_stranger: z.boolean().optional(),
    team_id: z.string().optional(),
    enterprise_user: z.looseObject({}).optional(),
  }),
});

const readsEnglish = { locale: 'en' };
/** Without the scope to look them up everybody is taken for a member. */
const unseen: Person = { kind: 'member', ...readsEnglish };
/** In an outage, or where we ask too often, nobody becomes a member by it. */
const unknown: Person = { kind: 'unknown', ...readsEnglish };

const rememberFor = { known: { hours: 1 }, unseen: { minutes: 10 }, unknown: { seconds: 30 } };
const remembered = 5_000;

interface PeopleOptions {
  readonly log: Log;
  readonly now?: () => Temporal.Instant;
}

/** Looks people up, each once an hour. https://docs.slack.dev/reference/methods/users.info */
export function createPeople({ log, now = () => Temporal.Now.instant() }: PeopleOptions) {
  const known = new LRUCache<string, { readonly until: Temporal.Instant; readonly person: Promise<Person> }>({
    max: remembered,
  });

  async function ask(workspaceId: string, userId: string, api: SlackApi): Promise<Person> {
    try {
      const found = await api.call(({ users }) => users.info({ user: userId, include_locale: true }));
      return toPerson(answer.parse(found), workspaceId);
    } catch (err) {
      log.debug({ err, workspaceId }, 'a person could not be looked up');
      return err instanceof ChatError && err.kind === 'missing-permission' ? unseen : unknown;
    }
  }

  return {
    find(workspaceId: string, userId: string, api: SlackApi): Promise<Person> {
      const key = `${workspaceId} ${userId}`;
      const last = known.get(key);
      if (last && Temporal.Instant.compare(now(), last.until) < 0) return last.person;
      const asked = ask(workspaceId, userId, api);
      const remember = (person: Promise<Person>, time: Temporal.DurationLike) => {
        known.set(key, { until: now().add(time), person });
      };
      remember(asked, rememberFor.known);
      void asked.then((found) => {
        if (found === unseen) remember(asked, rememberFor.unseen);
        if (found === unknown) remember(asked, rememberFor.unknown);
      });
      return asked;
    },
  };
}

/** What Slack says of persons, kept for a while. */
export type People = ReturnType<typeof createPeople>;

function toPerson({ user }: z.infer<typeof answer>, workspaceId: string): Person {
  const { enterprise_user, is_admin, is_owner, is_restricted, is_stranger, is_ultra_restricted, locale, team_id } =
    user;
  // Workspaces of one Enterprise organization are one company.
  const isElsewhere = team_id !== undefined && team_id !== workspaceId && enterprise_user === undefined;
  const isGuest = is_restricted === true || is_ultra_restricted === true;
  return {
    kind: is_stranger === true || isElsewhere ? 'stranger' : isGuest ? 'guest' : 'member',
    locale: locale ?? readsEnglish.locale,
    ...((is_admin === true || is_owner === true) && { isAdmin: true }),
  };
}
