import { commands } from '../../commands/index.ts';
import type { Chat, ChatHandlers } from '../chat/chat.ts';
import type { DiscordChat } from '../chat/discord/discord-chat.ts';
import type { Shards } from '../chat/discord/gateway.ts';
import type { Config } from '../config/config.ts';
import { readSecret } from '../config/read-secret.ts';
import type { Locks } from '../runtime/locks.ts';
import type { Log } from '../runtime/log.ts';
import { systemTimer, type Timer } from '../runtime/timer.ts';
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
    timer?: Pick<Timer, 'wait'>;
    /** Of the processes that listen one holds the gateway, of each shard. */
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
  const chat = createDiscordChat({ token, log, commands, ...config.chat.discord, ...(api !== undefined && { api }) });
  const stopping = new AbortController();
  const connecting = { log, timer, signal: stopping.signal };
  const connected = !listens
    ? Promise.resolve()
    : locks
      ? holdGateway(chat, handlers, { ...connecting, locks, shards: config.chat.discord.shards })
      : connect(chat, handlers, connecting);
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
    ...connecting
  }: Parameters<typeof connect>[2] & { readonly locks: Pick<Locks, 'take'>; readonly shards: Shards },
): Promise<void> {
  const { log, timer, signal } = connecting;
  const name = shards === 'auto' ? 'discord gateway' : `discord gateway ${shards.ids.join()} of ${shards.count}`;
  while (!signal.aborted) {
    const hold = await locks.take(name);
    if (!hold) {
      await timer.wait(takeOverMs, signal);
      continue;
    }
    const lost = AbortSignal.any([signal, hold.lost]);
    await connect(chat, handlers, { ...connecting, signal: lost });
    await ended(lost);
    if (!signal.aborted) {
      log.warn('another process may hold the gateway to Discord now; this one lets go');
      await chat.stop();
    }
    await hold.release();
  }
}

function ended(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

const firstPauseMs = 5_000;
const longestPauseMs = 300_000;

async function connect(
  chat: Chat,
  handlers: ChatHandlers,
  { log, timer, signal }: { log: Log; timer: Pick<Timer, 'wait'>; signal: AbortSignal },
): Promise<void> {
  for (let pauseMs = firstPauseMs; !signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      await chat.start(handlers);
      log.info('connected to Discord');
      return;
    } catch (err) {
      if (err instanceof UserError) return log.error(err.message);
      log.warn({ err, pauseMs }, 'Discord was not reached; it will be tried again');
      // Being stopped ends the pause.
      await timer.wait(pauseMs, signal);
    }
  }
}
