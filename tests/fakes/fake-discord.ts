import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createFakeGateway, type FakeGateway } from './fake-discord-gateway.ts';
import { createFakeInteractions, type SeenAnswer } from './fake-discord-interactions.ts';
import { createFakeRoutes, type FakeRequest, type FakeResponse, refusal } from './fake-discord-routes.ts';
import { FakeDiscordStore, type StoredChannel, type StoredMessage } from './fake-discord-store.ts';
import { createFakeWebhooks } from './fake-discord-webhooks.ts';
import { workedMs } from './worked-ms.ts';

export interface Fault {
  readonly method?: string;
  readonly path: RegExp;
  /** How often; default once. */
  readonly times?: number;
  /** `hang` never answers, `drop` closes the connection; with `-after` when the work is done. */
  readonly response: FakeResponse | 'hang' | 'hang-after' | 'drop' | 'drop-after';
}

export interface FakeDiscordOptions {
  /** Gateway connections that Discord advises; default one. */
  readonly shards?: number;
  readonly firstMs?: number;
  readonly tokenMs?: number;
  /** By which these are measured; unless told otherwise only work counts. */
  readonly nowMs?: () => number;
  /** What Discord would refuse of a body; each problem found is refused and kept. */
  readonly check?: (request: FakeRequest) => readonly string[];
}

export interface Person {
  readonly id?: string;
  readonly name?: string;
  /** Bits, as Discord gives them with an interaction. */
  readonly permissions?: bigint;
  /** A direct message when absent. */
  readonly channel?: StoredChannel;
  readonly locale?: string;
}

export interface FakeDiscord {
  /** The address to give as `rest.api`. */
  readonly api: string;
  readonly token: string;
  readonly guildId: string;
  readonly store: FakeDiscordStore;
  readonly gateway: FakeGateway;
  readonly requests: readonly FakeRequest[];
  readonly problems: readonly string[];
  addFault(fault: Fault): void;
  /** Faults that no request has met yet. */
  unmetFaults(): readonly Fault[];
  /** Refuses messages and answers with more text than so many characters, as a limit that was lowered without a word. */
  limitText(characters: number): void;
  /** At most so many messages a channel in so much time, told in Discord's headers. */
  limitMessages(limit: { readonly messages: number; readonly perMs: number }): void;
  /** A person writes a message; what it says is told to the bot as far as its intents go. */
  write(content: string, person?: Person, more?: object): StoredMessage;
  /** Sends an interaction; resolves with what the person sees once it fulfils the wish, by default once it is answered. */
  interact(
    interaction: {
      readonly type: number;
      readonly data: object;
      readonly message?: object;
      readonly app_permissions?: string;
      readonly guild_locale?: string;
    },
    person?: Person,
    isSeen?: (answer: SeenAnswer) => boolean,
  ): Promise<SeenAnswer>;
  stop(): Promise<void>;
}

/** https://docs.discord.com/developers/events/gateway#list-of-intents */
const [guildMessages, directMessages, messageContent] = [1 << 9, 1 << 12, 1 << 15] as const;
export const guildId = '800000000000000001';
const token = 'fake-token';

