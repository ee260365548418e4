import type { FakeDiscordStore, StoredChannel, StoredMessage } from './fake-discord-store.ts';

export interface FakeRequest {
  readonly method: string;
  /** Without `/api/v10`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  /** What was uploaded, by the name of its part. */
  readonly files: ReadonlyMap<string, Blob>;
}

export interface FakeResponse {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Route = readonly [method: string, pattern: RegExp, answer: (request: FakeRequest, ids: string[]) => FakeResponse];

const ok = (body: unknown): FakeResponse => ({ status: 200, body });
const done: FakeResponse = { status: 204 };

/** Discord's refusal, with the code that tells why. */
export function refusal(status: number, code: number, message: string): FakeResponse {
  return { status, body: { code, message } };
}

/** No hour passes in a test. */
const crosspostsAnHour = 10;
const tooManyCrossposts: FakeResponse = {
  status: 429,
  body: { message: 'You are being rate limited.', retry_after: 3_540.25, global: false },
  headers: {
    'retry-after': '3541',
    'x-ratelimit-limit': String(crosspostsAnHour),
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset-after': '3540.25',
    'x-ratelimit-scope': 'user',
  },
};

const v2Flag = 1 << 15;
const requiresTag = 1 << 4;
const forums = new Set([15, 16]);
/** https://docs.discord.com/developers/topics/threads#active-archived-threads */
export const asleep = refusal(400, 50_083, 'Tried to perform an operation on an archived thread');

/** Components V2 cannot be taken from a message, nor given to one that keeps its embeds. */
export function changeProblem(before: StoredMessage, body: Record<string, unknown>): FakeResponse | undefined {
  const [was, becomes] = [before.flags, body.flags ?? before.flags].map((flags) => (Number(flags ?? 0) & v2Flag) !== 0);
  const { embeds = before.embeds, content = before.content } = body;
  const hasOld = (Array.isArray(embeds) && embeds.length > 0) || Boolean(content);
  return (was && !becomes) || (becomes && hasOld) ? refusal(400, 50_035, 'Invalid Form Body') : undefined;
}

/** Of the flags a message has, that of its thread stays. */
export function changedFlags(before: StoredMessage, body: Record<string, unknown>): number {
  return Number(body.flags ?? before.flags ?? 0) | (Number(before.flags ?? 0) & (1 << 5));
}

/** A forum may want tags, and keep some for who moderates it. */
export function tagProblem(
  { flags = 0, available_tags: tags = [] }: Partial<StoredChannel> = {},
  applied: unknown,
): FakeResponse | undefined {
  const ids = Array.isArray(applied) ? applied.map(String) : [];
  if (ids.length === 0 && (flags & requiresTag) !== 0)
    return refusal(400, 40_067, 'A tag is required to create a forum post in this channel');
  return tags.some(({ id, moderated }) => moderated === true && ids.includes(id))
    ? refusal(403, 50_013, 'Missing Permissions')
    : undefined;
}

/** With `after` the first that follow, else the newest, https://docs.discord.com/developers/resources/message#get-channel-messages. */
function pageOf(query: URLSearchParams): [number, number?] {
  const limit = Number(query.get('limit') ?? 50);
  return query.has('after') ? [0, limit] : [-limit];
}

/** What Discord's HTTP interface does with channels, messages, threads and commands. */
export function createFakeRoutes(store: FakeDiscordStore): (request: FakeRequest) => FakeResponse {
  const unknownChannel = refusal(404, 10_003, 'Unknown Channel');
  const unknownMessage = refusal(404, 10_008, 'Unknown Message');
  // A nonce is told when a message is made, and not when it is read.
  const read = ({ nonce: _nonce, ...message }: StoredMessage) => message;
  const message = (channelId = '', id = '') => {
    const found = store.messages.get(id);
    return found?.channel_id === channelId ? found : undefined;
  };

  const routes: readonly Route[] = [
    ['GET', /^\/users\/@me$/, () => ok(store.bot)],
    ['GET', /^\/applications\/@me$/, () => ok({ id: store.applicationId })],
    ['GET', /^\/applications\/\d+\/(?:guilds\/\d+\/)?commands$/, () => ok(store.commands)],
    [
      'PUT',
      /^\/applications\/\d+\/(?:guilds\/\d+\/)?commands$/,
      ({ body }) => {
        const before = new Map(store.commands.map(({ name, id }) => [name, id]));
        // Who is registered again keeps the id.
        store.commands = (body as unknown as Record<string, unknown>[]).map((command) => ({
          id: before.get(command.name) ?? store.nextId(),
          nsfw: false,
          name_localizations: null,
          ...command,
        }));
        return ok(store.commands);
      },
    ],
    ['POST', /^\/users\/@me\/channels$/, ({ body }) => ok(store.addChannel({ id: `1${body.recipient_id}`, type: 1 }))],
    [
      'GET',
      /^\/channels\/(\d+)$/,
      (_request, [id = '']) => {
        const channel = store.channels.get(id);
        return channel ? ok(channel) : unknownChannel;
      },
    ],
    [
      'POST',
      /^\/channels\/(\d+)\/messages$/,
      ({ body }, [id = '']) => {
        const channel = store.channels.get(id);
        if (!channel) return unknownChannel;
        return forums.has(channel.type)
          ? refusal(400, 50_008, 'Cannot send messages in a non-text channel')
          : ok(store.addMessage(id, body));
      },
    ],
    [
      'PATCH',
      /^\/channels\/(\d+)$/,
      ({ body }, [id = '']) => {
        const thread = store.channels.get(id);
        if (!thread) return unknownChannel;
        // All else of a channel takes Manage Channels or Manage Threads.
        if (JSON.stringify(body) !== '{"archived":false}' || thread.thread_metadata?.locked)
          return refusal(403, 50_013, 'Missing Permissions');
        store.archive(id, false);
        return ok(store.channels.get(id));
      },
    ],
    [
      'GET',
      /^\/channels\/(\d+)\/messages$/,
      ({ query }, [id = '']) =>
        store.channels.has(id)
          ? ok(
              store
                .in(id)
                .filter(({ id: each }) => BigInt(each) > BigInt(query.get('after') ?? 0))
                .slice(...pageOf(query))
                .toReversed()
                .map(read),
            )
          : unknownChannel,
    ],
    [
      'GET',
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      (_request, [channelId, id]) => {
        const found = message(channelId, id);
        return found ? ok(read(found)) : unknownMessage;
      },
    ],
    [
      'PATCH',
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      ({ body }, [channelId, id]) => {
        const found = message(channelId, id);
        if (!found) return unknownMessage;
        if (found.author.id !== store.bot.id)
          return refusal(403, 50_005, 'Cannot edit a message authored by another user');
        const problem = store.isArchived(channelId ?? '') ? asleep : changeProblem(found, body);
        if (problem) return problem;
        const edited = { ...found, ...body, flags: changedFlags(found, body) };
        store.messages.set(found.id, edited);
        return ok(read(edited));
      },
    ],
    [
      'DELETE',
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      (_request, [channelId, id = '']) => {
        const found = message(channelId, id);
        if (!found) return unknownMessage;
        if (found.author.id !== store.bot.id) return refusal(403, 50_013, 'Missing Permissions');
        if (store.isArchived(channelId ?? '')) return asleep;
        store.messages.delete(id);
        return done;
      },
    ],
    [
      'POST',
      /^\/channels\/(\d+)\/messages\/(\d+)\/crosspost$/,
      (_request, [channelId, id = '']) => {
        if (!message(channelId, id)) return unknownMessage;
        const inChannel = store.crossposted.filter((each) => message(channelId, each)).length;
        if (inChannel >= crosspostsAnHour) return tooManyCrossposts;
        store.crossposted.push(id);
        return ok({});
      },
    ],
    [
      'POST',
      /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/,
      ({ body }, [channelId = '', id = '']) => {
        if (!message(channelId, id)) return unknownMessage;
        if (![0, 5].includes(store.channels.get(channelId)?.type ?? 0))
          return refusal(400, 50_024, 'Cannot execute action on this channel type');
        if (store.channels.has(id)) return refusal(400, 160_004, 'A thread has already been created for this message');
        if (store.deniesThreads.has(channelId)) return refusal(403, 50_013, 'Missing Permissions');
        store.markThread(id);
        return ok(
          store.addChannel({ ...guildOf(channelId), id, type: 11, parent_id: channelId, name: String(body.name) }),
        );
      },
    ],
    [
      'POST',
      /^\/channels\/(\d+)\/threads$/,
      ({ body }, [forumId = '']) => {
        const problem = tagProblem(store.channels.get(forumId), body.applied_tags);
        if (problem) return problem;
        const thread = store.addChannel({
          ...guildOf(forumId),
          type: 11,
          parent_id: forumId,
          owner_id: store.bot.id,
          name: String(body.name),
          applied_tags: (body.applied_tags as string[] | undefined) ?? [],
        });
        return ok({
          ...thread,
          message: store.addMessage(thread.id, body.message as Record<string, unknown>, thread.id),
        });
      },
    ],
    [
      'GET',
      /^\/channels\/(\d+)\/webhooks$/,
      (_request, [id]) => ok([...store.webhooks.values()].filter(({ channel_id: channelId }) => channelId === id)),
    ],
    ['POST', /^\/channels\/(\d+)\/webhooks$/, ({ body }, [id = '']) => ok(store.addWebhook(id, String(body.name)))],
    ['POST', /^\/channels\/\d+\/typing$/, () => done],
    ['GET', /^\/guilds\/\d+\/members\/\d+$/, () => ok({ user: store.bot, roles: store.botRoles })],
    ['GET', /^\/guilds\/\d+\/roles$/, () => ok(store.roles)],
    [
      'GET',
      /^\/guilds\/(\d+)\/threads\/active$/,
      (_request, [guildId]) =>
        ok({
          members: [],
          threads: [...store.channels.values()].filter(
            (channel) => channel.type === 11 && channel.guild_id === guildId,
          ),
        }),
    ],
  ];

  return (request) => {
    for (const [method, pattern, answer] of routes) {
      const match = method === request.method ? pattern.exec(request.path) : null;
      if (match) return answer(request, match.slice(1));
    }
    return refusal(404, 0, `404: Not Found (the fake has no ${request.method} ${request.path})`);
  };

  function guildOf(channelId: string): { guild_id?: string } {
    const guildId = store.channels.get(channelId)?.guild_id;
    return guildId === undefined ? {} : { guild_id: guildId };
  }
}
