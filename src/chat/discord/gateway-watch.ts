import { type Client, Events } from 'discord.js';
import type { Log } from '../../runtime/log.ts';
import { refusalOf } from './refused-connection.ts';

/** How the gateway connections stand. `lost` ones do not come back by themselves: the token or the intents are wrong. */
export interface GatewayState {
  readonly ready: number;
  readonly reconnecting: number;
  readonly lost: number;
}

type Shard = 'ready' | 'reconnecting' | 'lost';

/** Follows what discord.js does by itself, resuming and reconnecting, so that health and log can tell. */
export function createGatewayWatch(client: Client, log: Log): { state(): GatewayState } {
  const shards = new Map<number, Shard>();
  const set = (shard: number, state: Shard) => void shards.set(shard, state);
  client.on(Events.ShardReady, (shard) => set(shard, 'ready'));
  client.on(Events.ShardResume, (shard, replayed) => {
    set(shard, 'ready');
    log.info({ shard, replayed }, 'the Discord gateway goes on where it was');
  });
  client.on(Events.ShardReconnecting, (shard) => {
    set(shard, 'reconnecting');
    log.warn({ shard }, 'the Discord gateway connects again');
  });
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    set(shard, 'lost');
    log.error({ shard, code }, `a Discord gateway connection is lost: ${refusalOf(code).message}`);
  });
  client.on(Events.ShardError, (err, shard) => log.warn({ shard, err }, 'the Discord gateway has trouble'));
  client.on(Events.Error, (err) => log.error({ err }, 'discord.js has trouble'));
  return {
    state() {
      const count = (state: Shard) => [...shards.values()].filter((each) => each === state).length;
      return { ready: count('ready'), reconnecting: count('reconnecting'), lost: count('lost') };
    },
  };
}
