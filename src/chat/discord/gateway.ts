import { setImmediate, setTimeout } from 'node:timers/promises';
import {
  type APIInteraction,
  Client,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
  Options,
  type RESTOptions,
} from 'discord.js';
import type { Log } from '../../runtime/log.ts';
import type { UserError } from '../../user-error.ts';
import { intentsFor, type Reads } from './gateway-intents.ts';
import { createGatewayWatch, type GatewayState } from './gateway-watch.ts';
import { listenToPlaces, type PlaceListener } from './listen-to-places.ts';
import { refusalOf } from './refused-connection.ts';

/** Gateway connections: as many as Discord advises, or this process's share of so many. */
export type Shards = 'auto' | { readonly ids: readonly number[]; readonly count: number };

export interface GatewayOptions extends PlaceListener {
  readonly token: string;
  readonly rest: Partial<RESTOptions>;
  readonly shards: Shards;
  readonly reads: Reads;
  readonly log: Log;
  onInteraction(interaction: APIInteraction): void;
  /** Comes as far as `reads` goes. */
  onMessage(message: GatewayMessageCreateDispatchData): void;
}

/** The connections over which Discord tells what happens. */
export interface Gateway {
  /** Resolves when events come, or when it is stopped before. */
  start(): Promise<void>;
  state(): GatewayState;
  stop(): Promise<void>;
}

/** So long a stop waits for a connection that is just being made, and then for its end. */
const patienceMs = 2_000;

/** One connection to Discord's events. Resuming and connecting again is discord.js's; after a failed `start` make another. */
export function createGateway(options: GatewayOptions): Gateway {
  const client = createClient(options);
  const watch = createGatewayWatch(client, options.log);
  const stopped = Promise.withResolvers<void>();
  let connected: Promise<void> | undefined;
  // As they come over the wire, so that nothing depends on what discord.js remembers.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, options.onInteraction);
  client.ws.on(GatewayDispatchEvents.MessageCreate, options.onMessage);
  listenToPlaces(client, options);
  return {
    state: watch.state,
    start() {
      connected = login(client, options.token);
      return Promise.race([connected, stopped.promise]);
    },
    async stop() {
      stopped.resolve();
      // discord.js, destroyed while it waits for READY, connects anew and its `destroy` never ends; so let it come to READY, or to a refusal.
      await endOf(connected);
      await endOf(client.destroy());
    },
  };
}

/** Waits for something to end, well or not, but not for long. */
async function endOf(work: Promise<void> | undefined): Promise<void> {
  await Promise.race([work?.catch(() => undefined), setTimeout(patienceMs, undefined, { ref: false })]);
}

async function login(client: Client, token: string): Promise<void> {
  let refusal: UserError | undefined;
  const ready = new Promise<void>((resolve, reject) => {
    client.once(Events.ClientReady, () => resolve());
    client.once(Events.ShardDisconnect, ({ code }) => {
      refusal = refusalOf(code);
      reject(refusal);
    });
  });
  // What it says is thrown below in any case.
  ready.catch(() => {});
  try {
    await client.login(token);
  } catch (error) {
    // discord.js throws before it tells with which code the connection was closed.
    await setImmediate();
    const isRefused = (error as { code?: unknown }).code === 'TokenInvalid';
    throw isRefused ? refusalOf(GatewayCloseCodes.AuthenticationFailed) : (refusal ?? error);
  }
  await ready;
}

function createClient({ rest, shards, reads }: GatewayOptions): Client {
  return new Client({
    intents: intentsFor(reads),
    rest,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user?.id },
      PresenceManager: 0,
      VoiceStateManager: 0,
      ReactionManager: 0,
    }),
    ...(shards === 'auto' ? { shards } : { shards: [...shards.ids], shardCount: shards.count }),
  });
}
