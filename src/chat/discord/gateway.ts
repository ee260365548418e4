import { setTimeout } from 'node:timers/promises';
import {
  type SessionInfo,
  SimpleIdentifyThrottler,
  SimpleShardingStrategy,
  WebSocketManager,
  WebSocketShardEvents,
  WebSocketShardStatus,
} from '@discordjs/ws';
import {
  type APIGatewayBotInfo,
  type APIInteraction,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  GatewayIntentBits,
  type GatewayMessageCreateDispatchData,
  type REST,
} from 'discord.js';
import { systemTimer, type Timer } from '../../runtime/clock.ts';
import type { Log } from '../../runtime/log.ts';
import { UserError } from '../../user-error.ts';
import type { Reason } from '../../wording/reason.ts';
import { createGuildWatch, type GuildListener } from './guild-watch.ts';
import { limits } from './limits.ts';
import type { MemberInChannel } from './read-interaction.ts';

/** Gateway connections: as many as Discord recommends, or this process's share of a given number. */
export type Shards = 'auto' | { readonly ids: readonly number[]; readonly count: number };

/**
 * What we read of what people write: nothing, what is addressed to us (an @mention, a direct message), or links to articles too, for which
 * Discord wants the privileged intent Message Content, https://docs.discord.com/developers/events/gateway#message-content-intent.
 */
export type Reads = 'nothing' | 'mentions' | 'links';

/** Connections by state. `lost` ones do not come back by themselves: the token, the shards or the intents are wrong. */
export interface GatewayState {
  readonly ready: number;
  readonly reconnecting: number;
  readonly lost: number;
}

export interface GatewayOptions extends GuildListener {
  readonly token: string;
  readonly rest: REST;
  readonly shards: Shards;
  readonly reads: Reads;
  readonly log: Log;
  /** Waits between attempts. */
  readonly timer?: Timer;
  /** From 0 to 1; spreads attempts, so that all bots do not come back in the same second. */
  readonly random?: () => number;
  /** A packet could not be read, and is left out. */
  onUnreadable(err: unknown, facts: object): void;
  onInteraction(interaction: APIInteraction): void;
  /** Called as far as `reads` goes. */
  onMessage(message: GatewayMessageCreateDispatchData): void;
}

/** The connections over which Discord sends its events. */
export interface Gateway {
  /** Resolves when every connection has been ready once, or when it is stopped before. Throws UserError where trying again is of no use. */
  start(): Promise<void>;
  state(): GatewayState;
  /** What a member may do in a channel; undefined where the server is not known. */
  permissionsIn(where: MemberInChannel): bigint | undefined;
  /** What keeps us from posting in a channel of a server; undefined for nothing, or where it is not known. */
  closedReason(guildId: string, channelId: string): Reason | undefined;
  /** Ends all connections; what was begun and cannot be ended yet is ended when it comes about, and no event passes any more. */
  stop(): Promise<void>;
}

interface Shard {
  state: 'connecting' | 'ready' | 'reconnecting' | 'lost';
  /** A WebSocket handshake that is under way, which @discordjs/ws cannot abort. */
  handshake: PromiseWithResolvers<void> | undefined;
  /** Attempts that failed since the connection was last up for `steadyMs`. */
  failures: number;
  readySince: number;
  session: SessionInfo | null;
}

const stopPatienceMs = 2_000;
const handshakeMs = 15_000;
/** A connection that was up for this long does not count towards a series of failures. */
const steadyMs = 60_000;
/** If the resume address does not answer, the general one is tried after this many failures. */
const resumeAttempts = 3;

