import {
  type APIInteraction,
  Client,
  Events,
  type GatewayChannelUpdateDispatchData,
  GatewayDispatchEvents,
  type GatewayGuildDeleteDispatchData,
  GatewayIntentBits,
  Options,
  type RESTOptions,
} from 'discord.js';
import type { Log } from '../../runtime/log.ts';
import { UserError } from '../../user-error.ts';
import { createGatewayWatch, type GatewayState } from './gateway-watch.ts';

/** Gateway connections: as many as Discord advises, or this process's share of so many. */
export type Shards = 'auto' | { readonly ids: readonly number[]; readonly count: number };

export interface GatewayOptions {
  readonly token: string;
  readonly rest: Partial<RESTOptions>;
  readonly shards: Shards;
  readonly log: Log;
  onInteraction(interaction: APIInteraction): void;
  onChannelChanged(channelId: string): void;
  onChannelDeleted(channel: { readonly workspaceId: string; readonly channelId: string }): void;
  /** Removed from it; an outage of Discord's is none. */
  onGuildLeft(guildId: string): void;
}

export interface Gateway {
  /** Resolves when events come, or when it is stopped before. */
  start(): Promise<void>;
  state(): GatewayState;
  stop(): Promise<void>;
}

/** One connection to Discord's events. Resuming and connecting again is discord.js's; after a failed `start` make another. */
export function createGateway(options: GatewayOptions): Gateway {
  const client = createClient(options);
  const watch = createGatewayWatch(client, options.log);
  const stopped = Promise.withResolvers<void>();
  listen(client, options);
  return {
    state: watch.state,
    start: () => Promise.race([login(client, options.token), stopped.promise]),
    async stop() {
      stopped.resolve();
      await client.destroy();
    },
  };
}

async function login(client: Client, token: string): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  try {
    await client.login(token);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'TokenInvalid') throw error;
    throw new UserError('Discord does not take the token. Set DISCORD_TOKEN to the bot token of your application.');
  }
  await ready;
}

function listen(client: Client, options: GatewayOptions): void {
  client.ws.on(GatewayDispatchEvents.InteractionCreate, options.onInteraction);
  const { ws } = client;
  // As they come over the wire, so that nothing depends on what discord.js remembers.
  ws.on(GatewayDispatchEvents.ChannelUpdate, ({ id }: GatewayChannelUpdateDispatchData) =>
    options.onChannelChanged(id),
  );
  const onDeleted = ({ id, guild_id: guildId }: { id: string; guild_id?: string }) =>
    options.onChannelDeleted({ workspaceId: guildId ?? '@me', channelId: id });
  ws.on(GatewayDispatchEvents.ChannelDelete, onDeleted);
  ws.on(GatewayDispatchEvents.ThreadDelete, onDeleted);
  ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }: GatewayGuildDeleteDispatchData) => {
    if (!unavailable) options.onGuildLeft(id);
  });
}

// Guilds alone: commands and buttons need no intent, and no message is read.
const intents = [GatewayIntentBits.Guilds];

function createClient({ rest, shards }: GatewayOptions): Client {
  return new Client({
    intents,
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