/** Discord's HTTP interface and gateway on a free port, with what goes wrong there. */
export async function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const store = new FakeDiscordStore();
  const route = createFakeRoutes(store);
  const webhooks = createFakeWebhooks(store);
  const interactions = createFakeInteractions({
    firstMs: options.firstMs ?? 3_000,
    tokenMs: options.tokenMs ?? 900_000,
    nowMs: options.nowMs ?? workedMs,
  });
  const requests: FakeRequest[] = [];
  const problems: string[] = [];
  const faults: { fault: Fault; left: number }[] = [];
  const windows = new Map<string, { since: number; sent: number }>();
  let longestText = Number.POSITIVE_INFINITY;
  let messageLimit: { messages: number; perMs: number } | undefined;

  const server = createServer((request, response) => void serve(request, response));
  const connections = new Set<Socket>();
  server.on('connection', (connection) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const gatewayUrl = `ws://127.0.0.1:${port}`;
  const gateway = createFakeGateway(server, {
    token,
    url: () => gatewayUrl,
    ready: () => ({ user: store.bot, application: { id: store.applicationId, flags: 0 }, guilds: [guild()] }),
  });

  return {
    api: `http://127.0.0.1:${port}/api`,
    token,
    guildId,
    store,
    gateway,
    requests,
    problems,
    addFault: (fault) => void faults.push({ fault, left: fault.times ?? 1 }),
    unmetFaults: () => faults.flatMap(({ fault, left }) => (left === (fault.times ?? 1) ? [fault] : [])),
    limitText: (characters) => {
      longestText = characters;
    },
    limitMessages: (limit) => {
      messageLimit = limit;
    },
    interact(interaction, person = {}, isSeen = isAnswered) {
      const id = store.nextId();
      const interactionToken = `token-${id}`;
      interactions.open(id, interactionToken, interaction.type === 3);
      gateway.dispatch('INTERACTION_CREATE', {
        id,
        token: interactionToken,
        application_id: store.applicationId,
        version: 1,
        entitlements: [],
        authorizing_integration_owners: {},
        // View Channels, Send Messages, Embed Links, Attach Files, Read History, Public Threads, in Threads.
        app_permissions: String(
          (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 15n) | (1n << 16n) | (1n << 35n) | (1n << 38n),
        ),
        ...placeOf(person),
        ...interaction,
      });
      return interactions.until(interactionToken, isSeen);
    },
    write(content, { id = '700000000000000001', name = 'reader', channel } = {}, more = {}) {
      const place = channel ?? store.addChannel({ type: 1 });
      const author = { id, username: name, discriminator: '0', global_name: name, avatar: null };
      const made = store.addMessage(place.id, { content });
      const message: StoredMessage = { ...made, author: { ...author, bot: false }, type: 0, mentions: [], ...more };
      store.messages.set(message.id, message);
      const member = { roles: [], joined_at: '2020-01-01T00:00:00Z', flags: 0 };
      const isDirect = place.type === 1;
      const isTold = isDirect || content.includes(`<@${store.bot.id}>`) || gateway.intends(messageContent);
      if (gateway.intends(isDirect ? directMessages : guildMessages))
        gateway.dispatch('MESSAGE_CREATE', {
          ...message,
          content: isTold ? content : '',
          ...(!isDirect && { member, guild_id: guildId }),
        });
      return message;
    },
    async stop() {
      // Also those that became web sockets, which the server does not know any more.
      for (const connection of connections) connection.destroy();
      server.close();
      await once(server, 'close');
    },
  };

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    requests.push(request);
    const fault = takeFault(request);
    if (fault === 'hang') return;
    if (fault === 'drop') return void incoming.socket.destroy();
    const { status, body, headers = {} } = typeof fault === 'object' ? fault : answer(request, incoming);
    if (fault === 'hang-after') return;
    if (fault === 'drop-after') return void incoming.socket.destroy();
    response.writeHead(status, { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  }

  function answer(request: FakeRequest, { headers }: IncomingMessage): FakeResponse {
    const found = options.check?.(request) ?? [];
    problems.push(...found.map((problem) => `${request.method} ${request.path}: ${problem}`));
    if (found.length > 0) return refusal(400, 50_035, 'Invalid Form Body');
    if (textIn(request.body) > longestText) return tooLong;
    const answered = webhooks(request) ?? interactions.answer(request);
    if (answered) return answered;
    if (headers.authorization !== `Bot ${token}`) return refusal(401, 0, '401: Unauthorized');
    if (request.path === '/gateway/bot') return gatewayInformation(gatewayUrl, options.shards);
    return limited(request) ?? route(request);
  }

  function takeFault({ method, path }: FakeRequest): Fault['response'] | undefined {
    const found = faults.find(
      ({ fault, left }) => left > 0 && (fault.method ?? method) === method && fault.path.test(path),
    );
    if (found) found.left -= 1;
    return found?.fault.response;
  }

  /** A bucket as Discord's: what is left is told with each answer, and more than that is refused. */
  function limited({ method, path, ...rest }: FakeRequest): FakeResponse | undefined {
    if (!messageLimit || method !== 'POST' || !/^\/channels\/\d+\/messages$/.test(path)) return undefined;
    const { messages, perMs } = messageLimit;
    const now = performance.now();
    const window = windows.get(path);
    const { since, sent } = window && window.since + perMs > now ? window : { since: now, sent: 0 };
    const resetAfter = String((since + perMs - now) / 1_000);
    const headers = {
      'x-ratelimit-bucket': 'messages',
      'x-ratelimit-limit': String(messages),
      'x-ratelimit-remaining': String(Math.max(0, messages - sent - 1)),
      'x-ratelimit-reset-after': resetAfter,
    };
    if (sent >= messages) return rateLimited(Number(resetAfter), { ...headers, 'x-ratelimit-scope': 'user' });
    windows.set(path, { since, sent: sent + 1 });
    return { ...route({ method, path, ...rest }), headers };
  }

  function placeOf({
    id = '700000000000000001',
    name = 'reader',
    permissions = 0n,
    channel,
    locale = 'en-US',
  }: Person) {
    const user = { id, username: name, discriminator: '0', global_name: name, avatar: null };
    const place = channel ?? store.addChannel({ type: 1 });
    const isDirect = place.type === 1;
    const base = { channel: place, channel_id: place.id, locale, context: isDirect ? 1 : 0 };
    if (isDirect) return { ...base, user };
    const member = {
      user,
      nick: null,
      roles: [],
      permissions: String(permissions),
      joined_at: '2020-01-01T00:00:00Z',
      flags: 0,
    };
    return { ...base, member, guild_id: guildId, guild_locale: 'en-US', guild: { id: guildId } };
  }

  function guild() {
    return {
      id: guildId,
      name: 'A server',
      owner_id: '1',
      roles: [everybody('0')],
      channels: [...store.channels.values()].filter(({ guild_id: id, type }) => id === guildId && type !== 11),
      members: [{ user: store.bot, roles: store.botRoles, joined_at: '2020-01-01T00:00:00Z', flags: 0 }],
      ...Object.fromEntries(
        ['emojis', 'stickers', 'threads', 'features', 'presences', 'voice_states'].map((key) => [key, []]),
      ),
    };
  }
}

/** The role of everybody in the server, with permissions as bits. */
export function everybody(permissions: string) {
  return { id: guildId, name: '@everyone', permissions, position: 0, color: 0, colors: { primary_color: 0 } };
}

/** A refusal for having asked too often, as Discord words it. */
export function rateLimited(
  retryAfter: number,
  headers: Readonly<Record<string, string>> = { 'x-ratelimit-scope': 'user' },
): FakeResponse {
  const global = headers['x-ratelimit-global'] === 'true';
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global },
    headers: { 'retry-after': String(Math.ceil(retryAfter)), ...headers },
  };
}

