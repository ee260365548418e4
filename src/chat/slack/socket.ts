import { type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';
import { createSlackLog } from './slack-log.ts';

/** How what people do at Slack reaches us. */
export interface SlackTransport {
  readonly receiver: Receiver;
  /** Resolves once connected, or after `patienceMs` of trying: from then on it goes on trying by itself. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface SocketOptions {
  readonly appToken: string;
  readonly slackApiUrl?: string | undefined;
  readonly log: Log;
  readonly patienceMs?: number;
  readonly retryMs?: number;
}

/** The connection over which Slack reaches a machine without a public address. It comes back by itself, whatever ended it. */
export function createSocket(options: SocketOptions): SlackTransport {
  const { appToken, slackApiUrl, log, patienceMs = 10_000, retryMs = 30_000 } = options;
  const receiver = new SocketModeReceiver({
    appToken,
    logger: createSlackLog(log),
    installerOptions: {
      // We try again ourselves: retries of the client cannot be ended, and would hold up a stop.
      clientOptions: {
        ...(slackApiUrl !== undefined && { slackApiUrl }),
        timeout: 15_000,
        retryConfig: { retries: 0 },
      },
    },
  });
  const { client } = receiver;
  const connect = client.start.bind(client);
  let isStopping = false;
  let retry: NodeJS.Timeout | undefined;
  let giveUp: (() => void) | undefined;

  // The client connects anew through this method and drops its promise: a refused token would end the process as an unhandled rejection.
  client.start = async () => {
    try {
      const opened = await connect();
      // Slack may answer after the stop.
      if (isStopping) await client.disconnect();
      return opened;
    } catch (err) {
      if (!isStopping) {
        log.error({ err, retryMs }, 'no connection to Slack; the next try follows');
        retry = setTimeout(() => void client.start(), retryMs);
      }
      return { ok: false };
    }
  };

  return {
    receiver,
    async start() {
      isStopping = false;
      const patience = Promise.withResolvers<void>();
      giveUp = patience.resolve;
      const timer = setTimeout(giveUp, patienceMs);
      await Promise.race([client.start(), patience.promise]);
      clearTimeout(timer);
    },
    async stop() {
      isStopping = true;
      giveUp?.();
      clearTimeout(retry);
      await client.disconnect();
    },
  };
}