/**
 * One set of connections for the life of the process. @discordjs/ws connects again by itself, at once and for ever; it asks for the session
 * before each attempt, and there we make it wait. A second set is never made while the first may live: it would answer every command twice.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { token, rest, log, timer = systemTimer, random = Math.random } = options;
  const shards = new Map<number, Shard>();
  const stopping = new AbortController();
  const outcome = Promise.withResolvers<void>();
  // The caller of `start` gets the error.
  outcome.promise.catch(() => undefined);
  const guilds = createGuildWatch(options);
  let information: APIGatewayBotInfo | undefined;
  let strategy: SimpleShardingStrategy | undefined;

  const manager = new WebSocketManager({
    token,
    rest,
    intents: intentsFor(options.reads),
    ...(options.shards !== 'auto' && { shardIds: [...options.shards.ids], shardCount: options.shards.count }),
    handshakeTimeout: handshakeMs,
    buildStrategy(owner) {
      strategy = new SimpleShardingStrategy(owner);
      return strategy;
    },
    buildIdentifyThrottler: async () =>
      new SimpleIdentifyThrottler(information?.session_start_limit.max_concurrency ?? 1),
    async retrieveSessionInfo(id) {
      const isConnecting = (await manager.fetchStatus()).get(id) === WebSocketShardStatus.Idle;
      const shard = shardOf(id);
      if (isConnecting) await beforeAttempt(id, shard);
      return sessionToUse(shard, information);
    },
    updateSessionInfo(id, session) {
      shardOf(id).session = session;
    },
  });

  manager.on(WebSocketShardEvents.Hello, ({ shardId }) => shardOf(shardId).handshake?.resolve());
  manager.on(WebSocketShardEvents.Ready, ({ data, shardId }) => {
    becameReady(shardId);
    reading('READY', shardId, () => guilds.onReady(data));
  });
  manager.on(WebSocketShardEvents.Resumed, ({ shardId }) => {
    log.info({ shard: shardId }, 'the Discord gateway resumed where it was');
    becameReady(shardId);
  });
  manager.on(WebSocketShardEvents.Closed, ({ code, shardId }) => closed(shardId, code));
  manager.on(WebSocketShardEvents.Error, ({ error, shardId }) => {
    if (!stopping.signal.aborted) log.warn({ shard: shardId, err: error }, 'the Discord gateway reports an error');
  });
  manager.on(WebSocketShardEvents.Dispatch, ({ data, shardId }) => {
    if (stopping.signal.aborted) return;
    reading(data.t, shardId, () => dispatch(data));
  });

  return {
    async start() {
      await Promise.race([connect(), outcome.promise]);
      await outcome.promise;
    },
    state() {
      const count = (...states: Shard['state'][]) =>
        [...shards.values()].filter((s) => states.includes(s.state)).length;
      return { ready: count('ready'), reconnecting: count('reconnecting'), lost: count('lost') };
    },
    permissionsIn: guilds.permissionsIn,
    closedReason: guilds.closedReason,
    async stop() {
      stopping.abort();
      outcome.resolve();
      const handshakes = [...shards.values()].map(({ handshake }) => handshake?.promise);
      const ended = Promise.all(handshakes).then(() => manager.destroy());
      ended.catch((err) => log.warn({ err }, 'the Discord gateway did not end cleanly'));
      await Promise.race([ended, setTimeout(stopPatienceMs, undefined, { ref: false })]).catch(() => undefined);
    },
  };

  function shardOf(id: number): Shard {
    const known = shards.get(id);
    if (known) return known;
    const shard: Shard = { state: 'connecting', handshake: undefined, failures: 0, readySince: 0, session: null };
    shards.set(id, shard);
    return shard;
  }

  /** Asks Discord where to connect and begins to, after ever longer pauses until Discord answers. */
  async function connect(): Promise<void> {
    for (let failures = 1; !stopping.signal.aborted; failures += 1) {
      try {
        information = await manager.fetchGatewayInformation(true);
        if (!isWebSocketUrl(information.url)) throw new Error(`Discord names no gateway: "${information.url}"`);
        const { remaining, reset_after: resetAfterMs } = information.session_start_limit;
        await manager.updateShardCount(await manager.getShardCount());
        const ids = await manager.getShardIds();
        if (remaining < ids.length) {
          log.error({ remaining, resetAfterMs }, 'Discord lets us begin no more sessions today; we wait until it does');
          await timer.wait(Math.min(resetAfterMs, limits.sessionStartWindowMs), stopping.signal);
          continue;
        }
        // Its end says how the first attempt ended; connections continue by themselves after it.
        strategy?.connect().catch(() => undefined);
        return;
      } catch (err) {
        if ((err as { status?: unknown }).status === 401) throw closingReason(GatewayCloseCodes.AuthenticationFailed);
        const pauseMs = pauseAfter(failures + 1, err);
        log.warn({ err, pauseMs }, 'Discord was not reached; it will be tried again');
        await timer.wait(pauseMs, stopping.signal);
      }
    }
  }

  async function beforeAttempt(id: number, shard: Shard): Promise<void> {
    const pauseMs = pauseAfter(shard.failures);
    if (pauseMs > 0 && !stopping.signal.aborted) {
      log.warn({ shard: id, failures: shard.failures, pauseMs }, 'the Discord gateway is down; waiting to try again');
      await timer.wait(pauseMs, stopping.signal);
    }
    // After a stop the attempt never continues, and nothing references it.
    if (stopping.signal.aborted) await new Promise<never>(() => undefined);
    shard.handshake = Promise.withResolvers();
  }

  /** A first failure is tried again at once, as Discord ends connections every now and then. */
  function pauseAfter(failures: number, err?: unknown): number {
    const { retryAfter, retryAfterMs } = (err ?? {}) as { retryAfter?: unknown; retryAfterMs?: unknown };
    const asked = [retryAfter, retryAfterMs].find((ms): ms is number => typeof ms === 'number') ?? 0;
    if (failures < 2) return asked;
    const longest = Math.min(limits.reconnectLongestMs, limits.reconnectFirstMs * 2 ** (failures - 2));
    return Math.max(asked, Math.round(longest * (0.5 + random() / 2)));
  }

  function becameReady(id: number): void {
    const shard = shardOf(id);
    shard.state = 'ready';
    shard.readySince = timer.nowMs();
    if ([...shards.values()].every(({ state }) => state === 'ready')) outcome.resolve();
  }

  function closed(id: number, code: number): void {
    const shard = shardOf(id);
    const wasSteady = shard.state === 'ready' && timer.nowMs() - shard.readySince >= steadyMs;
    shard.handshake?.resolve();
    shard.failures = wasSteady ? 1 : shard.failures + 1;
    if (stopping.signal.aborted) return;
    shard.state = isFinal(code) ? 'lost' : 'reconnecting';
    if (shard.state === 'reconnecting') return void log.info({ shard: id, code }, 'the Discord gateway closed');
    const reason = closingReason(code);
    log.error({ shard: id, code }, `a Discord gateway connection is lost: ${reason.message}`);
    outcome.reject(reason);
  }

  // What a listener throws would otherwise end the process, as @discordjs/ws reads packets in promises that nobody awaits.
  function reading(event: string, shard: number, read: () => void): void {
    try {
      read();
    } catch (err) {
      options.onUnreadable(err, { event, shard });
    }
  }

  function dispatch(packet: GatewayDispatchPayload): void {
    if (packet.t === GatewayDispatchEvents.InteractionCreate) options.onInteraction(packet.d);
    else if (packet.t === GatewayDispatchEvents.MessageCreate) options.onMessage(packet.d);
    else guilds.onEvent(packet);
  }
}

