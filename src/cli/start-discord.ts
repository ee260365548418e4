import { commands } from '../../commands/index.ts';
import type { Chat, ChatHandlers } from '../chat/chat.ts';
import type { DiscordChat } from '../chat/discord/discord-chat.ts';
import type { Config } from '../config.ts';
import { readSecret } from '../read-secret.ts';
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
    api,
  }: {
    config: Pick<Config, 'chat'>;
    handlers: ChatHandlers;
    log: Log;
    timer?: Pick<Timer, 'wait'>;
    /** Another address than Discord's, for tests. */
    api?: string;
  },
): Promise<DiscordChat | undefined> {
  const token = readSecret('DISCORD_TOKEN', env);
  if (!token) return undefined;
  const { createDiscordChat } = await import('../chat/discord/discord-chat.ts');
  const chat = createDiscordChat({ token, log, commands, ...config.chat.discord, ...(api !== undefined && { api }) });
  const stopping = new AbortController();
  const connected = connect(chat, handlers, { log, timer, signal: stopping.signal });
  return {
    ...chat,
    async stop() {
      stopping.abort();
      await chat.stop();
      await connected;
    },
  };
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
