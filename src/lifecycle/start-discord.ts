import { commands } from '../../commands/index.ts';
import type { Chat, ChatHandlers } from '../chat/chat.ts';
import type { DiscordChat } from '../chat/discord/discord-chat.ts';
import type { Shards } from '../chat/discord/gateway.ts';
import type { Config } from '../config/config.ts';
import { readSecret } from '../config/environment.ts';
import { systemTimer, type Timer } from '../runtime/clock.ts';
import type { Locks } from '../runtime/locks.ts';
import type { Log } from '../runtime/log.ts';
import { UserError } from '../user-error.ts';

/**
 * Discord, where a token for it is set; its code is loaded only then. Without a network it is tried again until `stop`, and the service
 * runs meanwhile.
 */
export async function startDiscord(
  env: Readonly<Record<string, string | undefined>>,
  {
    config,
    handlers,
    log,
    timer = systemTimer,
    locks,
    listens = true,
    api,
  }: {
    config: Pick<Config, 'chat'>;
    handlers: ChatHandlers;
    log: Log;
    timer?: Timer;
    /** One of the listening processes holds the gateway connection of each shard. */
    locks?: Pick<Locks, 'take'>;
    /** Without it this process only posts. */
    listens?: boolean;
    /** Another address than Discord's, for tests. */
    api?: string;
  },
): Promise<DiscordChat | undefined> {
  const token = readSecret('DISCORD_TOKEN', env);
  if (!token) return undefined;
  const { createDiscordChat } = await import('../chat/discord/discord-chat.ts');
  const { apiUrl, ...discordSettings } = config.chat.discord;
  const chat = createDiscordChat({
    token,
    log,
    timer,
    ...(handlers.onChannelLimited && { onChannelLimited: handlers.onChannelLimited }),
    commands,
    ...discordSettings,
    ...(apiUrl !== undefined && { api: apiUrl }),
    ...(api !== undefined && { api }),
  });
  const stopping = new AbortController();
  const connected = !listens
    ? Promise.resolve()
    : locks
      ? holdGateway(chat, handlers, { log, timer, signal: stopping.signal, locks, shards: config.chat.discord.shards })
      : connect(chat, handlers, log);
  return {
    ...chat,
    async stop() {
      stopping.abort();
      await chat.stop();
      await connected;
    },
  };
}

/** Whoever had the gateway and is gone is noticed so soon after the database noticed it. */
const takeOverMs = 5_000;

/** Connects once no other process is connected for the same shards, and lets go when it cannot be known any more that none is. */
async function holdGateway(
  chat: Chat,
  handlers: ChatHandlers,
  {
    locks,
    shards,
    log,
    timer,
    signal,
  }: {
    readonly locks: Pick<Locks, 'take'>;
    readonly shards: Shards;
    readonly log: Log;
    readonly timer: Pick<Timer, 'wait'>;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const name = shards === 'auto' ? 'discord gateway' : `discord gateway ${shards.ids.join()} of ${shards.count}`;
  while (!signal.aborted) {
    const hold = await locks.take(name);
    if (!hold) {
      await timer.wait(takeOverMs, signal);
      continue;
    }
    const lost = AbortSignal.any([signal, hold.lost]);
    await Promise.race([connect(chat, handlers, log), ended(lost)]);
    await ended(lost);
    if (!signal.aborted) {
      log.warn('another process may have taken over the Discord gateway; disconnecting');
      await chat.stop();
    }
    await hold.release();
  }
}

function ended(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

async function connect(chat: Chat, handlers: ChatHandlers, log: Log): Promise<void> {
  try {
    await chat.start(handlers);
    log.info('connected to Discord');
  } catch (err) {
    if (err instanceof UserError) log.error(err.message);
    else log.error({ err }, 'could not connect to Discord');
  }
}