/** The least that Discord has to send us. Commands and buttons need no intent; `Guilds` brings channels, roles and servers. */
function intentsFor(reads: Reads): number {
  const messages = GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;
  return (
    GatewayIntentBits.Guilds |
    (reads === 'nothing' ? 0 : messages) |
    (reads === 'links' ? GatewayIntentBits.MessageContent : 0)
  );
}

function sessionToUse({ session, failures }: Shard, information: APIGatewayBotInfo | undefined): SessionInfo | null {
  if (!session || !information) return session;
  const isUsable = failures <= resumeAttempts && isWebSocketUrl(session.resumeURL);
  return isUsable ? session : { ...session, resumeURL: information.url };
}

function isWebSocketUrl(url: unknown): boolean {
  return typeof url === 'string' && URL.canParse(url) && /^wss?:$/u.test(new URL(url).protocol);
}

/** What to do where connecting again is of no use, https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway. */
const remedies: Readonly<Record<number, string | undefined>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'Discord rejects the token. Set DISCORD_TOKEN to the bot token of your application.',
  [GatewayCloseCodes.InvalidShard]: 'Discord does not take the shards. Correct chat.discord.shards, or leave it out.',
  [GatewayCloseCodes.ShardingRequired]:
    'Discord wants more connections for so many servers. Set chat.discord.shards to auto, or raise its count.',
  [GatewayCloseCodes.InvalidAPIVersion]: undefined,
  [GatewayCloseCodes.InvalidIntents]: undefined,
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord does not let the bot read messages. Switch on Message Content Intent under Bot in the developer portal, or set chat.discord.reads to mentions.',
};

function isFinal(code: number): boolean {
  return code in remedies;
}

function closingReason(code: number): UserError {
  return new UserError(remedies[code] ?? `Discord's gateway refuses the connection (code ${code}). Update Kurzwelle.`);
}