/** As Discord words it, with its code by the field, https://docs.discord.com/developers/reference#error-messages. */
const tooLong: FakeResponse = {
  status: 400,
  body: {
    code: 50_035,
    message: 'Invalid Form Body',
    errors: {
      components: {
        _errors: [
          {
            code: 'COMPONENT_MAX_TOTAL_COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
            message: 'The total size of displayable text in components is too large',
          },
        ],
      },
    },
  },
};

function textIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key === 'content' && typeof inner === 'string' ? inner.length : textIn(inner)),
    0,
  );
}

export function isAnswered({ messages, updated, modal, choices }: SeenAnswer): boolean {
  return messages.length > 0 || updated !== undefined || modal !== undefined || choices !== undefined;
}

function gatewayInformation(url: string, shards = 1): FakeResponse {
  // Four hours: discord.js keeps what it was answered for so long.
  const session_start_limit = { total: 1_000, remaining: 999, reset_after: 14_400_000, max_concurrency: shards };
  return { status: 200, body: { url, shards, session_start_limit } };
}

async function readRequest(incoming: IncomingMessage): Promise<FakeRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const { json, files } = await readBody(Buffer.concat(chunks), incoming.headers['content-type'] ?? '');
  return {
    method: incoming.method ?? 'GET',
    path: decodeURIComponent(url.pathname).replace(/^\/api\/v\d+/, ''),
    query: url.searchParams,
    body: json ? (JSON.parse(json) as Record<string, unknown>) : {},
    files,
  };
}

/** With uploads a body comes as a form, https://docs.discord.com/developers/reference#uploading-files. */
async function readBody(bytes: Buffer<ArrayBuffer>, type: string): Promise<{ json: string; files: Map<string, Blob> }> {
  if (!type.startsWith('multipart/form-data')) return { json: bytes.toString(), files: new Map() };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const files = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [] : [[name, value] as const]));
  return { json: String(form.get('payload_json') ?? ''), files: new Map(files) };
}
